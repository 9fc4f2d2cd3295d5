# SPDX-License-Identifier: Apache-2.0
"""Breaks are chosen by cost over the whole section."""

from typing import SupportsIndex

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from kiosk.layout import pieces as price
from kiosk.layout.paginate import Limits, paginate
from kiosk.layout.pieces import Piece, Placed
from kiosk.layout.typesetter import priced

TEN = Limits(100.0)


def line(height: float = 10.0, **changes: object) -> Piece:
    return replace(Piece(Placed(()), 0, height), **changes)


def heading() -> Piece:
    return line(20.0, cost_behind=price.AFTER_HEADING, cost_first=price.HEADING_FIRST)


def beside(height: float) -> Piece:
    return line(0.0, beside=Placed((), (), height))


def lengths(pieces: list[Piece], limits: Limits = TEN) -> list[int]:
    return [behind - first for first, behind in paginate(pieces, limits)]


def test_nothing_needs_no_page() -> None:
    assert paginate([], TEN) == ()


def test_pages_come_out_alike_in_length() -> None:
    assert lengths([line() for _ in range(11)]) in ([6, 5], [5, 6])


def test_the_fewest_pages_win() -> None:
    assert lengths([line() for _ in range(30)]) == [10, 10, 10]


def test_no_heading_stands_last() -> None:
    assert lengths([line() for _ in range(8)] + [heading(), line(), line()]) == [8, 3]


def test_no_line_stands_alone() -> None:
    first = priced([line() for _ in range(9)], price.IN_PARAGRAPH)
    second = priced([line() for _ in range(3)], price.IN_PARAGRAPH)
    assert lengths([*first, *second]) == [9, 3]
    assert lengths(priced([line() for _ in range(11)], price.IN_PARAGRAPH)) in ([6, 5], [5, 6])


def test_an_item_is_not_cut_when_it_fits_a_page() -> None:
    items = [piece for _ in range(3) for piece in priced([line() for _ in range(4)], price.IN_ITEM)]
    assert lengths(items) == [4, 8] or lengths(items) == [8, 4]


def test_a_block_longer_than_a_page_is_cut_between_its_lines() -> None:
    callout = priced([line() for _ in range(25)], price.IN_CALLOUT)
    assert sum(lengths(callout)) == 25
    assert max(lengths(callout)) <= 10


def test_space_is_dropped_at_the_top_of_a_page() -> None:
    assert lengths([line(50.0, space=20.0), line(50.0), line(50.0, space=20.0), line(50.0)]) == [2, 2]


def test_a_lower_edge_counts_where_a_page_ends_with_it() -> None:
    pieces = [line(50.0, space_behind=10.0), line(50.0, space_behind=10.0)]
    assert lengths(pieces) == [1, 1]
    assert lengths([pieces[0], line(50.0)]) == [2]


def test_a_carried_head_counts_where_a_page_begins_with_it() -> None:
    rows = [line(20.0, carried=Placed((), (), 20.0)) for _ in range(9)]
    assert max(lengths([line(20.0), *rows])[1:]) <= 4


def test_more_words_than_a_page_may_hold_start_another() -> None:
    assert lengths([line(words=60) for _ in range(4)]) == [2, 2]
    assert lengths([line(words=130), line(words=10)]) == [1, 1]


def test_what_is_taller_than_the_page_stands_alone() -> None:
    assert lengths([line(), line(300.0), line()]) == [1, 1, 1]


def test_things_beside_the_text_share_a_page_only_where_both_fit() -> None:
    pieces = [line(), beside(60.0), line(), beside(60.0), line()]
    assert len(paginate(pieces, Limits(100.0, beside=100.0))) == 2
    assert len(paginate(pieces, Limits(100.0, beside=130.0))) == 1


@given(st.lists(st.tuples(st.integers(1, 120), st.integers(0, 130), st.integers(0, 30)), max_size=40))
@settings(max_examples=60)
def test_every_piece_stands_on_one_page_and_no_page_of_several_is_overfull(
    shape: list[tuple[int, int, int]],
) -> None:
    pieces = [line(float(height), words=count, space=float(space)) for height, count, space in shape]
    pages = paginate(pieces, TEN)
    assert [number for first, behind in pages for number in range(first, behind)] == list(range(len(pieces)))
    for first, behind in pages:
        own = pieces[first:behind]
        height = sum(piece.height + piece.space for piece in own) - own[0].space
        assert len(own) == 1 or (height <= 100 and sum(piece.words for piece in own) <= 120)


@pytest.mark.parametrize("count", [500])
def test_looks_back_no_further_than_a_page(count: int) -> None:
    asked: list[int] = []

    class Seen(list[Piece]):
        def __getitem__(self, place: SupportsIndex) -> Piece:  # type: ignore[override]  # no slices here
            asked.append(1)
            return super().__getitem__(place)

    paginate(Seen(line() for _ in range(count)), TEN)
    assert len(asked) < 200 * count
