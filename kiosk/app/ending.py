# SPDX-License-Identifier: Apache-2.0
"""Ending on SIGTERM and SIGINT, without a timer that asks again and again."""

from __future__ import annotations

import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QSocketNotifier


@contextmanager
def quit_on_signals(app: QCoreApplication) -> Iterator[None]:
    """Let the application quit its loop on SIGTERM and SIGINT while the block runs."""
    reader, writer = socket.socketpair()
    reader.setblocking(False)
    writer.setblocking(False)
    notifier = QSocketNotifier(reader.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(app.quit)
    before = signal.set_wakeup_fd(writer.fileno())
    handlers = {one: signal.signal(one, _nothing) for one in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield
    finally:
        for one, handler in handlers.items():
            signal.signal(one, handler)
        signal.set_wakeup_fd(before)
        notifier.setEnabled(False)
        notifier.deleteLater()
        reader.close()
        writer.close()


def _nothing(_number: int, _frame: object) -> None:
    """Do nothing: the byte in the wake-up socket has woken the loop."""
