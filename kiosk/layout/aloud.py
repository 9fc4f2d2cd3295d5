# SPDX-License-Identifier: Apache-2.0
"""What is read aloud of a page: sentence by sentence, each with the stretches of lines where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from msgspec import Struct
from msgspec.structs import replace

from kiosk.content.pack import Cue
from kiosk.layout.model import Box, BoxRole, Direction, Measure, Page, Rect, Run, SetLine, TextStyle
from kiosk.layout.sentences import sentences

_UNSEEN = {ord(sign): None for sign in "\u00ad\u200b\u2060\u200e\u200f\ufeff"}
_WIDE = 1_000_000.0
_HYPHEN = Run("-")


class Utterance(Struct, frozen=True):
    """What is spoken in one go, and the rectangles of the page that it covers, in reading order.

    `cue` is the stretch of the section's recording that says it; `goes_on` where it began on the page before.
    """

    text: str
    rects: tuple[Rect, ...] = ()
    cue: Cue | None = None
    goes_on: bool = False


def utterances(page: Page, measure: Measure) -> tuple[Utterance, ...]:
    """Return what is read aloud of a page, in order; a section's title comes first, once, on its first page.

    Furniture, what is repeated, and the numbers of sources are left out.
    """
    made: list[Utterance] = []
    if page.number == 1:
        made += _title(page, measure)
    for box in page.boxes:
        if not box.repeat and box.role is not BoxRole.FURNITURE:
            made += _spoken(box, page.direction, measure)
    return tuple(made)


def _title(page: Page, measure: Measure) -> Iterator[Utterance]:
    """Yield the section's title, marked where the title line shows it."""
    furniture = (box for box in page.boxes if box.role is BoxRole.FURNITURE)
    shown = next((box for box in furniture if _said(box.text) == _said(page.title)), None)
    if shown is not None:
        yield from _spoken(shown, page.direction, measure)
    elif _said(page.title):
        yield Utterance(_said(page.title))


def _spoken(box: Box, direction: Direction, measure: Measure) -> Iterator[Utterance]:
    """Yield the sentences of a box; without lines of its own it is marked as a whole."""
    for start, end in sentences(box.text):
        said = _said(box.text[start:end])
        if not any(sign.isalnum() for sign in said):
            continue
        if box.lines and box.style is not None:
            ruler = _Ruler(box.style, direction, measure)
            yield Utterance(said, tuple(_stretches(box, start, end, ruler)))
        else:
            yield Utterance(said, (box.rect,))


def _said(text: str) -> str:
    """Return a text as it is spoken: one space between words, nothing that is not seen."""
    return " ".join(text.translate(_UNSEEN).split())


class _Ruler(Struct, frozen=True):
    """Finds where a stretch of a line stands.

    The side where a stretch begins is found by what follows it, the other by what comes before its end, so
    that no space at an edge counts.
    """

    style: TextStyle
    direction: Direction
    measure: Measure

    def edges(self, placed: SetLine, low: int, high: int) -> tuple[float, float]:
        """Return the left and right edge of the characters from `low` to `high` of a line."""
        line = placed.line
        hyphen = (_HYPHEN,) if line.hyphen else ()
        rest = done = line.width
        if line.text[:low].strip():
            rest = min(rest, self.width((*_behind(line.runs, low), *hyphen)))
        if line.text[high:].strip():
            done = min(done, self.width(_before(line.runs, high)))
        if self.direction is Direction.RTL:
            return placed.x + line.width - done, placed.x + rest
        return placed.x + line.width - rest, placed.x + done

    def width(self, runs: tuple[Run, ...]) -> float:
        """Return how wide runs are on one line."""
        lines = self.measure.lines(runs, self.style, _WIDE, self.direction)
        return max(line.width for line in lines)


def _stretches(box: Box, start: int, end: int, ruler: _Ruler) -> Iterator[Rect]:
    """Yield the part of each line on which a stretch of a box's text stands."""
    height = box.rect.height / len(box.lines)
    behind = accumulate(len(placed.line.text) for placed in box.lines)
    for placed, last in zip(box.lines, behind, strict=True):
        first = last - len(placed.line.text)
        low, high = max(start, first), min(end, last)
        if box.text[low:high].strip():
            left, right = ruler.edges(placed, low - first, high - first)
            yield Rect(left, placed.y, right - left, height)


def _before(runs: tuple[Run, ...], end: int) -> tuple[Run, ...]:
    """Return the runs before a character, with the source's number that stands right before it."""
    kept = []
    at = 0
    for run in runs:
        if run.mark:
            kept += [run] if at <= end else []
            continue
        part = run.text[: max(0, end - at)]
        kept += [replace(run, text=part)] if part else []
        at += len(run.text)
    return tuple(kept)


def _behind(runs: tuple[Run, ...], start: int) -> tuple[Run, ...]:
    """Return the runs from a character on, without the source's number right before it."""
    kept = []
    at = 0
    for run in runs:
        if run.mark:
            kept += [run] if at > start else []
            continue
        part = run.text[max(0, start - at) :]
        kept += [replace(run, text=part)] if part else []
        at += len(run.text)
    return tuple(kept)
