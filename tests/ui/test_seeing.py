# SPDX-License-Identifier: Apache-2.0
"""The eye of the contrast tests sees pale ink, and is not misled by the edges of letters."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter

from tests.ui.seeing import alike, contrast, ink_contrast, luminance, pixel


def written(ink: str, ground: str = "#ffffff") -> QImage:
    picture = QImage(400, 100, QImage.Format.Format_RGB32)
    picture.fill(QColor(ground))
    painter = QPainter(picture)
    font = QFont("Atkinson Hyperlegible Next")
    font.setPixelSize(36)
    painter.setFont(font)
    painter.setPen(QColor(ink))
    painter.drawText(QRectF(0, 0, 400, 100), int(Qt.AlignmentFlag.AlignCenter), "Pale or not")
    painter.end()
    return picture


def test_black_on_white_is_21_and_a_colour_on_itself_1() -> None:
    assert contrast(0, 0xFFFFFF) == pytest.approx(21)
    assert contrast(0x767B80, 0x767B80) == 1
    assert luminance(0xFFFFFF) == pytest.approx(1)


@pytest.mark.parametrize("ink", ["#000000", "#767676", "#cccccc", "#0b5457"])
def test_what_is_written_is_measured_as_it_was_meant(
    qapp: QGuiApplication, cap_ratio: float, ink: str
) -> None:
    meant = contrast(int(ink[1:], 16), 0xFFFFFF)
    assert ink_contrast(written(ink), QRectF(0, 0, 400, 100)) == pytest.approx(meant, rel=0.02)
    assert ink_contrast(written(ink, "#faf7f0"), QRectF(0, 0, 400, 100)) < meant


def test_a_place_reaches_no_further_than_the_picture(qapp: QGuiApplication) -> None:
    assert ink_contrast(written("#000000"), QRectF(-50, -50, 900, 900)) == pytest.approx(21)


def test_pixels_are_compared_with_a_little_slack() -> None:
    assert alike(0x101010, 0x131210)
    assert not alike(0x101010, 0x151010)
    picture = QImage(2, 2, QImage.Format.Format_RGB32)
    picture.fill(QColor("#123456"))
    assert pixel(picture, 0.4, 1.2) == 0x123456
