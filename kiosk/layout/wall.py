# SPDX-License-Identifier: Apache-2.0
"""Wall pages: one point a page, large enough to be read from the chairs, never split, never shrunk."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from kiosk.content.blocks import IconArray, QrCode, Text, plain
from kiosk.content.finding import Finding, Place, Severity
from kiosk.content.pack import Section, WallPoint
from kiosk.layout.art import Art, figure, icon_array
from kiosk.layout.builtin import DISCLAIMER
from kiosk.layout.code import abreast, code_art
from kiosk.layout.compose import Cell, Compositor, count_words, evened, sources_of, together
from kiosk.layout.copies import COPIES, reach_words
from kiosk.layout.dwell import DISCLAIMER_S, PEOPLE_S, PICTURE_S, SHORTEST_S, wall_s
from kiosk.layout.frame import Frame
from kiosk.layout.furniture import Furniture, furnish
from kiosk.layout.model import Box, BoxRole, Direction, Page, Rect, TextStyle
from kiosk.layout.pieces import Placed, lowered, lowered_all
from kiosk.layout.setup import SetUp, direction_of
from kiosk.layout.tokens import TYPE

LEAD_CHARACTERS = 15
"""The large sentence is set no larger than leaves this many characters a line."""

LOWER_LEADS = (1.4, 1.15)
"""Sizes of a large sentence that stands on no page otherwise; the body itself never shrinks."""

LEAST_ART_SHARE = 0.2
"""A figure with less of the column's height, caption included, is too small to be seen from the chairs."""

UPPER_SHARE = 0.4
"""How much of the free height stands above the words."""


def wall_points(section: Section) -> tuple[WallPoint, ...]:
    """Return a section's points; without any, the key message alone."""
    return section.wall or (WallPoint(section.key_message),)


def wall_pages(
    set_up: SetUp, section: Section, leads: Sequence[float] = (TYPE.lead, *LOWER_LEADS)
) -> tuple[tuple[Page, ...], tuple[Finding, ...]]:
    """Return a section's wall pages; a point that does not fit is left out with a finding.

    `leads` are the sizes of its large sentence as multiples of the body's, the first that fits is taken;
    beside a code it is the last, so that the code is larger.
    """
    furniture = furnish(set_up, section)
    findings: list[Finding] = []
    sheets: list[tuple[WallPoint, Placed]] = []
    for number, point in enumerate(wall_points(section), 1):
        tried = leads[-1:] if isinstance(point.figure, QrCode) else leads
        sizes = (_placed(set_up, furniture, section, point, lead) for lead in tried)
        placed = next((one for one in sizes if one is not None), None)
        if placed is None:
            findings.append(_left_out(section, number, furniture.frame))
        else:
            sheets.append((point, placed))
    pages = tuple(
        _page(set_up, section, furniture, point, placed, number=number, count=len(sheets))
        for number, (point, placed) in enumerate(sheets, 1)
    )
    return pages, tuple(findings)


def points_too_long(set_up: SetUp, section: Section, lead: float) -> tuple[WallPoint, ...]:
    """Return a section's points that do not fit with a large sentence of one size."""
    furniture = furnish(set_up, section)
    return tuple(
        point for point in wall_points(section) if _placed(set_up, furniture, section, point, lead) is None
    )


def _left_out(section: Section, number: int, frame: Frame) -> Finding:
    return Finding(
        "wall-point-too-long",
        Severity.WARNING,
        Place(f"{section.language}/{section.id}.md"),
        f"Wall point {number} does not fit the screen at {frame.distance_mm / 1000:g} m and is left out.",
        "Shorten it, take its figure away, or set a shorter wall_distance_mm.",
    )


def _placed(
    set_up: SetUp, furniture: Furniture, section: Section, point: WallPoint, size: float
) -> Placed | None:
    """Return a point in its place, or None where it does not fit."""
    frame = furniture.frame
    compositor = set_up.compositor(direction_of(section.language, set_up))
    column, beside = _rooms(set_up, frame, point, compositor.direction)
    lead = _lead(frame, column, size)
    body = TextStyle(frame.body_px, 400, TYPE.body_leading)
    cell = Cell(column.x, column.width)
    text = _words(compositor, point.text, lead, cell, BoxRole.HEADING)
    more = _words(compositor, point.more, body, cell, BoxRole.PARAGRAPH)
    boxes, height = _under(text, more, 0.75 * frame.body_px)
    below = replace(column, height=column.height - height - frame.body_px)
    art = _art(set_up, frame, beside or below, point, section)
    if art is None:
        free = column.height - height
        return Placed(_all_lower(boxes, column.y + UPPER_SHARE * free)) if free >= 0 else None
    if beside is not None:
        free = min(column.height - height, beside.height - art.height)
        top = column.y + UPPER_SHARE * max(0.0, column.height - height)
        pictures = lowered_all(art, beside.y + UPPER_SHARE * max(0.0, beside.height - art.height))
    else:
        free = column.height - height - art.height - frame.body_px
        top = column.y + 0.25 * max(0.0, free)
        pictures = lowered_all(art, top + height + frame.body_px + 0.25 * max(0.0, free))
    if free < 0:
        return None
    return Placed((*_all_lower(boxes, top), *pictures.boxes), pictures.shapes)


