# SPDX-License-Identifier: Apache-2.0
"""Signals, kept from the first moment without a timer that keeps asking: to end, or to read the pack anew.

SIGTERM and SIGINT end the program, in order. SIGHUP has the pack read anew, except where it says that the
terminal is gone in which the program was started: then it ends it too.
"""

from __future__ import annotations

import os
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress

ENDING = (signal.SIGTERM, signal.SIGINT)
RELOADING = tuple(getattr(signal, name) for name in ("SIGHUP",) if hasattr(signal, name))
MOST_BYTES = 4096

END, RELOAD = "end", "reload"
"""What a signal asks for."""


@contextmanager
def signals_kept() -> Iterator[socket.socket]:
    """Keep signals from ending the process while the block runs.

    The socket that is yielded can be read once one has come, however early.
    """
    reader, writer = socket.socketpair()
    for end in (reader, writer):
        end.setblocking(False)  # noqa: FBT003 # it takes its argument by position only
    before = signal.set_wakeup_fd(writer.fileno(), warn_on_full_buffer=False)
    handlers = {one: signal.signal(one, _nothing) for one in ENDING + RELOADING}
    try:
        yield reader
    finally:
        for one, handler in handlers.items():
            signal.signal(one, handler)
        signal.set_wakeup_fd(before)
        reader.close()
        writer.close()


def heard(kept: socket.socket, *, terminal: bool) -> str:
    """Return what was asked for since the last look, or nothing.

    `terminal` tells whether there was a terminal when the program began.
    """
    numbers: set[int] = set()
    with suppress(BlockingIOError):
        while part := kept.recv(MOST_BYTES):
            numbers.update(part)
    hung_up = bool(numbers.intersection(RELOADING))
    if numbers.intersection(ENDING) or (hung_up and terminal and not has_terminal()):
        return END
    return RELOAD if hung_up else ""


def has_terminal() -> bool:
    """Tell whether the process belongs to a terminal, which tells it with SIGHUP that it goes."""
    try:
        os.close(os.open("/dev/tty", os.O_RDONLY | getattr(os, "O_NOCTTY", 0)))
    except OSError:
        return False
    return True


def _nothing(_number: int, _frame: object) -> None:
    """Do nothing: the byte in the wake-up socket is what wakes the loop."""
