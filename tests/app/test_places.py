# SPDX-License-Identifier: Apache-2.0
"""The reader's place, through text sizes and translations."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.app.places import Bookmark, carried, marked
from kiosk.layout.book import find_place
from kiosk.layout.model import Box, BoxRole, Page, Rect
from tests.layout.fakes import page

WHOLE = Rect(0, 0, 1, 1)
FOOT = Box(BoxRole.FURNITURE, WHOLE, "Ask the desk.")
AGAIN = Box(BoxRole.CELL, WHOLE, "head of a table", repeat=True)


def book(*pages: tuple[tuple[BoxRole, int], ...]) -> tuple[Page, ...]:
    made, start = [], 0
    for number, boxes in enumerate(pages, 1):
        leaves = tuple(Box(role, WHOLE, "x" * length) for role, length in boxes)
        made.append(page(FOOT, AGAIN, *leaves, number=number, count=len(pages), start=start))
        start += sum(length for _, length in boxes)
    return tuple(made)


H, P = BoxRole.HEADING, BoxRole.PARAGRAPH
ENGLISH = book(((P, 100),), ((H, 10), (P, 90)), ((H, 10), (P, 190)), ((P, 100),))
SPANISH = book(((P, 300), (H, 20)), ((P, 60), (H, 20)), ((P, 220),), ((P, 200),))


def test_a_bookmark_stays_while_its_page_is_shown() -> None:
    mark = Bookmark("cuts", "en", 150)
    assert marked(mark, "cuts", "en", ENGLISH, 1) is mark


def test_a_bookmark_moves_with_the_reader() -> None:
    mark = Bookmark("cuts", "en", 150)
    assert marked(mark, "cuts", "en", ENGLISH, 2) == Bookmark("cuts", "en", 200)
    assert marked(mark, "burns", "en", ENGLISH, 1) == Bookmark("burns", "en", 100)
    assert marked(None, "cuts", "es", ENGLISH, 0) == Bookmark("cuts", "es", 0)
    assert marked(None, "cuts", "es", ENGLISH, 9) == Bookmark("cuts", "es", 400)
    assert marked(None, "cuts", "en", (), 3) == Bookmark("cuts", "en", 0)


def test_a_heading_is_found_again_in_the_translation() -> None:
    assert carried(100, ENGLISH, SPANISH) == 300
    assert carried(200, ENGLISH, SPANISH) == 380
    assert carried(0, ENGLISH, SPANISH) == 0


def test_between_headings_the_share_counts() -> None:
    assert carried(150, ENGLISH, SPANISH) == 340


def test_other_headings_leave_the_share_of_the_whole() -> None:
    plain = book(((P, 400),), ((P, 600),))
    assert carried(250, ENGLISH, plain) == 500


def test_a_section_without_a_word_begins_at_its_beginning() -> None:
    assert carried(0, book(()), ENGLISH) == 0
    assert carried(0, (), ()) == 0


@given(st.integers(min_value=0, max_value=500))
def test_there_and_back_is_where_it_was(start: int) -> None:
    back = carried(carried(start, ENGLISH, SPANISH), SPANISH, ENGLISH)
    assert abs(back - start) <= 2
    assert 0 <= find_place(SPANISH, carried(start, ENGLISH, SPANISH)) < len(SPANISH)


@given(st.lists(st.integers(min_value=0, max_value=500), min_size=2, max_size=5))
def test_order_is_kept(starts: list[int]) -> None:
    placed = [carried(start, ENGLISH, SPANISH) for start in sorted(starts)]
    assert placed == sorted(placed)
