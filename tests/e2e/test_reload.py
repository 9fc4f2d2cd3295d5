# SPDX-License-Identifier: Apache-2.0
"""The pack read anew on SIGHUP: its new words come, a reader keeps the page, a broken pack leaves the old."""

from __future__ import annotations

import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.e2e import look
from tests.e2e.house import PACKS, House, fills, paused, reading
from tests.e2e.look import Kind
from tests.e2e.picture import Frame
from tests.e2e.program import Program, wait_until

pytestmark = [pytest.mark.e2e, pytest.mark.slow]


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A pack that may be changed."""
    return shutil.copytree(PACKS / "tiny", tmp_path / "pack")


def change(file: Path, old: str, new: str) -> None:
    """Put other words into a file."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def standing(house: House, pack: Path) -> Program:
    """Return a kiosk whose wall does not turn by itself, not yet started."""
    return house.kiosk("--pack", str(pack), touch="yes", time_scale=1, dwell_factor=0)


def hang_up(program: Program) -> None:
    """Have the pack read anew."""
    program.process.send_signal(signal.SIGHUP)


def fresh_start(house: House, pack: Path, true_of: Callable[[Frame], bool] = fills) -> Frame:
    """Return how a kiosk opens that never knew another pack."""
    house.opened = False
    house.programs.clear()
    wait_until(lambda: not fills(house.screen.frame()), "an empty screen")
    with standing(house, pack):
        house.see_first_page()
        return house.see(true_of, "the wall of a fresh start")


def test_new_words_come_to_the_wall_as_a_fresh_start_would_show_them(house: House, pack: Path) -> None:
    kept = house.folder / "home" / "xdg_cache_home" / "clinic-kiosk" / "posters"
    with standing(house, pack) as program:
        house.see_first_page()
        wait_until(lambda: any(kept.glob("*.json")), "the opening being kept")
        before = house.see_still()
        change(pack / "en" / "paper-cuts.md", "Of 15 people who read this page", "Of 15 people in our town")
        hang_up(program)
        after = house.see_another_page(before, "the wall with the new words")
    fresh = fresh_start(house, pack)
    assert fresh.same(after, look.page(after))


def test_a_broken_pack_leaves_the_old_one_until_it_is_mended(house: House, pack: Path) -> None:
    with standing(house, pack) as program:
        house.see_first_page()
        before = house.see_still()
        whole = (pack / "pack.toml").read_text(encoding="utf-8")
        (pack / "pack.toml").write_text("title = [\n", encoding="utf-8")
        hang_up(program)
        wait_until(lambda: "the old one stays" in program.log, "the reason in the log")
        assert house.see_still().same(before, before.area)
        told = [line for line in program.log.splitlines() if "the old one stays" in line]
        assert len(told) == 1
        assert "pack.toml" in told[0]
        (pack / "pack.toml").write_text(whole, encoding="utf-8")
        change(pack / "en" / "paper-cuts.md", "What a paper cut is", "What is a paper cut?")
        for _ in range(5):
            hang_up(program)
        house.see_another_page(before, "the wall of the mended pack")


def test_a_reader_keeps_the_page_and_gets_its_new_words(house: House, pack: Path) -> None:
    with standing(house, pack) as program:
        opening = house.see_first_page()
        house.press_page()
        house.see_buttons(paused, "the bar of the paused wall")
        house.press(Kind.MAIN)
        house.see_buttons(reading, "the bar of a reader")
        first = house.see_another_page(opening, "the first page to read")
        house.press(Kind.MAIN)
        second = house.see_another_page(first, "the second page")
        change(pack / "en" / "plasters.md", "Ask at the desk", "Ask there")
        hang_up(program)
        house.screen.key("Prior")
        back = house.see_another_page(second, "the page before, the same as ever")
        assert back.same(first, look.page(first))
        change(pack / "en" / "paper-cuts.md", "A small cut that stings", "A little cut that stings")
        hang_up(program)
        reworded = house.see_another_page(back, "the new words where the old ones stood")
        assert reading(look.kinds(reworded))
        house.screen.key("Next")
        again = house.see_another_page(reworded, "the second page, the same as before")
        assert again.same(second, look.page(second))
