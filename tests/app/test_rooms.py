# SPDX-License-Identifier: Apache-2.0
"""A pack is looked at before it is shown."""

from __future__ import annotations

import shutil
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QGuiApplication

from kiosk import paths
from kiosk.app.contents import read_contents
from kiosk.app.edition import Edition
from kiosk.app.renewal import CannotBeShown
from kiosk.app.rooms import Rooms, Shown
from kiosk.app.shelf import Shelf
from kiosk.app.workshop import Workshop, new_press
from kiosk.layout.model import Layout
from tests.app.test_workshop import TODAY
from tests.app.theatre import SCREEN, SETTINGS, SMALL, TINY, loaded

EN = Edition("en")


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KIOSK_CACHE", str(tmp_path / "cache"))
    return shutil.copytree(TINY, tmp_path / "pack")


def shown(pack: Path) -> Shown:
    resources = paths.resources()
    contents = read_contents(replace(SETTINGS, pack=pack), resources, TODAY)
    press = new_press(contents.pack, contents.languages, loaded(), resources / "i18n")
    workshop = Workshop(press, contents, lambda: TODAY)
    shelf = Shelf(press.pack.manifest, workshop.listings(), workshop.read)
    unused = cast("Any", SimpleNamespace())
    return Shown(contents, Rooms(unused, press, shelf, unused), "print")


def test_what_was_got_ready_for_a_screen_is_used_on_it(qapp: QGuiApplication, pack: Path) -> None:
    made = shown(pack)
    made.get_ready(SCREEN, SETTINGS)
    wall = made.rooms.shelf.ready("plasters", EN, Layout.WALL)
    assert wall
    made.use(SCREEN, SETTINGS)
    assert made.rooms.shelf.ready("plasters", EN, Layout.WALL) is wall
    made.use(SCREEN, SETTINGS)
    assert made.rooms.shelf.ready("plasters", EN, Layout.WALL) is None


def test_for_another_screen_everything_is_set_anew(qapp: QGuiApplication, pack: Path) -> None:
    made = shown(pack)
    made.get_ready(SCREEN, SETTINGS)
    made.use(SMALL, SETTINGS)
    assert made.rooms.shelf.ready("plasters", EN, Layout.WALL) is None


def test_of_a_large_pack_only_the_first_section_is_read(
    qapp: QGuiApplication, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.app.shelf.FEW", 0)
    made = shown(pack)
    made.get_ready(SCREEN, SETTINGS)
    assert made.rooms.shelf.known("paper-cuts", "en")
    assert made.rooms.shelf.known("plasters", "en") is None


def test_a_pack_that_is_none_cannot_be_shown(qapp: QGuiApplication, pack: Path) -> None:
    (pack / "pack.toml").write_text("title = [\n", encoding="utf-8")
    with pytest.raises(CannotBeShown, match=r"^pack\.toml"):
        shown(pack).get_ready(SCREEN, SETTINGS)


def test_a_pack_of_which_nothing_can_be_read_cannot_be_shown(qapp: QGuiApplication, pack: Path) -> None:
    for file in pack.rglob("*.md"):
        file.write_text("no front matter\n", encoding="utf-8")
    with pytest.raises(CannotBeShown, match=r"paper-cuts\.md"):
        shown(pack).get_ready(SCREEN, SETTINGS)


def test_a_pack_without_sections_cannot_be_shown(qapp: QGuiApplication, pack: Path) -> None:
    made = shown(pack)
    made.rooms.shelf.listings = ()
    with pytest.raises(CannotBeShown, match="none of its sections"):
        made.get_ready(SCREEN, SETTINGS)


def test_one_bad_section_does_not_keep_the_others_off(qapp: QGuiApplication, pack: Path) -> None:
    (pack / "en" / "plasters.md").write_text("no front matter\n", encoding="utf-8")
    shown(pack).get_ready(SCREEN, SETTINGS)
