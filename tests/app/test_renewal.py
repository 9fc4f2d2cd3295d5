# SPDX-License-Identifier: Apache-2.0
"""Reading anew: in a thread, once however often it is asked for, and shown only where it can be."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from kiosk.app.renewal import CannotBeShown, Renewal


class Reading:
    """Reads numbers, each when it is let, and tells in which thread."""

    def __init__(self) -> None:
        self.let = threading.Semaphore(0)
        self.begun = 0
        self.threads: set[threading.Thread] = set()
        self.fault: Exception | None = None
        self.shown: list[tuple[int, bool]] = []
        self.renewal: Renewal[int] = Renewal(self.read, self.show)

    def read(self) -> int:
        self.begun += 1
        self.threads.add(threading.current_thread())
        assert self.let.acquire(timeout=20)
        if self.fault is not None:
            raise self.fault
        return self.begun

    def show(self, number: int) -> None:
        self.shown.append((number, threading.current_thread() is threading.main_thread()))


@pytest.fixture
def reading(qapp: QGuiApplication) -> Iterator[Reading]:
    made = Reading()
    yield made
    made.let.release(10)
    made.renewal.end()


def test_it_reads_in_a_thread_and_shows_where_it_is_drawn(reading: Reading, qtbot: QtBot) -> None:
    reading.renewal.ask()
    reading.let.release()
    qtbot.waitUntil(lambda: bool(reading.shown))
    assert reading.shown == [(1, True)]
    assert threading.main_thread() not in reading.threads


def test_asked_while_it_reads_it_reads_once_more_and_shows_that(reading: Reading, qtbot: QtBot) -> None:
    for _ in range(5):
        reading.renewal.ask()
    reading.let.release(2)
    qtbot.waitUntil(lambda: bool(reading.shown))
    assert reading.shown == [(2, True)]
    reading.renewal.ask()
    reading.let.release()
    qtbot.waitUntil(lambda: len(reading.shown) == 2)


def test_what_cannot_be_shown_is_told_in_one_line(
    reading: Reading, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    reading.fault = CannotBeShown("pack.toml:3: it is no TOML.")
    reading.renewal.ask()
    reading.let.release()
    qtbot.waitUntil(lambda: bool(caplog.messages))
    assert [line for line in caplog.messages if "pack.toml:3: it is no TOML." in line] == caplog.messages
    reading.fault = None
    reading.renewal.ask()
    reading.let.release()
    qtbot.waitUntil(lambda: reading.shown == [(2, True)])


def test_a_fault_of_ours_is_written_down_and_the_show_goes_on(
    reading: Reading, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    reading.fault = ZeroDivisionError("a bug")
    reading.renewal.ask()
    reading.let.release()
    qtbot.waitUntil(lambda: len(caplog.records) == 2)
    assert caplog.records[0].exc_info
    assert reading.shown == []


def test_at_the_end_nothing_new_is_shown(reading: Reading, qtbot: QtBot) -> None:
    reading.renewal.ask()
    reading.let.release()
    reading.renewal.end()
    qtbot.wait(20)  # news on their way arrive
    assert reading.shown == []
