# SPDX-License-Identifier: Apache-2.0
"""The count of flashes sees a strobe, wherever it is, and nothing in what is slow, small or pale."""

from __future__ import annotations

import struct
from collections.abc import Callable

import pytest

from tests.e2e.flashes import FIELD, MOST, Grid, changes, flashes, grid, worst
from tests.e2e.picture import Frame

ACROSS, DOWN = 30, 20


def film(light: Callable[[int, int, float], float], seconds: float = 3.0, rate: int = 60) -> list[Grid]:
    """Return pictures of what `light` says of a block's column, row and the time."""
    return [
        Grid(at, ACROSS, tuple(light(x, y, at) for y in range(DOWN) for x in range(ACROSS)))
        for at in (n / rate for n in range(round(seconds * rate)))
    ]


def strobe(at: float, hertz: float, high: float = 0.9, low: float = 0.1) -> float:
    return high if int(2 * hertz * at) % 2 else low


@pytest.mark.parametrize("hertz, most", [(1, 1), (2, 2), (3, 3), (4, 4), (10, 10)])
def test_a_strobe_is_counted(hertz: float, most: int) -> None:
    assert worst(film(lambda _x, _y, at: strobe(at, hertz))) == most
    assert (most > MOST) == (hertz > MOST)


def test_a_strobe_in_one_corner_counts_where_it_takes_a_quarter_of_a_field() -> None:
    wide, high = FIELD[0] // 2, FIELD[1] // 2 + 1

    def corner(width: int) -> list[Grid]:
        return film(lambda x, y, at: strobe(at, 5) if x >= ACROSS - width and y >= DOWN - high else 0.9)

    assert worst(corner(wide)) == 5
    assert worst(corner(wide // 2)) == 0


def test_a_checkerboard_that_changes_over_counts() -> None:
    assert worst(film(lambda x, y, at: strobe(at + (x + y) % 2 / 10, 5))) == 5


def test_light_on_light_and_small_changes_do_not_count() -> None:
    assert worst(film(lambda _x, _y, at: strobe(at, 10, 1.0, 0.82))) == 0
    assert worst(film(lambda _x, _y, at: strobe(at, 10, 0.3, 0.21))) == 0


def test_a_slow_fade_there_and_back_is_one_flash() -> None:
    assert worst(film(lambda _x, _y, at: 0.1 + 0.8 * abs(1 - at), seconds=2.0)) <= 1
    assert changes([0, 1, 2, 3], [0.1, 0.15, 0.22, 0.3]) == [2]


def test_changes_turn_round_at_the_extremes() -> None:
    times = [0.0, 0.1, 0.2, 0.3, 0.4, 0.5]
    assert changes(times, [0.9, 0.5, 0.1, 0.15, 0.5, 0.1]) == [0.1, 0.4, 0.5]
    assert flashes([0.1, 0.4, 0.5, 1.3]) == [(0.1, 0), (0.4, 1), (0.5, 1), (1.3, 1)]


def test_a_picture_becomes_blocks_as_light_as_they_are() -> None:
    width, height = 128, 64
    rows = [struct.pack("<I", 0xFFFFFF if x < 64 else 0) for _ in range(height) for x in range(width)]
    made = grid(Frame(width, height, 4 * width, b"".join(rows)), 2.5)
    assert (made.at, made.across, len(made.light)) == (2.5, 4, 8)
    assert [round(light, 2) for light in made.light] == [1, 1, 0, 0] * 2
