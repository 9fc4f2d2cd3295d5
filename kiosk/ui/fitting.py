# SPDX-License-Identifier: Apache-2.0
"""How large words of the chrome may be: measured with the fonts that show them, never cut."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from kiosk.content.textcheck import UNSPACED
from kiosk.layout.frame import LABEL_SCALE, NARROW_CAP_MM, READING_CAP_MM, Frame

FAMILY: Final = "Atkinson Hyperlegible Next"
LEADING: Final = 1.12
"""How far the lines of the chrome's text stand apart, as a share of the font's own height."""

WRAP: Final = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft)
FAR: Final = 100_000.0
BREAK: Final = "\u200b"
"""Where a word that is too wide may break: the space without width."""

WORD: Final = re.compile(rf"[^\s{UNSPACED}]+")
"""What may not break: Chinese and Japanese break between any two characters."""

STEP: Final = 0.97
LEAST_MM: Final = 2.8


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


def height(text: str, px: float, width: float, *, bold: bool = False, anywhere: bool = False) -> float:
    """Return how tall a text is in a width; without end where a word that may not break is wider."""
    measures = metrics(px, bold=bold)
    wide = [word for word in WORD.findall(text) if measures.horizontalAdvance(word) > width]
    if wide and not anywhere:
        return FAR
    for word in wide:
        text = text.replace(word, BREAK.join(word))
    return measures.boundingRect(QRectF(0, 0, width, FAR), WRAP, text).height() * LEADING


def least_px(frame: Frame) -> float:
    """Return the size of the smallest text that may be read at arm's length: 16 arc minutes at 0.6 m."""
    return (
        LEAST_MM / (NARROW_CAP_MM if frame.narrow else READING_CAP_MM) * frame.label_px / frame_growth(frame)
    )


def frame_growth(frame: Frame) -> float:
    """Return how much larger than at first a frame's labels are."""
    return min(frame.text_scale, LABEL_SCALE) if not frame.narrow else 1.0


def largest(most: float, least: float, fits: Callable[[float], bool]) -> float:
    """Return the largest size between two that fits; the least one where none does."""
    px = most
    while px > least and not fits(px):
        px *= STEP
    return max(px, least)
