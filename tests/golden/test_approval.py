# SPDX-License-Identifier: Apache-2.0
"""A golden picture that differs is told, shown side by side, and written anew only when asked to be."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.golden import approval
from tests.golden.approval import Approval, difference, side_by_side


def plain(width: int, colour: int) -> QImage:
    image = QImage(width, 50, QImage.Format.Format_RGB32)
    image.fill(colour)
    return image


def spotted(colour: int, pixels: int) -> QImage:
    image = plain(101, 0xFFFFFF)
    for at in range(pixels):
        image.setPixel(at, 20, colour)
    return image


@pytest.mark.parametrize(
    "colour, pixels, share", [(0xFFFFFF, 9, 0.0), (0xE0E0E0, 9, 0.0), (0xFFFFDE, 9, 9), (0x000000, 101, 101)]
)
def test_pixels_count_that_an_eye_tells_apart(colour: int, pixels: int, share: float) -> None:
    assert difference(plain(101, 0xFFFFFF), spotted(colour, pixels)) == pytest.approx(share / 5050)


def test_another_size_is_wholly_different() -> None:
    assert difference(plain(101, 0), plain(100, 0)) == 1


def test_both_stand_side_by_side() -> None:
    sheet = side_by_side(plain(100, 0xFF112233), plain(80, 0xFF445566))
    assert (sheet.width(), sheet.height()) == (190, 50)
    assert (sheet.pixel(0, 0), sheet.pixel(150, 0)) == (0xFF112233, 0xFF445566)


def test_a_miss_is_shown_until_it_is_approved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(approval, "GOLDEN", tmp_path / "golden")
    comparing, approving = Approval(approving=False, misses=tmp_path), Approval(True, tmp_path)
    with pytest.raises(AssertionError, match="not approved yet"):
        comparing.check("pages/one", plain(100, 0))
    approving.check("pages/one", plain(100, 0))
    comparing.check("pages/one", plain(100, 0))
    sheet = tmp_path / "one-expected-actual.png"
    assert not sheet.exists()
    with pytest.raises(pytest.fail.Exception, match="one looks different"):
        comparing.check("pages/one", plain(100, 0xFFFFFF))
    assert QImage(str(sheet)).width() == 210
