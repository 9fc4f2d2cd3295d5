# SPDX-License-Identifier: Apache-2.0
"""PNG files of our own: whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from kiosk.render.png import read_png, write_png


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
