# SPDX-License-Identifier: Apache-2.0
"""A single switch: it wakes, then controls are marked in turn and a press chooses."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.show.model import Act, Chosen, Key, Pressed
from kiosk.ui.keys_bridge import Manners
from tests.ui.studio import Open, Stage, Studio, drawn

QUICK = Manners(scan_s=0.3)
SLOW = Manners(scan_s=20)


def marked(stage: Stage) -> str:
    item: QQuickItem | None = stage.window.activeFocusItem()
    return item.objectName() if item else ""


def until_marked(stage: Stage, qtbot: QtBot, name: str) -> None:
    qtbot.waitUntil(lambda: marked(stage) == name)


def press(stage: Stage) -> None:
    QTest.qWait(120)  # as a finger takes at least between two presses
    QTest.keyClick(stage.window, Qt.Key.Key_F8)


@pytest.mark.parametrize("state", ["wall", "closed", "dark", "band", "word"])
def test_where_any_key_means_something_so_does_the_switch(
    state: str, studio: Studio, open_stage: Open, qtbot: QtBot
) -> None:
    stage = open_stage(studio.state(state), manners=SLOW)
    drawn(stage, qtbot)
    before = marked(stage)
    press(stage)
    assert stage.events == [Pressed(Key.DOWN)]
    assert marked(stage) == before


def test_each_control_is_marked_in_turn_and_a_press_chooses(
    studio: Studio, open_stage: Open, qtbot: QtBot
) -> None:
    stage = open_stage(studio.state("paused"), manners=QUICK)
    drawn(stage, qtbot)
    press(stage)
    assert marked(stage) == "read-this"
    for name in ("continue", "language-ar", "language", "crisis", "read-this", "continue"):
        until_marked(stage, qtbot, name)
    QTest.keyClick(stage.window, Qt.Key.Key_F8)
    assert stage.events == [Pressed(Key.DOWN), Chosen(Act.CONTINUE)]


def test_what_was_chosen_stays_marked_for_the_next_press(
    studio: Studio, open_stage: Open, qtbot: QtBot
) -> None:
    stage = open_stage(studio.state("page"), manners=SLOW)
    drawn(stage, qtbot)
    press(stage)
    QTest.keyClick(stage.window, Qt.Key.Key_Down)
    assert marked(stage) == "next"
    press(stage)
    press(stage)
    assert stage.events[2:] == [Chosen(Act.NEXT), Chosen(Act.NEXT)]


def test_a_finger_ends_the_marking(studio: Studio, open_stage: Open, qtbot: QtBot) -> None:
    stage = open_stage(studio.state("page"), manners=QUICK)
    drawn(stage, qtbot)
    press(stage)
    QTest.mouseClick(stage.window, Qt.MouseButton.LeftButton, pos=QPoint(900, 300))
    QTest.qWait(900)  # three controls' worth
    assert marked(stage) == "stage"


def test_nobody_who_presses_ends_the_marking(studio: Studio, open_stage: Open, qtbot: QtBot) -> None:
    stage = open_stage(studio.state("topics"), manners=Manners(scan_s=0.02))
    drawn(stage, qtbot)
    press(stage)
    keys = stage.window.findChild(type(stage.item("stage")), "keys")
    assert keys is not None
    assert keys.property("scanning")
    qtbot.waitUntil(lambda: not keys.property("scanning"))
    assert stage.events == [Pressed(Key.DOWN)], "being marked is nothing that a visitor did"


def test_the_wall_that_begins_to_rotate_again_ends_the_marking(
    studio: Studio, open_stage: Open, qtbot: QtBot
) -> None:
    stage = open_stage(studio.state("paused"), manners=QUICK)
    drawn(stage, qtbot)
    press(stage)
    stage.bridge.show_snapshot(studio.state("wall"))
    before = marked(stage)
    QTest.qWait(900)  # three controls' worth
    assert marked(stage) == before


def test_a_station_without_a_switch_has_no_such_key(studio: Studio, open_stage: Open, qtbot: QtBot) -> None:
    stage = open_stage(studio.state("page"), manners=Manners(switch_key=""))
    drawn(stage, qtbot)
    press(stage)
    assert stage.events == []
