# SPDX-License-Identifier: Apache-2.0
"""No control lies outside 380 to 1220 mm above the floor without being told."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from kiosk.app.reach import HIGHEST_MM, LOWEST_MM, controls, out_of_reach
from kiosk.layout.model import Screen

WIDE = Screen(1920, 1080, 0.277)
TOTEM = Screen(1080, 1920, 0.369)
CAPS = 0.668


def told(screen: Screen, bottom_mm: float | None) -> str:
    finding = out_of_reach(screen, bottom_mm, CAPS)
    return str(finding) if finding else ""


def test_nothing_is_checked_that_nobody_measured() -> None:
    assert told(WIDE, None) == ""


def test_a_screen_within_reach_is_not_told_of() -> None:
    assert told(WIDE, 900) == ""


@pytest.mark.parametrize(
    "screen, bottom_mm, cure",
    [
        (WIDE, 1100, "mm lower"),
        (WIDE, 100, "mm higher"),
        (TOTEM, 800, "reach_mode"),
        (TOTEM, 1000, "mm lower"),
        (replace(TOTEM, lowered=True), 1000, "mm lower"),
    ],
)
def test_a_screen_out_of_reach_is_told_of_with_what_to_do(
    screen: Screen, bottom_mm: float, cure: str
) -> None:
    assert cure in told(screen, bottom_mm)
    assert "out-of-reach" in told(screen, bottom_mm)


def test_what_is_told_mends_it() -> None:
    high = controls(WIDE, 1100, CAPS).high_mm - HIGHEST_MM
    assert told(WIDE, 1100 - high) == ""
    low = LOWEST_MM - controls(WIDE, 100, CAPS).low_mm
    assert told(WIDE, 100 + low) == ""
    assert told(replace(TOTEM, lowered=True), 800) == ""


def test_lowered_controls_stand_in_the_lower_half() -> None:
    half = TOTEM.height_px * TOTEM.mm_per_px / 2
    assert controls(replace(TOTEM, lowered=True), 0, CAPS).high_mm <= half
    assert controls(TOTEM, 0, CAPS).high_mm > half
