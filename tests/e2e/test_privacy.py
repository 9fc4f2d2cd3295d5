# SPDX-License-Identifier: Apache-2.0
"""Nothing about a visit is written down: no file, no line of the log, no name of a window tells of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.e2e.house import PACKS, House, common_page, paused, reading, rotating
from tests.e2e.look import Kind
from tests.e2e.picture import Frame
from tests.e2e.program import wait_until

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

TOLD = re.compile(rb"plasters|paper-cuts|Curitas|Qu\xc3\xa9 es|text.scale|1\.25\b", re.IGNORECASE)
"""What would tell of the visit below: sections, their titles, the size that was chosen."""


TIME = re.compile(r"^\d\d:\d\d:\d\d ", re.MULTILINE)


def files(folder: Path) -> Iterator[Path]:
    """Yield what the program left on the disk of a home."""
    yield from (file for file in folder.rglob("*") if file.is_file() and "fontconfig" not in file.parts)


def left(house: House) -> set[str]:
    """Return the names of what was left; posters and fonts are named after how the program was started."""
    home = house.folder / "home"
    return {str(file.relative_to(home)) for file in files(home) if file.parent.name != "posters"}


def opened(house: House) -> None:
    """Start a kiosk that writes down all it ever does, and wait until its opening is kept."""
    kept = house.folder / "home" / "xdg_cache_home" / "clinic-kiosk" / "posters"
    house.kiosk(touch="yes", log_level="debug", time_scale=1).start()
    house.see_first_page()
    wait_until(lambda: any(kept.glob("*.json")), "the opening being kept")


def codes(house: House) -> list[Path]:
    """Return the pictures of codes that are kept now."""
    return list((house.folder / "home" / "xdg_runtime_dir").rglob("codes/*.png"))


def pages(house: House) -> list[Path]:
    """Return the pictures of pages that are kept while the program runs."""
    return list((house.folder / "home" / "xdg_runtime_dir").rglob("*.bmp"))


def changed(house: House, before: Frame, what: str) -> Frame:
    """Look until something stands on the screen that did not before, and stands still."""
    house.see(lambda frame: frame.data != before.data, what)
    return house.see_still()


def visit(house: House) -> None:
    """Choose a language on the wall, read, look at a copy, choose a larger text, turn pages.

    A panel veils the ground, so that meanwhile the house does not look for it.
    """
    opening = house.see_still()
    house.press(Kind.PLAIN)
    house.see_another_page(opening, "the page in Spanish")
    house.see_buttons(paused, "the bar of the paused wall")
    house.screen.key("Right")
    house.see_buttons(reading, "the bar of a reader")
    first = house.see_still()
    house.opened = False
    house.press(Kind.PLAIN, -3)
    wait_until(lambda: codes(house), "the picture of a code")
    panel = changed(house, first, "the panel for a copy")
    house.screen.key("Escape")
    page = changed(house, panel, "the page without the panel")
    assert page.same(first, common_page(first))
    house.press(Kind.PLAIN, -2)
    sheet = changed(house, page, "the sheet")
    house.screen.key("Tab")
    house.screen.key("Tab")
    focused = changed(house, sheet, "the button for larger text in focus")
    house.screen.key("Return")
    larger = changed(house, focused, "a larger text")
    house.screen.key("Escape")
    changed(house, larger, "the page with a larger text")
    house.see_buttons(reading, "the bar of a reader")
    house.opened = True
    for _ in range(2):
        before = house.see_still()
        house.screen.key("Right")
        house.see_another_page(before, "the next page")
    assert "North Clinic" in house.screen.names()
    assert not [name for name in house.screen.names() if TOLD.search(name.encode())]


def test_a_visit_leaves_nothing_behind(house: House, tmp_path: Path) -> None:
    opened(house)
    visit(house)
    house.press(Kind.PLAIN, -1)
    house.see_buttons(rotating, "the wall after Finished")
    house.see_still()
    assert codes(house) == []
    assert pages(house)
    (program,) = house.programs
    program.end()

    assert pages(house) == []
    home = house.folder / "home"
    assert [file for file in files(home) if TOLD.search(str(file.relative_to(home)).encode())] == []
    assert [file for file in files(home) if TOLD.search(file.read_bytes())] == []
    assert not TOLD.search(program.log.replace(str(PACKS), "").encode()), program.log
    visited, said = left(house), TIME.sub("", program.log)
    house.programs.clear()
    nobody = replace(house, folder=tmp_path / "nobody", opened=False)
    nobody.folder.mkdir()
    with nobody.kiosk(touch="yes", log_level="debug") as alone:
        nobody.see_another_page(nobody.see_first_page(), "another page of the rotation")
    assert (visited, said) == (left(nobody), TIME.sub("", alone.log))
