# SPDX-License-Identifier: Apache-2.0
"""From runs to a text that Qt lays out, and back from Qt's UTF-16 positions to characters of the runs."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QFont, QTextCharFormat, QTextLayout, QTextOption

from kiosk.layout.model import Direction, Run, TextStyle
from kiosk.render.fonts import Families

NEW_LINE = "\u2028"
SOFT_HYPHEN = "\u00ad"
BREAK_HERE = "\u200b"

MARK_SIZE = 0.6
"""A source's number, as a share of the text's size; its top stands level with the capitals'."""

_HEIGHT = 1.3
"""Ascent and descent of the body font together, as a multiple of its em."""

_GLUE = "\u2060\u202f"
_NO_BREAK = str.maketrans({" ": "\u00a0", "-": "\u2011"})
_LAST_SPACE = re.compile(rf" +(?={NEW_LINE}|$)")
_ONE_LINE = str.maketrans({"\n": NEW_LINE, "\t": " ", "\r": " ", "\u2029": NEW_LINE, "\u0085": NEW_LINE})


class Piece(Struct, frozen=True):
    """A stretch of the laid-out text: where it starts there, and where in what is read.

    `read` is the text of the run as it is read; it is empty for a mark and for an inserted break.
    """

    run: Run
    shown: str
    read: str
    start: int
    offset: int

    @property
    def end(self) -> int:
        """Return where it ends in the laid-out text."""
        return self.start + len(self.shown)


class Composed(Struct, frozen=True):
    """A text as Qt gets it: its pieces, and the UTF-16 position of each character."""

    pieces: tuple[Piece, ...]
    text: str
    units: tuple[int, ...]

    def character(self, unit: int) -> int:
        """Return the index of the character at a UTF-16 position."""
        return bisect_left(self.units, unit)

    def cut(self, start: int, end: int) -> tuple[tuple[Run, ...], int, int]:
        """Return the runs between two characters, and the first and last offset of what is read there."""
        runs: list[Run] = []
        first = last = -1
        for piece in self._between(start, end):
            low, high = max(start, piece.start), min(end, piece.end)
            part = piece.read[low - piece.start : high - piece.start]
            if first < 0:
                first = piece.offset + (low - piece.start if piece.read else 0)
            last = piece.offset + (high - piece.start if piece.read else 0)
            if piece.run.mark:
                if low == piece.start:
                    runs.append(piece.run)
            elif part and runs and replace(runs[-1], text="") == replace(piece.run, text=""):
                runs[-1] = replace(runs[-1], text=runs[-1].text + part)
            elif part:
                runs.append(replace(piece.run, text=part))
        return tuple(runs), max(first, 0), max(last, 0)

    def _between(self, start: int, end: int) -> Iterator[Piece]:
        """Yield the pieces that reach into a range."""
        return (piece for piece in self.pieces if piece.start < end and start < piece.end)


def compose(runs: Sequence[Run], breaks: Mapping[int, str] | None = None) -> Composed:
    """Join runs to one text; `breaks` are invisible characters to insert before an offset of what is read."""
    pieces: list[Piece] = []
    offset = start = 0
    for run in runs:
        parts = (
            (("", _GLUE + run.text.strip().translate(_NO_BREAK)),)
            if run.mark
            else _parts(run, offset, breaks)
        )
        for read, shown in parts:
            pieces.append(Piece(run, shown, read, start, offset))
            start += len(shown)
            offset += len(read)
    text = _LAST_SPACE.sub(lambda space: BREAK_HERE * len(space[0]), "".join(piece.shown for piece in pieces))
    units = tuple(accumulate((1 + (ord(char) > 0xFFFF) for char in text), initial=0))
    return Composed(tuple(pieces), text, units)


def _parts(run: Run, offset: int, breaks: Mapping[int, str] | None) -> Iterator[tuple[str, str]]:
    """Yield a run's text as read and as shown, cut where a break is inserted."""
    cuts = [at for at in sorted(breaks or ()) if offset <= at < offset + len(run.text)]
    at = 0
    for cut in cuts:
        yield run.text[at : cut - offset], run.text[at : cut - offset].translate(_ONE_LINE)
        yield "", (breaks or {})[cut]
        at = cut - offset
    yield run.text[at:], run.text[at:].translate(_ONE_LINE)


def text_layout(
    composed: Composed,
    style: TextStyle,
    families: Families,
    direction: Direction,
    *,
    wrap: QTextOption.WrapMode,
    mark_ink: str = "",
) -> QTextLayout:
    """Return Qt's layout of a text, its lines not yet made."""
    layout = QTextLayout(composed.text, families.font(style.px, style.weight))
    option = QTextOption()
    rtl = direction is Direction.RTL
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    option.setWrapMode(wrap)
    layout.setTextOption(option)
    layout.setFormats(list(_formats(composed, style, families, direction, mark_ink)))
    layout.setCacheEnabled(True)
    return layout


def _formats(
    composed: Composed, style: TextStyle, families: Families, direction: Direction, mark_ink: str
) -> Iterator[QTextLayout.FormatRange]:
    """Yield the stretches that are not set in the plain body font."""
    for piece in composed.pieces:
        run = piece.run
        if not piece.shown or not (run.mark or run.strong or run.emphasis):
            continue
        form = QTextCharFormat()
        form.setFont(_font(run, style, families, direction))
        if run.mark:
            form.setBaselineOffset(_raise(families))
        if mark_ink and run.mark:
            form.setForeground(QBrush(QColor(mark_ink)))
        form_range = QTextLayout.FormatRange()
        form_range.start = composed.units[piece.start]
        form_range.length = composed.units[piece.end] - composed.units[piece.start]
        form_range.format = form
        yield form_range


def _font(run: Run, style: TextStyle, families: Families, direction: Direction) -> QFont:
    """Return the font of a run: stress is slanted, and heavier where a script knows no slant."""
    if run.mark:
        return families.font(style.px * MARK_SIZE)
    slanted = run.emphasis and direction is Direction.LTR
    heavy = run.strong or (run.emphasis and not slanted)
    return families.font(style.px, max(style.weight, 700) if heavy else style.weight, italic=slanted)


def _raise(families: Families) -> float:
    """Return by how many percent of its own height a mark is raised."""
    return 100 * families.cap_ratio * (1 / MARK_SIZE - 1) / _HEIGHT
