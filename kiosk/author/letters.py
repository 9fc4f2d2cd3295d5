# SPDX-License-Identifier: Apache-2.0
"""Whether every character of a pack can be drawn: what no font has is a box on the screen."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence

from kiosk.content.finding import Finding, Place
from kiosk.content.report import finding

Missing = Callable[[str], set[str]]
"""Text → the characters for which no font has a glyph."""


def check_letters(file: str, lines: Sequence[str], missing: Missing) -> Iterator[Finding]:
    """Yield each character of a file that no font can draw, once, where it stands first."""
    waiting = missing("".join(lines))
    for number, line in enumerate(lines, 1):
        for column, char in enumerate(line, 1):
            if char in waiting:
                waiting.discard(char)
                name = unicodedata.name(char, "a character without a name").lower()
                yield finding(
                    "glyph-missing",
                    Place(file, number, column),
                    f"No font of this machine can draw “{char}” (U+{ord(char):04X}, {name}).",
                    "Write it in another way, or install a font that has it.",
                )
