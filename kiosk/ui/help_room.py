# SPDX-License-Identifier: Apache-2.0
"""How crisis help and the closed page stand: the size of their words, and what goes where on small glass."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from kiosk.layout.frame import Frame
from kiosk.layout.model import Rect
from kiosk.ui.fitting import WORD, advance, height, largest, least_px
from kiosk.ui.snapshot import Number

DESK, NUMBER, NAME = 1.5, 1.7, 1.0
"""Sizes in crisis help, as multiples of its running text."""

CLINIC, TITLE, CALL = 1.15, 1.7, 1.2
"""Sizes on the closed page, as multiples of its running text."""

GAP, PLAY = 1.25, 0.25
"""How far the times stand from the days, and by how much Qt Quick may set a line wider than it measures.

Multiples of the size of the text; Arabic words are set wider.
"""

HOURS_SHARE: Final = 0.64
"""How much of the closed page's width the hours may take beside the numbers."""


class CrisisWords(Struct, frozen=True):
    """What crisis help says around the numbers; `where` names the country where the clinic's is not known."""

    desk: str
    no_call: str
    where: str = ""


class HelpLine(Struct, frozen=True):
    """A number with what it is, the page on which it stands, from 0, and how wide the numbers are there."""

    number: str
    name: str
    how: str
    sheet: int = 0
    column: float = 0.0


def crisis_room(frame: Frame) -> Rect:
    """Return where crisis help stands: the whole page above the bar, within its margins."""
    side = max(frame.gap_px, 1.2 * frame.margin_px)
    top = 0.5 * frame.margin_px
    return Rect(frame.page.x + side, frame.page.y + top, frame.page.width - 2 * side, frame.page.height - top)


def stacked(frame: Frame) -> bool:
    """Tell whether crisis help says under a number what it is: on upright glass, beside it else."""
    room = crisis_room(frame)
    return room.height > room.width


def number_width(frame: Frame, numbers: Sequence[Number], px: float) -> float:
    """Return how wide the column of numbers is at a size of text."""
    if stacked(frame):
        return crisis_room(frame).width
    return max((advance(line.number, NUMBER * px, bold=True) for line in numbers), default=0.0) + 1.2 * px


def crisis_px(frame: Frame, numbers: Sequence[Number], said: CrisisWords) -> float:
    """Return the largest size at which all of crisis help stands on the page.

    Where none does, as on the smallest glass, there are pages: as few as the smallest words need.
    """
    least = least_px(frame)
    whole = largest(2.2 * frame.label_px, least, lambda px: _crisis_fits(frame, numbers, said, px))
    pages = len(_sheets(frame, numbers, said, least))
    if _crisis_fits(frame, numbers, said, whole) or pages == len(numbers):
        return whole
    return largest(frame.label_px, least, lambda px: len(_sheets(frame, numbers, said, px)) <= pages)


def crisis_paged(
    frame: Frame, numbers: Sequence[Number], said: CrisisWords, px: float
) -> tuple[HelpLine, ...]:
    """Return the numbers with the page of crisis help for each, as many on one as stand there."""
    return tuple(
        HelpLine(line.number, line.name, line.how, page, number_width(frame, sheet, px))
        for page, sheet in enumerate(_sheets(frame, numbers, said, px))
        for line in sheet
    )


def _sheets(
    frame: Frame, numbers: Sequence[Number], said: CrisisWords, px: float
) -> tuple[tuple[Number, ...], ...]:
    sheets: list[tuple[Number, ...]] = []
    for line in numbers:
        if sheets and _crisis_fits(frame, (*sheets[-1], line), said, px):
            sheets[-1] = (*sheets[-1], line)
        else:
            sheets.append((line,))
    return tuple(sheets)


def _crisis_fits(frame: Frame, numbers: Sequence[Number], said: CrisisWords, px: float) -> bool:
    room, over = crisis_room(frame), stacked(frame)
    if not over and px > 1.25 * frame.label_px and advance(said.desk, DESK * px, bold=True) > room.width:
        return False
    beside = room.width if over else room.width - number_width(frame, numbers, px)
    rows = sum(_crisis_row(line, px, beside, over=over) for line in numbers)
    around = height(said.desk, DESK * px, room.width, bold=True) + 1.2 * px
    if said.where:
        around += height(said.where, px, room.width) + 0.4 * px
    if not frame.narrow:
        around += height(said.no_call, px, room.width) + px
    return beside > 8 * px and rows + around <= room.height


