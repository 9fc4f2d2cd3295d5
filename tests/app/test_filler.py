# SPDX-License-Identifier: Apache-2.0
"""The filler does what was asked for last, and gives up what was not."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from kiosk.app.filler import Filler


@dataclass
class Work:
    """Work that goes on until it is stopped; only the wish *b* is done at once."""

    begun: threading.Event = field(default_factory=threading.Event)
    finished: threading.Event = field(default_factory=threading.Event)
    given_up: list[str] = field(default_factory=list)

    def do(self, wanted: str, stopped: Callable[[], bool]) -> None:
        if wanted == "b":
            self.finished.set()
            return
        self.begun.set()
        while not stopped():
            pass
        self.given_up.append(wanted)


def test_what_is_asked_for_is_done() -> None:
    done: list[str] = []
    finished = threading.Event()

    def work(wanted: str, _: Callable[[], bool]) -> None:
        done.append(wanted)
        finished.set()

    filler = Filler(work)
    filler.ask("a")
    assert finished.wait(5)
    finished.clear()
    filler.ask("b")
    assert finished.wait(5)
    filler.end()
    assert done == ["a", "b"]


def test_a_later_wish_stops_the_earlier_one() -> None:
    work = Work()
    filler = Filler(work.do)
    filler.ask("a")
    assert work.begun.wait(5)
    filler.ask("b")
    assert work.finished.wait(5)
    filler.end()
    assert work.given_up == ["a"]


def test_a_filler_told_to_rest_gives_up_until_asked_again() -> None:
    work = Work()
    filler = Filler(work.do)
    filler.ask("a")
    assert work.begun.wait(5)
    filler.rest()
    while not work.given_up:
        pass
    assert not work.finished.is_set()
    filler.ask("b")
    assert work.finished.wait(5)
    filler.end()


def test_the_end_does_not_wait_for_the_work() -> None:
    work = Work()
    filler = Filler(work.do)
    filler.ask("a")
    assert work.begun.wait(5)
    filler.end()
    filler.ask("b")
    assert not [thread for thread in threading.enumerate() if thread.name == "setting pages"]


def test_a_filler_that_never_worked_ends() -> None:
    Filler(lambda _wanted, _stopped: None).end()


def test_a_fault_is_told_and_the_next_wish_done(caplog: pytest.LogCaptureFixture) -> None:
    finished = threading.Event()

    def work(wanted: str, _: Callable[[], bool]) -> None:
        if wanted == "a":
            raise ValueError("no")
        finished.set()

    filler = Filler(work)
    with caplog.at_level(logging.ERROR):
        filler.ask("a")
        while not caplog.messages:
            pass
        filler.ask("b")
        assert finished.wait(5)
        filler.end()
    assert "ahead of time" in caplog.text
