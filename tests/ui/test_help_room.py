# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest
from msgspec.structs import replace

from kiosk.ui.fitting import advance, least_px
from kiosk.ui.help_room import (
    ClosedPage,
    CrisisWords,
    closed_shown,
    crisis_paged,
    crisis_px,
    crisis_room,
    day_width,
    hours_width,
    number_width,
    stacked,
)
from tests.ui.studio import HELP, LONG_HELP, SIZES, Size, Studio

SEVEN = Size(800, 480, 7)
WEEK = tuple((f"Day {n}", "8:00") for n in range(7))
HEADS = ("Riverside Clinic", "We are closed")


def words(studio: Studio) -> CrisisWords:
    return CrisisWords(studio.phrases.say("crisis_desk"), studio.phrases.say("crisis_no_call"))


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_crisis_help_is_as_large_as_it_can_be(size: Size, studio: Studio) -> None:
    studio.size = size
    frame, said = studio.state("crisis").frame, words(studio)
    px = crisis_px(frame, HELP, said)
    crowded = crisis_px(frame, LONG_HELP, said)

    assert least_px(frame) <= crowded
    assert crowded < px or frame.narrow
    assert crisis_px(frame, HELP, replace(said, where="In the US")) <= px


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_every_number_stands_on_one_page_of_crisis_help_in_order(
    size: Size, language: str, studio: Studio
) -> None:
    studio.size, studio.language = size, language
    frame, said = studio.state("crisis").frame, words(studio)
    px = crisis_px(frame, LONG_HELP, said)
    placed = crisis_paged(frame, LONG_HELP, said, px)

    assert [(line.number, line.name, line.how) for line in placed] == [
        (line.number, line.name, line.how) for line in LONG_HELP
    ]
    sheets = [line.sheet for line in placed]
    assert sheets == sorted(sheets)
    assert sheets[0] == 0
    assert (sheets[-1] > 0) is (size == SEVEN)
    assert {line.column for line in placed if line.sheet == 0} == {placed[0].column}
    assert px >= least_px(frame)


def test_the_smallest_glass_needs_two_pages_for_four_numbers(studio: Studio) -> None:
    studio.size = SEVEN
    frame, said = studio.state("crisis").frame, words(studio)
    lines = (*HELP, replace(HELP[0], number="1-800-662-4357", how="Help to find treatment near you."))
    placed = crisis_paged(frame, lines, said, crisis_px(frame, lines, said))
    assert [line.sheet for line in placed] == [0, 0, 1, 1]
    assert placed[0].column < placed[-1].column
    assert crisis_paged(frame, (), said, 20.0) == ()


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
    frame = studio.state("closed").frame
    few, _ = closed_shown(frame, ClosedPage(HEADS, WEEK[:1], HELP[:1]))
    many, _ = closed_shown(frame, ClosedPage(HEADS, WEEK, LONG_HELP))

    assert least_px(frame) <= many <= few
    assert closed_shown(frame, ClosedPage(HEADS, WEEK, HELP, "In the US: 988 / 911"))[0] <= few
    assert day_width(WEEK, few, crisis_room(frame).width) > 0


def test_long_hours_take_more_than_half_of_the_closed_page(studio: Studio) -> None:
    studio.size = SEVEN
    frame = studio.state("closed").frame
    half = (crisis_room(frame).width - 40) / 2
    assert hours_width(frame, (), 20) == half
    assert hours_width(frame, WEEK, 20) == half
    assert half < hours_width(frame, (("Wednesday", "08:00-12:00, 13:00-17:30"),), 20) < 1.3 * half


def test_long_days_break_before_times_do(studio: Studio) -> None:
    studio.size = SEVEN
    frame = studio.state("closed").frame
    days = (("Wednesday to Friday", "08:00-12:00, 13:00-17:30"), *WEEK[:3])
    px, numbers = closed_shown(frame, ClosedPage(HEADS, days, HELP))
    width = hours_width(frame, days, px)
    column = day_width(days, px, width)
    assert len(numbers) == len(HELP)
    assert column < day_width(days, px, 2 * width)
    assert advance(days[0][1], px) <= width - column
    assert day_width(days, px, column) == day_width(days, px, 2 * width)


def test_the_closed_page_leaves_out_what_has_no_room(studio: Studio) -> None:
    said = ClosedPage(HEADS, WEEK, LONG_HELP)
    assert closed_shown(studio.state("closed").frame, said)[1] == LONG_HELP

    studio.size = SEVEN
    frame = studio.state("closed").frame
    for told in (said, replace(said, numbers=LONG_HELP * 3)):
        px, short = closed_shown(frame, told)
        assert px >= least_px(frame)
        assert [line.number for line in short] == [line.number for line in told.numbers][: len(short)]
        assert 1 <= len(short) < len(LONG_HELP * 3)
        assert {line.how for line in short} == {""}
