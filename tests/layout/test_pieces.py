# SPDX-License-Identifier: Apache-2.0
"""Pieces know what belongs to them and what they are tied to."""

from kiosk.layout.model import Box, BoxRole, Ink, Line, Rect, Run, SetLine, Shape
from kiosk.layout.pieces import AFTER_HEADING, Piece, Placed, joined, knots, lowered_all, tied_height

ITEM = Box(BoxRole.ITEM, Rect(10, 0, 50, 20), "one")
NUMBER = Box(BoxRole.FURNITURE, Rect(0, 0, 8, 20), "1.")
HEAD = Box(BoxRole.CELL, Rect(0, 0, 50, 20), "Kind", repeat=True)


def piece(height: float, space: float = 0.0, *, tied: bool = False, head: float = 0.0) -> Piece:
    return Piece(
        Placed(()),
        0,
        height,
        space,
        cost_behind=AFTER_HEADING if tied else 0.0,
        carried=Placed((), (), head) if head else None,
    )


def test_its_own_boxes_are_no_furniture_and_no_repeats() -> None:
    assert Piece(Placed((NUMBER, ITEM, HEAD)), 0, 20, beside=Placed((ITEM,))).own == (ITEM, ITEM)


def test_headings_at_the_end_are_tied_to_what_follows() -> None:
    assert (
        tied_height([piece(5, tied=True), piece(10), piece(20, 3, tied=True), piece(30, 4, tied=True)]) == 57
    )
    assert tied_height([piece(10)]) == 0
    assert tied_height([]) == 0


def test_a_knot_is_what_should_stand_on_one_page() -> None:
    pieces = [piece(20, 9, tied=True), piece(10, 2), piece(7, 5, head=3), piece(4)]
    assert list(knots(pieces)) == [32, 10, 4]
    assert list(knots([piece(20, tied=True)])) == []


def test_lowering_moves_boxes_lines_and_shapes() -> None:
    line = SetLine(Line((Run("one"),), 0, 3, 30), 10, 0, 15)
    box = Box(BoxRole.ITEM, Rect(10, 0, 50, 20), "one", lines=(line,))
    moved = lowered_all(Placed((box,), (Shape(Rect(0, 5, 4, 4), Ink.ACCENT),), 20), 100)
    assert moved.boxes[0].rect == Rect(10, 100, 50, 20)
    assert (moved.boxes[0].lines[0].y, moved.boxes[0].lines[0].baseline) == (100, 115)
    assert moved.shapes[0].rect.y == 105
    assert moved.height == 20


def test_joined_parts_cover_both() -> None:
    lower = Box(BoxRole.ITEM, Rect(5, 20, 40, 20), " two")
    whole = joined(ITEM, lower)
    assert (whole.rect, whole.text) == (Rect(5, 0, 55, 40), "one two")
