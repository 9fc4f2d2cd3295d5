# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import datetime, time, timedelta

import pytest
from msgspec.structs import replace

from kiosk.show.machine import wake
from kiosk.show.model import Act, Contact, Hours, Key, Panel, Programme, Turn, View, WallClock
from tests.show.examples import DAY, MORNING, PROGRAMME, SETTINGS, Visit, in_state, stop

EVENING = datetime.combine(DAY, time(17))
NIGHT = datetime.combine(DAY, time(20))


def test_the_wall_goes_round() -> None:
    visit = Visit()
    seen = []
    for _ in range(7):
        seen.append((visit.place, visit.scene.loop_place, visit.scene.sequence))
        visit.wait(20)
        assert visit.scene.turn is Turn.FADE
    order = ["a", "a", "b", "b", "c", "c", "a"]
    assert seen == [((name, number % 2), number % 6, number) for number, name in enumerate(order)]


def test_continue_goes_on_exactly_where_it_stopped() -> None:
    visit = Visit().wait(25)
    before = visit.scene
    visit.tap().wait(10).choose(Act.CONTINUE)
    assert visit.scene == before
    started = visit.now
    assert visit.wait_until("attract").scene == before
    assert wake(visit.state) == pytest.approx(started + 15 - 0.1)


def test_several_pauses_keep_the_rest_of_the_dwell() -> None:
    visit = Visit().wait(5)
    for _ in range(3):
        visit.tap().choose(Act.CONTINUE).wait(2)
    due = wake(visit.state)
    assert due is not None
    assert due - visit.now == pytest.approx(20 - 5 - 3 * 2.1)


def test_alone_for_twice_its_dwell_goes_on() -> None:
    visit = Visit().tap()
    visit.wait(30).tap().wait(39)
    assert visit.name == "paused"
    assert visit.wait(1).name == "attract"
    assert visit.place == ("a", 0)


def test_a_choice_on_the_wall_does_not_outlive_the_pause() -> None:
    visit = Visit().choose(Act.LANGUAGE, "es")
    assert (visit.name, visit.scene.language) == ("paused", "es")
    visit.choose(Act.CONTINUE)
    assert (visit.name, visit.scene.language, visit.scene.turn) == ("attract", "en", Turn.FADE)


def test_a_visit_is_followed_by_the_page_after_the_one_where_it_began() -> None:
    visit = Visit().wait(20).read("c", 1).choose(Act.FINISHED)
    assert (visit.place, visit.scene.turn) == (("b", 0), Turn.FADE)
    assert wake(visit.state) == visit.now + 20


def test_a_wall_that_stands_still_goes_on_only_for_visitors() -> None:
    visit = Visit(replace(SETTINGS, dwell_factor=0.0)).wait(3600)
    assert visit.place == ("a", 0)
    assert visit.tap().wait(40).name == "attract"
    assert visit.read("a").choose(Act.FINISHED).place == ("a", 1)


def test_the_wall_does_not_turn_under_a_finger() -> None:
    visit = Visit().wait(15).tell(Contact(1, 9.0, 9.0, down=True)).wait(9)
    assert visit.place == ("a", 0)
    assert visit.tell(Contact(1, 9.0, 9.0, down=False)).name == "paused"


def test_a_held_contact_neither_wakes_nor_stops_the_wall() -> None:
    visit = Visit().wait(15).tell(Contact(1, 9.0, 9.0, down=True))
    assert wake(visit.state) == visit.now + 10
    visit.wait(10)
    assert (visit.place, visit.name) == (("a", 1), "attract")
    assert len(visit.state.notes) == 1
    assert visit.wait(1).state.notes == ()
    assert visit.tell(Contact(1, 9.0, 9.0, down=False)).name == "attract"


def test_the_clinic_closes_and_opens() -> None:
    visit = Visit(clock=datetime.combine(DAY, time(16, 59, 50)))
    assert visit.wait(10).name == "closed"
    assert (visit.scene.turn, visit.scene.section, visit.scene.pages) == (Turn.FADE, "", 1)
    assert visit.wait(1800).name == "dark"
    assert wake(visit.state) == 1010.0 + 16 * 3600
    assert visit.wait(16 * 3600 - 1801).name == "dark"
    assert visit.wait(1).name == "attract"
    assert wake(visit.state) == visit.now + 20


def test_a_touch_lights_the_dark_for_its_full_time_and_does_nothing_else() -> None:
    visit = in_state("dark").tap()
    assert (visit.name, visit.scene.turn) == ("closed", Turn.FADE)
    visit.wait(1000).tap().wait(1700)
    assert visit.name == "closed"
    assert visit.wait(100).name == "dark"


def test_the_dark_may_come_at_once() -> None:
    visit = Visit(replace(SETTINGS, hours=replace(SETTINGS.hours, dark_after_s=0.0)), clock=NIGHT)
    assert visit.name == "dark"


def test_the_dark_opens_too() -> None:
    assert in_state("dark").tell(WallClock(MORNING)).name == "attract"


