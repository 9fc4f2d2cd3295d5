# SPDX-License-Identifier: Apache-2.0
"""Scenes wait for their pages; what is urgent does not, and nothing waits for ever."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from kiosk import paths
from kiosk.app import curtain as module
from kiosk.app.curtain import Curtain, without_pictures
from kiosk.app.shelf import Edition
from kiosk.layout.model import Layout
from kiosk.layout.tokens import LIGHT
from kiosk.render.decoder import Decoder
from kiosk.render.fonts import load_fonts
from kiosk.render.gallery import Easel, Gallery
from kiosk.render.pictures import PackPictures
from kiosk.render.shelf import PageFiles
from kiosk.show.model import Act, Panel, View
from tests.app.conftest import Build
from tests.app.theatre import TINY, Sketcher, Theatre


@pytest.fixture
def stuck(build: Build, sketcher: Sketcher, monkeypatch: pytest.MonkeyPatch) -> Theatre:
    """Return a theatre whose painter dies after the first page."""
    monkeypatch.setattr(module, "PATIENCE_MS", 50)
    theatre = build(sketcher)
    theatre.begin()
    sketcher.works = False
    sketcher.names = dict(list(sketcher.names.items())[:1])
    return theatre


def test_a_turn_waits_for_its_page(stuck: Theatre, sketcher: Sketcher, qtbot: QtBot) -> None:
    stuck.touch()
    before = len(stuck.shown)
    stuck.choose(Act.READ_THIS)
    assert len(stuck.shown) == before
    sketcher.paint()
    sketcher.done()
    qtbot.waitUntil(lambda: stuck.now.scene.view is View.PAGE)
    assert stuck.now.picture
    assert not stuck.director._curtain._patience.isActive()


def test_a_page_that_never_comes_does_not_stop_the_show(stuck: Theatre, qtbot: QtBot) -> None:
    first = stuck.now
    stuck.touch()
    stuck.choose(Act.READ_THIS)
    qtbot.waitUntil(lambda: stuck.now.scene.view is View.PAGE)
    assert stuck.now.picture == first.picture
    assert (stuck.now.title, stuck.now.marks) == (first.title, first.marks)
    stuck.choose(Act.TOPICS)
    assert stuck.now.scene.view is View.TOPICS
    stuck.choose(Act.OPEN, "plasters")
    assert stuck.now.scene.section == "plasters"


def test_what_is_late_once_is_waited_for_again_later(
    stuck: Theatre, sketcher: Sketcher, qtbot: QtBot
) -> None:
    stuck.touch()
    stuck.choose(Act.READ_THIS)
    qtbot.waitUntil(lambda: stuck.now.scene.view is View.PAGE)
    sketcher._keep(*sketcher.wanted[0])
    stuck.director.refresh()
    assert "reading" in stuck.now.picture
    shown = len(stuck.shown)
    stuck.choose(Act.NEXT)
    assert len(stuck.shown) == shown
    qtbot.waitUntil(lambda: len(stuck.shown) > shown)


@pytest.mark.parametrize("act, panel", [(Act.CRISIS, Panel.CRISIS), (Act.SHEET, Panel.SHEET)])
def test_panels_never_wait(stuck: Theatre, act: Act, panel: Panel) -> None:
    stuck.touch()
    stuck.choose(Act.READ_THIS)
    stuck.choose(act)
    assert stuck.now.scene.panel is panel
    assert stuck.now.picture


def test_other_sizes_are_expected_while_the_settings_are_open(theatre: Theatre, sketcher: Sketcher) -> None:
    theatre.touch()
    theatre.choose(Act.READ_THIS)
    theatre.choose(Act.CRISIS)
    theatre.choose(Act.CLOSE)
    assert sketcher.expected == 0
    theatre.choose(Act.SHEET)
    assert sketcher.expected == 1
    theatre.choose(Act.TEXT_SCALE, "1.25")
    assert sketcher.expected > 1


def test_the_band_never_waits(stuck: Theatre) -> None:
    stuck.touch()
    stuck.choose(Act.READ_THIS)
    stuck.wait(900)
    assert stuck.now.scene.band


def test_the_page_before_stays_painted(theatre: Theatre, sketcher: Sketcher) -> None:
    shown = theatre.director._curtain._shown
    theatre.touch()
    theatre.choose(Act.TOPICS)
    assert shown in sketcher.wanted


@pytest.mark.parametrize("decoded", [True, False])
def test_the_first_page_has_the_pictures_that_are_decoded(
    decoded: bool, theatre: Theatre, sketcher: Sketcher
) -> None:
    pages = theatre.shelf.pages("paper-cuts", Edition("en"), Layout.READING)
    drawn = next(page for page in pages if any(box.picture for box in page.boxes))
    bare = without_pictures(drawn)
    assert len(bare.boxes) == len(drawn.boxes) - 1
    assert without_pictures(bare) == bare
    sketcher.decoded = decoded
    curtain = Curtain(sketcher, bool)
    assert curtain._page_to_show(drawn, LIGHT) == (drawn if decoded else bare, LIGHT)


def test_a_full_disk_leaves_bar_and_crisis_help(
    build: Build,
    qapp: QGuiApplication,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(module, "PATIENCE_MS", 50)
    blocked = tmp_path / "full"
    blocked.write_text("", encoding="utf-8")
    families = load_fonts(paths.resources() / "fonts")
    decoder = Decoder()
    easel = Easel(families, PackPictures(TINY, tmp_path / "decoded", decoder), 1920, 1080)
    gallery = Gallery(PageFiles(blocked / "pages", 10**9), easel)
    try:
        theatre = build(gallery)
        theatre.begin()
        assert theatre.now.picture == ""
        assert theatre.now.crisis_label
        theatre.choose(Act.CRISIS)
        assert theatre.now.scene.panel is Panel.CRISIS
        theatre.choose(Act.CLOSE)
        theatre.choose(Act.READ_THIS)
        qtbot.waitUntil(lambda: theatre.now.scene.view is View.PAGE)
    finally:
        theatre.director.end()
        gallery.stop()
        decoder.close()
    assert "cannot be kept" in caplog.text
