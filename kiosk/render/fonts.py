# SPDX-License-Identifier: Apache-2.0
"""The fonts that come with the program, which one stands in for another, and what no font can show."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from math import ceil
from pathlib import Path

from msgspec import Struct
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QRawFont, QTextLayout

BODY = "Atkinson Hyperlegible Next"
STAND_INS = (
    "Kiosk Latin",
    "Kiosk Arabic",
    "Kiosk Hebrew",
    "Kiosk Math",
    "Kiosk Symbols",
    "Kiosk Signs",
    "Kiosk Chinese",
)
"""Families cut from Noto, asked in this order for a glyph that the body font lacks."""

INSTALLED = (
    "Noto Sans CJK SC",
    "Noto Sans CJK JP",
    "Noto Sans CJK TC",
    "Noto Sans CJK KR",
    "Noto Color Emoji",
)
"""Families too large to come along; each is used where the machine has it."""

VERSION = 2
"""Raised when the font files change, so that pictures painted with older ones are painted anew."""

_PROBE_PX = 1000
_SLACK_PX = 0.01


class Families(Struct, frozen=True):
    """The families of a text, first choice first, and the height of its capitals as a share of the em."""

    names: tuple[str, ...]
    cap_ratio: float

    def font(self, px: float, weight: int = 400, *, italic: bool = False) -> QFont:
        """Return a fresh font, never smaller than asked, in whole pixels; threads do not share fonts."""
        font = QFont(list(self.names))
        font.setPixelSize(max(1, ceil(px - _SLACK_PX)))
        font.setWeight(_weight(weight))
        font.setItalic(italic)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setStyleStrategy(QFont.StyleStrategy.NoSubpixelAntialias)
        return font

    def missing(self, text: str) -> set[str]:
        """Return the characters for which neither these families nor the machine's fonts have a glyph."""
        wanted = {char for char in text if _drawn(char)}
        for name in self.names:
            if not wanted:
                break
            raw = QRawFont.fromFont(_probe_font(name))
            wanted = {char for char in wanted if not raw.supportsCharacter(ord(char))}
        return {char for char in wanted if self._is_box(char)}

    def _is_box(self, char: str) -> bool:
        """Tell whether Qt, asking every installed font too, finds no glyph for a character."""
        layout = QTextLayout(char, self.font(32))
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        return any(glyph == 0 for run in layout.glyphRuns() for glyph in run.glyphIndexes())


def load_fonts(folder: Path) -> Families:
    """Register every font of a folder and return the order in which they are asked.

    Fonts that the scene names itself get the same stand-ins. Files that are no fonts are passed over.
    """
    for file in sorted(folder.glob("*.ttf")):
        QFontDatabase.addApplicationFontFromData(file.read_bytes())
    names = (BODY, *_present(STAND_INS), *_present(INSTALLED))
    QFont.removeSubstitutions(BODY)
    QFont.insertSubstitutions(BODY, list(names[1:]))
    caps = QFontMetricsF(_probe_font(BODY)).capHeight() / _PROBE_PX
    return Families(names, caps)


def _present(names: tuple[str, ...]) -> Iterator[str]:
    """Yield those families that can be had."""
    return (name for name in names if QFontDatabase.hasFamily(name))


def _probe_font(name: str) -> QFont:
    """Return a family at a size large enough to measure."""
    font = QFont(name)
    font.setPixelSize(_PROBE_PX)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def _weight(weight: int) -> QFont.Weight:
    """Return the nearest weight that there is a file for."""
    if weight >= 675:
        return QFont.Weight.Bold
    return QFont.Weight.DemiBold if weight >= 500 else QFont.Weight.Normal


def _drawn(char: str) -> bool:
    """Tell whether a character leaves ink; spaces, controls, joiners and directions do not."""
    return unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Zs", "Zl", "Zp"} and not (
        0xFE00 <= ord(char) <= 0xFE0F
    )
