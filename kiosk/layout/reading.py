# SPDX-License-Identifier: Apache-2.0
"""Reading pages: a section's blocks on full screens for the one who stands before them."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from kiosk.content.finding import Finding
from kiosk.content.pack import Section
from kiosk.layout.art import drawing
from kiosk.layout.dwell import reading_s
from kiosk.layout.flow import BESIDE_EM, TABLE_TOO_WIDE
from kiosk.layout.frame import Frame
from kiosk.layout.furniture import Furniture, furnish
from kiosk.layout.model import Box, Direction, Ink, Page, Rect, Shape
from kiosk.layout.paginate import Limits, paginate
from kiosk.layout.pieces import Piece, Placed, joined, knots, lowered_all
from kiosk.layout.setup import SetUp, direction_of
from kiosk.layout.styles import TIGHTNESS

MOST_WORDS = 120
DRAWING_SHARE = 0.3
"""A drawing stands under the text only where as much of the column is free, in height and for its width."""


def reading_pages(set_up: SetUp, section: Section) -> tuple[tuple[Page, ...], tuple[Finding, ...]]:
    """Return a section's pages for reading, and what was found while setting them."""
    furniture = furnish(set_up, section)
    frame = furniture.frame
    pieces, findings = _flowing(set_up, frame, section)
    beside = frame.side.height + BESIDE_EM * frame.body_px if frame.side else 0.0
    limits = Limits(frame.column.height, MOST_WORDS, beside)
    breaks = paginate(pieces, limits)
    pages = tuple(
        _page(set_up, section, furniture, pieces[first:behind], number=number, count=len(breaks))
        for number, (first, behind) in enumerate(breaks, 1)
    )
    return pages, findings


def _flowing(set_up: SetUp, frame: Frame, section: Section) -> tuple[tuple[Piece, ...], tuple[Finding, ...]]:
    """Return a section's pieces, headings and captions no smaller than lets each stand with what follows."""
    best: tuple[tuple[Piece, ...], tuple[Finding, ...]] | None = None
    for tightness in TIGHTNESS:
        made = set_up.flow(frame, section.language, section.id, tightness).pieces(section.blocks)
        if max(knots(made[0]), default=0.0) <= frame.column.height:
            best = best or made
            if not any(finding.rule == TABLE_TOO_WIDE for finding in made[1]):
                return made
    return best or made


def _page(
    set_up: SetUp, section: Section, furniture: Furniture, pieces: Sequence[Piece], *, number: int, count: int
) -> Page:
    sheet = _filled(furniture.frame, pieces, direction_of(section.language, set_up))
    art = _decoration(furniture.frame, section, sheet)
    sources = tuple(dict.fromkeys(source for piece in pieces for source in piece.sources))
    words = sum(piece.words for piece in pieces)
    seconds = sum(piece.seconds for piece in pieces)
    return Page(
        section=section.id,
        title=section.title,
        language=section.language,
        direction=direction_of(section.language, set_up),
        layout=set_up.layout,
        number=number,
        count=count,
        start=pieces[0].start,
        boxes=(*sheet.boxes, *art.boxes, *furniture.boxes(number, count, sources)),
        shapes=(furniture.rail(), *art.shapes, *sheet.shapes),
        words=words,
        dwell_s=reading_s(words, seconds),
        accent=section.flags.accent,
        terms=tuple(dict.fromkeys(term for piece in pieces for term in piece.terms)),
        sources=sources,
    )


class _Sheet(Struct, frozen=True):
    """Boxes and shapes in their place on a page, and where the text ends."""

    boxes: tuple[Box, ...]
    shapes: tuple[Shape, ...]
    bottom: float
    beside: bool


def _filled(frame: Frame, pieces: Sequence[Piece], direction: Direction) -> _Sheet:
    """Place pieces one under the other, and those of the side column beside them."""
    boxes: list[tuple[int, Box]] = []
    shapes: list[Shape] = []
    y, beside_y = frame.column.y, frame.column.y
    panels: dict[int, Rect] = {}
    for place, piece in enumerate(pieces):
        y += piece.space if place else 0.0
        top = y
        if place == 0 and piece.carried is not None:
            y = _put(boxes, shapes, piece.carried, y, -1)
        _put(boxes, shapes, piece.placed, y, piece.block)
        if piece.beside is not None:
            _put(boxes, shapes, piece.beside, beside_y, -1)
            beside_y += piece.beside.height
        y += piece.height + (piece.space_behind if piece is pieces[-1] else 0.0)
        if piece.panel:
            top = panels[piece.panel].y if piece.panel in panels else top
            panels[piece.panel] = Rect(frame.column.x, top, frame.column.width, y - top)
    drawn = [shape for panel in panels.values() for shape in _panel(panel, frame, direction)]
    placed = tuple(box for _, box in boxes)
    return _Sheet(placed, (*drawn, *shapes), y, beside_y > frame.column.y)


def _put(boxes: list[tuple[int, Box]], shapes: list[Shape], placed: Placed, y: float, block: int) -> float:
    """Add what is placed at y; a line of the block above it joins that box. Return the y under it."""
    lower = lowered_all(placed, y)
    shapes.extend(lower.shapes)
    for box in lower.boxes:
        if boxes and block >= 0 and boxes[-1][0] == block and boxes[-1][1].role is box.role:
            boxes[-1] = (block, joined(boxes[-1][1], box))
        else:
            boxes.append((block, box))
    return y + placed.height


def _panel(panel: Rect, frame: Frame, direction: Direction) -> tuple[Shape, Shape]:
    """Return the panel of a callout and the rule at the side where its lines begin."""
    thick = max(2.0, round(0.2 * frame.body_px))
    x = panel.right - thick if direction is Direction.RTL else panel.x
    return Shape(panel, Ink.TINT), Shape(replace(panel, x=x, width=thick), Ink.ACCENT)


def _decoration(frame: Frame, section: Section, sheet: _Sheet) -> Placed:
    """Return the section's drawing where a page has room for it and no figure of its own."""
    if section.image is None or sheet.beside:
        return Placed(())
    if frame.side is not None:
        edge = min(frame.side.width, frame.side.height)
        return drawing(Rect(frame.side.x, frame.side.y, frame.side.width, edge), section.image)
    top = sheet.bottom + 1.2 * frame.body_px
    free = frame.column.bottom - top
    if free < DRAWING_SHARE * max(frame.column.height, frame.column.width):
        return Placed(())
    edge = min(0.62 * frame.column.width, free)
    return drawing(Rect(frame.column.x, frame.column.bottom - edge, frame.column.width, edge), section.image)
