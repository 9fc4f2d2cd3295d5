# SPDX-License-Identifier: Apache-2.0
"""A visit from the first picture to the next visitor's, with real presses and keys."""

from __future__ import annotations

import pytest

from tests.e2e import look
from tests.e2e.house import MANAGERS, House, paused, reading, rotating
from tests.e2e.look import Kind
from tests.e2e.picture import Area
from tests.e2e.visit import walk

pytestmark = [pytest.mark.e2e, pytest.mark.slow]


@pytest.mark.parametrize("house", MANAGERS, indirect=True)
def test_the_wall_becomes_a_reader_and_the_wall_again(house: House) -> None:
    with house.kiosk(touch="yes"):
        walk(house)
        assert Area(0, 0, 1920, 1080) in house.screen.windows()


def test_a_paused_wall_left_alone_rotates_on(house: House) -> None:
    with house.kiosk(touch="yes"):
        opening = house.see_first_page()
        house.press_page()
        standing = house.see_buttons(paused, "the bar of the paused wall")
        assert standing.same(opening, look.page(opening))
        house.see_buttons(rotating, "the bar of the rotating wall")
        house.see_another_page(opening, "another page of the rotation")


def test_continue_and_finished_go_back_to_the_wall(house: House) -> None:
    with house.kiosk(touch="yes"):
        opening = house.see_first_page()
        house.press_page()
        house.see_buttons(paused, "the bar of the paused wall")
        house.press(Kind.PLAIN)
        house.see_buttons(rotating, "the wall after Continue")
        house.press_page()
        house.see_buttons(paused, "the bar of the paused wall")
        house.screen.key("Return")
        house.see_another_page(opening, "a page to read after Enter")
        house.see_buttons(reading, "the bar of a reader")
        house.press(Kind.PLAIN, -1)
        house.see_buttons(rotating, "the wall after Finished")


def test_a_page_is_turned_by_a_swipe_and_by_the_wheel(house: House) -> None:
    with house.kiosk(touch="yes"):
        opening = house.see_first_page()
        house.press_page()
        house.see_buttons(paused, "the bar of the paused wall")
        house.screen.key("Right")
        first = house.see_another_page(opening, "the first page to read")
        house.screen.drag((1300, 500), (500, 510))
        second = house.see_another_page(first, "the next page after a swipe to the left")
        page = look.page(second)
        house.screen.drag((500, 500), (1300, 490))
        back = house.see_another_page(second, "the page before after a swipe to the right")
        assert back.same(first, page)
        house.screen.press(900, 400, button=5)
        wheeled = house.see_another_page(back, "the next page after the wheel")
        assert wheeled.same(second, page)


def test_the_wall_s_language_button_pauses_in_that_language(house: House) -> None:
    with house.kiosk(touch="yes"):
        opening = house.see_first_page()
        house.press(Kind.PLAIN)
        house.see_another_page(opening, "the page in Spanish")
        house.see_buttons(paused, "the bar of the paused wall")
        house.see_buttons(rotating, "the wall, left alone")
