# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from kiosk.show.model import Act, Contact, Key, Programme, Tick
from tests.show.examples import Visit, in_state

DOWN, UP = (Contact(7, 100.0, 100.0, down=down) for down in (True, False))


def drip(
    visit: Visit, times: int = 30, act: Act | None = None, value: str = "", every: float = 1.0
) -> list[str]:
    """Touch the same spot again and again, and maybe the button under it; the notes."""
    notes: list[str] = []
    for _ in range(times):
        visit.tell(DOWN)
        notes += visit.state.notes
        visit.now += 0.05
        visit.tell(UP)
        if act:
            visit.choose(act, value)
        visit.now += every - 0.05
        visit.tell(Tick())
    return notes


def test_water_on_the_glass_is_left_alone_and_noted_once() -> None:
    visit = Visit()
    assert len(drip(visit, 300)) == 1
    assert visit.name == "attract"


def test_water_on_the_language_button_does_not_hold_the_wall() -> None:
    visit = Visit()
    drip(visit, 300, Act.LANGUAGE, "es")
    assert (visit.name, visit.scene.language) == ("attract", "en")


def test_water_on_a_reading_page_turns_pages_but_does_not_keep_it() -> None:
    visit = Visit().read("a", 0)
    drip(visit, 30, Act.PREVIOUS)
    drip(visit, 300, Act.NEXT)
    assert visit.name == "attract"


def test_an_impatient_visitor_still_turns_pages() -> None:
    visit = Visit().read("a", 0)
    for _ in range(5):
        drip(visit, 9, Act.NEXT, every=0.5)
        assert visit.name == "topics"
        visit.choose(Act.OPEN, "a")


def test_water_opens_crisis_help_but_cannot_close_it_or_keep_it() -> None:
    visit = Visit()
    drip(visit, 30)
    visit.tell(DOWN, UP).choose(Act.CRISIS)
    opened = visit.now
    assert visit.name == "crisis"
    drip(visit, 60, Act.CLOSE)
    drip(visit, 119, Act.CRISIS)
    assert visit.name == "crisis"
    assert visit.now == pytest.approx(opened + 179)
    visit.wait(1)
    assert visit.name == "attract"


@pytest.mark.parametrize("act", [Act.NEXT, Act.WORDS, Act.TOPICS, Act.FINISHED])
@pytest.mark.parametrize("first", ["button", "finger"])
def test_the_touch_that_answers_the_band_does_nothing_else(act: Act, first: str) -> None:
    visit = in_state("band")
    page = in_state("page").place
    visit.tell(DOWN)
    assert visit.name == "page"
    if first == "button":
        visit.choose(act, "x").tell(UP)
    else:
        visit.tell(UP).choose(act, "x")
    assert (visit.name, visit.place) == ("page", page)
    assert visit.wait(1).choose(Act.NEXT).place == ("b", 2)


def test_crisis_help_answers_the_band_with_the_same_touch() -> None:
    visit = in_state("band").tell(DOWN, UP).choose(Act.CRISIS)
    assert visit.name == "crisis"
    assert not visit.choose(Act.CLOSE).scene.band


def test_the_band_leaves_the_panel_and_may_be_answered_any_number_of_times() -> None:
    visit = in_state("sheet")
    for _ in range(12):
        assert (visit.wait_until("band").scene.panel.value, visit.scene.band) == ("sheet", True)
        assert visit.wait(19).tap().name == "sheet"


@pytest.mark.parametrize("act", [Act.FINISHED, Act.CONTINUE])
def test_the_end_of_the_touch_that_let_the_wall_go_on_does_not_wake_it(act: Act) -> None:
    visit = Visit().tap().tell(DOWN).choose(act).tell(UP)
    assert visit.name == "attract"
    assert visit.tap().name == "paused"


def test_a_word_is_closed_by_any_touch_and_its_button_is_not_heard() -> None:
    visit = in_state("words").tell(DOWN)
    assert visit.name == "page"
    assert visit.tell(UP).choose(Act.NEXT).place == ("b", 1)


def test_the_tap_that_opened_a_word_does_not_close_it() -> None:
    assert in_state("page").tell(DOWN).choose(Act.WORDS, "term").tell(UP).name == "words"


def test_keys_in_a_panel_do_not_turn_the_page() -> None:
    visit = in_state("sheet").press(Key.RIGHT, Key.SPACE, Key.HOME)
    assert (visit.name, visit.place) == ("sheet", ("b", 1))


def test_keys_in_crisis_help_do_nothing_but_close_it() -> None:
    visit = in_state("crisis").press(Key.RIGHT, Key.ENTER, Key.HOME)
    assert visit.name == "crisis"
    assert visit.press(Key.ESCAPE).place == ("b", 1)


def test_escape_on_a_wall_with_nothing_to_open_stays() -> None:
    visit = Visit(programme=Programme(())).press(Key.ENTER, Key.ESCAPE)
    assert visit.name == "paused"


def test_finished_leaves_no_trace() -> None:
    visit = Visit()
    fresh = visit.scene
    visit.read("c", 2).choose(Act.LANGUAGE, "es").choose(Act.TEXT_SCALE, "2").choose(Act.THEME, "contrast")
    visit.choose(Act.SHEET).choose(Act.FINISHED)
    left = visit.scene
    for field in ("language", "text_scale", "theme", "panel", "term", "topics_page", "band", "paused"):
        assert getattr(left, field) == getattr(fresh, field)
