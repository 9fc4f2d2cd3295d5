# SPDX-License-Identifier: Apache-2.0
"""No more than three flashes in a second whatever a visitor does, and nothing that moves where none may."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import pytest

from tests.e2e.flashes import MOST, Grid, grid, worst
from tests.e2e.house import House
from tests.e2e.listener import Heard, heard, middle

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

PRESS_S = 0.1
"""How soon a press follows the one before: ten a second, which few fingers can do."""

PRESSES = 18
"""More at one place within a minute are not taken for a visitor's."""

LEAST_RATE = 15
"""With fewer pictures a second a film would not show what flashes."""

INVITATION = "Touch to pause and read"
ROW_STEP = 16


@dataclass
class Film:
    """Pictures of a screen while something is done to it."""

    house: House
    grids: list[Grid] = field(default_factory=list)

    def take(self, seconds: float, act: Callable[[int], object] = int) -> None:
        """Take pictures for a while; `act` is called at even intervals with how often it was called."""
        start = time.monotonic()
        acted = 0
        while (now := time.monotonic()) < start + seconds:
            if acted < PRESSES and now >= start + acted * PRESS_S:
                act(acted)
                acted += 1
            self.grids.append(grid(self.house.screen.frame(), now))

    def worst(self, more_than: int = 3) -> int:
        """Return the most flashes in a second, from a film with enough pictures, on which something moved."""
        spent = self.grids[-1].at - self.grids[0].at
        assert len(self.grids) / spent >= LEAST_RATE
        assert len({one.light for one in self.grids}) > more_than
        return worst(self.grids)


def read(visit: Heard, theme: str = "Light") -> None:
    """Open the first page to read, in a theme."""
    listener = visit.listener
    listener.press(INVITATION)
    listener.press("Read this")
    listener.press("Larger · Español")
    listener.press(theme, "radio button")
    listener.until(
        lambda tree: any(node.name == theme and "checked" in node.states for node in tree), f"{theme} chosen"
    )
    listener.press("Close")
    listener.meet("Next")
    still(visit)


def still(visit: Heard) -> None:
    """Wait until the screen has stood still for a moment."""
    last, since = b"", time.monotonic()
    while time.monotonic() - since < 0.6:
        now = visit.house.screen.every_row(ROW_STEP)
        if now != last:
            last, since = now, time.monotonic()


def test_the_wall_does_not_flash(tmp_path: Path) -> None:
    with heard(tmp_path, time_scale=10) as visit:
        visit.listener.meet(INVITATION)
        film = Film(visit.house)
        film.take(6)
        assert film.worst() <= MOST


@pytest.mark.parametrize(
    "theme, reduced", [("Light", False), ("Dark", False), ("High contrast", False), ("High contrast", True)]
)
def test_turning_pages_as_fast_as_fingers_can_does_not_flash(
    tmp_path: Path, theme: str, reduced: bool
) -> None:
    with heard(tmp_path, reduced_motion=reduced) as visit:
        read(visit, theme)
        places = [middle(visit.listener.meet(name)) for name in ("Next", "Previous")]
        film = Film(visit.house)
        film.take(3, lambda number: visit.house.screen.press(*places[number // 4 % 2]))
        assert film.worst() <= MOST


@pytest.mark.parametrize("reduced", [False, True])
def test_opening_and_closing_the_sheet_does_not_flash(tmp_path: Path, reduced: bool) -> None:
    with heard(tmp_path, reduced_motion=reduced) as visit:
        read(visit)
        button = visit.listener.meet("Larger · Español")
        film = Film(visit.house)
        film.take(3, lambda _: visit.tap(button))
        assert film.worst(1 if reduced else 3) <= MOST  # still, it is open or shut


@pytest.mark.parametrize("reduced", [False, True])
def test_choosing_light_and_dark_in_turns_does_not_flash(tmp_path: Path, reduced: bool) -> None:
    with heard(tmp_path, reduced_motion=reduced) as visit:
        read(visit)
        visit.listener.press("Larger · Español")
        choices = [middle(visit.listener.meet(name, "radio button")) for name in ("Dark", "Light")]
        film = Film(visit.house)
        film.take(3, lambda number: visit.house.screen.press(*choices[number % 2]))
        assert film.worst() <= MOST


def test_crisis_help_and_the_way_back_do_not_flash(tmp_path: Path) -> None:
    with heard(tmp_path) as visit:
        read(visit)
        crisis = middle(visit.listener.meet("Crisis help: 988"))
        visit.listener.press("Crisis help: 988")
        close = middle(visit.listener.meet("Close"))
        film = Film(visit.house)
        film.take(3, lambda number: visit.house.screen.press(*(close, crisis)[number % 2]))
        assert film.worst() <= MOST


def test_the_band_and_its_answers_do_not_flash(tmp_path: Path) -> None:
    with heard(tmp_path, time_scale=60) as visit:
        visit.listener.press(INVITATION)
        visit.listener.press("Read this")
        film = Film(visit.house)
        film.take(6, lambda number: visit.house.screen.press(960, 300) if number % 6 == 5 else None)
        assert film.worst() <= MOST


def seen(visit: Heard, do: Callable[[], None], seconds: float = 1.5) -> list[bytes]:
    """Return the pictures above the bar that stood while something was done, each once it stood twice."""
    house = visit.house
    rows = visit.listener.meet("Finished").box[1] // ROW_STEP - 1
    size = rows * house.screen.width * 4
    looks = [house.screen.every_row(ROW_STEP)[:size]]
    do()
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        looks.append(house.screen.every_row(ROW_STEP)[:size])
    stood = [one for one, another in pairwise([looks[0], *looks]) if one == another]
    return list(dict.fromkeys(stood))


@pytest.mark.parametrize("reduced", [True, False])
def test_with_reduced_motion_only_the_old_and_the_new_page_are_seen(tmp_path: Path, reduced: bool) -> None:
    with heard(tmp_path, reduced_motion=reduced) as visit:
        read(visit)
        button = visit.listener.meet("Next")
        turned = seen(visit, lambda: visit.tap(button))
        assert (len(turned) == 2) == reduced
        assert len(turned) >= 2
        sheet = visit.listener.meet("Larger · Español")
        opened = seen(visit, lambda: visit.tap(sheet))
        assert (len(opened) == 2) == reduced
        assert len(opened) >= 2
