# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from kiosk.ui.fitting import least_px
from kiosk.ui.help_room import crisis_room
from kiosk.ui.panels import (
    entries_space,
    panel_room,
    source_height,
    sources_paged,
    sources_px,
    words_px,
    words_shown,
)
from kiosk.ui.snapshot import Entry
from tests.ui.studio import SIZES, Size, Studio

WORDS = (Entry("a", "arousal", "Being on edge."), Entry("b", "bias", "A leaning to one side."))


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_panels_stand_on_the_glass(size: Size, scale: float, studio: Studio) -> None:
    studio.size, studio.text_scale = size, scale
    framed = studio.state("page").frame
    for room in (panel_room(framed), crisis_room(framed)):
        assert room.x >= framed.page.x
        assert room.right <= framed.page.right
        assert room.bottom <= framed.bar.bottom


def test_a_touched_word_is_shown_alone() -> None:
    assert [line.id for line in words_shown(WORDS, "b")] == ["b"]
    assert [line.id for line in words_shown(WORDS, "")] == ["a", "b"]
    assert [line.id for line in words_shown(WORDS, "of another page")] == ["a", "b"]


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_every_source_stands_on_one_page_in_order_and_fits(size: Size, studio: Studio) -> None:
    studio.size = size
    snapshot = studio.state("sources")
    sources = tuple(
        Entry(str(n), "A long title of a study. " * (n % 4 + 1), "doi.org/10.1/1") for n in range(20)
    )
    px = sources_px(snapshot.frame, sources)
    placed = sources_paged(snapshot.frame, sources, px)
    width, space = entries_space(snapshot.frame)

    assert [line.id for line in placed] == [source.id for source in sources]
    sheets = [line.sheet for line in placed]
    assert sheets == sorted(sheets)
    assert set(sheets) == set(range(max(sheets) + 1))
    for sheet in set(sheets):
        assert sum(source_height(line, px, width) for line in placed if line.sheet == sheet) <= space


def test_a_long_address_makes_the_sources_no_smaller(studio: Studio) -> None:
    framed = studio.state("sources").frame
    usual = Entry("1", "A study. 2020.", "doi.org/10.1/1")
    long = Entry("2", "A warning. 2023.", "fda.gov/" + "a-very-long-name-of-a-page-without-a-space" * 5)

    assert sources_px(framed, (usual, long)) == sources_px(framed, (usual,))
    assert source_height(long, 30, 900) > source_height(usual, 30, 900)


def test_no_sources_need_no_page(studio: Studio) -> None:
    framed = studio.state("page").frame

    assert sources_paged(framed, (), sources_px(framed, ())) == ()


def test_more_words_are_set_smaller_but_never_too_small(studio: Studio) -> None:
    framed = studio.state("page").frame
    few = words_px(framed, words_shown(WORDS, ""))
    many = words_px(framed, words_shown(WORDS * 20, ""))

    assert least_px(framed) <= many < few <= framed.body_px
