# SPDX-License-Identifier: Apache-2.0
"""The screen itself: none, another resolution, a monitor that goes and comes back, an ordinary window."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e import look
from tests.e2e.house import MANAGERS, House, fills, rotating, run_to_end
from tests.e2e.picture import Area
from tests.e2e.program import kiosk

pytestmark = [pytest.mark.e2e, pytest.mark.slow]


@pytest.mark.parametrize(
    "environment", [{}, {"DISPLAY": ":4711"}], ids=["no display", "a display that is not there"]
)
def test_without_a_display_it_says_so_in_one_line_and_ends_with_2(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    status, log = run_to_end(kiosk(tmp_path, environment))
    assert status == 2
    assert len(log.splitlines()) == 1
    assert "display" in log
    assert "qt.qpa" not in log


@pytest.mark.parametrize("house", MANAGERS, indirect=True)
def test_another_resolution_is_filled_and_set_anew(house: House) -> None:
    with house.kiosk(touch="yes", dwell_factor=0):
        house.see_first_page()
        house.screen.resize(1280, 720)
        house.see(lambda frame: (frame.width, frame.height) == (1280, 720) and fills(frame), "1280 by 720")
        house.see(lambda _: Area(0, 0, 1280, 720) in house.screen.windows(), "a window of the new size")
        assert rotating(look.kinds(house.see_still()))
        house.screen.resize(1920, 1080)
        house.see(fills, "the page over the whole screen again")
        house.see(lambda _: Area(0, 0, 1920, 1080) in house.screen.windows(), "a window of the old size")
        assert rotating(look.kinds(house.see_still()))


def test_it_survives_a_monitor_that_goes_and_comes_back(house: House) -> None:
    with house.kiosk(touch="yes", dwell_factor=0) as program:
        house.see_first_page()
        house.screen.unplug()
        house.screen.resize(1280, 720)
        house.see(
            lambda frame: fills(frame) and rotating(look.kinds(frame)), "the page on the monitor's return"
        )
        house.see(lambda _: Area(0, 0, 1280, 720) in house.screen.windows(), "a window of the new size")
        assert program.running


@pytest.mark.parametrize("house", MANAGERS, indirect=True)
def test_a_window_of_a_size_is_ordinary(house: House) -> None:
    with house.kiosk("--window", "1280x720", touch="yes") as program:
        shown = house.see(lambda frame: look.GROUND in set(frame.points(frame.area)), "a window")
        assert shown.pixel(2, 2) != look.GROUND
        framed = [area for area in house.screen.windows() if area.width >= 1280 and area.height >= 720]
        assert framed
        assert all(area.width < 1400 and area.height < 800 for area in framed)
        assert house.screen.ask_to_close() > 0
        assert program.ended() == 0


def test_the_cursor_is_shown_only_while_a_mouse_moves(house: House) -> None:
    with house.kiosk(touch="yes", dwell_factor=0):
        house.see_first_page()
        house.see_still()
        assert not house.screen.cursor_shown()
        house.screen.move(700, 300)
        house.screen.move(705, 305)
        house.see(lambda _: house.screen.cursor_shown(), "the cursor of a mouse that moves")
        house.see(lambda _: not house.screen.cursor_shown(), "no cursor once the mouse rests")
