# SPDX-License-Identifier: Apache-2.0
"""Bitmaps that are the memory of a file: the same from memory and from a disk, whole or not at all."""

from __future__ import annotations

import gc
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QImage

from kiosk.render import bitmap
from kiosk.render.bitmap import PIXELS_AT

MEMORY = Path("/dev/shm")  # noqa: S108 # what lies in memory on every Linux


def picture(width: int = 20, height: int = 10, colour: int = 0x336699) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(colour)
    image.setPixel(width - 1, 0, 0xFFFF0000)
    return image


@pytest.fixture(params=["memory", "disk"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    """Return where a picture may be written, in memory and on a disk."""
    if request.param == "disk":
        yield tmp_path / "pages" / "one.bmp"
        return
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        yield Path(folder) / "pages" / "one.bmp"


def mapped(place: Path) -> int:
    """Return how often this process has a file mapped."""
    return Path("/proc/self/maps").read_text(encoding="utf-8").count(str(place))


def test_a_picture_comes_back_as_it_was(place: Path) -> None:
    bitmap.write(picture(), place)
    assert place.stat().st_size == bitmap.size_bytes(20, 10) == PIXELS_AT + 800
    loaded = bitmap.load(place)
    assert loaded.format() == QImage.Format.Format_RGB32
    assert loaded == picture()
    assert QImage(str(place)).convertToFormat(loaded.format()) == picture()
    assert [each.name for each in place.parent.iterdir()] == [place.name]


@given(width=st.integers(1, 90), height=st.integers(1, 40), colour=st.integers(0, 0xFFFFFF))
def test_a_picture_of_any_size_comes_back(width: int, height: int, colour: int) -> None:
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        place = Path(folder) / "one.bmp"
        bitmap.write(picture(width, height, colour), place)
        assert bitmap.load(place) == picture(width, height, colour)


def test_from_memory_it_is_the_file_itself_until_nobody_shows_it() -> None:
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        place = Path(folder) / "one.bmp"
        bitmap.write(picture(), place)
        image = bitmap.load(place)
        assert mapped(place) == 1
        place.unlink()
        gc.collect()
        assert image == picture()
        del image
        assert mapped(place) == 0


def test_what_is_painted_anew_under_the_same_name_leaves_the_old_picture_as_it_is(place: Path) -> None:
    bitmap.write(picture(), place)
    before = bitmap.load(place)
    bitmap.write(picture(colour=0xAA0000), place)
    assert before == picture()
    assert bitmap.load(place) == picture(colour=0xAA0000)


def cut(place: Path) -> None:
    os.truncate(place, place.stat().st_size - 4)


def foreign(place: Path) -> None:
    picture().save(str(place.with_suffix(".png")))
    place.with_suffix(".png").replace(place)


@pytest.mark.parametrize("spoil", [cut, foreign, Path.unlink, lambda place: place.write_bytes(b"")])
def test_what_is_not_whole_is_no_picture(spoil: Callable[[Path], object]) -> None:
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        place = Path(folder) / "one.bmp"
        bitmap.write(picture(), place)
        spoil(place)
        assert bitmap.load(place).isNull()
        assert mapped(place) == 0


def test_a_picture_that_is_not_there_is_none(tmp_path: Path) -> None:
    assert bitmap.load(tmp_path / "gone" / "one.bmp").isNull()
