# SPDX-License-Identifier: Apache-2.0
"""One kiosk a user: the first holds a lock and listens; a second asks it to come forward, and ends."""

from __future__ import annotations

import contextlib
import hashlib
import logging
import os
import socket
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import IO, Self

if sys.platform != "win32":
    import fcntl

log = logging.getLogger(__name__)

FORWARD = b"forward\n"
PATIENCE_S = 2.0
LONGEST_NAME = 100
"""How many bytes the name of a socket may have everywhere; Linux allows 107, macOS 103."""


class Instance:
    """The first kiosk of a user, while it is entered; `forward` is called in a plain thread of its own."""

    def __init__(self, folder: Path, forward: Callable[[], None]) -> None:
        self._folder = folder
        self._forward = forward
        self._lock: IO[bytes] | None = None
        self._socket: socket.socket | None = None
        self._thread: threading.Thread | None = None

    @property
    def first(self) -> bool:
        """Tell whether this is the first kiosk; True as well where the system knows no such locks."""
        return self._lock is not None or sys.platform == "win32"

    def __enter__(self) -> Self:
        """Take the lock and listen; where another holds it, ask that one to come forward."""
        if sys.platform == "win32":
            return self
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock = (self._folder / "kiosk.lock").open("ab")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            lock.close()
            ask_forward(self._folder)
            return self
        self._lock = lock
        self._listen()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop listening, then let the lock go."""
        if self._socket is not None:
            with contextlib.suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)
            self._socket.close()
            self._socket = None
        if self._thread is not None:
            self._thread.join(PATIENCE_S)
            self._thread = None
        if self._lock is not None:
            with contextlib.suppress(OSError):
                address(self._folder).unlink(missing_ok=True)
            self._lock.close()
            self._lock = None

    def _listen(self) -> None:
        place = address(self._folder)
        listening = socket.socket(socket.AF_UNIX)
        try:
            place.unlink(missing_ok=True)
            listening.bind(str(place))
            listening.listen(4)
        except OSError as error:
            log.warning("A second start cannot bring this one forward: %s: %s", place, error)
            listening.close()
            return
        self._socket = listening
        self._thread = threading.Thread(target=self._answer, args=(listening,), name="instance", daemon=True)
        self._thread.start()

    def _answer(self, listening: socket.socket) -> None:
        while True:
            try:
                caller, _ = listening.accept()
            except OSError:
                return
            with caller, contextlib.suppress(OSError):
                caller.settimeout(PATIENCE_S)
                if caller.recv(len(FORWARD)) == FORWARD:
                    self._forward()
                    caller.sendall(FORWARD)


def address(folder: Path) -> Path:
    """Return the socket's place: in the folder, or under a short name where a socket's may not be so long."""
    place = folder / "kiosk.socket"
    if len(os.fsencode(place)) <= LONGEST_NAME:
        return place
    name = hashlib.sha256(os.fsencode(place.absolute())).hexdigest()[:20]
    return Path(tempfile.gettempdir()) / f"kiosk-{name}.socket"


def ask_forward(folder: Path) -> bool:
    """Ask the kiosk that holds the lock to come forward; tell whether it said that it does."""
    with socket.socket(socket.AF_UNIX) as caller, contextlib.suppress(OSError):
        caller.settimeout(PATIENCE_S)
        caller.connect(str(address(folder)))
        caller.sendall(FORWARD)
        return caller.recv(len(FORWARD)) == FORWARD
    return False