def _rooms(set_up: SetUp, frame: Frame, point: WallPoint, direction: Direction) -> tuple[Rect, Rect | None]:
    """Return the room for a point's words, and the one beside them for its figure where there is one."""
    if isinstance(point.figure, QrCode) and not set_up.screen.portrait:
        return abreast(_whole(frame), direction)
    beside = frame.side if point.figure is not None else None
    return (frame.column if beside else _whole(frame)), beside


def _words(
    compositor: Compositor, text: Text, style: TextStyle, cell: Cell, role: BoxRole
) -> tuple[Box, ...]:
    """Return a text as one box whose last line is no word alone, nothing where there is none."""
    lines = evened(lambda within: compositor.lines(text, style, within, role), cell, compositor.direction)
    return together(lines)


def _whole(frame: Frame) -> Rect:
    """Return text and side column as one."""
    side = frame.side or frame.column
    left = min(frame.column.x, side.x)
    return replace(frame.column, x=left, width=max(frame.column.right, side.right) - left)


def _lead(frame: Frame, column: Rect, size: float) -> TextStyle:
    largest = column.width / (LEAD_CHARACTERS * 0.52)
    return TextStyle(
        max(frame.body_px, min(size * frame.body_px, largest)), TYPE.lead_weight, TYPE.lead_leading
    )


def _under(text: tuple[Box, ...], more: tuple[Box, ...], gap: float) -> tuple[tuple[Box, ...], float]:
    height = sum(box.rect.height for box in text)
    if not more:
        return text, height
    return (*text, *_all_lower(more, height + gap)), height + gap + more[0].rect.height


def _all_lower(boxes: tuple[Box, ...], dy: float) -> tuple[Box, ...]:
    return tuple(lowered(box, dy) for box in boxes)


def _art(set_up: SetUp, frame: Frame, room: Rect, point: WallPoint, section: Section) -> Placed | None:
    """Return a point's figure; in too little room it is set larger than that, and so does not fit."""
    compositor = set_up.compositor(direction_of(section.language, set_up))
    least = LEAST_ART_SHARE * frame.column.height
    room = replace(room, height=max(room.height, least))
    art = Art(compositor, TextStyle(frame.small_px, 400, 1.3), room, upright=frame.side is not None)
    block = point.figure
    if isinstance(block, QrCode):
        return code_art(art, block, frame.distance_mm, lambda metres: reach_words(set_up.phrases, metres))
    if isinstance(block, IconArray):
        return icon_array(art, block, set_up.phrases.say("people_of", count=block.count, of=block.of))
    return None if block is None else figure(art, block, set_up.picture_size(block.path))


def _page(
    set_up: SetUp,
    section: Section,
    furniture: Furniture,
    point: WallPoint,
    placed: Placed,
    *,
    number: int,
    count: int,
) -> Page:
    caption: Text = point.figure.caption if point.figure is not None else ()
    sources = sources_of(point.text, point.more, caption)
    shown = " ".join((section.title, plain(point.text), plain(point.more), plain(caption)))
    words = count_words(shown, section.language)
    seconds = 0.0
    if point.figure is not None:
        seconds = PEOPLE_S if isinstance(point.figure, IconArray) else PICTURE_S
    shortest = DISCLAIMER_S if section.id in {DISCLAIMER, COPIES} else SHORTEST_S
    return Page(
        section=section.id,
        title=section.title,
        language=section.language,
        direction=direction_of(section.language, set_up),
        layout=set_up.layout,
        number=number,
        count=count,
        start=0,
        boxes=(*placed.boxes, *furniture.boxes(number, count, sources)),
        shapes=(furniture.rail(), *placed.shapes),
        words=words,
        dwell_s=wall_s(words, seconds, section.flags.dwell, shortest),
        accent=section.flags.accent,
        sources=sources,
    )
