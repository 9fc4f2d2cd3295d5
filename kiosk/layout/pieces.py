# SPDX-License-Identifier: Apache-2.0
"""Pieces: what pagination moves about. A line of a paragraph is a piece, and so is a whole figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from kiosk.layout.model import Box, BoxRole, Rect, Shape

FREE = 0.0
"""A break that is as good as none."""

BETWEEN_ITEMS = 8.0
LONELY_ITEM = 90.0
"""A break behind a list's first item or before its last one."""

BEFORE_TABLE_ROW = 12.0
IN_PARAGRAPH = 25.0
INTRODUCTION = 200.0
"""A break behind a sentence that ends with a colon."""

IN_ITEM = 2_000.0
IN_CALLOUT = 4_000.0
LONELY_LINE = 8_000.0
"""A widow or an orphan: one line of a paragraph alone on a page."""

AFTER_HEADING = 50_000.0
HEADING_FIRST = -25.0
"""What a page gains by beginning with a heading."""

LIST_FIRST, CALLOUT_FIRST = 40.0, 60.0
"""What a page costs that begins with a list or a callout, away from what it belongs to."""


class Placed(Struct, frozen=True):
    """Boxes and shapes in their place, with the upper edge at y = 0."""

    boxes: tuple[Box, ...]
    shapes: tuple[Shape, ...] = ()
    height: float = 0.0


class Piece(Struct, frozen=True):
    """A thing that is never cut: its boxes, its height, and what a page break around it costs.

    `space` is the room above it, dropped at the top of a page, and `space_behind` the room under it that is
    kept only where a page ends with it (a callout's lower edge). Pieces with the same `block` are joined into
    one box where they stand on the same page; those with the same `panel` (0 is none) stand on one panel.
    `beside` stands in the side column and takes no height. `carried` is drawn above the piece where a page
    begins with it (a table's head). `start` is the offset of its first character in the section's running
    text.
    """

    placed: Placed
    block: int
    height: float
    space: float = 0.0
    space_behind: float = 0.0
    words: int = 0
    cost_behind: float = FREE
    cost_first: float = 0.0
    beside: Placed | None = None
    carried: Placed | None = None
    panel: int = 0
    start: int = 0
    terms: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    seconds: float = 0.0

    @property
    def own(self) -> tuple[Box, ...]:
        """Return the boxes whose text is the section's own."""
        boxes = (*self.placed.boxes, *(self.beside.boxes if self.beside else ()))
        return tuple(box for box in boxes if not box.repeat and box.role is not BoxRole.FURNITURE)

    @property
    def tied(self) -> bool:
        """Tell whether it must not be the last of a page."""
        return self.cost_behind >= AFTER_HEADING


def tied_height(pieces: Sequence[Piece]) -> float:
    """Return the height of the headings at the end of pieces, which want to stand with what follows."""
    height = 0.0
    for piece in reversed(pieces):
        if not piece.tied:
            break
        height += piece.space + piece.height
    return height


def knots(pieces: Sequence[Piece]) -> Iterator[float]:
    """Yield the height of each run of pieces that should stand on one page."""
    height = 0.0
    begins = True
    for piece in pieces:
        if begins:
            height = piece.height + (piece.carried.height if piece.carried else 0.0)
        else:
            height += piece.space + piece.height
        begins = not piece.tied
        if begins:
            yield height + piece.space_behind


def moved(rect: Rect, dx: float, dy: float) -> Rect:
    """Return a rectangle in another place."""
    return Rect(rect.x + dx, rect.y + dy, rect.width, rect.height)


def lowered(box: Box, dy: float) -> Box:
    """Return a box with its lines further down."""
    lines = tuple(replace(line, y=line.y + dy, baseline=line.baseline + dy) for line in box.lines)
    return replace(box, rect=moved(box.rect, 0.0, dy), lines=lines)


def lowered_all(placed: Placed, dy: float) -> Placed:
    """Return boxes and shapes further down."""
    shapes = tuple(replace(shape, rect=moved(shape.rect, 0.0, dy)) for shape in placed.shapes)
    return Placed(tuple(lowered(box, dy) for box in placed.boxes), shapes, placed.height)


def joined(upper: Box, lower: Box) -> Box:
    """Return two parts of one block as one box; the lower one follows the upper one."""
    rect = Rect(
        min(upper.rect.x, lower.rect.x),
        upper.rect.y,
        max(upper.rect.right, lower.rect.right) - min(upper.rect.x, lower.rect.x),
        lower.rect.bottom - upper.rect.y,
    )
    return replace(upper, rect=rect, text=upper.text + lower.text, lines=upper.lines + lower.lines)
