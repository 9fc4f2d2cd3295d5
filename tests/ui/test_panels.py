# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.ui.fitting import least_px
from kiosk.ui.panels import (
    CrisisWords,
    closed_px,
    crisis_px,
    crisis_room,
    day_width,
    entries_space,
    number_width,
    panel_room,
    source_height,
    sources_paged,
    sources_px,
    stacked,
    words_px,
    words_shown,
)
from kiosk.ui.snapshot import Entry, Number
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


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_crisis_help_is_as_large_as_it_can_be(size: Size, studio: Studio) -> None:
    studio.size = size
    snapshot = studio.state("crisis")
    said = CrisisWords(studio.phrases.say("crisis_desk"), studio.phrases.say("crisis_no_call"))
    px = crisis_px(snapshot.frame, snapshot.crisis_lines, said)
    crowded = crisis_px(snapshot.frame, snapshot.crisis_lines * 3, said)

    assert least_px(snapshot.frame) <= crowded <= px
    assert crowded < px or snapshot.frame.narrow
    assert crisis_px(snapshot.frame, snapshot.crisis_lines, replace(said, where="In the US")) <= px


def test_what_a_number_is_stands_beside_it_and_below_it_on_upright_glass(studio: Studio) -> None:
    level = studio.state("crisis")
    assert not stacked(level.frame)
    assert 0 < number_width(level.frame, level.crisis_lines, 30) < crisis_room(level.frame).width / 2
    assert number_width(level.frame, (), 30) > 0

    studio.size = SIZES[1]
    upright = studio.state("crisis").frame
    assert stacked(upright)
    assert number_width(upright, (), 30) == crisis_room(upright).width


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_closed_page_is_as_large_as_it_can_be(size: Size, studio: Studio) -> None:
    studio.size = size
    snapshot = studio.state("closed")
    week = tuple((f"Day {n}", "8:00") for n in range(7))
    heads = ("Riverside Clinic", "We are closed")
    few = closed_px(snapshot.frame, heads, week[:1], snapshot.crisis_lines[:1])
    many = closed_px(
        snapshot.frame, heads, week, (*snapshot.crisis_lines, Number("1", "Help", "", emergency=False))
    )

    assert least_px(snapshot.frame) <= many <= few
    assert closed_px(snapshot.frame, heads, week, snapshot.crisis_lines, "In the US: 988 / 911") <= few
    assert day_width(week, few) > 0
