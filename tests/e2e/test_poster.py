# SPDX-License-Identifier: Apache-2.0
"""A later start: the opening hangs at once, a touch in the same moment counts, an older pack is not seen."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.e2e import look
from tests.e2e.house import MANAGERS, PACKS, House, fills, paused
from tests.e2e.picture import Frame
from tests.e2e.program import wait_until

pytestmark = [pytest.mark.e2e, pytest.mark.slow]


def start_once(house: House, *arguments: str) -> Frame:
    """Let a kiosk open and keep its opening; return how it looked."""
    kept = house.folder / "home" / "xdg_cache_home" / "clinic-kiosk" / "posters"
    with house.kiosk(*arguments, touch="yes", time_scale=1):
        house.see_first_page()
        wait_until(lambda: any(kept.glob("*.json")), "the opening being kept")
        return house.see_still()


def cleared(house: House) -> None:
    """Wait until nothing of the kiosk is left on the screen before the next start."""
    house.opened = False
    house.programs.clear()
    wait_until(lambda: not fills(house.screen.frame()), "an empty screen")


@pytest.mark.parametrize("house", MANAGERS, indirect=True)
def test_a_later_start_shows_the_same_opening_and_takes_a_touch_at_once(house: House) -> None:
    before = start_once(house)
    cleared(house)
    with house.kiosk(touch="yes", time_scale=1):
        opening = house.see_first_page()
        assert not house.screen.cursor_shown()
        house.press_page()
        assert opening.same(before, opening.area)
        stopped = house.see_buttons(paused, "the bar of the paused wall")
        assert stopped.same(before, look.page(stopped))


def test_what_the_pack_said_before_is_never_seen_again(house: House, tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    shutil.copytree(PACKS / "tiny", pack)
    before = start_once(house, "--pack", str(pack))
    cleared(house)
    section = pack / "en" / "paper-cuts.md"
    text = section.read_text(encoding="utf-8")
    section.write_text(text.replace("What a paper cut is", "What is a paper cut?"), encoding="utf-8")
    with house.kiosk("--pack", str(pack), touch="yes", time_scale=1):
        opening = house.see_first_page()
        assert not opening.same(before, look.page(before))
        assert house.see_still().same(opening, look.page(opening))
