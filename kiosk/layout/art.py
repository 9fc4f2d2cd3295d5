# SPDX-License-Identifier: Apache-2.0
"""Art: figures and icon arrays, scaled to the room there is, with their captions."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from msgspec import Struct
from msgspec.structs import replace

from kiosk.content.blocks import Figure, IconArray, Text
from kiosk.layout.compose import Cell, Compositor, together
from kiosk.layout.model import Box, BoxRole, Direction, Ink, People, Picture, Rect, TextStyle
from kiosk.layout.pieces import Placed, lowered, lowered_all

PERSON_ASPECT = 1.33
"""Height of a person's cell as a multiple of its width."""

PICTURE_SHARE, PEOPLE_SHARE = 0.72, 0.78
"""How much of a room's height a picture or an icon array may take."""

PICTURE_FLOW_SHARE, PEOPLE_FLOW_SHARE = 0.5, 0.36
"""The same within the text of upright glass, which they would else fill."""

LEAST_SHARE = 0.4
"""Art that would be lower than this share of a flat room has its caption beside it."""

ABREAST_SHARE = 0.42
"""How much of the width art takes that has its caption beside it."""

LEAST_COLUMNS, LEAST_COLUMNS_OF_FEW = 9, 6
"""A person is drawn no wider than one of so many in the room; ten people or fewer may be larger."""


class Art(Struct, frozen=True):
    """Where art may stand; `upright` is a side column."""

    compositor: Compositor
    caption: TextStyle
    room: Rect
    upright: bool

    @property
    def gap(self) -> float:
        """Return the room between art and caption."""
        return 0.5 * self.caption.px

    def words(self, text: Text, cell: Cell) -> tuple[Box, ...]:
        """Return a caption as one box, nothing where there is none."""
        return together(self.compositor.lines(text, self.caption, cell, BoxRole.CAPTION, Ink.MUTED))


Draw = Callable[[Art, float], Placed]
"""Art in a room and at most so high, upper edge at y = 0."""


def figure(art: Art, block: Figure, size: tuple[int, int] | None) -> Placed:
    """Return a picture with its caption, upper edge at y = 0; `size` gives its proportions."""
    wide, high = size or (4, 3)

    def draw(place: Art, most: float) -> Placed:
        most = min(most, _share(place, PICTURE_SHARE, PICTURE_FLOW_SHARE) * place.room.height)
        width = min(place.room.width, most * max(1.0, wide / high))
        height = min(most, width * max(high / wide, 0.5))
        rect = Rect(beginning(place, width), 0.0, width, height)
        box = Box(BoxRole.FIGURE, rect, text=block.alt, picture=Picture(block.path, block.alt))
        return Placed((box,), (), height)

    return _captioned(art, draw, block.caption)


def icon_array(art: Art, block: IconArray, words: str) -> Placed:
    """Return the people counted, with their caption, upper edge at y = 0."""

    def draw(place: Art, most: float) -> Placed:
        most = min(most, _share(place, PEOPLE_SHARE, PEOPLE_FLOW_SHARE) * place.room.height)
        columns = columns_for(block.of, place.room.width, most, upright=place.upright)
        rows = ceil(block.of / columns)
        least = LEAST_COLUMNS if block.of > 10 else LEAST_COLUMNS_OF_FEW
        cell = min(place.room.width / max(columns, least), most / rows / PERSON_ASPECT)
        width, height = cell * columns, cell * PERSON_ASPECT * rows
        people = People(block.count, block.of, columns)
        rect = Rect(beginning(place, width), 0.0, width, height)
        return Placed((Box(BoxRole.ICON_ARRAY, rect, text=words, people=people),), (), height)

    return _captioned(art, draw, block.caption)


def drawing(room: Rect, block: Figure) -> Placed:
    """Return a section's drawing as decoration of a page, square, at the top of a room and in its middle."""
    edge = min(room.width, room.height)
    rect = Rect(room.x + (room.width - edge) / 2, room.y, edge, edge)
    picture = Picture(block.path, block.alt)
    return Placed((Box(BoxRole.FIGURE, rect, text=block.alt, picture=picture, repeat=True),), (), edge)


def columns_for(of: int, width: float, height: float, *, upright: bool) -> int:
    """Return how many people stand in a row: five of a few, ten of a hundred, more where the room is flat."""
    if of <= 20:
        return 5 if upright else max(1, min(of, 10))
    if upright or height > 0.8 * width:
        return 10
    return 20 if of <= 100 or height > 0.4 * width else 25


def _share(art: Art, usual: float, flowing: float) -> float:
    """Return the share of the height that art may take."""
    return flowing if art.room.height > art.room.width and not art.upright else usual


def _captioned(art: Art, draw: Draw, caption: Text) -> Placed:
    """Return art with its caption under it, or beside it where the room is flat and little is left."""
    room = art.room
    under = art.words(caption, Cell(room.x, room.width))
    if not under:
        return draw(art, room.height)
    most = room.height - under[0].rect.height - art.gap
    if most < LEAST_SHARE * room.height and room.width > 1.2 * room.height:
        abreast = _abreast(art, draw, caption)
        if abreast.height <= room.height:
            return abreast
    placed = draw(art, max(most, 0.1 * room.height))
    whole = lowered(under[0], placed.height + art.gap)
    return replace(placed, boxes=(*placed.boxes, whole), height=whole.rect.bottom)


def _abreast(art: Art, draw: Draw, caption: Text) -> Placed:
    rtl = art.compositor.direction is Direction.RTL
    room = art.room
    gap = art.caption.px
    width = ABREAST_SHARE * room.width
    rest = room.width - width - gap
    placed = draw(
        replace(art, room=replace(room, x=room.right - width if rtl else room.x, width=width)), room.height
    )
    (words,) = art.words(caption, Cell(room.x if rtl else room.right - rest, rest))
    height = max(placed.height, words.rect.height)
    placed = lowered_all(placed, (height - placed.height) / 2)
    whole = lowered(words, (height - words.rect.height) / 2)
    return replace(placed, boxes=(*placed.boxes, whole), height=height)


def beginning(art: Art, width: float) -> float:
    """Return the left edge of art of a width at the side where lines begin."""
    rtl = art.compositor.direction is Direction.RTL
    return art.room.right - width if rtl else art.room.x
