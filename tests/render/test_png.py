# SPDX-License-Identifier: Apache-2.0
"""PNG files of our own: whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from kiosk.render.png import quick_png, read_png, write_png


def test_a_picture_comes_back_as_it_was(tmp_path: Path) -> None:
    image = QImage(5, 4, QImage.Format.Format_ARGB32)
    image.fill(0x80336699)
    write_png(image, tmp_path / "a.png")
    assert read_png(tmp_path / "a.png") == image
    assert [file.name for file in tmp_path.iterdir()] == ["a.png"]


def test_what_cannot_be_written_raises_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"a\.png"):
        write_png(QImage(), tmp_path / "a.png")
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_file_is_no_picture(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"no picture")
    assert read_png(tmp_path / "a.png").isNull()


@pytest.mark.parametrize("width", [1, 6, 301])
def test_a_quick_file_holds_every_pixel(width: int, tmp_path: Path) -> None:
    image = QImage(width, 7, QImage.Format.Format_RGB32)
    for x in range(width):
        for y in range(7):
            image.setPixel(x, y, 0xFF000000 | (x * 70001 + y * 1299709) & 0xFFFFFF)
    (tmp_path / "a.png").write_bytes(quick_png(image))
    assert read_png(tmp_path / "a.png").convertToFormat(QImage.Format.Format_RGB32) == image


def test_a_spoilt_quick_file_is_no_picture(tmp_path: Path) -> None:
    image = QImage(200, 100, QImage.Format.Format_RGB32)
    image.fill(0xFF336699)
    content = bytearray(quick_png(image))
    content[len(content) // 2] ^= 0xFF
    (tmp_path / "a.png").write_bytes(content)
    assert read_png(tmp_path / "a.png").isNull()