def _crisis_row(line: Number, px: float, beside: float, *, over: bool) -> float:
    number = height(line.number, NUMBER * px, beside, bold=True) if over else 1.3 * NUMBER * px
    said = height(line.name, NAME * px, beside, bold=True) + height(line.how, px, beside)
    return (number + said if over else max(number, said)) + 0.9 * px


class ClosedPage(Struct, frozen=True):
    """What the closed page says: clinic and title, a line for each day, and where help is."""

    heads: Sequence[str]
    days: Sequence[tuple[str, str]]
    numbers: Sequence[Number]
    where: str = ""


def day_width(days: Sequence[tuple[str, str]], px: float, width: float) -> float:
    """Return how wide the column of days is, its gap included: as its longest line, or what the times leave.

    Where the times leave less than the longest word, nothing is gained: the times break then, not the days.
    """
    left, longest = width - _times_width(days, px), _longest_day(days, px)
    words = [advance(word, px) for day, _ in days for word in WORD.findall(day)]
    return min(longest, left) if left >= max(words, default=px) + (GAP + PLAY) * px else longest


def _longest_day(days: Sequence[tuple[str, str]], px: float) -> float:
    return max((advance(day, px) for day, _ in days), default=0.0) + (GAP + PLAY) * px


def _times_width(days: Sequence[tuple[str, str]], px: float) -> float:
    return max((advance(times, px) for _, times in days), default=0.0) + 1


def hours_width(frame: Frame, days: Sequence[tuple[str, str]], px: float) -> float:
    """Return the width of the hours: half of the page beside the numbers, more where they need it."""
    room = crisis_room(frame)
    if stacked(frame):
        return room.width
    both = room.width - 2 * px
    return max(both / 2, min(_longest_day(days, px) + _times_width(days, px), HOURS_SHARE * both))


def closed_shown(frame: Frame, said: ClosedPage) -> tuple[float, tuple[Number, ...]]:
    """Return the largest size for the closed page: clinic, title and hours, and the numbers that stand there.

    Help stands beside the hours on a wide screen, else below them. Where all of it is too much it is told
    without how to use the numbers, then the first of them; the button of crisis help leads to all.
    """
    short = tuple(replace(line, how="") for line in said.numbers)
    choices = (tuple(said.numbers), *(short[:count] for count in range(len(short), 0, -1)))
    for numbers in choices:
        told = replace(said, numbers=numbers)
        px = largest(1.8 * frame.label_px, least_px(frame), partial(_closed_fits, frame, told))
        if _closed_fits(frame, told, px):
            break
    return px, numbers


def _closed_fits(frame: Frame, said: ClosedPage, px: float) -> bool:
    room, over = crisis_room(frame), stacked(frame)
    width = hours_width(frame, said.days, px)
    beside = width if over else room.width - 2 * px - width
    days = day_width(said.days, px, width)
    if _times_width(said.days, px) > width - days:
        return False
    sizes = (CLINIC * px, TITLE * px)
    head = sum(height(text, size, width, bold=True) for text, size in zip(said.heads, sizes, strict=True))
    hours = head + px + sum(height(day, px, days - (GAP + PLAY) * px) + 0.3 * px for day, _ in said.days)
    lines = height(said.where, px, beside) + 0.5 * px if said.where else 0.0
    lines += sum(_closed_row(line, px, beside) for line in said.numbers)
    if over:
        return hours + lines + 1.5 * px <= room.height
    # On small glass the hours may reach down beside the button of crisis help, where no bar stands.
    below = frame.bar.height if frame.narrow else 0.0
    return lines + 0.5 * px <= room.height and hours + 0.5 * px <= room.height + below


def _closed_row(line: Number, px: float, width: float) -> float:
    how = height(line.how, px, width) if line.how else 0.0
    return height(line.number, CALL * px, width, bold=True) + height(line.name, px, width) + how + 0.5 * px
