# SPDX-License-Identifier: Apache-2.0
"""How long a page is read, and how long it stands on the wall."""

import pytest

from kiosk.layout.dwell import reading_s, wall_s


@pytest.mark.parametrize(
    "count, seconds", [(15, 9.9), (20, 12.2), (30, 16.8), (40, 21.5), (60, 30.7), (80, 39.9)]
)
def test_reading_takes_three_seconds_and_130_words_a_minute(count: int, seconds: float) -> None:
    assert reading_s(count) == pytest.approx(seconds, abs=0.05)


def test_looking_at_pictures_takes_time_too() -> None:
    assert reading_s(30, 4.0) == pytest.approx(reading_s(30) + 4.0)


@pytest.mark.parametrize("count, seconds", [(1, 15), (40, 21.5), (400, 90)])
def test_a_wall_page_stands_from_15_to_90_seconds(count: int, seconds: float) -> None:
    assert wall_s(count, 0.0, None) == seconds


def test_the_author_has_the_last_word() -> None:
    assert wall_s(40, 0.0, 120.0) == 120.0


def test_the_least_time_can_be_raised() -> None:
    assert wall_s(1, 0.0, None, 20.0) == 20.0
