# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import pytest
from msgspec.structs import replace

from kiosk.show.hearing import Outlet, Speech
from kiosk.show.machine import cards, opening, peek, same_opening, scene, wake
from kiosk.show.model import (
    Act,
    Chosen,
    Contact,
    Hours,
    Panel,
    Programme,
    Replaced,
    Scene,
    ShowSettings,
    Touch,
    Touchable,
    Turn,
    View,
    WallClock,
)
from tests.show.examples import DAY, MORNING, PROGRAMME, SETTINGS, Visit, stop

TOMORROW = DAY + timedelta(days=1)
ALWAYS = ShowSettings(touch=Touch.YES)


def programme(*names: str) -> Programme:
    return Programme(tuple(stop(name) for name in names), cards_per_page=2)


def test_the_first_scene_is_the_first_wall_page_simply_there() -> None:
    assert Visit().scene == Scene(
        View.WALL, section="a", pages=2, loop_length=6, topics_pages=2, turn=Turn.NONE, sequence=0
    )


def test_the_opening_lasts_until_a_turn_a_touch_or_help() -> None:
    visit = Visit()
    assert opening(visit.scene)
    assert not opening(Visit(clock=datetime.combine(DAY, time(20))).scene)
    helped = Visit()
    helped.choose(Act.CRISIS)
    assert not opening(helped.scene)
    touched = Visit()
    touched.tap()
    assert not opening(touched.scene)
    visit.wait(21)
    assert visit.scene.view is View.WALL
    assert not opening(visit.scene)


def test_an_opening_is_the_same_while_it_is_open_and_the_programme_too() -> None:
    state = Visit().state
    (first, *_, last) = same_opening(state, DAY + timedelta(days=14))
    assert first == (datetime.combine(DAY, time(9)), datetime.combine(DAY, time(17)))
    assert last[0].date() == DAY + timedelta(days=11)
    ends = Programme((stop("a"), stop("b", valid_until=TOMORROW)))
    spans = same_opening(Visit(programme=ends).state, DAY + timedelta(days=14))
    assert [opens.date() for opens, _ in spans] == [DAY, TOMORROW]


def test_a_start_at_night_shows_the_closed_page() -> None:
    visit = Visit(clock=datetime.combine(DAY, time(20)))
    assert (visit.scene.view, visit.scene.sequence) == (View.CLOSED, 0)
    assert wake(visit.state) == 1000.0 + 1800.0


def test_a_clock_with_a_zone_is_read_as_local_time() -> None:
    assert Visit(clock=datetime.combine(DAY, time(20), UTC)).name == "closed"


def test_nothing_to_show_is_the_built_in_page() -> None:
    visit = Visit(ALWAYS, Programme(()))
    assert (visit.place, visit.scene.view, visit.scene.pages, visit.scene.loop_length) == (
        ("", 0),
        View.WALL,
        1,
        1,
    )
    assert wake(visit.state) is None
    visit.tap()
    assert visit.name == "paused"
    for act in (Act.READ_THIS, Act.TOPICS):
        assert visit.choose(act).name == "paused"
    assert visit.wait_until("attract").place == ("", 0)


def test_one_wall_page_does_not_turn_until_there_are_more() -> None:
    visit = Visit(ALWAYS, Programme((stop("a", wall=1),)))
    assert wake(visit.state) is None
    assert visit.wait(1000).tell(Replaced(PROGRAMME)).scene.sequence == 1
    assert visit.place == ("a", 1)


def test_a_scene_ahead_of_time_is_what_time_will_have_made() -> None:
    visit = Visit()
    ahead = scene(visit.state, visit.now + 20)
    assert (ahead.page, ahead.turn, ahead.sequence) == (1, Turn.FADE, 1)
    assert ahead == visit.wait(20).scene


def test_cards_are_the_sections_of_topics() -> None:
    assert cards(
        Visit(ALWAYS, Programme((stop("a"), stop("b", opening=True), stop("c", reading=0)))).state
    ) == ("b", "a")


def test_a_peek_sees_past_a_finger_on_the_glass() -> None:
    visit = Visit().read("b", 0).wait_until("band").tell(Contact(1, 5.0, 5.0, down=True))
    assert visit.choose(Act.NEXT).place == ("b", 0)
    assert peek(visit.state, Chosen(Act.NEXT), visit.now).page == 1


