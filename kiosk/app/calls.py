# SPDX-License-Identifier: Apache-2.0
"""What calls the window from outside: signals, and a second start that brings it forward."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, Qt, Signal
from PySide6.QtQuick import QQuickWindow

from kiosk.app.doorbell import Doorbell
from kiosk.app.ending import END, RELOAD, has_terminal, heard


def leave(app: QCoreApplication, *_of_the_signal: object) -> None:
    """End the event loop; `quit` would ask the window first, and a locked one refuses to close."""
    app.exit(0)


@contextmanager
def heed_signals(
    quit_loop: Callable[[], object], reload: Callable[[], object], kept: socket.socket
) -> Iterator[None]:
    """Let signals be heeded by the event loop, also those that came before it ran."""
    terminal = has_terminal()
    notifier = QSocketNotifier(kept.fileno(), QSocketNotifier.Type.Read)

    def heed() -> None:
        asked = heard(kept, terminal=terminal)
        if asked == END:
            quit_loop()
        elif asked == RELOAD:
            reload()

    notifier.activated.connect(heed)
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
