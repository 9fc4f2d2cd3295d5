# SPDX-License-Identifier: Apache-2.0
"""How large a QR code stands on the glass: whole pixels a module, readable from a distance by a camera."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil, floor

from msgspec.structs import replace

from kiosk.content.blocks import QrCode, Span
from kiosk.layout.art import Art, beginning
from kiosk.layout.compose import Cell, stacked
from kiosk.layout.model import Box, BoxRole, Code, Direction, Rect
from kiosk.layout.pieces import Placed

QUIET, CARD = 4, 1
"""Light modules around a code: those that readers ask for, and those of its card's round corners."""

EDGES = 2 * (QUIET + CARD)

REACH = 10.0
"""From how far a camera reads a code, as a multiple of its side."""

LEAST_MODULE_MM = 0.5
LARGEST_MM = 100.0
"""How fine a module may be where there is room, and how large a code at arm's length need be."""

CODE_SHARE, GUTTER_SHARE = 0.4, 0.05
"""How much of a wall page's width a code may take, and what parts it from the words."""

STEP_M = 0.5
"""Distances are told in steps of half a metre."""

CAPACITY = (14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412, 450, 504, 560, 624, 666)
"""How many bytes the versions 1 to 20 hold with error correction M (ISO/IEC 18004, table 7)."""


def version_of(words: str) -> int:
    """Return the smallest version that holds a text; one that is not ASCII says that it is UTF-8."""
    needed = len(words.encode()) + (0 if words.isascii() else 1)
    return next(version for version, most in enumerate(CAPACITY, 1) if needed <= most)


def modules_of(words: str) -> int:
    """Return how many modules the code of a text has on a side, its card included."""
    return 17 + 4 * version_of(words) + EDGES


def module_px(modules: int, room_px: float, mm_per_px: float, least_mm: float, most_mm: float) -> int:
    """Return how many pixels a module takes in a room; 0 where not even one fits.

    The code is as large as the room allows up to `most_mm`, and beyond that only as `least_mm` and half a
    millimetre a module ask for; both lengths are of the code without its light edge.
    """
    inner = modules - EDGES
    least = max(least_mm / inner, LEAST_MODULE_MM) / mm_per_px
    most = max(ceil(least), floor(most_mm / inner / mm_per_px))
    return min(int(room_px // modules), most)


def reach_m(code: Code, mm_per_px: float) -> float:
    """Return from how far a code can be read, in metres, rounded down to half ones."""
    side = (code.modules - EDGES) * code.px * mm_per_px
    return floor(side * REACH / 1000 / STEP_M) * STEP_M


def abreast(whole: Rect, direction: Direction) -> tuple[Rect, Rect]:
    """Return the room for words and the one for a code beside them, at the side where lines end."""
    code = CODE_SHARE * whole.width
    words = whole.width - code - GUTTER_SHARE * whole.width
    rtl = direction is Direction.RTL
    column = replace(whole, x=whole.right - words if rtl else whole.x, width=words)
    return column, replace(whole, x=whole.x if rtl else whole.right - code, width=code)


def code_art(art: Art, block: QrCode, distance_mm: float, say: Callable[[float], str]) -> Placed:
    """Return a code on its card, as large as room and distance allow, upper edge at y = 0.

    Under it stands its caption, and from how far it can be read where that is half a metre or more.
    """
    modules, mm, room = modules_of(block.words), art.compositor.mm_per_px, art.room
    cell = Cell(room.x, room.width)
    own = art.words(block.caption, cell)

    def told(metres: float) -> tuple[Box, ...]:
        return (*own, *art.words((Span(say(metres)),), cell)) if metres else own

    words, _ = stacked(told(distance_mm / 1000))
    most = room.height - art.gap - sum(box.rect.height for box in words)
    px = module_px(modules, min(room.width, most), mm, 0.0, distance_mm / REACH)
    if px < 1:
        return Placed((), (), room.height + 1)
    code, side = Code(block.words, modules, px), float(modules * px)
    rect = Rect(round(beginning(art, side)), 0.0, side, side)
    box = Box(BoxRole.FIGURE, rect, text=block.label, code=code)
    words, bottom = stacked(told(reach_m(code, mm)), side + art.gap)
    return Placed((box, *words), (), bottom)