@pytest.mark.parametrize("act, field", [(Act.STILL, "still"), (Act.LOWER, "lowered")])
@pytest.mark.parametrize("wished", [False, True])
def test_what_is_on_or_off_is_chosen_by_yes_and_no(act: Act, field: str, wished: bool) -> None:
    visit = Visit(replace(SETTINGS, still=wished, lowered=wished)).read()
    assert getattr(visit.scene, field) is wished
    assert getattr(visit.choose(act, "no").scene, field) is False
    assert getattr(visit.choose(act, "yes").scene, field) is True
    assert getattr(visit.choose(act, "perhaps").scene, field) is True
    assert getattr(visit.choose(Act.FINISHED).scene, field) is wished


@pytest.mark.parametrize(
    "theme, known", [("light", True), ("contrast", True), ("sepia", True), ("pink", False)]
)
def test_only_known_themes(theme: str, known: bool) -> None:
    visit = Visit(replace(SETTINGS, theme="sepia")).read().choose(Act.THEME, theme)
    assert visit.scene.theme == (theme if known else "sepia")


@pytest.mark.parametrize(
    "value, scale", [("1", 1.0), ("1.0", 1.0), ("1.25", 1.25), ("2", 2.0), ("3", 1.5), ("x", 1.5)]
)
def test_only_known_sizes_of_text(value: str, scale: float) -> None:
    visit = Visit(replace(SETTINGS, text_scale=1.5)).read().choose(Act.TEXT_SCALE, value)
    assert visit.scene.text_scale == scale


@pytest.mark.parametrize("language, known", [("en", True), ("es", True), ("fr", True), ("xx", False)])
def test_only_known_languages(language: str, known: bool) -> None:
    visit = Visit(replace(SETTINGS, language="fr")).choose(Act.LANGUAGE, language)
    assert (visit.name, visit.scene.language) == (("paused", language) if known else ("attract", "fr"))


class TestAnotherProgramme:
    def test_the_wall_stays_at_its_page(self) -> None:
        visit = Visit().wait(50).tell(Replaced(programme("x", "a", "b", "c")))
        assert (visit.place, visit.scene.loop_place, visit.scene.sequence) == (("b", 0), 4, 2)

    def test_the_dwell_counts_on_with_the_new_length(self) -> None:
        visit = Visit(ALWAYS).wait(5)
        visit.tell(Replaced(Programme((replace(stop("a"), wall=(30.0, 30.0)),))))
        assert wake(visit.state) == 1030.0

    def test_a_wall_page_that_is_gone_gives_way_to_the_next(self) -> None:
        visit = Visit().wait(15).tell(Replaced(programme("c", "b")))
        assert (visit.place, visit.scene.turn) == (("b", 0), Turn.FADE)
        assert wake(visit.state) == visit.now + 20

    def test_the_place_on_the_wall_is_found_again_after_a_visit(self) -> None:
        visit = Visit().wait(40)
        assert visit.place == ("b", 0)
        visit.read("c").tell(Replaced(programme("c"), "c"), Replaced(PROGRAMME)).choose(Act.FINISHED)
        assert visit.place == ("b", 1)

    def test_the_reader_goes_with_their_sentence(self) -> None:
        visit = Visit().read("b", 0)
        before = visit.scene.sequence
        visit.tell(Replaced(PROGRAMME, "b", 2))
        assert (visit.place, visit.scene.turn, visit.scene.sequence) == (("b", 2), Turn.NONE, before + 1)

    @pytest.mark.parametrize(
        "event, place",
        [
            (Replaced(PROGRAMME), ("b", 1)),
            (Replaced(PROGRAMME, "nowhere", 2), ("b", 1)),
            (Replaced(PROGRAMME, "c", 99), ("c", 2)),
            (Replaced(PROGRAMME, "c", -1), ("c", 0)),
            (Replaced(Programme((stop("b", reading=1),))), ("b", 0)),
            (Replaced(programme("a", "c")), ("", 0)),
            (Replaced(Programme((stop("b", reading=0), stop("a")))), ("", 0)),
        ],
    )
    def test_the_reader_keeps_their_place_if_it_is_there(
        self, event: Replaced, place: tuple[str, int]
    ) -> None:
        visit = Visit().read("b", 1).tell(event)
        assert visit.place == place
        assert visit.name == ("page" if place[0] else "topics")

    def test_with_nothing_to_open_the_visit_ends(self) -> None:
        for visit in (Visit().read(), Visit().tap().choose(Act.TOPICS)):
            assert visit.tell(Replaced(Programme((stop("x", reading=0),)))).name == "attract"
            assert visit.scene.section == "x"

    def test_crisis_help_outlives_the_page_beneath(self) -> None:
        visit = Visit().read().choose(Act.SHEET).choose(Act.CRISIS).tell(Replaced(Programme(())))
        assert visit.name == "crisis"
        assert visit.choose(Act.CLOSE).name == "attract"

    def test_fewer_cards_leave_the_page_of_topics_that_there_is(self) -> None:
        visit = Visit().tap().choose(Act.TOPICS).choose(Act.NEXT)
        assert (visit.scene.topics_page, visit.scene.topics_pages) == (1, 2)
        visit.tell(Replaced(programme("a")))
        assert (visit.scene.topics_page, visit.scene.topics_pages) == (0, 1)

    def test_no_cards_on_a_page_count_as_one(self) -> None:
        visit = Visit(ALWAYS, Programme(PROGRAMME.stops, cards_per_page=0))
        assert visit.scene.topics_pages == 3
        assert visit.read("c").choose(Act.TOPICS).scene.topics_page == 2


