# SPDX-License-Identifier: Apache-2.0
"""The placement: another glass is told, a moved window comes back, the cursor shows while a mouse moves."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.ui.window import Glass, WindowChoice
from tests.ui.studio import SIZES, Open, Studio, drawn

FULL = (SIZES[0].width, SIZES[0].height)


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


def test_the_cursor_hides_unless_the_mouse_moves(studio: Studio, open_stage: Open, qtbot: QtBot) -> None:
    stage = open_stage(studio.state("page"))
    drawn(stage, qtbot)
    assert stage.window.cursor().shape() is Qt.CursorShape.BitmapCursor

    QTest.mouseMove(stage.window, QPoint(300, 300))
    QTest.mouseMove(stage.window, QPoint(310, 300))
    qtbot.waitUntil(lambda: stage.window.cursor().shape() is Qt.CursorShape.ArrowCursor)
    qtbot.waitUntil(lambda: stage.window.cursor().shape() is Qt.CursorShape.BlankCursor, timeout=5000)
