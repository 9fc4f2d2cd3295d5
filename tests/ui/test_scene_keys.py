# SPDX-License-Identifier: Apache-2.0
"""Keys and the focus: what reaches the show, what a focused button takes, and what leaves."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.show.model import Act, Chosen, Key, Pressed
from kiosk.ui.window import WindowChoice
from tests.ui.studio import SIZES, Open, Stage, Studio, drawn

KEYS = {
    Qt.Key.Key_Left: Key.LEFT,
    Qt.Key.Key_Right: Key.RIGHT,
    Qt.Key.Key_Up: Key.UP,
    Qt.Key.Key_Down: Key.DOWN,
    Qt.Key.Key_PageUp: Key.PAGE_UP,
    Qt.Key.Key_PageDown: Key.PAGE_DOWN,
    Qt.Key.Key_Home: Key.HOME,
    Qt.Key.Key_Return: Key.ENTER,
    Qt.Key.Key_Enter: Key.ENTER,
    Qt.Key.Key_Space: Key.SPACE,
    Qt.Key.Key_Escape: Key.ESCAPE,
}


@pytest.fixture
def page(studio: Studio, open_stage: Open, qtbot: QtBot) -> Stage:
    stage = open_stage(studio.state("page"))
    drawn(stage, qtbot)
    qtbot.waitUntil(lambda: focused(stage) is not None)
    return stage


def focused(stage: Stage) -> QQuickItem | None:
    return stage.window.activeFocusItem()


@pytest.mark.parametrize("code, key", KEYS.items(), ids=str)
def test_a_key_reaches_the_show(code: Qt.Key, key: Key, page: Stage) -> None:
    QTest.keyClick(page.window, code)

    assert page.events == [Pressed(key)]


@pytest.mark.parametrize("code, key", [(Qt.Key.Key_Left, Key.RIGHT), (Qt.Key.Key_Right, Key.LEFT)])
def test_arrows_are_mirrored_where_text_runs_to_the_left(
    code: Qt.Key, key: Key, studio: Studio, open_stage: Open, qtbot: QtBot
) -> None:
    studio.language = "ar"
    stage = open_stage(studio.state("page"))
    drawn(stage, qtbot)

    QTest.keyClick(stage.window, code)

    assert stage.events == [Pressed(key)]


def test_a_key_that_repeats_itself_counts_once(page: Stage) -> None:
    for again in (False, True, True):
        press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, "", again)
        QGuiApplication.sendEvent(page.window, press)

    assert page.events == [Pressed(Key.RIGHT)]


def test_an_x_server_that_repeats_a_key_by_letting_it_go_counts_once(page: Stage) -> None:
    for pause_ms in (0, 0, 10, 10):
        QTest.keyClick(page.window, Qt.Key.Key_Right)
        QTest.qWait(pause_ms)  # as a busy machine reads the two apart
    assert page.events == [Pressed(Key.RIGHT)]

    QTest.keyClick(page.window, Qt.Key.Key_Left)
    assert page.events == [Pressed(Key.RIGHT), Pressed(Key.LEFT)]
    QTest.qWait(60)  # as a finger takes at least between two presses
    QTest.keyClick(page.window, Qt.Key.Key_Left)
    assert page.events[-2:] == [Pressed(Key.LEFT), Pressed(Key.LEFT)]


@pytest.mark.parametrize(
    "code, modifier",
    [
        (Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Menu, Qt.KeyboardModifier.NoModifier),
    ],
)
def test_other_keys_mean_nothing(code: Qt.Key, modifier: Qt.KeyboardModifier, page: Stage) -> None:
    QTest.keyClick(page.window, code, modifier)

    assert page.events == []


def test_tab_walks_the_buttons_and_enter_chooses_the_focused_one(page: Stage) -> None:
    names = []
    for _ in range(8):
        QTest.keyClick(page.window, Qt.Key.Key_Tab)
        item = focused(page)
        assert item is not None
        names.append(item.objectName())

    assert names == ["previous", "next", "topics", "words", "copy", "sheet-button", "finished", "crisis"]
    QTest.keyClick(page.window, Qt.Key.Key_Return)
    assert page.events == [Chosen(Act.CRISIS)]


def test_the_focus_has_a_ring_that_a_touch_takes_away(page: Stage, qtbot: QtBot) -> None:
    def rings() -> list[QQuickItem]:
        return [item for item in page.items() if item.objectName() == "focus"]

    assert rings() == []
    QTest.keyClick(page.window, Qt.Key.Key_Tab)
    assert len(rings()) == 1
    ring = page.rect(rings()[0])
    assert ring.contains(page.rect(page.item("previous")))

    QTest.mouseClick(page.window, Qt.MouseButton.LeftButton, pos=QPoint(900, 300))
    assert rings() == []


def test_keys_go_on_when_the_focused_button_goes(page: Stage, studio: Studio, qtbot: QtBot) -> None:
    QTest.keyClick(page.window, Qt.Key.Key_Tab)
    page.bridge.show_snapshot(studio.state("wall"))
    drawn(page, qtbot)

    QTest.keyClick(page.window, Qt.Key.Key_Right)

    assert page.events == [Pressed(Key.RIGHT)]


def test_a_focused_card_is_opened_by_a_key(studio: Studio, open_stage: Open, qtbot: QtBot) -> None:
    stage = open_stage(studio.state("topics"))
    drawn(stage, qtbot)

    QTest.keyClick(stage.window, Qt.Key.Key_Tab)
    QTest.keyClick(stage.window, Qt.Key.Key_Space)

    assert stage.events == [Chosen(Act.OPEN, "section-0")]


def test_escape_held_for_two_seconds_leaves(page: Stage, qtbot: QtBot) -> None:
    QTest.keyPress(page.window, Qt.Key.Key_Escape)
    assert page.left == []

    qtbot.waitUntil(lambda: page.left == [True], timeout=4000)
    assert page.events == [Pressed(Key.ESCAPE)]


def test_escape_let_go_stays(page: Stage) -> None:
    QTest.keyClick(page.window, Qt.Key.Key_Escape)

    QTest.qWait(2300)

    assert page.left == []


def test_a_locked_screen_is_not_left_by_escape(studio: Studio, open_stage: Open, qtbot: QtBot) -> None:
    choice = WindowChoice(locked=True, size=(SIZES[0].width, SIZES[0].height))
    stage = open_stage(studio.state("page"), choice)
    drawn(stage, qtbot)

    QTest.keyPress(stage.window, Qt.Key.Key_Escape)
    QTest.qWait(2300)

    assert stage.left == []
    assert stage.events == [Pressed(Key.ESCAPE)]
