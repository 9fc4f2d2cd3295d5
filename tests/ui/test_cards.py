# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest
from msgspec.structs import replace

from kiosk.ui.cards import (
    LEAST_DRAWING_EM,
    PAD_EM,
    RAIL_EM,
    ROOMY_EM,
    card_text_px,
    cards_per_page,
    drawings_px,
    grid,
    needed,
    page_of_cards,
    words_px,
)
from kiosk.ui.fitting import advance, least_px
from tests.ui.studio import SIZES, Size, Studio


@pytest.mark.parametrize("count", [None, 1, 2, 7, 40])
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_cards_stand_inside_the_page(size: Size, scale: float, count: int | None, studio: Studio) -> None:
    studio.size, studio.text_scale = size, scale
    framed = studio.state("topics").frame
    standing = grid(framed, count)

    assert standing.x >= framed.page.x
    assert standing.x + standing.width <= framed.page.right
    assert standing.y + standing.height <= framed.page.bottom
    assert standing.columns * (standing.card_width + standing.gap) - standing.gap <= standing.width
    assert standing.rows * (standing.card_height + standing.gap) - standing.gap <= standing.height
    assert min(standing.card_width, standing.card_height) >= framed.target_px


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_few_cards_all_stand_on_one_page(size: Size, studio: Studio) -> None:
    studio.size = size
    framed = studio.state("topics").frame
    for count in range(1, cards_per_page(framed) + 1):
        standing = grid(framed, count)
        assert standing.columns * standing.rows >= count
        assert standing.columns * (standing.rows - 1) < count


def test_pages_hold_every_card_once(studio: Studio) -> None:
    studio.size = SIZES[3]
    scene, framed = studio.state("topics").scene, studio.state("topics").frame
    pages = [studio.cards()[page_of_cards(framed, page)] for page in range(scene.topics_pages)]

    assert scene.topics_pages > 1
    assert sum(pages, ()) == studio.cards()
    assert all(pages)


def test_longer_words_are_set_smaller_but_never_too_small(studio: Studio) -> None:
    snapshot = studio.state("topics")
    standing = grid(snapshot.frame, snapshot.cards_in_all)
    wordy = [replace(card, message=" ".join([card.message] * 12)) for card in snapshot.cards]

    usual = card_text_px(snapshot.frame, standing, snapshot.cards, "Start here")
    smaller = card_text_px(snapshot.frame, standing, wordy, "Start here")

    assert usual >= snapshot.frame.label_px
    assert least_px(snapshot.frame) <= smaller < usual


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_drawings_stand_under_the_words_and_are_alike_along_a_row(
    size: Size, language: str, studio: Studio
) -> None:
    studio.size, studio.language = size, language
    snapshot = studio.state("topics")
    standing = grid(snapshot.frame, snapshot.cards_in_all)
    cards = [replace(card, picture="file:///drawing.png") for card in snapshot.cards]
    px = card_text_px(snapshot.frame, standing, cards, "Start here")
    sides = drawings_px(standing, cards, "Start here", px)

    assert len(sides) == len(cards)
    assert px <= snapshot.frame.label_px or min(sides) >= ROOMY_EM * px
    for card, side in zip(cards, sides, strict=True):
        room = standing.card_height - needed(card, "Start here", px, standing) + 1.4 * px
        assert side <= max(0, room)
        assert side == 0 or side >= LEAST_DRAWING_EM * px
        words = advance(card.pages, 0.85 * px)
        assert side == 0 or side + words < standing.card_width - (RAIL_EM + 1.8 * PAD_EM) * px
    for first in range(0, len(sides), standing.columns):
        row = sides[first : first + standing.columns]
        assert len({side for side in row if side >= ROOMY_EM * px}) <= 1


def test_a_card_without_room_or_picture_has_no_drawing(studio: Studio) -> None:
    snapshot = studio.state("topics")
    standing = grid(snapshot.frame, snapshot.cards_in_all)
    wordy = replace(snapshot.cards[1], message="Many words. " * 60, picture="file:///drawing.png")
    bare = replace(snapshot.cards[1], picture="")

    assert drawings_px(standing, (wordy, bare), "Start here", snapshot.frame.label_px) == (0.0, 0.0)
    assert drawings_px(standing, (), "Start here", snapshot.frame.label_px) == ()


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_at_twice_the_size_words_of_cards_begin_as_large_as_en_301_549_asks(
    size: Size, studio: Studio
) -> None:
    studio.size = size
    assert words_px(studio.state("topics").frame) == studio.state("topics").frame.label_px
    studio.text_scale = 2.0
    framed = studio.state("topics").frame
    assert words_px(framed) >= min(framed.large_px, 1.6 * framed.label_px) - 1e-9 or framed.narrow
