# SPDX-License-Identifier: Apache-2.0
"""Composition: a text, a style and a width become lines in their place."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct

from kiosk.content.blocks import Text, cited
from kiosk.layout.model import (
    Box,
    BoxRole,
    Direction,
    Ink,
    Line,
    Measure,
    Rect,
    Run,
    SetLine,
    TextStyle,
)
from kiosk.layout.pieces import joined, lowered

SHORT_LINE, EVENED_SHARE, EVENING_STEP = 0.35, 0.6, 0.05
"""A last line below that share of the longest is evened out, in that share of the width, by such steps."""

WORD_CHARACTERS = 6.0
"""How many characters count as a word where a language puts no spaces between its words."""


BEFORE_MARK = "\u2009"
"""The thin space between a text and the numbers of its sources."""


class Cell(Struct, frozen=True):
    """Where a text may stand: its left edge and its width."""

    x: float
    width: float

    def inner(self, lead: float, trail: float, direction: Direction) -> Cell:
        """Return the cell without room at the side where the text begins and at the one where it ends."""
        left = trail if direction is Direction.RTL else lead
        return Cell(self.x + left, self.width - lead - trail)


class Compositor(Struct, frozen=True):
    """Sets text in one direction with one measure; `numbers` gives each source its number."""

    measure: Measure
    direction: Direction
    numbers: Mapping[str, int]
    mm_per_px: float

    def runs(self, text: Text) -> tuple[Run, ...]:
        """Return the runs of a text, the numbers of its sources raised behind what they stand for."""
        runs: list[Run] = []
        for span in text:
            if span.text:
                runs.append(Run(span.text, span.strong, span.emphasis, span.code, span.term))
            known = sorted({self.numbers[source] for source in span.sources if source in self.numbers})
            if known:
                runs.append(Run(BEFORE_MARK + ",".join(str(number) for number in known), mark=True))
        return tuple(runs)

    def lines(
        self, text: Text, style: TextStyle, cell: Cell, role: BoxRole, ink: Ink = Ink.TEXT
    ) -> tuple[Box, ...]:
        """Return the lines of a text, each a box of its own with its upper edge at y = 0."""
        broken = self.measure.lines(self.runs(text), style, cell.width, self.direction)
        return tuple(self._box(line, style, cell, role, ink) for line in broken)

    def line(self, words: str, style: TextStyle, cell: Cell, role: BoxRole, ink: Ink) -> tuple[Box, ...]:
        """Return the lines of a plain text."""
        broken = self.measure.lines((Run(words),), style, cell.width, self.direction)
        return tuple(self._box(line, style, cell, role, ink) for line in broken)

    def sources_in(self, box: Box) -> tuple[str, ...]:
        """Return the ids of the sources whose numbers are raised in a box, in the order of the numbers."""
        marks = [run.text for placed in box.lines for run in placed.line.runs if run.mark]
        shown = {number for mark in marks for number in mark.strip(BEFORE_MARK).split(",")}
        return tuple(source for source, number in self.numbers.items() if str(number) in shown)

    def height(self, style: TextStyle) -> float:
        """Return the height of a line."""
        return style.px * style.leading

    def width(self, words: str, style: TextStyle) -> float:
        """Return how wide a text is on one line."""
        broken = self.measure.lines((Run(words),), style, 1_000_000.0, self.direction)
        return max((line.width for line in broken), default=0.0)

    def _box(self, line: Line, style: TextStyle, cell: Cell, role: BoxRole, ink: Ink) -> Box:
        metrics = self.measure.metrics(style)
        height = self.height(style)
        baseline = (height - metrics.ascent - metrics.descent) / 2 + metrics.ascent
        x = cell.x + cell.width - line.width if self.direction is Direction.RTL else cell.x
        return Box(
            role=role,
            rect=Rect(x, 0.0, line.width, height),
            text=line.text,
            style=style,
            lines=(SetLine(line, x, 0.0, baseline),),
            ink=ink,
            cap_mm=metrics.cap_height * self.mm_per_px,
        )


def stacked(boxes: tuple[Box, ...], y: float = 0.0) -> tuple[tuple[Box, ...], float]:
    """Return boxes one under the other from y on, and the y under the last."""
    placed = []
    for box in boxes:
        placed.append(lowered(box, y))
        y += box.rect.height
    return tuple(placed), y


def together(boxes: tuple[Box, ...]) -> tuple[Box, ...]:
    """Return lines that stand one under the other as one box, or nothing of nothing."""
    if not boxes:
        return ()
    placed, _ = stacked(boxes)
    whole = placed[0]
    for box in placed[1:]:
        whole = joined(whole, box)
    return (whole,)


def evened(broken: Callable[[Cell], tuple[Box, ...]], cell: Cell, direction: Direction) -> tuple[Box, ...]:
    """Return lines, broken earlier where the last would else be a word or two; they grow no more by it."""
    best, width = broken(cell), cell.width
    while len(best) > 1 and best[-1].rect.width < SHORT_LINE * max(box.rect.width for box in best):
        width -= EVENING_STEP * cell.width
        narrower = broken(begun(cell, width, direction))
        if width < EVENED_SHARE * cell.width or len(narrower) > len(best) or not _between_words(narrower):
            break
        best = narrower
    return best


def begun(cell: Cell, width: float, direction: Direction) -> Cell:
    """Return a cell of another width at the side where lines begin."""
    return Cell(cell.x + cell.width - width if direction is Direction.RTL else cell.x, width)


def _between_words(lines: tuple[Box, ...]) -> bool:
    """Tell whether lines end where words do."""
    return all(box.text.endswith((" ", "-")) for box in lines[:-1])


def terms_of(box: Box) -> tuple[str, ...]:
    """Return the taught words of a box."""
    return tuple(spot.term for placed in box.lines for spot in placed.line.spots)


def count_words(words: str, language: str) -> int:
    """Return how many words a reader has to read; a number or an address counts as two (see `dwell`)."""
    if language.split("-", maxsplit=1)[0] in {"zh", "ja", "th", "km", "lo", "my"}:
        return round(len("".join(words.split())) / WORD_CHARACTERS)
    return sum(2 if any(sign.isdigit() for sign in word) or "://" in word else 1 for word in words.split())


def sources_of(*texts: Text) -> tuple[str, ...]:
    """Return the sources that texts cite, each once."""
    return tuple(dict.fromkeys(source for text in texts for source in cited(text)))
