# SPDX-License-Identifier: Apache-2.0
"""Reading the pack anew while the show runs: in a thread, checked first, shown only where it can be."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

log = logging.getLogger(__name__)

T = TypeVar("T")


class CannotBeShown(Exception):  # noqa: N818 # it says what is the matter
    """Why what was read anew stays off the screen."""


class Renewal(QObject, Generic[T]):
    """Reads anew when asked, once however often it is asked meanwhile; what was shown stays until then."""

    read_anew = Signal(object)

    def __init__(self, read: Callable[[], T], show: Callable[[T], object]) -> None:
        """Take what reads, in a plain thread, and what shows the result, on the GUI thread."""
        super().__init__()
        self._read = read
        self._show = show
        self._again = False
        self._ended = False
        self._thread: threading.Thread | None = None
        self.read_anew.connect(self._take, Qt.ConnectionType.QueuedConnection)

    @Slot()
    def ask(self) -> None:
        """Read anew; asked while it reads, it reads once more afterwards: files may have changed since."""
        if self._thread is not None:
            self._again = True
            return
        self._again = False
        self._thread = threading.Thread(target=self._work, name="reading the pack anew", daemon=True)
        self._thread.start()

    def end(self) -> None:
        """Show nothing new any more, and wait for the thread."""
        self._ended = True
        if self._thread is not None:
            self._thread.join()

    def _work(self) -> None:
        found: tuple[T] | str
        try:
            found = (self._read(),)
        except CannotBeShown as reason:
            found = str(reason)
        except Exception as error:
            log.exception("The pack could not be read anew")
            found = str(error)
        self.read_anew.emit(found)

    @Slot(object)
    def _take(self, found: tuple[T] | str) -> None:
        self._thread = None
        if self._ended:
            return
        if self._again:
            self.ask()
        elif isinstance(found, str):
            log.warning("The pack was read anew and cannot be shown, the old one stays: %s", found)
        else:
            self._show(found[0])
            log.info("The pack was read anew.")
