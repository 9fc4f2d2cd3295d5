# SPDX-License-Identifier: Apache-2.0
"""How much stands on a panel: the size of its words and what goes on which of its pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kiosk.layout.frame import Frame
from kiosk.layout.model import Rect
from kiosk.ui.fitting import advance, height, largest, least_px
from kiosk.ui.snapshot import Entry, Number

WIDEST_EM: Final = 40.0
DESK, NUMBER, NAME = 1.5, 1.7, 1.0
"""Sizes in crisis help, as multiples of its running text."""

PAD_EM: Final = 1.2
BETWEEN_EM: Final = 0.55
TITLE_EM: Final = 1.8


@dataclass(frozen=True, slots=True)
class Line:
    """An entry with the page of the panel on which it stands, from 0."""

    id: str
    title: str
    text: str
    sheet: int = 0


@dataclass(frozen=True, slots=True)
class CrisisWords:
    """What crisis help says around the numbers; `where` names the country where the clinic's is not known."""

    desk: str
    no_call: str
    where: str = ""


def panel_room(frame: Frame) -> Rect:
    """Return the largest panel: above the bar with the page around it; all of a narrow glass."""
    if frame.narrow:
        return Rect(frame.page.x, frame.page.y, frame.page.width, frame.page.height + frame.bar.height)
    side = max(frame.gap_px, 0.5 * frame.margin_px)
    width = min(frame.page.width - 2 * side, WIDEST_EM * frame.label_px)
    x = frame.page.x + (frame.page.width - width) / 2
    return Rect(x, frame.page.y + side, width, frame.page.height - side - frame.gap_px)


def words_shown(words: Sequence[Entry], term: str) -> tuple[Line, ...]:
    """Return the word that was touched, or all of the page where it was none of them."""
    chosen = [entry for entry in words if entry.id == term] or words
    return tuple(Line(entry.id, entry.title, entry.text) for entry in chosen)


def words_px(frame: Frame, lines: Sequence[Line]) -> float:
    """Return the largest size, up to that of the page, at which all words stand on their panel."""
    inner, space = entries_space(frame)
    most = max(frame.label_px, min(frame.body_px, 2 * frame.label_px))
    return largest(
        most, least_px(frame), lambda px: sum(entry_height(line, px, inner) for line in lines) <= space
    )


def entry_height(line: Line | Entry, px: float, width: float) -> float:
    """Return how tall a word with its meaning is, with the space below it."""
    return height(line.title, px, width, bold=True) + height(line.text, px, width) + BETWEEN_EM * px


def source_height(line: Line | Entry, px: float, width: float) -> float:
    """Return how tall a source is, with the space below it; its address breaks where it must."""
    where = height(line.text, px, width, anywhere=True)
    return height(line.title, px, width, anywhere=True) + where + BETWEEN_EM * px


def sources_px(frame: Frame, sources: Sequence[Entry]) -> float:
    """Return the largest size, up to that of labels, at which the longest source stands on one panel."""
    inner, space = entries_space(frame)
    return largest(
        min(frame.body_px, frame.label_px),
        least_px(frame),
        lambda px: all(source_height(entry, px, inner) <= space for entry in sources),
    )


def sources_paged(frame: Frame, sources: Sequence[Entry], px: float) -> tuple[Line, ...]:
    """Return the sources with the page of the panel for each, as many on one as stand there."""
    inner, space = entries_space(frame)
    placed: list[Line] = []
    sheet, used = 0, 0.0
    for entry in sources:
        needed = source_height(entry, px, inner)
        if used and used + needed > space:
            sheet, used = sheet + 1, 0.0
        used += needed
        placed.append(Line(entry.id, entry.title, entry.text, sheet))
    return tuple(placed)


def panel_pad(frame: Frame) -> float:
    """Return the space around what stands on a panel."""
    return (0.6 if frame.narrow else PAD_EM) * frame.label_px


def entries_space(frame: Frame) -> tuple[float, float]:
    """Return width and height for the entries of a panel, below its title and above its buttons."""
    room, pad = panel_room(frame), panel_pad(frame)
    title = TITLE_EM * frame.label_px
    below = frame.bar.height if frame.narrow else frame.button_px + 2 * pad
    return room.width - 2 * pad, room.height - pad - title - below


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
    """Return the largest size at which all of crisis help stands on the page."""
    room, over = crisis_room(frame), stacked(frame)

    def fits(px: float) -> bool:
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

    return largest(2.2 * frame.label_px, least_px(frame), fits)


def _crisis_row(line: Number, px: float, beside: float, *, over: bool) -> float:
    number = height(line.number, NUMBER * px, beside, bold=True) if over else 1.3 * NUMBER * px
    said = height(line.name, NAME * px, beside, bold=True) + height(line.how, px, beside)
    return (number + said if over else max(number, said)) + 0.9 * px


CLINIC, TITLE, CALL = 1.15, 1.7, 1.2
"""Sizes on the closed page, as multiples of its running text."""


def day_width(days: Sequence[tuple[str, str]], px: float) -> float:
    """Return how wide the column of weekdays is at a size of text."""
    return max((advance(day, px) for day, _ in days), default=0.0) + 1.5 * px


def closed_px(
    frame: Frame,
    heads: Sequence[str],
    days: Sequence[tuple[str, str]],
    numbers: Sequence[Number],
    where: str = "",
) -> float:
    """Return the largest size for the closed page: clinic, title and hours, and where help is.

    Help stands beside the hours on a wide screen, else below them.
    """
    room, over = crisis_room(frame), stacked(frame)

    def fits(px: float) -> bool:
        width = room.width if over else (room.width - 2 * px) / 2
        times = width - day_width(days, px)
        if any(advance(said, px) > times for _, said in days):
            return False
        sizes = (CLINIC * px, TITLE * px)
        head = sum(height(text, size, width, bold=True) for text, size in zip(heads, sizes, strict=True))
        hours = head + px + len(days) * (height("0", px, width) + 0.3 * px)
        lines = height(where, px, width) + 0.5 * px if where else 0.0
        lines += sum(
            height(line.number, CALL * px, width, bold=True)
            + height(line.name, px, width)
            + height(line.how, px, width)
            + 0.5 * px
            for line in numbers
        )
        return (hours + lines + px if over else max(hours, lines)) + 0.5 * px <= room.height

    return largest(1.8 * frame.label_px, least_px(frame), fits)
