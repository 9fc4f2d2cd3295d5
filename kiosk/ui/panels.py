# SPDX-License-Identifier: Apache-2.0
"""How much stands on a panel: the size of its words and what goes on which of its pages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from kiosk.layout.frame import Frame
from kiosk.layout.model import Rect
from kiosk.ui.fitting import height, largest, least_px
from kiosk.ui.snapshot import Entry

WIDEST_EM: Final = 40.0
PAD_EM: Final = 1.2
BETWEEN_EM: Final = 0.55
TITLE_EM: Final = 1.8


class Line(Struct, frozen=True):
    """An entry with the page of the panel on which it stands, from 0."""

    id: str
    title: str
    text: str
    sheet: int = 0


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
