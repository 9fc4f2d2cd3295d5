# SPDX-License-Identifier: Apache-2.0
"""Calls from outside: a signal ends the loop or has the pack read anew, a second start rings."""

from __future__ import annotations

import signal
import threading

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow
from pytestqt.qtbot import QtBot

from kiosk.app.calls import Forward, heed_signals
from kiosk.app.doorbell import Doorbell
from kiosk.app.ending import signals_kept


def test_a_signal_ends_the_loop_also_one_that_came_before(qapp: QGuiApplication, qtbot: QtBot) -> None:
    ended: list[bool] = []
    with signals_kept() as kept:
        signal.raise_signal(signal.SIGTERM)
        with heed_signals(lambda: ended.append(True), list, kept):
            qtbot.waitUntil(lambda: bool(ended))
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_hanging_up_has_the_pack_read_anew_each_time(qapp: QGuiApplication, qtbot: QtBot) -> None:
    asked: list[bool] = []
    with signals_kept() as kept:
        signal.raise_signal(signal.SIGHUP)
        with heed_signals(pytest.fail, lambda: asked.append(True), kept):
            qtbot.waitUntil(lambda: len(asked) == 1)
            signal.raise_signal(signal.SIGHUP)
            qtbot.waitUntil(lambda: len(asked) == 2)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_a_ring_in_another_thread_brings_the_window_forward(qapp: QGuiApplication, qtbot: QtBot) -> None:
    class Window(QQuickWindow):
        def __init__(self) -> None:
            super().__init__()
            self.calls: list[tuple[str, bool]] = []

        def raise_(self) -> None:
            self.calls.append(("raise", threading.current_thread() is threading.main_thread()))

        def requestActivate(self) -> None:  # noqa: N802 # Qt's name
            self.calls.append(("activate", threading.current_thread() is threading.main_thread()))

    window, doorbell = Window(), Doorbell()
    Forward(window, doorbell)
    ringer = threading.Thread(target=doorbell.ring)
    ringer.start()
    ringer.join()
    assert window.calls == []
    qtbot.waitUntil(lambda: len(window.calls) == 2)
    assert window.calls == [("raise", True), ("activate", True)]
