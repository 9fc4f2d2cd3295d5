# SPDX-License-Identifier: Apache-2.0
"""How long text is, by Qt's own layout; may be used from any one thread at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from PySide6.QtGui import QFontMetricsF, QTextLayout, QTextLine, QTextOption

from kiosk.layout.model import Direction, FontMetrics, Line, Run, Spot, TextStyle
from kiosk.render.fonts import Families
from kiosk.render.syllables import break_word
from kiosk.render.typeset import BREAK_HERE, SOFT_HYPHEN, Composed, compose, text_layout

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
            marks = max(0.0, line.naturalTextWidth() - advance(word.rstrip()))
            found = break_word(word, self._language, width - marks, advance)
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
    """Yield where taught words stand in a line, by the glyphs that draw them."""
    left = line.naturalTextRect().left()
    for _key, group in groupby(composed.pieces, key=lambda piece: id(piece.run)):
        pieces = list(group)
        low, high = max(start, pieces[0].start), min(end, pieces[-1].end)
        if not pieces[0].run.term or low >= high:
            continue
        shown = composed.text[low:high].rstrip(f" {SOFT_HYPHEN}{BREAK_HERE}")
        first, last = composed.units[low], composed.units[low + len(shown)]
        edges = list(_edges(line, first, last - first)) if shown else []
        if edges:
            yield Spot(pieces[0].run.term, min(edges) - left, max(edges) - min(edges))


def _edges(line: QTextLine, start: int, length: int) -> Iterator[float]:
    """Yield the left and right edge of every glyph of a stretch."""
    for run in line.glyphRuns(start, length):
        advances = run.rawFont().advancesForGlyphIndexes(run.glyphIndexes())
        for corner, advance in zip(run.positions(), advances, strict=True):
            yield corner.x()
            yield corner.x() + advance.x()
