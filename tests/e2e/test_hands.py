# SPDX-License-Identifier: Apache-2.0
"""Whole visits with five keys, and with a single switch: a section is read to its end, then home."""

from __future__ import annotations

import json
import subprocess
import sys
import time

import pytest

from tests.e2e import look
from tests.e2e.house import PACKS, House, Value, common_page, paused, reading, rotating
from tests.e2e.look import Kind
from tests.e2e.picture import Frame
from tests.e2e.program import ROOT

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

SECTION = "paper-cuts"
BETWEEN_PRESSES_S = 0.3
"""What any hand takes between two presses: what comes sooner counts as one press that trembles."""

SETTINGS: dict[str, Value] = {"touch": "yes", "dwell_factor": 0, "reduced_motion": True, "diagonal_in": 24}


def pages_of_the_section() -> int:
    """Return how many pages the section has, as another program is told."""
    command = (sys.executable, "-m", "kiosk", "pages", str(PACKS / "tiny"), "--json", "--diagonal-in", "24")
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    pages = json.loads(done.stdout)["pages"]
    return sum(page["section"] == SECTION for page in pages)


def distinct(pages: list[Frame]) -> bool:
    """Tell whether no two pictures show the same page."""
    area = common_page(pages[0])
    pairs = ((one, other) for place, one in enumerate(pages) for other in pages[place + 1 :])
    return not any(one.same(other, area) for one, other in pairs)


def step(house: House) -> Frame:
    """Press Down, and return the picture with another control focused."""
    before = look.ring(house.look())
    house.screen.key("Down")
    return house.see(lambda frame: look.ring(frame) not in {None, before}, "the ring moved", 10)


def walk_to(house: House, kind: Kind, place: int) -> None:
    """Press Down until a button of the bar, by its place among its kind, has the focus."""
    for _ in range(12):
        if at(step(house), kind, place):
            return
    raise AssertionError(f"the {kind} button was never reached")


def at(frame: Frame, kind: Kind, place: int) -> bool:
    """Tell whether that button has the focus."""
    found = [button for button in look.buttons(frame) if button.kind is kind]
    return bool(found) and look.focused(frame) == found[place]


def test_five_keys_read_a_section_and_come_home(house: House) -> None:
    with house.kiosk(time_scale=1, **SETTINGS):
        opening = house.see_first_page()
        house.screen.key("Down")
        house.see_buttons(paused, "the wall, woken by a key")
        house.screen.key("Right")
        pages = [house.see_another_page(opening, "the first page to read")]
        for number in range(1, pages_of_the_section()):
            house.screen.key("Right")
            pages.append(house.see_another_page(pages[-1], f"page {number + 1}"))
        assert distinct(pages)
        walk_to(house, Kind.PLAIN, -1)
        house.screen.key("Return")
        house.see_buttons(rotating, "the wall after Finished")


def test_one_switch_reads_a_section_and_comes_home(house: House) -> None:
    with house.kiosk(time_scale=1, **(SETTINGS | {"scan_s": 2.5})):
        opening = house.see_first_page()
        house.screen.key("F8")
        house.see_buttons(paused, "the wall, woken by the switch")

        def choose(kind: Kind, place: int, what: str) -> None:
            house.see(lambda frame: at(frame, kind, place), f"{what} marked", 30)
            time.sleep(BETWEEN_PRESSES_S)  # pressed sooner, it counts as the tremor of the press before
            house.screen.key("F8")

        choose(Kind.MAIN, 0, "Read this")
        house.see_buttons(reading, "the bar of a reader")
        pages = [house.see_another_page(opening, "the first page to read")]
        for number in range(1, pages_of_the_section()):
            choose(Kind.MAIN, 0, "Next")
            pages.append(house.see_another_page(pages[-1], f"page {number + 1}"))
        assert distinct(pages)
        choose(Kind.PLAIN, -1, "Finished")
        house.see_buttons(rotating, "the wall after Finished")
