# SPDX-License-Identifier: Apache-2.0
"""How long text is, by Qt's own layout; may be used from any one thread at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtGui import QFontMetricsF, QTextLayout, QTextLine, QTextOption

from kiosk.layout.model import Direction, FontMetrics, Line, Run, Spot, TextStyle
from kiosk.render.fonts import Families
from kiosk.render.syllables import break_word
from kiosk.render.typeset import SOFT_HYPHEN, Composed, compose, text_layout

_SLACK_PX = 0.05


class QtMeasure:
    """Breaks text into lines as Qt will draw it; `language` says how its words break into syllables."""

    def __init__(self, families: Families, language: str = "en") -> None:
        self._families = families
        self._language = language
        self._metrics: dict[TextStyle, FontMetrics] = {}

    def metrics(self, style: TextStyle) -> FontMetrics:
        """Return the measures of the body font in a style."""
        if style not in self._metrics:
            qt = QFontMetricsF(self._families.font(style.px, style.weight))
            self._metrics[style] = FontMetrics(qt.ascent(), qt.descent(), qt.capHeight(), qt.xHeight())
        return self._metrics[style]

    def lines(
        self, runs: Sequence[Run], style: TextStyle, width: float, direction: Direction
    ) -> tuple[Line, ...]:
        """Break runs into lines of at most `width`; a word wider than that is broken at a syllable."""
        composed = compose(runs)
        layout = self._broken(composed, style, width, direction)
        breaks = self._breaks(composed, layout, style, width)
        if breaks:
            composed = compose(runs, breaks)
            layout = self._broken(composed, style, width, direction)
        return tuple(_line(composed, layout.lineAt(n)) for n in range(layout.lineCount()))

    def _broken(
        self, composed: Composed, style: TextStyle, width: float, direction: Direction
    ) -> QTextLayout:
        """Return a layout whose lines are as wide as asked, or one unbreakable word wider."""
        wrap = QTextOption.WrapMode.WordWrap
        layout = text_layout(composed, style, self._families, direction, wrap=wrap)
        layout.beginLayout()
        while composed.text and (line := layout.createLine()).isValid():
            line.setLineWidth(width)
        layout.endLayout()
        return layout

    def _breaks(
        self, composed: Composed, layout: QTextLayout, style: TextStyle, width: float
    ) -> dict[int, str]:
        """Return where words that are too wide may break, by offset in what is read."""
        breaks: dict[int, str] = {}
        for line in _too_wide(layout, width):
            start, end = _range(composed, line)
            runs, first, _last = composed.cut(start, end)
            word = "".join(run.text for run in runs if not run.mark)
            weight = max(style.weight, 700) if any(run.strong for run in runs) else style.weight
            advance = QFontMetricsF(self._families.font(style.px, weight)).horizontalAdvance
            found = break_word(word, self._language, width, advance)
            breaks.update({first + at: char for at, char in found.items()})
        return breaks


def _too_wide(layout: QTextLayout, width: float) -> Iterator[QTextLine]:
    """Yield the lines whose one word is wider than the column."""
    lines = (layout.lineAt(n) for n in range(layout.lineCount()))
    return (line for line in lines if line.naturalTextWidth() > width + _SLACK_PX)


def _range(composed: Composed, line: QTextLine) -> tuple[int, int]:
    """Return the first character of a line and the one behind its last."""
    start = line.textStart()
    return composed.character(start), composed.character(start + line.textLength())


def _line(composed: Composed, line: QTextLine) -> Line:
    """Return one of Qt's lines as a value."""
    start, end = _range(composed, line)
    runs, first, last = composed.cut(start, end)
    return Line(
        runs=runs,
        start=first,
        end=last,
        width=line.naturalTextWidth(),
        spots=tuple(_spots(composed, line, start, end)),
        hyphen=composed.text[start:end].endswith(SOFT_HYPHEN),
    )


def _spots(composed: Composed, line: QTextLine, start: int, end: int) -> Iterator[Spot]:
    """Yield where taught words stand in a line."""
    for piece in composed.pieces:
        low, high = max(start, piece.start), min(end, piece.end)
        shown = composed.text[low:high]
        high -= len(shown) - len(shown.rstrip())
        if piece.run.term and low < high:
            edges = sorted((_x(line, composed.units[low]), _x(line, composed.units[high])))
            yield Spot(piece.run.term, edges[0], edges[1] - edges[0])


def _x(line: QTextLine, unit: int) -> float:
    """Return the x of the edge before a UTF-16 position."""
    found: object = line.cursorToX(unit)
    place = found[0] if isinstance(found, tuple) else found
    return place if isinstance(place, float) else 0.0
