# SPDX-License-Identifier: Apache-2.0
"""What calls the window from outside: a signal that ends it, a second start that brings it forward."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, Qt, Signal
from PySide6.QtQuick import QQuickWindow

from kiosk.app.doorbell import Doorbell


def leave(app: QCoreApplication, *_of_the_signal: object) -> None:
    """End the event loop; `quit` would ask the window first, and a locked one refuses to close."""
    app.exit(0)


@contextmanager
def quit_on_signals(quit_loop: Callable[[], object], kept: socket.socket) -> Iterator[None]:
    """Let the event loop quit once a signal has come, also one that came before the loop ran."""
    notifier = QSocketNotifier(kept.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(quit_loop)
    try:
        yield
    finally:
        notifier.setEnabled(False)
        notifier.deleteLater()


class Forward(QObject):
    """Brings a window forward on the GUI thread when the doorbell rings in any other."""

    rung = Signal()

    def __init__(self, window: QQuickWindow, doorbell: Doorbell) -> None:
        """Answer the doorbell for a window."""
        super().__init__(window)
        self._window = window
        self.rung.connect(self.bring, Qt.ConnectionType.QueuedConnection)
        doorbell.answer(self.rung.emit)

    def bring(self) -> None:
        """Bring the window before all others and let keys go to it."""
        self._window.raise_()
        self._window.requestActivate()
