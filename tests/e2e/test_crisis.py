# SPDX-License-Identifier: Apache-2.0
"""Crisis help by one press, from the wall, from a page and from the band; and without touch, as text."""

from __future__ import annotations

import pytest

from tests.e2e import look
from tests.e2e.house import House, paused, reading, rotating
from tests.e2e.look import Kind
from tests.e2e.picture import Frame

pytestmark = [pytest.mark.e2e, pytest.mark.slow]


def see_help(house: House, before: Frame) -> Frame:
    """Press crisis help once and return the picture of its panel."""
    house.press(Kind.CRISIS)
    panel = house.see_another_page(before, "crisis help over what was there")
    area = look.page(before)
    assert not panel.same(before, area)
    return panel


def test_crisis_help_comes_with_one_press_from_wall_page_and_band(house: House) -> None:
    with house.kiosk(time_scale=40, touch="yes", dwell_factor=4, band_s=60.0):
        wall = house.see_first_page()
        from_wall = see_help(house, wall)
        place = look.page(wall)
        house.see(lambda frame: not frame.same(from_wall, place), "the end of crisis help, left alone", 30)
        house.see_buttons(rotating, "the wall again")
        house.press_page()
        house.see_buttons(paused, "the bar of the paused wall")
        house.screen.key("Return")
        house.see_buttons(reading, "the bar of a reader")
        page = house.see_still()
        from_page = see_help(house, page)
        place = look.page(page)
        house.see(lambda frame: frame.same(page, place), "the page again", 30)
        assert not from_page.same(from_wall, place)
        house.see_band()
        see_help(house, page)
        house.see(lambda frame: frame.same(page, place), "the page again", 30)


def test_crisis_help_stands_at_its_place_on_wall_and_page(house: House) -> None:
    with house.kiosk(touch="yes"):
        house.see_first_page()
        on_wall = house.button(Kind.CRISIS).area
        house.press_page()
        house.see_buttons(paused, "the bar of the paused wall")
        on_paused = house.button(Kind.CRISIS).area
        house.screen.key("Return")
        house.see_buttons(reading, "the bar of a reader")
        house.see_still()
        on_page = house.button(Kind.CRISIS).area
        assert on_wall == on_paused
        assert (on_page.right, on_page.centre[1]) == pytest.approx((on_wall.right, on_wall.centre[1]), abs=40)
