# SPDX-License-Identifier: Apache-2.0
"""Ending on SIGTERM and SIGINT, in order, from the first moment, without a timer that keeps asking."""

from __future__ import annotations

import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager

SIGNALS = (signal.SIGTERM, signal.SIGINT)


@contextmanager
def signals_kept() -> Iterator[socket.socket]:
    """Keep SIGTERM and SIGINT from ending the process while the block runs.

    The socket that is yielded can be read once one has come, however early.
    """
    reader, writer = socket.socketpair()
    for end in (reader, writer):
        end.setblocking(False)  # noqa: FBT003 # it takes its argument by position only
    before = signal.set_wakeup_fd(writer.fileno(), warn_on_full_buffer=False)
    handlers = {one: signal.signal(one, _nothing) for one in SIGNALS}
    try:
        yield reader
    finally:
        for one, handler in handlers.items():
            signal.signal(one, handler)
        signal.set_wakeup_fd(before)
        reader.close()
        writer.close()


def _nothing(_number: int, _frame: object) -> None:
    """Do nothing: the byte in the wake-up socket is what wakes the loop."""
