# SPDX-License-Identifier: Apache-2.0
"""A visitor who hits everything at once: the kiosk runs on, complains of nothing, and is soon as it was."""

from __future__ import annotations

import random
import time

import pytest

from tests.e2e.collected import PLANTED, found, watched
from tests.e2e.house import House, common_page
from tests.e2e.screen import Screen

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

STORM_S = 10.0
KEYS = (
    *("Left", "Right", "Up", "Down", "Prior", "Next", "Home", "End", "Return", "space", "Escape", "Tab"),
    *("F1", "F5", "F7", "F11", "Menu", "BackSpace", "Delete", "a", "c", "q", "v", "w", "F4", "Super_L"),
)
HELD = ((), (), (), ("Control_L",), ("Alt_L",), ("Shift_L",), ("Control_L", "Alt_L"), ("Super_L",))
BLACK = 2.0
"""The light of a picture, of 255, with next to nothing on it; high contrast has more."""


def strike(screen: Screen, dice: random.Random) -> None:
    """Do one thing that a hand can do to a screen with a keyboard and a mouse."""
    x, y = dice.randrange(screen.width), dice.randrange(screen.height)
    if dice.random() < 0.5:
        y = screen.height - 1 - y // 6
    match dice.choice(("tap", "tap", "tap", "wheel", "drag", "hold", "key", "key", "chord", "many")):
        case "tap":
            screen.press(x, y, dice.choice((1, 1, 1, 1, 2, 3)))
        case "wheel":
            screen.press(x, y, dice.choice((4, 5, 6, 7)))
        case "drag":
            screen.drag((x, y), (dice.randrange(screen.width), dice.randrange(screen.height)))
        case "hold":
            screen.down(x, y)
            time.sleep(0.3)  # holding is what is tried; 10 s of the show's time would be dirt
            screen.up()
        case "key":
            screen.key(dice.choice(KEYS))
        case "chord":
            screen.key(*dice.choice(HELD), dice.choice(KEYS))
        case "many":
            for _ in range(12):
                screen.press(dice.randrange(screen.width), dice.randrange(screen.height))
    time.sleep(dice.choice((0, 0.01, 0.05, 0.15)))  # a hand's pace; without it all would be one queue


def test_a_storm_of_touches_and_keys_leaves_the_wall_as_it_was(house: House) -> None:
    dice = random.Random(4)  # noqa: S311 # the same storm each time
    with watched(house.kiosk(touch="yes", lock=True, log_level="info")) as program:
        opening = house.see_first_page()
        house.opened = False  # in high contrast there is no light ground to be found
        end = time.monotonic() + STORM_S
        while time.monotonic() < end:
            strike(house.screen, dice)
            assert house.screen.frame().luminance() > BLACK
            assert program.running, program.log
        house.see(
            lambda frame: frame.same(opening, common_page(opening)), "the opening, as it was before", 90
        )
        assert found(program) == PLANTED
        assert not {"WARNING", "ERROR", "CRITICAL", "Traceback"} & set(program.log.split()), program.log
