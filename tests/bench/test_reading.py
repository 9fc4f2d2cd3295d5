# SPDX-License-Identifier: Apache-2.0
"""A key that nothing answers is no turn, and stops nobody from measuring the others."""

from __future__ import annotations

import subprocess
import sys
from typing import cast

import psutil
import pytest

from tests.bench import reading
from tests.bench.reading_rows import Turned
from tests.e2e.program import Program, wait_until
from tests.e2e.screen import Screen


class Glass:
    """A screen whose picture changes with each key but some."""

    height = 1

    def __init__(self, deaf: set[int]) -> None:
        self.deaf = deaf
        self.pressed: list[str] = []
        self.picture = 0

    def key(self, name: str) -> None:
        self.pressed.append(name)
        self.picture += len(self.pressed) not in self.deaf

    def every_row(self, _number: int) -> bytes:
        return bytes([self.picture])


class Running:
    """A program that runs and says nothing."""

    running = True
    log = "It is silent."


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "ANSWER_S", 0.02)
    monkeypatch.setattr(reading, "QUIET_S", 0.01)


def turns(glass: Glass, count: int) -> list[Turned]:
    return reading.turns(cast("Screen", glass), cast("Program", Running()), count)


def test_five_pages_on_and_five_back() -> None:
    glass = Glass(deaf=set())
    turns(glass, 7)
    assert glass.pressed == ["Right"] * 5 + ["Left"] * 2


def test_no_answer_is_no_turn() -> None:
    glass = Glass(deaf={2, 5})
    assert len(turns(glass, 7)) == 5
    assert len(glass.pressed) == 7


def test_a_program_that_answers_nothing_is_not_measured() -> None:
    with pytest.raises(AssertionError, match=r"no key was answered:\nIt is silent"):
        turns(Glass(deaf={1, 2}), 2)


def test_a_second_key_follows_a_tenth_of_a_second_later(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "SOON_S", 0.0)
    glass = Glass(deaf={2})
    assert len(reading.hurried(cast("Screen", glass), 3)) == 2
    assert glass.pressed == ["Right"] * 6


def test_the_time_of_a_child_that_has_ended_is_not_lost() -> None:
    work = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'sum(range(10**7))']); input()"
    child = subprocess.Popen([sys.executable, "-c", work], stdin=subprocess.PIPE)
    try:
        process = psutil.Process(child.pid)
        wait_until(lambda: process.cpu_times().children_user > 0.05, "the time of its child")
        assert reading.seconds([process]) > sum(process.cpu_times()[:2]) + 0.05
    finally:
        child.communicate(b"\n")


def test_whatever_is_drawn_on_a_screen_is_counted_though_no_pixel_differs() -> None:
    with Screen(320, 200) as screen, screen.damage() as drawn:
        assert drawn() == 0
        screen.cover()
        wait_until(drawn, "the window to be drawn")
        assert drawn() == 0