class TestWallClock:
    def test_a_section_leaves_the_wall_when_its_last_day_ends(self) -> None:
        stops = stop("a", valid_until=DAY), stop("b")
        visit = Visit(replace(ALWAYS, dwell_factor=0.0), Programme(stops))
        assert (wake(visit.state), visit.place) == (1000.0 + 14 * 3600, ("a", 0))
        assert visit.wait(14 * 3600 - 1).place == ("a", 0)
        assert visit.wait(1).place == ("b", 0)
        assert wake(visit.state) is None

    def test_a_section_joins_the_wall_on_its_first_day(self) -> None:
        visit = Visit(ALWAYS, Programme((stop("a", wall=1), stop("b", valid_from=TOMORROW))))
        assert visit.scene.loop_length == 1
        visit.tell(WallClock(datetime.combine(TOMORROW, time(0))))
        assert visit.scene.loop_length == 3

    def test_a_reader_keeps_the_page_but_does_not_come_back_to_it(self) -> None:
        stops = (stop("a"), stop("b", valid_until=DAY), stop("c"))
        visit = Visit(ALWAYS, Programme(stops)).read("b", 2)
        visit.tell(WallClock(datetime.combine(TOMORROW, time(0))))
        assert visit.place == ("b", 2)
        assert visit.choose(Act.NEXT).place == ("c", 0)
        assert visit.choose(Act.PREVIOUS).place == ("a", 2)

    @pytest.mark.parametrize("days", [-20000, -365, -1, 1, 365, 200_000])
    def test_a_clock_that_jumps_leaves_a_sane_state(self, days: int) -> None:
        visit = Visit().wait(7).tell(WallClock(MORNING + timedelta(days=days)))
        assert visit.name in {"attract", "closed"}
        visit.tell(WallClock(MORNING))
        assert visit.name == "attract"
        assert visit.wait(20).scene.loop_place == 1


class TestTouch:
    def test_a_screen_without_touch_feels_none(self) -> None:
        visit = Visit(replace(SETTINGS, touch=Touch.NO))
        before = visit.tell(Touchable(present=True)).scene
        assert visit.tap().scene == before
        assert not before.touch

    def test_crisis_help_and_keys_work_without_touch(self) -> None:
        visit = Visit(replace(SETTINGS, touch=Touch.NO)).choose(Act.CRISIS)
        assert (visit.scene.panel, visit.scene.touch) == (Panel.CRISIS, True)

    def test_the_first_press_makes_auto_yes_for_good(self) -> None:
        visit = Visit(replace(SETTINGS, touch=Touch.AUTO))
        assert not visit.scene.touch
        assert visit.tell(Contact(1, 0.0, 0.0, down=True)).scene.touch
        assert visit.tell(Touchable(present=False)).scene.touch

    def test_a_touchscreen_makes_auto_yes(self) -> None:
        visit = Visit(replace(SETTINGS, touch=Touch.AUTO))
        assert not visit.tell(Touchable(present=False)).scene.touch
        assert visit.tell(Touchable(present=True)).scene.touch

    def test_what_is_for_untouched_screens_goes_with_the_next_turn(self) -> None:
        stops = Programme(
            (stop("qr", wall=1, reading=0, untouched_only=True), stop("a", wall=1), stop("b", wall=1))
        )
        visit = Visit(ShowSettings(touch=Touch.AUTO), stops)
        assert visit.place == ("qr", 0)
        visit.tap()
        assert (visit.place, visit.scene.loop_length) == (("qr", 0), 3)
        visit.choose(Act.CONTINUE).wait(20)
        assert (visit.place, visit.scene.loop_length) == (("a", 0), 2)
        assert visit.wait(20).wait(20).place == ("a", 0)


