# SPDX-License-Identifier: Apache-2.0
"""Keys and the focus: what reaches the show, what a focused button takes, and what leaves."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.show.model import Act, Chosen, Key, Pressed
from kiosk.ui.keys_bridge import Manners
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
    QTest.qWait(120)  # as a finger takes at least between two presses
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


ROUND = ["previous", "next", "topics", "words", "copy", "sheet-button", "finished", "crisis", "mark", "mark"]

UPWARD = ["mark", "mark", "crisis", "finished", "sheet-button", "copy", "words", "topics", "next", "previous"]


@pytest.mark.parametrize(
    "code, modifier, names",
    [
        (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier, ROUND),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier, ROUND),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier, UPWARD),
        (Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier, UPWARD),
    ],
)
def test_arrows_and_tab_walk_all_controls_and_around(
    code: Qt.Key, modifier: Qt.KeyboardModifier, names: list[str], page: Stage
) -> None:
    walked = []
    for _ in range(len(names) + 1):
        QTest.qWait(120)  # as a finger takes at least between two presses
        QTest.keyClick(page.window, code, modifier)
        item = focused(page)
        assert item is not None
        walked.append(item.objectName())

    assert walked == [*names, names[0]]
    key = Key.DOWN if names is ROUND else Key.UP
    assert page.events == [Pressed(key)] * len(walked), "whoever walks is there"


def test_select_chooses_what_has_the_focus(page: Stage) -> None:
    QTest.keyClick(page.window, Qt.Key.Key_Up)
    QTest.keyClick(page.window, Qt.Key.Key_Return)
    assert page.events == [Pressed(Key.UP), Chosen(Act.SOURCES)]


@pytest.mark.parametrize("state", ["wall", "closed", "dark", "band", "word"])
def test_where_any_key_means_something_else_none_walks(
    state: str, studio: Studio, open_stage: Open, qtbot: QtBot
) -> None:
    stage = open_stage(studio.state(state))
    drawn(stage, qtbot)
    before = focused(stage)
    QTest.keyClick(stage.window, Qt.Key.Key_Down)
    assert stage.events == [Pressed(Key.DOWN)]
    assert focused(stage) is before


@pytest.mark.parametrize("code, name", [(Qt.Key.Key_Right, "larger"), (Qt.Key.Key_Left, "crisis")])
def test_in_a_panel_all_arrows_walk(
    code: Qt.Key, name: str, studio: Studio, open_stage: Open, qtbot: QtBot
) -> None:
    stage = open_stage(studio.state("sheet"))
    drawn(stage, qtbot)
    QTest.keyClick(stage.window, code)
    item = focused(stage)
    assert item is not None
    assert item.objectName() == name


def test_a_panel_is_walked_and_left_without_meeting_what_it_covers(
    studio: Studio, open_stage: Open, qtbot: QtBot
) -> None:
    stage = open_stage(studio.state("sources"))
    drawn(stage, qtbot)
    walked = set()
    for _ in range(6):
        QTest.qWait(120)  # as a finger takes at least between two presses
        QTest.keyClick(stage.window, Qt.Key.Key_Down)
        item = focused(stage)
        assert item is not None
        walked.add(item.objectName())
    assert walked == {"sources-close", "sources-next", "crisis"}


def test_the_same_key_within_the_time_of_a_tremor_counts_once(
    studio: Studio, open_stage: Open, qtbot: QtBot
) -> None:
    stage = open_stage(studio.state("page"), manners=Manners(double_press_s=0.4))
    drawn(stage, qtbot)
    for pause_ms in (60, 60, 600):
        QTest.keyClick(stage.window, Qt.Key.Key_Right)
        QTest.qWait(pause_ms)  # trembling, then resting
    QTest.keyClick(stage.window, Qt.Key.Key_Left)
    QTest.keyClick(stage.window, Qt.Key.Key_Right)
    assert stage.events == [Pressed(Key.RIGHT), Pressed(Key.LEFT), Pressed(Key.RIGHT)]


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

    assert page.events[-1] == Pressed(Key.RIGHT)


def test_keys_go_on_when_a_panel_covers_the_focused_button(page: Stage, studio: Studio, qtbot: QtBot) -> None:
    QTest.keyClick(page.window, Qt.Key.Key_Tab)
    page.bridge.show_snapshot(studio.state("sheet"))
    drawn(page, qtbot)

    QTest.keyClick(page.window, Qt.Key.Key_Down)

    assert page.events[-1] == Pressed(Key.DOWN)
    item = focused(page)
    assert item is not None
    assert item.objectName() == "larger"


def test_a_focused_button_that_can_do_nothing_more_keeps_the_focus(
    studio: Studio, open_stage: Open, qtbot: QtBot
) -> None:
    studio.size = SIZES[3]
    topics = studio.state("topics")
    assert topics.scene.topics_pages > 1
    stage = open_stage(topics)
    drawn(stage, qtbot)
    button = stage.item("next")
    button.forceActiveFocus(Qt.FocusReason.TabFocusReason)
    last = replace(topics.scene, topics_page=topics.scene.topics_pages - 1)

    stage.bridge.show_snapshot(replace(topics, scene=last))
    drawn(stage, qtbot)

    assert focused(stage) == button
    QTest.keyClick(stage.window, Qt.Key.Key_Return)
    assert stage.events == []
    QTest.keyClick(stage.window, Qt.Key.Key_Tab)
    assert focused(stage) != button


def test_a_focused_card_is_opened_by_a_key(studio: Studio, open_stage: Open, qtbot: QtBot) -> None:
    stage = open_stage(studio.state("topics"))
    drawn(stage, qtbot)

    QTest.keyClick(stage.window, Qt.Key.Key_Tab)
    QTest.keyClick(stage.window, Qt.Key.Key_Space)

    assert stage.events[1:] == [Chosen(Act.OPEN, "section-0")]


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
