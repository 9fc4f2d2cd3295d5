# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QPoint, QRectF, QSizeF, Qt
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.show.model import Act, Chosen, Contact
from kiosk.ui.show_bridge import ShowBridge
from kiosk.ui.window import Glass, SceneFailed, WindowChoice, expected_glass, find_screen, open_window, report
from tests.ui.studio import SIZES, Open, Studio, drawn

FULL = (SIZES[0].width, SIZES[0].height)


def test_a_screen_is_found_by_name_by_number_or_is_the_first(qapp: QGuiApplication) -> None:
    first = qapp.primaryScreen()

    assert find_screen(qapp, first.name()) is first
    assert find_screen(qapp, "0") is first
    assert find_screen(qapp, "7") is first
    assert find_screen(qapp, "HDMI-9") is first
    assert find_screen(qapp, "") is first


def test_a_turned_glass_reports_its_picture_as_it_is_read(qapp: QGuiApplication) -> None:
    screen = qapp.primaryScreen()
    whole = screen.geometry()

    upright = report(screen, 800, 600, 90)
    assert (upright.width_px, upright.height_px) == (600, 800)
    assert (upright.screen_width_px, upright.screen_height_px) == (whole.width(), whole.height())
    lying = report(screen, 800, 600, 180)
    assert (lying.width_px, lying.height_px) == (800, 600)


def test_what_is_expected_is_what_is_reported(
    qapp: QGuiApplication, studio: Studio, open_stage: Open
) -> None:
    choice = WindowChoice(size=FULL)
    stage = open_stage(studio.state("page"), choice)

    glass = expected_glass(qapp, choice)
    assert (glass.width_px, glass.height_px) == (stage.window.width(), stage.window.height()) == FULL
    assert stage.glasses == []


def test_without_a_size_the_window_fills_its_screen(
    qapp: QGuiApplication, studio: Studio, open_stage: Open, qtbot: QtBot
) -> None:
    stage = open_stage(studio.state("page"), WindowChoice())
    drawn(stage, qtbot)

    assert stage.window.visibility() is QWindow.Visibility.FullScreen
    assert stage.window.geometry() == qapp.primaryScreen().geometry()
    assert stage.window.flags() & Qt.WindowType.FramelessWindowHint


def test_another_size_is_told_once_it_stands(studio: Studio, open_stage: Open, qtbot: QtBot) -> None:
    stage = open_stage(studio.state("page"), WindowChoice(size=FULL))

    stage.window.resize(900, 700)
    stage.window.resize(1000, 700)

    qtbot.waitUntil(lambda: len(stage.glasses) == 1)
    assert (stage.glasses[0].width_px, stage.glasses[0].height_px) == (1000, 700)
    assert isinstance(stage.glasses[0], Glass)


def test_a_full_window_goes_back_to_its_screen(
    qapp: QGuiApplication, studio: Studio, open_stage: Open, qtbot: QtBot
) -> None:
    stage = open_stage(studio.state("page"), WindowChoice())
    stage.window.setGeometry(10, 10, 300, 200)

    qapp.primaryScreen().geometryChanged.emit(qapp.primaryScreen().geometry())

    qtbot.waitUntil(lambda: stage.window.geometry() == qapp.primaryScreen().geometry())


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_picture_and_touch_turn_together(
    rotation: int, studio: Studio, open_stage: Open, qtbot: QtBot
) -> None:
    width, height = FULL if rotation % 180 == 0 else FULL[::-1]
    stage = open_stage(studio.state("page"), WindowChoice(rotation=rotation, size=(width, height)))
    drawn(stage, qtbot)
    root = stage.item("stage")
    assert root.size() == QSizeF(*FULL)
    assert stage.rect(root) == QRectF(0, 0, width, height)
    corner = {0: (1, 1), 90: (0, 1), 180: (0, 0), 270: (1, 0)}[rotation]
    crisis = stage.rect(stage.item("crisis")).center()
    assert (crisis.x() > width / 2, crisis.y() > height / 2) == (bool(corner[0]), bool(corner[1]))

    QTest.mouseClick(stage.window, Qt.MouseButton.LeftButton, pos=crisis.toPoint())

    assert Chosen(Act.CRISIS) in stage.events
    told = next(event for event in stage.events if isinstance(event, Contact))
    frame = studio.state("page").frame
    assert told.x_mm * frame.target_px / 25 > FULL[0] / 2
    assert told.y_mm * frame.target_px / 25 > FULL[1] / 2


@pytest.mark.parametrize("locked", [False, True])
def test_a_request_to_close_asks_to_leave_unless_it_is_locked(
    locked: bool, studio: Studio, open_stage: Open, qtbot: QtBot
) -> None:
    stage = open_stage(studio.state("page"), WindowChoice(locked=locked, size=FULL))
    drawn(stage, qtbot)

    closed = stage.window.close()

    assert (closed, stage.window.isVisible()) == (False, True)
    assert stage.left == ([] if locked else [True])


def test_the_cursor_hides_unless_the_mouse_moves(studio: Studio, open_stage: Open, qtbot: QtBot) -> None:
    stage = open_stage(studio.state("page"))
    drawn(stage, qtbot)
    assert stage.window.cursor().shape() is Qt.CursorShape.BlankCursor

    QTest.mouseMove(stage.window, QPoint(300, 300))
    QTest.mouseMove(stage.window, QPoint(310, 300))
    qtbot.waitUntil(lambda: stage.window.cursor().shape() is Qt.CursorShape.ArrowCursor)
    qtbot.waitUntil(lambda: stage.window.cursor().shape() is Qt.CursorShape.BlankCursor, timeout=5000)


@pytest.mark.qt_log_ignore("is not installed", "failed to load component", "No module named")
def test_a_scene_that_is_not_there_is_said(qapp: QGuiApplication, tmp_path: Path) -> None:
    bridge = ShowBridge(print, print)

    with pytest.raises(SceneFailed, match="could not be loaded"):
        open_window(qapp, bridge, tmp_path, WindowChoice(size=FULL), print)
    assert shiboken6.isValid(bridge)
