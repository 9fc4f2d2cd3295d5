# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.show.hours import is_open, look_again, open_spans
from kiosk.show.model import Hours, Opening
from tests.show.examples import NINE_TO_FIVE

NIGHT = Hours({4: (Opening(time(22), time(6)),)})
LUNCH = Hours({0: (Opening(time(8), time(12)), Opening(time(13), time(17)))})
ROUND = Hours(dict.fromkeys(range(7), (Opening(time(0), time(0)),)))
HOLIDAY = Hours(NINE_TO_FIVE.weekdays, frozenset({date(2026, 11, 24)}))
ONLY_HOLIDAY = Hours({}, frozenset({date(2026, 11, 24)}))
FAR_HOLIDAY = Hours({}, frozenset({date(2026, 12, 24)}))
PAST_HOLIDAY = Hours({}, frozenset({date(2026, 1, 1)}))
NIGHT_OFF = Hours(NIGHT.weekdays, frozenset({date(2026, 11, 27)}))
DAY_AFTER_OFF = Hours(NIGHT.weekdays, frozenset({date(2026, 11, 28)}))


def when(text: str) -> datetime:
    return datetime.fromisoformat(f"2026-{text}")


@pytest.mark.parametrize(
    "hours, wall, opened, again",
    [
        (Hours(), "11-23T03:00", True, None),
        (NINE_TO_FIVE, "11-23T08:59:59", False, "11-23T09:00"),
        (NINE_TO_FIVE, "11-23T09:00", True, "11-23T17:00"),
        (NINE_TO_FIVE, "11-23T17:00", False, "11-24T09:00"),
        (NINE_TO_FIVE, "11-27T17:00", False, "11-30T09:00"),
        (LUNCH, "11-23T12:30", False, "11-23T13:00"),
        (LUNCH, "11-23T17:30", False, "11-30T08:00"),
        (NIGHT, "11-27T21:00", False, "11-27T22:00"),
        (NIGHT, "11-27T23:00", True, "11-28T06:00"),
        (NIGHT, "11-28T05:00", True, "11-28T06:00"),
        (NIGHT, "11-28T06:00", False, "12-04T22:00"),
        (NIGHT_OFF, "11-28T05:00", False, "12-04T22:00"),
        (DAY_AFTER_OFF, "11-28T05:00", True, "11-28T06:00"),
        (ROUND, "11-28T00:00", True, None),
        (HOLIDAY, "11-23T18:00", False, "11-25T09:00"),
        (ONLY_HOLIDAY, "11-23T18:00", True, "11-24T00:00"),
        (ONLY_HOLIDAY, "11-24T18:00", False, "11-25T00:00"),
        (FAR_HOLIDAY, "11-23T18:00", True, "12-01T00:00"),
        (PAST_HOLIDAY, "11-23T18:00", True, None),
        (Hours({0: ()}), "11-23T10:00", False, None),
    ],
)
def test_examples(hours: Hours, wall: str, opened: bool, again: str | None) -> None:
    assert is_open(hours, when(wall)) == opened
    assert look_again(hours, when(wall)) == (when(again) if again else None)


clock_times = st.times().map(lambda each: each.replace(second=0, microsecond=0))
openings = st.builds(Opening, clock_times, clock_times)
november = st.dates(date(2026, 11, 1), date(2026, 12, 31))
any_hours = st.builds(
    Hours,
    st.dictionaries(st.integers(0, 6), st.lists(openings, max_size=2).map(tuple), max_size=7),
    st.frozensets(november, max_size=10),
)
moments = st.datetimes(when("11-01"), when("12-31"))


@given(any_hours, moments, st.data())
def test_nothing_changes_before_it_is_time_to_look_again(
    hours: Hours, wall: datetime, data: st.DataObject
) -> None:
    again = look_again(hours, wall)
    assert again is None or again > wall
    until = again or wall + timedelta(days=60)
    between = data.draw(st.datetimes(wall, until))
    assert between == again or is_open(hours, between) == is_open(hours, wall)


def test_spans_begin_and_end_with_their_days() -> None:
    spans = open_spans(NIGHT, date(2026, 11, 28), date(2026, 12, 5))
    assert spans == ((when("11-28T00:00"), when("11-28T06:00")), (when("12-04T22:00"), when("12-05T00:00")))
    assert open_spans(Hours(), date(2026, 11, 28), date(2026, 11, 28)) == ()


@given(any_hours, november, st.integers(1, 30), moments)
def test_spans_are_when_it_is_open(hours: Hours, first: date, days: int, wall: datetime) -> None:
    end = first + timedelta(days=days)
    within = any(opens <= wall < closes for opens, closes in open_spans(hours, first, end))
    assert within == (first <= wall.date() < end and is_open(hours, wall))
