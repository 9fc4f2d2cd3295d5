# SPDX-License-Identifier: Apache-2.0
"""A screen without touch: presses mean nothing, the rotation goes on, crisis help is words."""

from __future__ import annotations

import pytest

from tests.e2e import look
from tests.e2e.house import House

pytestmark = [pytest.mark.e2e, pytest.mark.slow]


def test_a_screen_without_touch_rotates_whatever_is_pressed(house: House) -> None:
    with house.kiosk(touch="no"):
        opening = house.see_first_page()
        assert look.kinds(opening) == []
        foot = look.bar(opening)
        assert foot is not None
        assert len({opening.pixel(x, foot.centre[1]) for x in range(foot.width)}) > 2
        pages = {opening.part(look.page(opening))}
        for place in ((960, 400), (1800, foot.centre[1]), (200, foot.centre[1])):
            house.screen.press(*place)
            before = house.look()
            after = house.see_another_page(before, "another page of the rotation")
            assert look.kinds(after) == []
            pages.add(after.part(look.page(after)))
        assert len(pages) > 2
