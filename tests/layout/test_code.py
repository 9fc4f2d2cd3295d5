# SPDX-License-Identifier: Apache-2.0
"""Codes are as large as there is room for, in whole pixels a module."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.content.blocks import QrCode
from kiosk.layout.art import Art
from kiosk.layout.code import (
    CAPACITY,
    CARD,
    EDGES,
    LEAST_MODULE_MM,
    QUIET,
    abreast,
    code_art,
    module_px,
    modules_of,
    reach_m,
    version_of,
)
from kiosk.layout.model import Code, Direction, Rect, TextStyle
from tests.layout.fakes import set_up, words


def test_the_light_edge_is_four_modules_and_the_corner() -> None:
    assert (QUIET, CARD, EDGES) == (4, 1, 10)


@pytest.mark.parametrize(
    "text, version",
    [("", 1), ("a" * 14, 1), ("a" * 15, 2), ("é" * 6, 1), ("é" * 7, 2), ("a" * 412, 15), ("a" * 666, 20)],
)
def test_the_smallest_version_that_holds_a_text(text: str, version: int) -> None:
    assert version_of(text) == version
    assert modules_of(text) == 17 + 4 * version + 10


@pytest.mark.parametrize(
    "room, mm_per_px, least, most, px",
    [
        (390, 0.25, 60, 100, 10),
        (10_000, 0.25, 60, 100, 13),
        (10_000, 0.25, 60, 40, 9),
        (10_000, 0.1, 0, 5, 5),
        (38, 0.25, 60, 100, 0),
    ],
)
def test_as_large_as_the_room_up_to_the_most_and_never_below_the_least(
    room: float, mm_per_px: float, least: float, most: float, px: int
) -> None:
    assert module_px(39, room, mm_per_px, least, most) == px


@given(st.integers(31, 107), st.floats(0, 3000), st.floats(0.05, 1), st.floats(0, 300), st.floats(0, 300))
def test_a_code_never_leaves_its_room(
    modules: int, room: float, mm_per_px: float, least: float, most: float
) -> None:
    px = module_px(modules, room, mm_per_px, least, most)
    assert 0 <= px * modules <= room
    side = px * (modules - EDGES) * mm_per_px
    assert side <= most or (px - 1) * (modules - EDGES) * mm_per_px < max(
        least, LEAST_MODULE_MM * (modules - EDGES)
    )


def test_a_code_is_read_from_ten_times_its_side_in_steps_of_half_a_metre() -> None:
    assert reach_m(Code("", 39, 10), 0.5) == 1.0
    assert reach_m(Code("", 39, 11), 0.5) == 1.5
    assert reach_m(Code("", 39, 1), 0.5) == 0.0


@pytest.mark.parametrize("direction", list(Direction))
def test_words_and_code_share_the_width(direction: Direction) -> None:
    column, side = abreast(Rect(100, 50, 1000, 400), direction)
    assert column.width == pytest.approx(550)
    assert side.width == pytest.approx(400)
    begins, ends = (side, column) if direction is Direction.RTL else (column, side)
    assert begins.x == pytest.approx(100)
    assert ends.right == pytest.approx(1100)


def art(room: Rect) -> Art:
    return Art(set_up().compositor(), TextStyle(20, 400, 1.3), room, upright=True)


def test_a_code_has_its_caption_and_its_distance_under_it() -> None:
    placed = code_art(
        art(Rect(0, 0, 800, 800)), QrCode("x", "A code", words("host")), 2000, lambda metres: f"{metres:g} m"
    )
    code, host, far = placed.boxes
    assert (code.text, host.text, far.text) == ("A code", "host", "1 m")
    assert code.code is not None
    assert code.rect.bottom < host.rect.y < far.rect.y
    assert placed.height == far.rect.bottom


def test_a_code_too_small_to_be_read_from_afar_says_no_distance() -> None:
    placed = code_art(art(Rect(0, 0, 150, 800)), QrCode("x", "A code"), 2000, str)
    assert [box.text for box in placed.boxes] == ["A code"]


def test_without_room_there_is_no_code() -> None:
    placed = code_art(art(Rect(0, 0, 20, 800)), QrCode("x", "A code"), 2000, str)
    assert placed.boxes == ()
    assert placed.height > 800


def test_the_table_of_versions_grows() -> None:
    assert len(CAPACITY) == 20
    assert list(CAPACITY) == sorted(CAPACITY)
