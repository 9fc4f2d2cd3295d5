# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kiosk.show.clock import Clock, set_clock
from tests.show.examples import MORNING

times = st.datetimes(datetime.fromisoformat("1971-01-01"), datetime.fromisoformat("2800-01-01"))


def test_the_wall_clock_goes_on_with_the_monotonic_clock() -> None:
    assert Clock(MORNING, 50.0).read(50.0 + 3600) == MORNING.replace(hour=11)


@given(times, st.timedeltas(timedelta(0), timedelta(days=3650)), st.floats(0, 1e7))
def test_a_time_within_years_reckoned_forth_and_back_is_the_same(
    wall: datetime, ahead: timedelta, at: float
) -> None:
    clock = Clock(wall, at)
    assert clock.read(clock.when(wall + ahead)) == wall + ahead


def test_a_clock_without_sense_is_kept_within_years_to_reckon_with() -> None:
    assert set_clock(datetime.min.replace(tzinfo=UTC), 0.0).wall.year == 1970
    assert set_clock(datetime.max.replace(tzinfo=UTC), 0.0).wall.year == 2900


def test_the_zone_is_left_out() -> None:
    assert set_clock(MORNING.replace(tzinfo=UTC), 3.0) == Clock(MORNING, 3.0)
