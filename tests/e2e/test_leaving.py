# SPDX-License-Identifier: Apache-2.0
"""Who may end the program: nobody at an installed kiosk; Escape held for two seconds after `make run`."""

from __future__ import annotations

import signal
import time

import pytest

from tests.e2e import look
from tests.e2e.house import MANAGERS, House, paused, reading, rotating, run_to_end, topics
from tests.e2e.program import wait_until

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

LEAVING_S = 2.5
KEY_LET_GO = "a moment in which the key is seen to be up: pressed again at once it would count as repeating"


@pytest.mark.parametrize("house", MANAGERS, indirect=True)
def test_a_locked_kiosk_cannot_be_left(house: House) -> None:
    with house.kiosk(touch="yes", lock=True, time_scale=20, dwell_factor=1) as program:
        house.see_first_page()
        house.screen.key("Alt_L", "F4")
        assert house.screen.ask_to_close() > 0
        house.screen.press(900, 300, button=3)
        house.screen.key("Escape")
        house.see_buttons(paused, "the wall, woken by the first key")
        house.see_still(KEY_LET_GO)
        house.screen.key_down("Escape")
        house.see_buttons(topics, "Topics after Escape")
        held = time.monotonic()
        house.see(lambda _: time.monotonic() - held > LEAVING_S, "Escape held long enough to leave")
        house.screen.key_up("Escape")
        house.see_buttons(rotating, "the wall, left alone", 40)
        assert program.running
        assert "two seconds" not in program.log


def test_escape_held_for_two_seconds_leaves_and_the_terminal_says_so(house: House) -> None:
    program = house.kiosk(touch="yes")
    with program:
        house.see_first_page()
        wait_until(lambda: "Escape" in program.log, "the way to leave, in the terminal")
        assert "two seconds" in program.log
        house.screen.key_down("Escape")
        assert program.ended() == 0
        house.screen.key_up("Escape")


def test_escape_pressed_shortly_opens_topics_only(house: House) -> None:
    with house.kiosk(touch="yes") as program:
        house.see_first_page()
        house.screen.key("Escape")
        house.see_buttons(paused, "the wall, woken by the first key")
        house.see_still(KEY_LET_GO)
        house.screen.key("Escape")
        house.see_buttons(topics, "Topics after Escape")
        house.see_buttons(rotating, "the wall, left alone", 40)
        assert program.running


@pytest.mark.parametrize("locked", [False, True], ids=["free", "locked"])
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_in_order(house: House, number: signal.Signals, locked: bool) -> None:
    program = house.kiosk(touch="yes", lock=locked)
    with program:
        house.see_first_page()
        program.process.send_signal(number)
        assert program.ended() == 0
        assert "Traceback" not in program.log


@pytest.mark.parametrize("house", MANAGERS, indirect=True)
def test_a_second_start_brings_the_first_forward_and_ends(house: House) -> None:
    with house.kiosk(touch="yes") as first:
        house.see_first_page()
        house.press_page()
        house.see_buttons(paused, "the bar of the paused wall")
        house.screen.key("Return")
        house.see_buttons(reading, "the bar of a reader")
        house.screen.cover()
        house.opened = False
        house.see(lambda frame: look.bar(frame) is None, "something over the kiosk")
        status, log = run_to_end(house.another(first))
        assert status == 0, log
        house.see(lambda frame: look.bar(frame) is not None, "the first kiosk, brought forward")
        assert first.running
