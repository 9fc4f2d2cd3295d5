# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import timedelta

import pytest

from kiosk.show.model import Act, Key, Programme, ShowSettings, Touch, Turn
from tests.show.examples import DAY, Visit, in_state, stop

MIXED = Programme(
    (
        stop("clinic", reading=0),
        stop("a", reading=2),
        stop("private", reading=2, private=True),
        stop("old", valid_until=DAY - timedelta(days=1)),
        stop("alone", only_with=("old",)),
        stop("quiet", reading=1, rotate=False),
    ),
    cards_per_page=1,
)
ORDER = [("a", 0), ("a", 1), ("private", 0), ("private", 1), ("quiet", 0)]


def mixed() -> Visit:
    return Visit(ShowSettings(touch=Touch.YES), MIXED)


@pytest.mark.parametrize("onward", [Key.RIGHT, Key.PAGE_DOWN, Key.SPACE])
@pytest.mark.parametrize("backward", [Key.LEFT, Key.PAGE_UP])
def test_through_all_that_may_be_opened_and_back(onward: Key, backward: Key) -> None:
    visit = mixed().read("a")
    forth = [visit.place]
    while visit.press(onward).name == "page":
        assert visit.scene.turn is Turn.FORWARD
        forth.append(visit.place)
    assert forth == ORDER
    assert (visit.name, visit.scene.turn, visit.scene.topics_page) == ("topics", Turn.FORWARD, 2)
    visit.choose(Act.OPEN, "quiet")
    back = [visit.place]
    while visit.press(backward).name == "page":
        assert visit.scene.turn is Turn.BACK
        back.append(visit.place)
    assert back == ORDER[::-1]
    assert (visit.name, visit.scene.turn, visit.scene.topics_page) == ("topics", Turn.BACK, 0)


def test_read_this_opens_the_section_on_the_wall() -> None:
    visit = mixed().wait(40).tap().choose(Act.READ_THIS)
    assert (visit.place, visit.scene.pages, visit.scene.turn) == (("a", 0), 2, Turn.FORWARD)


def test_read_this_on_a_page_with_nothing_to_read_opens_topics() -> None:
    visit = mixed().tap()
    assert visit.place == ("clinic", 0)
    assert visit.choose(Act.READ_THIS).name == "topics"


@pytest.mark.parametrize("section", ["old", "alone", "clinic", "missing", ""])
def test_what_may_not_be_opened_is_not(section: str) -> None:
    for visit in (mixed().tap(), mixed().read("a", 1), mixed().tap().choose(Act.TOPICS)):
        before = visit.scene
        assert visit.choose(Act.OPEN, section).scene == before


def test_topics_turns_and_ends() -> None:
    visit = mixed().tap().choose(Act.TOPICS)
    seen = []
    for act in (Act.TOPICS_NEXT, Act.NEXT, Act.NEXT, Act.TOPICS_PREVIOUS, Act.PREVIOUS, Act.PREVIOUS):
        visit.choose(act)
        seen.append((visit.scene.topics_page, visit.scene.sequence))
    assert seen == [(1, 2), (2, 3), (2, 3), (1, 4), (0, 5), (0, 5)]
    assert visit.scene.turn is Turn.BACK


def test_home_is_the_first_page_of_what_is_shown() -> None:
    visit = mixed().read("a", 1).press(Key.HOME)
    assert visit.place == ("a", 0)
    before = visit.scene
    assert visit.press(Key.HOME).scene == before
    visit.choose(Act.TOPICS).press(Key.RIGHT, Key.RIGHT, Key.HOME)
    assert (visit.name, visit.scene.topics_page) == ("topics", 0)


def test_topics_opens_at_the_card_of_the_section() -> None:
    assert mixed().read("private").choose(Act.TOPICS).scene.topics_page == 1


def test_a_panel_shows_its_term_until_it_goes() -> None:
    visit = in_state("words")
    assert visit.scene.term == "term"
    assert visit.choose(Act.SOURCES, "4").scene.term == "4"
    assert visit.choose(Act.CLOSE).scene.term == ""


def test_navigation_takes_the_panel_away() -> None:
    visit = in_state("sources").choose(Act.NEXT)
    assert (visit.name, visit.scene.term) == ("page", "")


def test_the_sheet_over_topics() -> None:
    visit = in_state("topics").choose(Act.SHEET)
    assert visit.name == "sheet"
    assert visit.choose(Act.TOPICS).name == "topics"
