# SPDX-License-Identifier: Apache-2.0
"""The plug is looked for, and only what changed is told."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from kiosk.app import plug
from kiosk.app.plug import PlugWatch
from kiosk.show.hearing import Plugged
from kiosk.show.model import Event


class FakeJack:
    """A jack whose plug goes in and out as a test says."""

    def __init__(self, state: bool | None = None) -> None:
        self.state = state

    def plugged(self) -> bool | None:
        return self.state


def test_what_changes_is_told_and_what_cannot_be_told_is_no_plug(qtbot: QtBot) -> None:
    told: list[Event] = []
    jack = FakeJack()
    watch = PlugWatch(jack, told.append)
    watch.begin()
    for state in (None, False, True, True, None, False):
        jack.state = state
        watch.look()
    watch.end()
    assert told == [Plugged(present=True), Plugged(present=False)]


def test_it_looks_by_itself_until_it_ends(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plug, "LOOK_MS", 1)
    told: list[Event] = []
    jack = FakeJack(state=True)
    watch = PlugWatch(jack, told.append)
    watch.begin()
    assert told == [Plugged(present=True)]
    jack.state = False
    qtbot.waitUntil(lambda: told[1:] == [Plugged(present=False)])
    watch.end()
    assert not watch._timer.isActive()
