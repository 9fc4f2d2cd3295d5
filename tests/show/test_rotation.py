# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.show.model import Programme, Stop
from kiosk.show.rotation import Leaf, cards, follow, keep, loop, next_change, openable, together, valid
from tests.show.examples import DAY, sections, stop

YESTERDAY, TOMORROW = DAY - timedelta(days=1), DAY + timedelta(days=1)


def rotating(*stops: Stop, touch: bool = True) -> list[str]:
    return list(dict.fromkeys(leaf.section for leaf in loop(Programme(stops), DAY, touch=touch)))


@pytest.mark.parametrize(
    "begins, ends, shown",
    [
        (None, None, True),
        (DAY, DAY, True),
        (TOMORROW, None, False),
        (None, YESTERDAY, False),
        (YESTERDAY, TOMORROW, True),
    ],
)
def test_first_and_last_day_count(begins: date | None, ends: date | None, shown: bool) -> None:
    section = stop("a", valid_from=begins, valid_until=ends)
    assert valid(section, DAY) == shown
    assert rotating(section) == (["a"] if shown else [])
    assert sections(openable(Programme((section,)), DAY)) == (["a"] if shown else [])


def test_the_loop_has_every_wall_page_in_order() -> None:
    pages = loop(Programme((stop("b"), stop("a", wall=1))), DAY, touch=True)
    assert pages == (Leaf("b", 0, 20.0), Leaf("b", 1, 20.0), Leaf("a", 0, 20.0))


@pytest.mark.parametrize(
    "flags, rotates, opens",
    [
        ({"rotate": False}, False, True),
        ({"private": True}, False, True),
        ({"wall": 0}, False, True),
        ({"reading": 0}, True, False),
        ({"only_with": ("missing",)}, False, False),
    ],
)
def test_what_rotates_and_what_may_be_opened(flags: dict[str, object], rotates: bool, opens: bool) -> None:
    section = stop("a", **flags)  # type: ignore[arg-type] # any flag
    assert rotating(section) == (["a"] if rotates else [])
    assert sections(openable(Programme((section,)), DAY)) == (["a"] if opens else [])


def test_only_an_untouched_screen_shows_what_is_for_it() -> None:
    stops = stop("a"), stop("qr", untouched_only=True), stop("b", only_with=("qr",))
    assert rotating(*stops, touch=True) == ["a"]
    assert rotating(*stops, touch=False) == ["a", "qr", "b"]


def test_a_section_leaves_with_its_partner_and_takes_others_along() -> None:
    chain = (
        stop("a", only_with=("b",)),
        stop("b", only_with=("c",)),
        stop("c", valid_until=YESTERDAY),
        stop("d"),
    )
    assert rotating(*chain) == ["d"]
    assert sections(openable(Programme(chain), DAY)) == ["d"]


def test_partners_of_one_another_stay() -> None:
    assert rotating(stop("a", only_with=("b",)), stop("b", only_with=("a",))) == ["a", "b"]


partners = st.dictionaries(st.sampled_from("abcdef"), st.sets(st.sampled_from("abcdefg"), max_size=2))


@given(partners)
def test_what_stays_together_is_complete_and_the_most_there_can_be(wanted: dict[str, set[str]]) -> None:
    stops = tuple(stop(name, only_with=tuple(sorted(others))) for name, others in wanted.items())
    kept = together(stops)
    present = set(sections(kept))
    assert all(present.issuperset(each.only_with) for each in kept)
    for name, others in wanted.items():
        reached, todo = {name}, list(others)
        while todo:
            other = todo.pop()
            if other not in reached:
                reached.add(other)
                todo.extend(wanted.get(other, ()))
        assert (name in present) == reached.issubset(wanted)


def test_the_opening_is_the_first_card() -> None:
    assert cards((stop("a"), stop("b", opening=True), stop("c"))) == ("b", "a", "c")


@pytest.mark.parametrize(
    "begins, ends, change",
    [
        (None, None, None),
        (YESTERDAY, YESTERDAY, None),
        (DAY, date.max, None),
        (TOMORROW, None, TOMORROW),
        (None, DAY, TOMORROW),
        (TOMORROW, TOMORROW, TOMORROW),
    ],
)
def test_the_next_day_on_which_validity_changes(
    begins: date | None, ends: date | None, change: date | None
) -> None:
    assert next_change(Programme((stop("a", valid_from=begins, valid_until=ends),)), DAY) == change


def leaves(text: str) -> tuple[Leaf, ...]:
    return tuple(Leaf(each[0], int(each[1:]), 20.0) for each in text.split())


OLD = leaves("a0 a1 b0 c0")


@pytest.mark.parametrize(
    "old, place, new, kept, followed",
    [
        (OLD, 1, OLD, 1, 2),
        (OLD, 3, OLD, 3, 0),
        (OLD, 1, leaves("a0 b0 c0"), 0, 1),
        (OLD, 1, leaves("x0 c0 b0"), 2, 2),
        (OLD, 2, leaves("a0 a1 c0"), 2, 2),
        (OLD, 2, leaves("x0 y0"), 0, 0),
        (OLD, 2, leaves("b0"), 0, 0),
        ((), 0, leaves("a0 a1"), 0, 0),
        (OLD, 2, (), 0, 0),
    ],
)
def test_places(old: tuple[Leaf, ...], place: int, new: tuple[Leaf, ...], kept: int, followed: int) -> None:
    assert keep(old, place, new) == kept
    assert follow(old, place, new) == followed


def test_in_the_same_rotation_the_next_page_follows() -> None:
    same = (Leaf("a", 0, 20.0), Leaf("b", 0, 20.0))
    assert [follow(same, place, same) for place in (0, 1)] == [1, 0]
    assert follow((), 0, ()) == 0