def test_hours_without_a_change_need_no_tick() -> None:
    assert wake(Visit(ShowSettings(hours=Hours(), dwell_factor=0.0)).state) is None


class TestAnotherPack:
    def test_the_same_page_goes_on_as_if_nothing_had_been(self) -> None:
        visit = Visit(ALWAYS).wait(5)
        before = visit.scene
        assert visit.tell(Replaced(PROGRAMME, settings=ALWAYS)).scene == before
        assert wake(visit.state) == 1020.0

    def test_a_wall_page_with_other_words_comes_anew_and_stays_its_time(self) -> None:
        visit = Visit(ALWAYS).wait(5)
        shown = visit.tell(Replaced(PROGRAMME, settings=ALWAYS, reworded=True)).scene
        assert (shown.turn, shown.sequence, visit.place) == (Turn.FADE, 1, ("a", 0))
        assert wake(visit.state) == visit.now + 20

    def test_a_paused_wall_with_other_words_stays_paused(self) -> None:
        visit = Visit().tap().tell(Replaced(PROGRAMME, settings=SETTINGS, reworded=True))
        assert (visit.name, visit.scene.turn) == ("paused", Turn.FADE)

    def test_a_reader_keeps_section_and_page_without_motion(self) -> None:
        visit = Visit().read("b", 1)
        before = visit.scene.sequence
        visit.tell(Replaced(PROGRAMME, "b", 1, SETTINGS, reworded=True))
        assert (visit.place, visit.scene.turn, visit.scene.sequence) == (("b", 1), Turn.NONE, before + 1)

    @pytest.mark.parametrize("act", [Act.WORDS, Act.SOURCES, Act.COPY])
    def test_panels_about_the_old_page_close(self, act: Act) -> None:
        visit = Visit().read().choose(act, "w")
        assert visit.scene.panel is not Panel.NONE
        kept = visit.tell(Replaced(PROGRAMME, "b", 0, SETTINGS)).scene.panel
        assert kept is not Panel.NONE
        visit.choose(Act.CRISIS).tell(Replaced(PROGRAMME, "b", 0, SETTINGS, reworded=True))
        assert visit.scene.panel is Panel.CRISIS
        assert visit.choose(Act.CLOSE).scene.panel is Panel.NONE

    def test_the_sheet_stays(self) -> None:
        visit = Visit().read().choose(Act.SHEET)
        visit.tell(Replaced(PROGRAMME, "b", 0, SETTINGS, reworded=True))
        assert visit.scene.panel is Panel.SHEET

    def test_a_visitor_keeps_their_language_where_it_is_offered(self) -> None:
        french = replace(SETTINGS, language="fr", languages=("fr", "es"))
        visit = Visit().read().choose(Act.LANGUAGE, "es").choose(Act.TEXT_SCALE, "1.5")
        shown = visit.tell(Replaced(PROGRAMME, settings=french)).scene
        assert (shown.language, shown.text_scale) == ("es", 1.5)
        shown = visit.tell(Replaced(PROGRAMME, settings=replace(french, languages=("fr",)))).scene
        assert (shown.language, shown.text_scale) == ("fr", 1.5)

    def test_an_untouched_wall_takes_the_new_language(self) -> None:
        french = replace(SETTINGS, language="fr", languages=("fr",))
        assert Visit().tell(Replaced(PROGRAMME, settings=french)).scene.language == "fr"

    def test_what_is_read_aloud_waits_at_the_beginning_of_the_new_words(self) -> None:
        loud = replace(SETTINGS, listen=Outlet.LOUDSPEAKER)
        visit = Visit(loud).read().choose(Act.LISTEN).choose(Act.LISTEN_START)
        assert visit.scene.listening.status is Speech.SPEAKING
        heard = visit.tell(Replaced(PROGRAMME, "b", 0, loud, reworded=True)).scene.listening
        assert (heard.status, heard.sentence) == (Speech.PAUSED, 0)
