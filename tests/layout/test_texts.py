# SPDX-License-Identifier: Apache-2.0
"""Headings, paragraphs, lists and callouts as pieces."""

from itertools import pairwise

import pytest

from kiosk.content.blocks import Callout, Heading, Item, List, Tone
from kiosk.layout import pieces as price
from kiosk.layout.model import BoxRole, Ink
from kiosk.layout.pieces import Piece
from kiosk.layout.texts import callout_pieces, heading_pieces, list_pieces, paragraph_pieces
from kiosk.layout.typesetter import Typesetter
from tests.layout.fakes import set_up, words

LONG = "many words that go on for more than one line of the column so that there are several of them " * 2


def setter(direction: str = "ltr") -> Typesetter:
    made = set_up(direction=direction)
    return made.flow(made.frame(), "en", "cuts").setter


def listed(*items: Item, direction: str = "ltr") -> list[Piece]:
    return list_pieces(setter(direction), List(items), 3)


def item(text: str = "Wash it.", marker: str = "•", depth: int = 0) -> Item:
    return Item(depth, marker, words(text))


def test_a_heading_is_tied_and_likes_to_begin_a_page() -> None:
    major = heading_pieces(setter(), Heading(2, words(LONG)), 0)
    minor = heading_pieces(setter(), Heading(3, words("Short")), 0)
    assert len(major) > 1
    assert all(piece.tied for piece in major + minor)
    assert major[0].cost_first < minor[0].cost_first < major[1].cost_first
    assert major[0].height > minor[0].height


@pytest.mark.parametrize("text, cost", [("Then it heals.", price.FREE), ("Do this: ", price.INTRODUCTION)])
def test_an_announcement_wants_to_stand_with_what_it_announces(text: str, cost: float) -> None:
    assert paragraph_pieces(setter(), words(text), 0)[-1].cost_behind == cost


def test_a_paragraph_is_one_block_of_many_lines() -> None:
    made = paragraph_pieces(setter(), words(LONG), 4)
    assert len(made) > 2
    assert {piece.block for piece in made} == {4000}


def test_items_have_their_dot_dash_or_number_before_them() -> None:
    dotted, dashed, numbered, continued = listed(item(), item(depth=1), item(marker="10."), item(marker=""))
    (dot,), (dash,) = dotted.placed.shapes, dashed.placed.shapes
    assert (dot.fill, dash.fill) == (Ink.ACCENT, Ink.ACCENT)
    assert dot.rect.right < dotted.placed.boxes[0].rect.x
    assert dash.rect.width > dot.rect.width > dash.rect.height
    number, text = numbered.placed.boxes
    assert (number.role, number.text, text.role) == (BoxRole.FURNITURE, "10.", BoxRole.ITEM)
    assert number.rect.right < text.rect.x
    assert number.rect.x >= setter().cell.x
    assert continued.placed.shapes == ()
    assert len(continued.placed.boxes) == 1


def test_markers_change_sides_with_the_text() -> None:
    dotted, numbered = listed(item(), item(marker="1."), direction="rtl")
    assert dotted.placed.shapes[0].rect.x > dotted.placed.boxes[0].rect.right
    number, text = numbered.placed.boxes
    assert number.rect.x > text.rect.right


def test_nested_items_stand_further_in() -> None:
    outer, inner, innermost = (listed(item(depth=depth))[0].placed.boxes[0].rect.x for depth in range(3))
    assert outer < inner < innermost


def test_lists_are_best_not_broken_at_their_ends_and_items_not_at_all() -> None:
    costs = [piece.cost_behind for piece in listed(*[item() for _ in range(5)])]
    assert costs == [
        price.LONELY_ITEM,
        price.BETWEEN_ITEMS,
        price.BETWEEN_ITEMS,
        price.LONELY_ITEM,
        price.FREE,
    ]
    assert all(piece.cost_behind >= price.IN_ITEM for piece in listed(item(LONG))[:-1])


def test_items_are_blocks_of_their_own() -> None:
    assert [piece.block for piece in listed(item(), item())] == [3000, 3001]


def test_an_item_without_words_is_nothing() -> None:
    assert listed(item("")) == []


def test_a_callout_stands_on_one_panel_with_room_at_its_edges() -> None:
    block = Callout(Tone.NOTE, (words(LONG), words("And then.")))
    made = callout_pieces(setter(), block, 5)
    first, last = made[0], made[-1]
    style = setter().styles.callout
    line = style.px * style.leading
    assert {piece.panel for piece in made} == {6}
    assert {piece.block for piece in made} == {5000, 5001}
    assert min(first.height, last.height) > line
    assert first.placed.boxes[0].rect.y == pytest.approx(first.height - line)
    assert first.carried is None
    assert last.space_behind == 0
    for piece, after in pairwise(made):
        assert piece.cost_behind >= price.IN_CALLOUT
        assert piece.space_behind > 0
        assert after.carried is not None
        assert after.carried.height == piece.space_behind
    assert last.cost_behind == price.FREE


def test_a_callout_without_words_is_nothing() -> None:
    assert callout_pieces(setter(), Callout(Tone.TIP, (words(""),)), 1) == []


def test_a_page_would_rather_not_begin_with_a_list_or_a_callout() -> None:
    first, *rest = listed(item(), item())
    assert first.cost_first == price.LIST_FIRST
    assert {piece.cost_first for piece in rest} == {0.0}
    callout = callout_pieces(setter(), Callout(Tone.NOTE, (words("One."), words("Two."))), 3)
    assert [piece.cost_first for piece in callout] == [price.CALLOUT_FIRST, 0.0]
