# SPDX-License-Identifier: Apache-2.0
"""A whole visit, seen and touched from outside, from the first picture to the next visitor's."""

from __future__ import annotations

from tests.e2e import look
from tests.e2e.house import House, paused, reading, rotating
from tests.e2e.look import Kind


def walk(house: House) -> None:
    """Visit a kiosk that has been started: watch it rotate, stop it, read, leave, and see it rotate again."""
    opening = house.see_first_page()
    assert rotating(look.kinds(opening))
    house.see_another_page(opening, "another page of the rotation")
    house.press_page()
    house.see_buttons(paused, "the bar of the paused wall")
    house.press(Kind.MAIN)
    house.see_buttons(reading, "the bar of a reader")
    first = house.see_still("the first page to read")
    house.press(Kind.MAIN)
    second = house.see_another_page(first, "the next page after a press of Next")
    house.screen.key("Right")
    third = house.see_another_page(second, "the next page after the right arrow")
    house.screen.key("Prior")
    back = house.see_another_page(third, "the page before after Page Up")
    page = look.page(back)
    assert back.same(second, page)
    band = house.see_band()
    assert band.same(back, page)
    house.press_page()
    stays = house.see_buttons(reading, "the bar again after a touch")
    assert stays.same(back, page)
    house.see_band()
    house.see_buttons(rotating, "the wall after nobody answered")
    next_visitor = house.see_still("the wall standing")
    house.see_another_page(next_visitor, "the rotation going on")
    assert house.seen > 120, "a busy machine looks less often, but not seldom"
