# SPDX-License-Identifier: Apache-2.0
"""How large words of the chrome may be: measured with the fonts that show them, never cut."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF

FAMILY: Final = "Atkinson Hyperlegible Next"
LEADING: Final = 1.12
"""How far the lines of the chrome's text stand apart, as a share of the font's own height."""

WRAP: Final = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft)
FAR: Final = 100_000.0
STEP: Final = 0.97


def metrics(px: float, *, bold: bool = False) -> QFontMetricsF:
    """Return the measures of the chrome's font at a size."""
    font = QFont(FAMILY)
    font.setPixelSize(max(1, round(px)))
    font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return QFontMetricsF(font)


def advance(text: str, px: float, *, bold: bool = False) -> float:
    """Return how wide a text is in one line."""
    return metrics(px, bold=bold).horizontalAdvance(text)


def height(text: str, px: float, width: float, *, bold: bool = False) -> float:
    """Return how tall a text is in a width; without end where one of its words alone is wider."""
    measures = metrics(px, bold=bold)
    if any(measures.horizontalAdvance(word) > width for word in text.split()):
        return FAR
    return measures.boundingRect(QRectF(0, 0, width, FAR), WRAP, text).height() * LEADING


def largest(most: float, least: float, fits: Callable[[float], bool]) -> float:
    """Return the largest size between two that fits; the least one where none does."""
    px = most
    while px > least and not fits(px):
        px *= STEP
    return max(px, least)
