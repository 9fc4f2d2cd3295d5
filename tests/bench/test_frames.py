# SPDX-License-Identifier: Apache-2.0
"""The judge of frames lets pages pass at any opacity and offset, and nothing else."""

from __future__ import annotations

import pytest

from tests.bench.frames import Rows, faded, slid

WIDTH = 240
GROUND = (250, 247, 240)


def page(seed: int, *, strength: float = 1.0) -> Rows:
    """Return four rows of a page with ink on it, at an opacity over the ground; the last column is bare."""
    rows = []
    for y in range(4):
        row = b""
        for x in range(WIDTH):
            ink = (20, 30, 40) if (x * seed + y) % 7 < 3 and x < WIDTH - 1 else GROUND
            red, green, blue = (round(g + strength * (i - g)) for i, g in zip(ink, GROUND, strict=True))
            row += bytes((blue, green, red, 0))
        rows.append(row)
    return tuple(rows)


ONE, OTHER = page(3), page(5)


@pytest.mark.parametrize("strength", [1.0, 0.7, 0.2, 0.0])
def test_a_page_may_fade(strength: float) -> None:
    assert faded(page(3, strength=strength), ONE, OTHER)
    assert faded(page(5, strength=strength), ONE, OTHER)


def test_a_ground_that_is_rounded_by_one_tells_nothing_of_the_opacity() -> None:
    red, green, blue = GROUND
    bare, rounded = bytes((blue, green, red, 0)), bytes((blue, green - 1, red, 0))
    before, after = (shown + (bare * WIDTH,) * 100 for shown in (ONE, OTHER))
    assert faded(page(5, strength=0.06) + (rounded * WIDTH,) * 100, before, after)


def test_a_black_frame_a_stranger_and_two_pages_at_once_are_seen() -> None:
    assert not faded(tuple(bytes(4 * WIDTH) for _ in range(4)), ONE, OTHER)
    assert not faded(page(11), ONE, OTHER)
    assert not faded((*ONE[:2], *OTHER[2:]), ONE, OTHER)


@pytest.mark.parametrize("offset", [0, 1, 100, WIDTH])
def test_pages_may_slide(offset: int) -> None:
    both = [left + right for left, right in zip(ONE, OTHER, strict=True)]
    frame = tuple(row[4 * offset : 4 * (offset + WIDTH)] for row in both)
    assert slid(frame, ONE, OTHER)
    assert slid(frame, OTHER, ONE)


def test_a_torn_turn_and_a_fading_one_are_seen() -> None:
    both = [left + right for left, right in zip(ONE, OTHER, strict=True)]
    torn = tuple(row[4 * at : 4 * (at + WIDTH)] for row, at in zip(both, (50, 50, 60, 60), strict=True))
    assert not slid(torn, ONE, OTHER)
    assert not slid(page(3, strength=0.5), ONE, OTHER)
