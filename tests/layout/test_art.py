# SPDX-License-Identifier: Apache-2.0
"""Figures and icon arrays, scaled to the room there is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.content.blocks import Figure, IconArray
from kiosk.layout.art import Art, columns_for, drawing, figure, icon_array
from kiosk.layout.compose import Compositor
from kiosk.layout.model import BoxRole, Direction, Rect, TextStyle
from tests.layout.fakes import Monospace, words

FLAT = Rect(100, 0, 1000, 400)
UPRIGHT = Rect(100, 0, 400, 1000)
CAPTION = words("A caption of some words that stands under or beside the picture.")


def art(room: Rect, *, upright: bool = False, direction: Direction = Direction.LTR) -> Art:
    return Art(Compositor(Monospace(), direction, {}, 0.2), TextStyle(20.0, 400, 1.35), room, upright)


def test_a_picture_stands_above_its_caption() -> None:
    made = figure(art(UPRIGHT, upright=True), Figure("a.svg", "A hand", CAPTION), (400, 300))
    picture, caption = made.boxes
    assert (picture.role, picture.text, caption.role) == (BoxRole.FIGURE, "A hand", BoxRole.CAPTION)
    assert picture.rect.bottom < caption.rect.y
    assert made.height == caption.rect.bottom <= UPRIGHT.height


@pytest.mark.parametrize("size", [(400, 300), (300, 400), (3000, 100), (10, 1000), None])
def test_a_picture_keeps_its_proportions_or_stands_on_a_panel_that_holds_it(
    size: tuple[int, int] | None,
) -> None:
    (box,) = figure(art(UPRIGHT), Figure("a.svg", "A hand"), size).boxes
    wide, high = size or (4, 3)
    assert box.rect.width <= UPRIGHT.width
    assert box.rect.height <= UPRIGHT.height
    assert box.rect.width / box.rect.height <= max(wide / high, 2.01)


def test_an_icon_array_says_how_many_of_how_many() -> None:
    (box,) = icon_array(art(UPRIGHT, upright=True), IconArray("a", 6, 100, ()), "6 of 100").boxes
    assert box.text == "6 of 100"
    assert box.people is not None
    assert (box.people.count, box.people.of, box.people.columns) == (6, 100, 10)


def test_art_begins_where_lines_begin() -> None:
    people = IconArray("a", 1, 10, ())
    (left,) = icon_array(art(FLAT), people, "").boxes
    (right,) = icon_array(art(FLAT, direction=Direction.RTL), people, "").boxes
    assert left.rect.x == FLAT.x
    assert right.rect.right == FLAT.right


@pytest.mark.parametrize("direction", Direction)
def test_in_a_flat_room_the_caption_stands_beside(direction: Direction) -> None:
    room = Rect(100, 0, 1000, 60)
    made = icon_array(art(room, direction=direction), IconArray("a", 6, 100, CAPTION), "")
    people, caption = made.boxes
    assert not people.rect.overlaps(caption.rect)
    assert made.height <= room.height
    assert (people.rect.right < caption.rect.x) is (direction is Direction.LTR)


def test_a_caption_too_long_for_beside_stands_under() -> None:
    room = Rect(100, 0, 300, 100)
    people, caption = icon_array(art(room), IconArray("a", 6, 10, CAPTION), "").boxes
    assert people.rect.bottom < caption.rect.y


def test_on_upright_glass_art_leaves_half_of_the_page_to_the_words() -> None:
    made = figure(art(UPRIGHT), Figure("a.svg", "A hand"), (100, 400))
    assert made.height <= 0.5 * UPRIGHT.height


def test_on_upright_glass_a_hundred_people_stand_in_twenties_and_take_a_third() -> None:
    made = icon_array(art(Rect(100, 0, 900, 1500)), IconArray("a", 6, 100, CAPTION), "6 of 100")
    people = made.boxes[0].people
    assert people is not None
    assert people.columns == 20
    assert made.boxes[0].rect.width == 900
    assert made.height <= 500


@pytest.mark.parametrize(
    "of, width, height, upright, columns",
    [
        (10, 400, 900, True, 5),
        (10, 900, 400, False, 10),
        (3, 900, 400, False, 3),
        (100, 400, 900, True, 10),
        (100, 900, 800, False, 10),
        (100, 900, 300, False, 20),
        (200, 900, 500, False, 20),
        (200, 900, 200, False, 25),
    ],
)
def test_people_stand_in_rows_of_five_ten_or_more(
    of: int, width: float, height: float, upright: bool, columns: int
) -> None:
    assert columns_for(of, width, height, upright=upright) == columns


def test_a_drawing_is_square_and_decoration() -> None:
    made = drawing(Rect(10, 20, 300, 200), Figure("d.svg", "A plant"))
    (box,) = made.boxes
    assert (box.rect, box.repeat) == (Rect(60, 20, 200, 200), True)


@given(st.integers(1, 200), st.integers(50, 1500), st.integers(20, 1500), st.booleans())
@settings(max_examples=80)
def test_people_never_leave_their_room(of: int, width: int, height: int, upright: bool) -> None:
    room = Rect(0, 0, width, height)
    (box,) = icon_array(art(room, upright=upright), IconArray("a", 0, of, ()), "").boxes
    assert box.rect.right <= width + 0.01
    assert box.rect.height <= height + 0.01
