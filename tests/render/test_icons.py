# SPDX-License-Identifier: Apache-2.0
"""Icons: every one drawn, in one colour, within its square, kept as a file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage

from kiosk.paths import resources
from kiosk.render.icons import icon_file, icon_image, icon_names

ICONS = resources() / "icons"
NAMES = (
    "close",
    "contrast",
    "copy",
    "faster",
    "finished",
    "help",
    "language",
    "listen",
    "louder",
    "minus",
    "more",
    "next",
    "pause",
    "play",
    "plus",
    "previous",
    "read",
    "repeat",
    "slower",
    "softer",
    "sources",
    "stop",
    "text-size",
    "topics",
    "words",
)


def test_all_icons_are_there() -> None:
    assert icon_names(ICONS) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_has_ink_in_its_colour_and_air_around(qapp: QGuiApplication, name: str) -> None:
    image = icon_image((ICONS / f"{name}.svg").read_bytes(), "#0b5457", 96)
    pixels = [image.pixelColor(x, y) for x in range(96) for y in range(96)]
    solid = [pixel.name() for pixel in pixels if pixel.alpha() == 255]
    assert len(solid) > 150
    assert set(solid) == {"#0b5457"}
    edge = [(x, y) for x in range(96) for y in (0, 95)] + [(x, y) for y in range(96) for x in (0, 95)]
    assert all(image.pixelColor(x, y).alpha() == 0 for x, y in edge)


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_keeps_to_one_stroke(name: str) -> None:
    head = (ICONS / f"{name}.svg").read_text()
    assert 'viewBox="0 0 24 24"' in head
    assert re.search(r'stroke-width="2\.2" stroke-linecap="round" stroke-linejoin="round"', head)


def test_an_icon_is_drawn_once_a_colour_and_size(qapp: QGuiApplication, tmp_path: Path) -> None:
    first = icon_file(ICONS, "next", "#0b5457", 40, tmp_path / "icons")
    stamp = first.stat().st_mtime_ns
    assert icon_file(ICONS, "next", "#0b5457", 40, tmp_path / "icons") == first
    assert first.stat().st_mtime_ns == stamp
    assert QImage(str(first)).width() == 40
    others = {
        icon_file(ICONS, "next", colour, px, tmp_path / "icons")
        for colour, px in (("#000000", 40), ("#0b5457", 41))
    }
    assert len(others | {first}) == 3


def test_a_folder_that_takes_nothing_raises_the_system_s_error(qapp: QGuiApplication, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OSError, match="file"):
        icon_file(ICONS, "next", "#0b5457", 40, tmp_path / "file" / "icons")
