# SPDX-License-Identifier: Apache-2.0
"""Art: figures and icon arrays, scaled to the room there is, with their captions."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from kiosk.content.blocks import Figure, IconArray
from kiosk.layout.compose import Cell, Compositor, together
from kiosk.layout.frame import Frame
from kiosk.layout.model import Box, BoxRole, Direction, Ink, People, Picture, Rect, Shape, TextStyle
from kiosk.layout.pieces import Placed, lowered

PERSON_ASPECT = 1.33
"""Height of a person's cell as a multiple of its width."""

PICTURE_SHARE, PEOPLE_SHARE = 0.72, 0.78
"""How much of a column's height a picture or an icon array may take, its caption included."""

LEAST_COLUMNS = 9
"""A person is drawn no wider than this share of the column."""


@dataclass(frozen=True, slots=True)
class Art:
    """Where art goes: the side column where there is one, else the flow."""

    compositor: Compositor
    frame: Frame
    caption: TextStyle

    @property
    def room(self) -> Rect:
        """Return the room for one piece of art."""
        return self.frame.side or self.frame.column


def figure(art: Art, block: Figure, size: tuple[int, int] | None) -> Placed:
    """Return a picture on a tinted panel with its caption, upper edge at y = 0; `size` gives its proportions."""
    caption = _caption(art, block)
    below = sum(box.rect.height for box in caption)
    room = art.room
    wide, high = size or (4, 3)
    height = min(PICTURE_SHARE * room.height, room.height - below - 0.5 * art.caption.px)
    height = max(height, 0.2 * room.height)
    width = min(room.width, height * max(1.0, wide / high))
    height = min(height, width * max(high / wide, 0.5))
    x = _beginning(art, width)
    pad = 0.08 * min(width, height)
    inner = Rect(x + pad, pad, width - 2 * pad, height - 2 * pad)
    picture = Box(BoxRole.FIGURE, inner, text=block.alt, picture=Picture(block.path, block.alt))
    panel = Shape(Rect(x, 0.0, width, height), Ink.TINT, 0.03 * width)
    return _captioned(art, (picture,), (panel,), height, caption)


def drawing(room: Rect, block: Figure) -> Placed:
    """Return a section's drawing on its panel as decoration of a page, square, at the top of a room."""
    edge = min(room.width, room.height)
    pad = 0.1 * edge
    x = room.x + room.width - edge
    inner = Rect(x + pad, room.y + pad, edge - 2 * pad, edge - 2 * pad)
    picture = Box(
        BoxRole.FIGURE, inner, text=block.alt, picture=Picture(block.path, block.alt), repeat=True
    )
    return Placed((picture,), (Shape(Rect(x, room.y, edge, edge), Ink.TINT, 0.05 * edge),), edge)


def icon_array(art: Art, block: IconArray, words: str) -> Placed:
    """Return the people counted, with their caption, upper edge at y = 0."""
    caption = _caption(art, block)
    below = sum(box.rect.height for box in caption) + 0.5 * art.caption.px
    room = art.room
    columns = columns_for(block.of, room, upright=art.frame.side is not None)
    rows = ceil(block.of / columns)
    most = min(PEOPLE_SHARE * room.height, room.height - below)
    most = max(most, 0.2 * room.height)
    cell = min(room.width / max(columns, LEAST_COLUMNS), most / rows / PERSON_ASPECT)
    width, height = cell * columns, cell * PERSON_ASPECT * rows
    people = Box(
        BoxRole.ICON_ARRAY,
        Rect(_beginning(art, width), 0.0, width, height),
        text=words,
        people=People(block.count, block.of, columns),
    )
    return _captioned(art, (people,), (), height, caption)


def columns_for(of: int, room: Rect, *, upright: bool) -> int:
    """Return how many people stand in a row: five of a few, ten of a hundred, more where the room is flat."""
    if of <= 20:
        return 5 if upright else max(1, min(of, 10))
    return 10 if upright or room.height > 0.8 * room.width else 20


def _caption(art: Art, block: Figure | IconArray) -> tuple[Box, ...]:
    cell = Cell(art.room.x, art.room.width)
    return art.compositor.lines(block.caption, art.caption, cell, BoxRole.CAPTION, Ink.MUTED)


def _captioned(
    art: Art, boxes: tuple[Box, ...], shapes: tuple[Shape, ...], height: float, caption: tuple[Box, ...]
) -> Placed:
    if not caption:
        return Placed(boxes, shapes, height)
    top = height + 0.5 * art.caption.px
    whole = lowered(together(caption)[0], top)
    return Placed((*boxes, whole), shapes, whole.rect.bottom)


def _beginning(art: Art, width: float) -> float:
    rtl = art.compositor.direction is Direction.RTL
    return art.room.right - width if rtl else art.room.x
