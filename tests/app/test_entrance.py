# SPDX-License-Identifier: Apache-2.0
"""The entrance: a poster hangs where one is kept, the station takes its place, and no fault is swallowed."""

from __future__ import annotations

import gc
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtQuick import QQuickItem, QQuickWindow
from pytestqt.qtbot import QtBot

from kiosk import paths
from kiosk.app import photographer
from kiosk.app.asked import Asked, Surroundings
from kiosk.app.clock import Clocks
from kiosk.app.doorbell import Doorbell
from kiosk.app.ending import signals_kept
from kiosk.app.entrance import PATIENCE_MS
from kiosk.app.photographer import pixels_of
from kiosk.app.posters import Posters, posters_for
from kiosk.app.station import Station
from kiosk.render.pixels import pack, unpack
from kiosk.ui.window import SceneFailed
from tests.app.lobby import SIZE, coloured, show, written

pytestmark = pytest.mark.usefixtures("qapp", "caplog")

MAGENTA = "#a01060"


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Keep a poster soon, in a cache of the test's own."""
    monkeypatch.setattr(photographer, "STILL_MS", 20)
    monkeypatch.setenv("KIOSK_CACHE", str(tmp_path / "cache"))
    yield
    gc.unfreeze()
    gc.enable()


@pytest.fixture
def around(tmp_path: Path) -> Iterator[Surroundings]:
    clocks = Clocks(time.monotonic, lambda: datetime.now().astimezone())
    with signals_kept() as kept:
        yield Surroundings(clocks, tmp_path / "run", Doorbell(), kept)


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    return Asked(written(tmp_path), window=SIZE)


@pytest.fixture
def posters(asked: Asked) -> Posters:
    return posters_for(paths.cache() / "posters", asked, asked.settings)


@pytest.fixture
def kept(asked: Asked, around: Surroundings, posters: Posters) -> Posters:
    """Start once, so that there is a poster."""
    assert show(asked, around, lambda _: posters.note.exists()) == 0
    return posters


def colour(window: QQuickWindow) -> str:
    """Return the colour of the window's first pixel."""
    return window.grabWindow().pixelColor(0, 0).name()


def daub(posters: Posters) -> None:
    """Paint the kept poster over, so that it can be told from the page."""
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    image.fill(QColor(MAGENTA))
    posters.picture.write_bytes(pack(pixels_of(image)))


def watching(seen: list[str], end: Callable[[QQuickWindow], bool]) -> Callable[[QQuickWindow], bool]:
    """Return a look that writes down what stands in the corner until the end."""

    def look(window: QQuickWindow) -> bool:
        seen.append(colour(window))
        return end(window)

    return look


def test_the_poster_is_the_opening_to_the_pixel(asked: Asked, around: Surroundings, kept: Posters) -> None:
    poster = unpack(kept.picture.read_bytes())
    assert poster is not None
    assert (poster.width, poster.height) == SIZE

    def same(window: QQuickWindow) -> bool:
        furnished = window.property("furnished") is True
        hangs = window.findChild(QQuickItem, "poster")
        assert isinstance(hangs, QQuickItem)
        return furnished and not hangs.isVisible() and pixels_of(window.grabWindow()) == poster

    assert show(asked, around, same) == 0


def test_a_poster_hangs_first_and_makes_way_and_is_mended(
    asked: Asked, around: Surroundings, kept: Posters, monkeypatch: pytest.MonkeyPatch
) -> None:
    daub(kept)
    hung: list[str] = []
    furnish = Station.furnish

    def late(self: Station, app: QGuiApplication, hall: object) -> None:
        window = getattr(hall, "window", None)
        assert isinstance(window, QQuickWindow)
        hung.append(colour(window))
        furnish(self, app, hall)  # type: ignore[arg-type] # what came is handed on

    monkeypatch.setattr(Station, "furnish", late)
    content = kept.picture.read_bytes()

    assert show(asked, around, lambda _: kept.note.exists() and kept.picture.read_bytes() != content) == 0

    assert hung == [MAGENTA]
    mended = unpack(kept.picture.read_bytes())
    assert mended is not None
    assert mended.data[:3] != bytes.fromhex(MAGENTA[1:])[::-1]


@pytest.mark.parametrize("change", ["another glass", "another day", "a spoilt picture", "another pack"])
@pytest.mark.qt_log_ignore("Failed to get image from provider")
def test_where_anything_is_another_no_poster_hangs(
    change: str, asked: Asked, around: Surroundings, kept: Posters
) -> None:
    daub(kept)
    record = kept.known()
    assert record is not None
    match change:
        case "another glass":
            kept.keep(kept.picture.read_bytes(), record._replace(glass=(800, 600)))
        case "another day":
            kept.keep(kept.picture.read_bytes(), record._replace(spans=(("2020-01-01", "2020-01-02"),)))
        case "a spoilt picture":
            kept.picture.write_bytes(kept.picture.read_bytes()[:200])
        case "another pack":
            kept.keep(kept.picture.read_bytes(), record._replace(print="0"))
    seen: list[str] = []
    assert show(asked, around, watching(seen, coloured)) == 0
    assert MAGENTA not in seen


def test_what_fails_behind_the_poster_ends_the_program(
    asked: Asked, around: Surroundings, kept: Posters, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise SceneFailed("The stage could not be loaded.")

    monkeypatch.setattr(Station, "furnish", fail)
    with pytest.raises(SceneFailed):
        show(asked, around, lambda _: False)


def test_the_station_does_not_wait_for_a_frame_that_never_comes(
    asked: Asked, around: Surroundings, kept: Posters, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = time.monotonic()
    monkeypatch.setattr("kiosk.app.entrance.show_hall", lambda *_: None)
    assert show(asked, around, lambda window: window.property("furnished") is True) == 0
    assert time.monotonic() - begun >= PATIENCE_MS / 1000


def test_nothing_is_built_any_more_once_the_window_is_gone(
    asked: Asked,
    around: Surroundings,
    kept: Posters,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    built: list[object] = []
    monkeypatch.setattr("kiosk.app.entrance.PATIENCE_MS", 50)
    monkeypatch.setattr("kiosk.app.entrance.show_hall", lambda *_: None)
    monkeypatch.setattr(Station, "furnish", lambda *_: built.append(_))
    assert show(asked, around, lambda _: True) == 0
    assert built == []
    qtbot.wait(100)
    assert built == []


def test_it_needs_nothing_of_the_station_before_the_poster_hangs() -> None:
    needed = "kiosk.cli.main, kiosk.app.run, kiosk.app.entrance"
    code = f"import sys; before = set(sys.modules); import {needed}; print(*set(sys.modules) - before)"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(said.stdout.split())
    ours = {name for name in loaded if name.startswith("kiosk.")}
    assert {name.split(".")[1] for name in ours} == {"app", "cli", "render", "ui", "station", "paths"}
    assert len(ours) < 32
    assert not {"msgspec", "dataclasses"} & loaded
