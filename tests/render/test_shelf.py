# SPDX-License-Identifier: Apache-2.0
"""The files of painted pages: whole, within their bytes, and calm when the disk is not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from kiosk.render import bitmap
from kiosk.render.bitmap import PIXELS_AT
from kiosk.render.shelf import RETRY_S, PageFiles

PAGE_BYTES = 20 * 10 * 4 + PIXELS_AT


def picture(colour: int = 0x336699) -> QImage:
    image = QImage(20, 10, QImage.Format.Format_RGB32)
    image.fill(colour)
    return image


def refuse(where: Callable[[Path], bool], monkeypatch: pytest.MonkeyPatch, times: int = 1_000) -> None:
    """Let writing fail in some places, so many times."""
    real, left = bitmap.write, [times]

    def write(image: QImage, place: Path) -> None:
        if where(place) and left[0] > 0:
            left[0] -= 1
            raise OSError(28, "No space left on device")
        real(image, place)

    monkeypatch.setattr(bitmap, "write", write)


def test_a_picture_comes_back_as_it_was(tmp_path: Path) -> None:
    files = PageFiles(tmp_path, 50_000)
    image = picture()
    image.setPixel(3, 0, 0xFFFF0000)
    place = files.put("one", image)
    assert place is not None
    assert place.stat().st_size == PAGE_BYTES
    assert QImage(str(place)).convertToFormat(image.format()) == image
    assert files.find("one") == place
    assert not files.missing("one")
    assert files.find("two") is None
    assert files.missing("two")
    assert [file.name for file in tmp_path.iterdir()] == ["one.bmp"]


def test_pictures_of_an_earlier_run_are_gone(tmp_path: Path) -> None:
    for name in ("old.bmp", "old.bmp.12-3.part", "other.txt"):
        (tmp_path / name).write_text("old")
    PageFiles(tmp_path, 50_000)
    assert [file.name for file in tmp_path.iterdir()] == ["other.txt"]


def test_the_oldest_go_first_and_the_kept_stay(tmp_path: Path) -> None:
    files = PageFiles(tmp_path, 3 * PAGE_BYTES)
    files.put("a", picture())
    files.put("b", picture())
    files.put("c", picture())
    files.keep(("a",))
    files.put("d", picture())
    assert [name for name in "abcd" if files.find(name)] == ["a", "c", "d"]
    files.keep(("c", "a", "d"))
    files.put("e", picture())
    assert [name for name in "abcde" if files.find(name)] == ["a", "c", "d", "e"]
    files.keep(())
    files.put("f", picture())
    assert sum(file.stat().st_size for file in tmp_path.iterdir()) <= 3 * PAGE_BYTES


def test_a_file_taken_away_is_missing(tmp_path: Path) -> None:
    files = PageFiles(tmp_path, 50_000)
    place = files.put("one", picture())
    assert place is not None
    place.unlink()
    assert files.missing("one")


def test_a_full_disk_is_told_once_and_tried_again_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    now = [100.0]
    files = PageFiles(tmp_path, 50_000, clock=lambda: now[0])
    with monkeypatch.context() as patch:
        refuse(lambda _place: True, patch)
        assert files.put("one", picture()) is None
        assert files.put("two", picture()) is None
    assert "No space left" in files.trouble
    assert len(caplog.records) == 1
    assert not files.missing("one")
    now[0] += RETRY_S
    assert files.missing("one")
    assert files.put("one", picture()) is not None
    assert not files.trouble


def test_on_a_full_disk_old_pictures_make_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = PageFiles(tmp_path, 10 * PAGE_BYTES)
    files.put("old", picture())
    files.put("kept", picture())
    files.keep(("kept",))
    refuse(lambda _place: True, monkeypatch, times=1)
    assert files.put("new", picture()) is not None
    assert files.find("old") is None
    assert files.find("kept") is not None


def test_another_folder_stands_in(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "file").write_text("")
    files = PageFiles(tmp_path / "file" / "pages", 50_000, spare=tmp_path / "spare")
    place = files.put("one", picture())
    assert place == tmp_path / "spare" / "one.bmp"
    assert files.find("one") == place
    assert files.trouble
    files.put("two", picture())
    assert len(caplog.records) == 1
