# SPDX-License-Identifier: Apache-2.0
"""What can come next is near, the likeliest first."""

from __future__ import annotations

from msgspec.structs import replace

from kiosk.show.machine import near
from kiosk.show.model import Act, Programme
from kiosk.show.near import AHEAD, Part
from tests.show.examples import DAY, SETTINGS, Visit, stop

MANY = Programme(tuple(stop(f"s{number}", reading=1) for number in range(20)), cards_per_page=4)


def visit(programme: Programme = MANY) -> Visit:
    return Visit(SETTINGS, programme)


def parts(made: Visit, part: Part) -> list[str]:
    return [section for each, section in near(made.state).steps if each is part]


def test_on_the_wall_the_next_sections_are_near() -> None:
    made = visit()
    assert parts(made, Part.WALL) == ["s0", "s1", "s2", "s3"]
    assert len(parts(made, Part.WALL)) == AHEAD + 1
    assert parts(made, Part.READING) == ["s0"]
    assert parts(made, Part.CARD) == []
    assert not near(made.state).visited
    assert near(made.state).steps[0][0] is Part.WALL


def test_the_wall_begins_anew_behind_its_last_section() -> None:
    made = visit()
    last = next(place for place, leaf in enumerate(made.state.loop) if leaf.section == "s19")
    made.state = replace(made.state, place=last)
    assert parts(made, Part.WALL) == ["s19", "s0", "s1", "s2"]


def test_what_may_not_rotate_is_not_near_the_wall() -> None:
    stops = (
        stop("a"),
        stop("b", rotate=False),
        stop("c", private=True),
        stop("d", valid_from=DAY.max),
        stop("e"),
    )
    assert parts(visit(Programme(stops)), Part.WALL) == ["a", "e"]


def test_sections_whose_wall_is_not_set_yet_are_near() -> None:
    unset = Programme((stop("a"), stop("b", wall=0), stop("c", wall=0)))
    assert parts(visit(unset), Part.WALL) == ["a", "b", "c"]


def test_without_anything_to_show_nothing_is_near() -> None:
    assert near(visit(Programme(())).state).steps == ()


def test_a_paused_wall_is_near_to_its_pages_and_cards() -> None:
    made = visit().tap()
    assert near(made.state).visited
    assert near(made.state).steps[0] == (Part.READING, "s0")
    assert parts(made, Part.CARD) == ["s0", "s1", "s2", "s3"]


def test_a_page_is_near_to_the_sections_beside_it() -> None:
    made = visit().tap().choose(Act.TOPICS).choose(Act.OPEN, "s5")
    assert near(made.state).visited
    assert parts(made, Part.READING) == ["s5", "s6", "s4"]
    assert parts(made, Part.CARD) == ["s4", "s5", "s6", "s7"]
    assert near(made.state).steps[0] == (Part.READING, "s5")


def test_topics_are_near_to_their_cards_and_those_around() -> None:
    made = visit().tap().choose(Act.TOPICS).choose(Act.TOPICS_NEXT)
    assert parts(made, Part.CARD) == [
        *(f"s{n}" for n in (4, 5, 6, 7)),
        *(f"s{n}" for n in (0, 1, 2, 3, 8, 9, 10, 11)),
    ]
    assert parts(made, Part.READING) == ["s4", "s5", "s6", "s7"]
    assert near(made.state).steps[0] == (Part.CARD, "s4")
    assert near(made.state).visited


def test_a_section_without_a_card_opens_the_first_page_of_topics() -> None:
    made = visit().tap().choose(Act.TOPICS).choose(Act.OPEN, "s9")
    gone = tuple(replace(one, valid_until=DAY.min) if one.id == "s9" else one for one in MANY.stops)
    made.state = replace(made.state, openable=tuple(one for one in gone if one.id != "s9"))
    assert parts(made, Part.CARD) == ["s0", "s1", "s2", "s3"]
