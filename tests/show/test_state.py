# SPDX-License-Identifier: Apache-2.0
"""Tests of the small steps from which all others are made."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from msgspec.structs import replace

from kiosk.show.machine import start
from kiosk.show.model import Panel, Programme, ShowSettings, Stop, Touch, Turn
from kiosk.show.state import State, acted, bare, defaults, looped, moved, refit, stop_named

MONDAY = datetime(2026, 11, 23, 10, 0)  # noqa: DTZ001 # the show takes the wall's own time
ONE = Stop("one", wall=(20.0,), reading=(30.0, 30.0), opening=True)
TWO = Stop("two", wall=(20.0, 20.0), reading=(30.0,), valid_until=date(2026, 11, 23))
WALL_ONLY = Stop("clinic", wall=(20.0,), reading=())


@pytest.fixture
def state() -> State:
    """Return the show at its beginning."""
    return start(ShowSettings(text_scale=1.25), Programme((ONE, TWO, WALL_ONLY), 2), MONDAY, 0.0)


def test_defaults_are_the_clinics() -> None:
    """A visitor who has chosen nothing sees what the settings say."""
    choices = defaults(ShowSettings(language="es", text_scale=1.5, theme="contrast"))
    assert (choices.language, choices.text_scale, choices.theme) == ("es", 1.5, "contrast")


def test_moved_counts_each_turn(state: State) -> None:
    """A turn to an equal page is still a turn."""
    once = moved(state, Turn.FORWARD)
    assert (once.turn, once.sequence) == (Turn.FORWARD, state.sequence + 1)
    assert moved(once, Turn.BACK).sequence == state.sequence + 2


def test_acted_begins_every_wait_anew(state: State) -> None:
    """Only the time of the last act changes."""
    assert acted(state, 9.0) == replace(state, acted=9.0)


def test_a_stop_without_reading_pages_cannot_be_read(state: State) -> None:
    """What only the wall shows is not found among what is read."""
    assert stop_named(state, "two") is TWO
    assert stop_named(state, "clinic") is None
    assert stop_named(state, "none") is None


def test_bare_takes_panels_away_but_not_crisis_help(state: State) -> None:
    """Crisis help stays, with nothing beneath it."""
    words = replace(state, panel=Panel.WORDS, term="ptsd")
    assert (bare(words).panel, bare(words).term) == (Panel.NONE, "")
    crisis = replace(state, panel=Panel.CRISIS, under=Panel.SHEET)
    assert (bare(crisis).panel, bare(crisis).under) == (Panel.CRISIS, Panel.NONE)


def test_refit_drops_what_has_expired(state: State) -> None:
    """A day later the second section is in neither rotation nor Topics."""
    later = refit(state, date(2026, 11, 24), 5.0)
    assert {leaf.section for leaf in later.loop} == {"one", "clinic"}
    assert [stop.id for stop in later.openable] == ["one"]
    assert later.leaf.key == state.leaf.key
    assert later.sequence == state.sequence


def test_refit_turns_the_page_when_the_one_shown_has_gone(state: State) -> None:
    """What may no longer be shown leaves at once, and its time starts anew."""
    place = next(number for number, leaf in enumerate(state.loop) if leaf.section == "two")
    later = refit(replace(state, place=place, spent=7.0), date(2026, 11, 24), 5.0)
    assert later.leaf.section != "two"
    assert (later.turn, later.spent, later.since) == (Turn.FADE, 0.0, 5.0)


@pytest.mark.parametrize(
    "touch, touched, felt",
    [
        (Touch.YES, False, True),
        (Touch.AUTO, False, False),
        (Touch.AUTO, True, True),
        (Touch.NO, True, False),
    ],
)
def test_touchable(state: State, touch: Touch, touched: bool, felt: bool) -> None:
    """`auto` becomes yes with the first touch; `no` never does."""
    settings = replace(state.settings, touch=touch)
    assert replace(state, settings=settings, touched=touched).touchable is felt


def test_topics_have_as_many_pages_as_their_cards_need(state: State) -> None:
    """Two cards fit on one page, three would not; there is always one."""
    assert state.topics_pages == 1
    assert replace(state, programme=Programme((ONE, TWO), 1)).topics_pages == 2
    assert replace(state, openable=()).topics_pages == 1


def test_the_rotation_is_made_anew_only_where_it_can_be_another(state: State) -> None:
    """The same programme, day and touch keep it as it is."""
    assert looped(state, state.day) is state
    assert looped(replace(state, programme=Programme((TWO,))), state.day).loop != state.loop
    assert {leaf.section for leaf in looped(state, date(2026, 11, 24)).loop} == {"one", "clinic"}
    touched = replace(state, touched=True)
    assert looped(touched, state.day).basis != state.basis
