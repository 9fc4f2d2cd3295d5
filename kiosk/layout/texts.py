# SPDX-License-Identifier: Apache-2.0
"""Headings, paragraphs, lists and callouts as pieces."""

from __future__ import annotations

from msgspec.structs import replace

from kiosk.content.blocks import Callout, Heading, Item, List, Text, plain
from kiosk.layout import pieces as price
from kiosk.layout.compose import Cell
from kiosk.layout.model import BoxRole, Direction, Ink, Rect, Shape
from kiosk.layout.pieces import Piece, Placed, lowered
from kiosk.layout.typesetter import Typesetter, priced

BULLET = "•"
COLONS = (":", "\uff1a")
INDENT, DEEPER = 1.35, 1.2
"""Where an item's words begin, and how much further in those of a nested list, in em."""

PARTS = 1000
"""How many blocks of their own one block of a section may have: items, paragraphs of a callout."""


def heading_pieces(setter: Typesetter, block: Heading, number: int) -> list[Piece]:
    """Return a heading's lines; none of them is to be the last of a page."""
    major = block.level == 2
    style = setter.styles.heading if major else setter.styles.subheading
    space = 1.1 * setter.styles.body.px
    made = setter.lines(block.text, style, setter.cell, BoxRole.HEADING, block=number * PARTS, space=space)
    made = [replace(piece, cost_behind=price.AFTER_HEADING) for piece in made]
    bonus = price.HEADING_FIRST if major else price.HEADING_FIRST / 2
    return [replace(piece, cost_first=bonus) for piece in made[:1]] + made[1:]


def paragraph_pieces(setter: Typesetter, text: Text, number: int) -> list[Piece]:
    """Return a paragraph's lines; one that ends with a colon wants to stand with what it announces."""
    body = setter.styles.body
    behind = price.INTRODUCTION if plain(text).rstrip().endswith(COLONS) else price.FREE
    made = setter.lines(text, body, setter.cell, BoxRole.PARAGRAPH, block=number * PARTS, space=0.7 * body.px)
    return priced(made, price.IN_PARAGRAPH, behind)


def list_pieces(setter: Typesetter, block: List, number: int) -> list[Piece]:
    """Return the lines of a list's items, each item's first with its dot or number."""
    made: list[Piece] = []
    lead = _lead(setter, block)
    last = len(block.items) - 1
    for place, item in enumerate(block.items):
        behind = price.LONELY_ITEM if place in {0, last - 1} else price.BETWEEN_ITEMS
        behind = price.FREE if place == last else behind
        made += _item(setter, item, lead, number * PARTS + place, behind)
    return [replace(piece, cost_first=price.LIST_FIRST) for piece in made[:1]] + made[1:]


def callout_pieces(setter: Typesetter, block: Callout, number: int) -> list[Piece]:
    """Return the lines of a callout, with room for the edges of the panel that it stands on."""
    style = setter.styles.callout
    pad = (0.8 * setter.styles.air - 0.1) * style.px
    cell = setter.cell.inner(1.1 * style.px, 0.9 * style.px, setter.compositor.direction)
    made: list[Piece] = []
    for place, text in enumerate(block.paragraphs):
        space = 0.5 * style.px
        lines = setter.lines(text, style, cell, BoxRole.CALLOUT, block=number * PARTS + place, space=space)
        made += priced(lines, price.IN_CALLOUT, price.IN_CALLOUT)
    edge = Placed((), (), pad)
    made = [replace(piece, panel=number + 1, carried=edge, space_behind=pad) for piece in made]
    if made:
        made[0] = _opened(made[0], pad, 0.9 * style.px * setter.styles.air)
        made[-1] = replace(made[-1], height=made[-1].height + pad, space_behind=0.0, cost_behind=price.FREE)
    return made


def _opened(piece: Piece, pad: float, space: float) -> Piece:
    """Return a callout's first line under the panel's upper edge."""
    boxes = tuple(lowered(box, pad) for box in piece.placed.boxes)
    height = piece.height + pad
    first = price.CALLOUT_FIRST
    return replace(piece, placed=Placed(boxes), height=height, space=space, carried=None, cost_first=first)


def _lead(setter: Typesetter, block: List) -> float:
    """Return how far in the words of a list's outer items begin."""
    body = setter.styles.body
    numbers = {item.marker for item in block.items} - {BULLET, ""}
    widest = max((setter.compositor.width(number, body) for number in numbers), default=0.0)
    return max(INDENT * body.px, widest + 0.55 * body.px)


def _item(setter: Typesetter, item: Item, lead: float, block: int, behind: float) -> list[Piece]:
    body = setter.styles.body
    indent = lead + DEEPER * item.depth * body.px
    cell = setter.cell.inner(indent, 0.0, setter.compositor.direction)
    made = setter.lines(item.text, body, cell, BoxRole.ITEM, block=block, space=0.42 * body.px)
    made = priced(made, price.IN_ITEM, behind)
    if item.marker and made:
        made[0] = _marked(setter, made[0], item, indent)
    return made


def _marked(setter: Typesetter, piece: Piece, item: Item, indent: float) -> Piece:
    """Return an item's first line with its dot, dash or number before it."""
    (box,) = piece.placed.boxes
    body = setter.styles.body
    if item.marker != BULLET:
        width = setter.compositor.width(item.marker, body) + 1
        room = _before(setter, indent - 0.35 * body.px, width)
        number = setter.compositor.line(item.marker, body, room, BoxRole.FURNITURE, Ink.ACCENT)
        return replace(piece, placed=Placed((*number, box)))
    wide, high = (0.4, 0.09) if item.depth else (0.27, 0.27)
    middle = box.lines[0].baseline - 0.335 * body.px
    place = _before(setter, indent - 0.45 * body.px, wide * body.px)
    rect = Rect(place.x, middle - high * body.px / 2, place.width, high * body.px)
    dot = Shape(rect, Ink.ACCENT, high * body.px / 2)
    return replace(piece, placed=Placed((box,), (dot,)))


def _before(setter: Typesetter, end: float, width: float) -> Cell:
    """Return a cell that ends so far in from the side where lines begin."""
    cell = setter.cell
    if setter.compositor.direction is Direction.RTL:
        return Cell(cell.x + cell.width - end, width)
    return Cell(cell.x + end - width, width)
