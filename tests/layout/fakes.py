# SPDX-License-Identifier: Apache-2.0
"""A measure without Qt: every character is half an em wide, capitals are 0.668 em high."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kiosk.layout.model import Direction, FontMetrics, Line, Run, Spot, TextStyle

CAP_RATIO = 0.668
MARK_SIZE = 0.6
_WORD = re.compile(r"\S+\s*|\s+")


@dataclass(frozen=True, slots=True)
class Monospace:
    """Measures text as a typewriter would; a word wider than the column is broken with a hyphen."""

    character_em: float = 0.5

    def metrics(self, style: TextStyle) -> FontMetrics:
        """Return measures like those of the real font."""
        return FontMetrics(0.95 * style.px, 0.3 * style.px, CAP_RATIO * style.px, 0.5 * style.px)

    def lines(
        self, runs: Sequence[Run], style: TextStyle, width: float, direction: Direction
    ) -> tuple[Line, ...]:
        """Break runs into lines of at most `width`."""
        assert direction in Direction
        advance = self.character_em * style.px
        text = "".join(run.text for run in runs if not run.mark)
        room = max(1.0, width / advance + 1e-6)
        return tuple(self._line(runs, text, start, end, advance) for start, end in _broken(runs, text, room))

    def _line(self, runs: Sequence[Run], text: str, start: int, end: int, advance: float) -> Line:
        inside = tuple(_cut(runs, start, end))
        marks = sum(len(run.text) for run in inside if run.mark)
        shown = len(text[start:end].rstrip())
        hyphen = end < len(text) and not text[end - 1].isspace() and not text[end].isspace()
        return Line(
            runs=inside,
            start=start,
            end=end,
            width=(shown + MARK_SIZE * marks) * advance,
            spots=tuple(_spots(inside, advance)),
            hyphen=hyphen,
        )


def _broken(runs: Sequence[Run], text: str, room: float) -> Iterator[tuple[int, int]]:
    """Yield the first character of each line and the one behind its last."""
    start = 0
    while start < len(text):
        fitting = start + 1
        for end in range(start + 1, len(text) + 1):
            if _characters(runs, text, start, end) <= room:
                fitting = end
            elif not text[end - 1].isspace():
                break
        yield start, _good_break(text, start, fitting)
        start = _good_break(text, start, fitting)


def _characters(runs: Sequence[Run], text: str, start: int, end: int) -> float:
    marks = sum(len(run.text) for run in _cut(runs, start, end) if run.mark)
    return len(text[start:end].rstrip()) + MARK_SIZE * marks


def _good_break(text: str, start: int, fitting: int) -> int:
    """Return the last end of a word up to where characters fit, or that place where there is none."""
    if fitting == len(text) or text[fitting].isspace():
        spaces = len(text[fitting:]) - len(text[fitting:].lstrip())
        return fitting + spaces
    ends = [match.end() for match in _WORD.finditer(text) if start < match.end() <= fitting]
    return ends[-1] if ends else fitting


def _cut(runs: Sequence[Run], start: int, end: int) -> Iterator[Run]:
    """Yield the runs of a stretch; a mark belongs to the line on which what it stands behind ends."""
    at = 0
    for run in runs:
        if run.mark:
            if start < at <= end:
                yield run
            continue
        low, high = max(start, at), min(end, at + len(run.text))
        if low < high:
            yield replace(run, text=run.text[low - at : high - at])
        at += len(run.text)


def _spots(runs: Sequence[Run], advance: float) -> Iterator[Spot]:
    x = 0.0
    for run in runs:
        width = len(run.text) * advance * (MARK_SIZE if run.mark else 1.0)
        if run.term:
            yield Spot(run.term, x, width)
        x += width
