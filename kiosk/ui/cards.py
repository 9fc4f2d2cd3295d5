# SPDX-License-Identifier: Apache-2.0
"""How the cards of Topics stand: columns, rows and the size of their text, from the frame and the words."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor, log
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from kiosk.layout.frame import LABEL_SCALE, Frame
from kiosk.ui.fitting import advance, height, largest, least_px
from kiosk.ui.snapshot import Card

CARD_EM, NARROW_CARD_EM = 14.0, 11.0
CARD_HEIGHT_EM: Final = 8.2
SHAPE: Final = 1.25
"""Width by height of the card that is best to look at."""

HEADING_CHARACTERS: Final = 30
CHARACTER_EM: Final = 0.56
LINE_EM: Final = 1.4
MOST_COLUMNS: Final = 4
LEAST_CARDS: Final = 3
"""Where larger words would leave fewer cards than these on a page, the words begin as large as labels."""

FOOT_EM: Final = 1.4
LEAST_DRAWING_EM, ROOMY_EM, MOST_DRAWING_EM = 1.9, 3.2, 6.0
TITLE_SIZE: Final = 1.15
LARGEST: Final = 1.6
PAD_EM: Final = 0.9
RAIL_EM: Final = 0.45


class Grid(Struct, frozen=True):
    """Where the cards of a page of Topics stand, in pixels; `heading_px` is the size of the question."""

    x: float
    y: float
    width: float
    height: float
    columns: int
    rows: int
    gap: float
    heading_px: float

    @property
    def card_width(self) -> float:
        """Return the width of a card."""
        return floor((self.width - (self.columns - 1) * self.gap) / self.columns)

    @property
    def card_height(self) -> float:
        """Return the height of a card."""
        return floor((self.height - (self.rows - 1) * self.gap) / self.rows)


def words_px(frame: Frame) -> float:
    """Return the size cards' words begin with: that of labels, in large text up to 42 arc minutes."""
    if frame.narrow:
        return frame.label_px
    return max(frame.label_px, min(frame.large_px, frame.label_px * frame.text_scale / LABEL_SCALE))


def grid(frame: Frame, count: int | None = None) -> Grid:
    """Return the grid of Topics on a frame: the fullest one, or for so many cards the most shapely one."""
    gap = max(frame.gap_px, round(0.25 * frame.margin_px))
    side = round(0.9 * frame.margin_px)
    width = frame.page.width - 2 * side
    heading = min(1.45 * frame.body_px, 2.0 * frame.label_px, width / (HEADING_CHARACTERS * CHARACTER_EM))
    top = frame.page.y + round(0.5 * frame.margin_px + LINE_EM * heading + 0.35 * frame.margin_px)
    height = frame.page.bottom - 0.5 * frame.margin_px - top
    room = Grid(frame.page.x + side, top, width, height, 1, 1, gap, heading)
    large, usual = (_filled(room, px, narrow=frame.narrow) for px in (words_px(frame), frame.label_px))
    fullest = large if large.columns * large.rows >= LEAST_CARDS else usual
    if count is None or count > fullest.columns * fullest.rows:
        return fullest
    shapes = (
        replace(fullest, columns=wide, rows=ceil(max(1, count) / wide))
        for wide in range(1, fullest.columns + 1)
    )
    return min((shape for shape in shapes if shape.rows <= fullest.rows), key=_unshapeliness)


def _filled(room: Grid, px: float, *, narrow: bool) -> Grid:
    """Return as many cards, with words of a size, as stand in a room."""
    columns = floor((room.width + room.gap) / ((NARROW_CARD_EM if narrow else CARD_EM) * px + room.gap))
    rows = floor((room.height + room.gap) / (CARD_HEIGHT_EM * px + room.gap))
    return replace(room, columns=min(MOST_COLUMNS, max(1, columns)), rows=max(1, rows))


def _unshapeliness(standing: Grid) -> float:
    return abs(log(standing.card_width / standing.card_height / SHAPE))


def cards_per_page(frame: Frame) -> int:
    """Return how many cards a page of Topics holds on a frame."""
    standing = grid(frame)
    return standing.columns * standing.rows


def page_of_cards(frame: Frame, page: int) -> slice:
    """Return which of all cards stand on a page of Topics."""
    count = cards_per_page(frame)
    return slice(page * count, (page + 1) * count)


def card_text_px(frame: Frame, standing: Grid, cards: Sequence[Card], heading: str) -> float:
    """Return the largest size at which every card's words stand inside it; `heading` is the first one's.

    Words grow beyond the size of labels only where the drawings keep their room.
    """
    label = words_px(frame)

    def fits(px: float) -> bool:
        rooms = [_room(card, heading, px, standing) for card in cards]
        if px > label and any(
            min(room, _beside(card, px, standing)) < ROOMY_EM * px
            for card, room in zip(cards, rooms, strict=True)
            if card.picture
        ):
            return False
        return all(room >= FOOT_EM * px for room in rooms)

    return largest(LARGEST * label, least_px(frame), fits)


def drawings_px(standing: Grid, cards: Sequence[Card], heading: str, px: float) -> tuple[float, ...]:
    """Return the side of each card's drawing: alike along a row, smaller on full cards, 0 without room."""
    rooms = [
        min(_beside(card, px, standing), _room(card, heading, px, standing)) if card.picture else 0.0
        for card in cards
    ]
    sides: list[float] = []
    for first in range(0, len(rooms), standing.columns):
        row = rooms[first : first + standing.columns]
        alike = min((room for room in row if room >= ROOMY_EM * px), default=0.0)
        sides += (alike if room >= ROOMY_EM * px else room for room in row)
    return tuple(float(floor(side)) if side >= LEAST_DRAWING_EM * px else 0.0 for side in sides)


def _beside(card: Card, px: float, standing: Grid) -> float:
    """Return how wide a drawing may be beside the words of the foot."""
    inner = standing.card_width - (1.8 * PAD_EM + RAIL_EM) * px
    return min(
        MOST_DRAWING_EM * px, standing.card_width / 2, inner - advance(card.pages, 0.85 * px) - 0.5 * px
    )


def _room(card: Card, heading: str, px: float, standing: Grid) -> float:
    """Return how much of a card is left under its words, the line of its foot included."""
    return standing.card_height - needed(card, heading, px, standing) + FOOT_EM * px


def needed(card: Card, heading: str, px: float, standing: Grid) -> float:
    """Return how tall a card must be for its words: title, message, foot and the space around them."""
    inner = standing.card_width - (2 * PAD_EM + RAIL_EM) * px
    title = height(heading if card.start_here else card.title, px * TITLE_SIZE, inner, bold=True)
    body = height(card.message, px, inner)
    return title + body + FOOT_EM * px + 2.6 * PAD_EM * px