@pytest.mark.parametrize("state", ["paused", "page", "topics", "sheet", "band"])
def test_closing_time_never_cuts_off_a_reader(state: str) -> None:
    visit = in_state(state)
    before = visit.scene
    assert visit.tell(WallClock(NIGHT)).scene == before
    visit.wait_until("closed")
    assert visit.scene.language == "en"


def test_who_finishes_after_hours_leaves_a_closed_page() -> None:
    assert Visit().read().tell(WallClock(EVENING)).choose(Act.FINISHED).name == "closed"


class TestCrisisHelp:
    def test_it_opens_over_the_wall_which_waits(self) -> None:
        visit = Visit().wait(15).choose(Act.CRISIS).wait(170)
        assert (visit.name, visit.place) == ("crisis", ("a", 0))
        assert visit.choose(Act.CLOSE).name == "paused"
        visit.choose(Act.CONTINUE)
        assert wake(visit.state) == visit.now + 5

    def test_it_stays_three_minutes_after_the_last_touch(self) -> None:
        visit = Visit().read().choose(Act.CRISIS).wait(100).tap(5.0, 5.0)
        touched = visit.state.acted
        visit.wait(touched + 179.9 - visit.now)
        assert visit.name == "crisis"
        visit.wait(0.2)
        assert (visit.name, visit.scene.view) == ("band", View.PAGE)
        assert visit.wait(20).name == "attract"

    def test_over_a_paused_wall_it_gives_way_to_the_wall(self) -> None:
        visit = Visit().choose(Act.CRISIS).wait(180)
        assert (visit.name, visit.place) == ("attract", ("a", 0))

    def test_it_is_not_interrupted_by_hours_or_programme(self) -> None:
        visit = Visit().choose(Act.CRISIS).tell(WallClock(NIGHT)).wait(60)
        assert visit.name == "crisis"
        assert visit.wait(120).name == "closed"

    def test_it_opens_from_the_dark_over_the_lit_page(self) -> None:
        visit = in_state("dark").choose(Act.CRISIS)
        assert (visit.scene.panel, visit.scene.view) == (Panel.CRISIS, View.CLOSED)
        visit.tell(WallClock(MORNING))
        assert visit.name == "crisis"
        assert visit.press(Key.ESCAPE).name == "attract"

    def test_a_language_chosen_in_it_does_not_stay_on_the_closed_page(self) -> None:
        visit = in_state("closed").choose(Act.CRISIS).choose(Act.LANGUAGE, "es")
        assert (visit.name, visit.scene.language) == ("crisis", "es")
        visit.choose(Act.CLOSE)
        assert (visit.name, visit.scene.language) == ("closed", "en")

    def test_it_gives_back_the_panel_beneath(self) -> None:
        visit = Visit().read().choose(Act.SOURCES, "3")
        before = visit.scene
        assert visit.choose(Act.CRISIS).choose(Act.NEXT).choose(Act.CRISIS).name == "crisis"
        assert visit.choose(Act.CLOSE).scene == before

    def test_a_word_beneath_it_is_not_closed_by_a_touch(self) -> None:
        visit = Visit().read().choose(Act.WORDS, "term").choose(Act.CRISIS).tap(5.0, 5.0)
        assert visit.choose(Act.CLOSE).name == "words"

    def test_a_section_beneath_may_leave_the_wall(self) -> None:
        notice = Programme((stop("a", wall=1, valid_until=DAY), *PROGRAMME.stops[1:]))
        visit = Visit(replace(SETTINGS, hours=Hours()), notice).choose(Act.CRISIS)
        visit.tell(WallClock(datetime.combine(DAY + timedelta(days=1), time(1))))
        assert (visit.name, visit.place) == ("crisis", ("b", 0))


def test_whole_loops_take_the_languages_of_the_mix_in_turn() -> None:
    visit = Visit(replace(SETTINGS, languages=("en", "es"), alternate=("en", "en", "es")))
    seen = []
    for _ in range(4 * 6):
        seen.append(visit.scene.language)
        visit.wait(20)
    assert seen == ["en"] * 12 + ["es"] * 6 + ["en"] * 6


def test_a_visitors_language_is_that_of_the_page_they_touched() -> None:
    visit = Visit(replace(SETTINGS, languages=("en", "es"), alternate=("en", "es"))).wait(20 * 6)
    assert visit.scene.language == "es"
    visit.tap()
    assert visit.scene.language == "es"
    visit.choose(Act.LANGUAGE, "en").choose(Act.READ_THIS)
    assert visit.scene.language == "en"
    assert visit.choose(Act.FINISHED).scene.language == "es"


def test_a_wall_of_one_page_still_alternates() -> None:
    settings = replace(SETTINGS, languages=("en", "es"), alternate=("en", "es"))
    visit = Visit(settings, programme=Programme((stop("a", wall=1),)))
    assert visit.scene.language == "en"
    assert visit.wait(20).scene.language == "es"
    assert visit.wait(20).scene.language == "en"
