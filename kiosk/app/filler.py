# SPDX-License-Identifier: Apache-2.0
"""The filler: one plain thread that gets ready what will be wanted, and starts anew when that has changed."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Generic, TypeVar

log = logging.getLogger(__name__)

T = TypeVar("T")
Work = Callable[[T, Callable[[], bool]], None]
"""What is wanted, and whether it is still wanted, asked between two steps."""


class Filler(Generic[T]):
    """Does the work that was asked for last; what was asked for before is given up."""

    def __init__(self, work: Work[T]) -> None:
        """Take what does the work."""
        self._work = work
        self._news = threading.Condition()
        self._wanted: tuple[T] | None = None
        self._asked = 0
        self._ending = False
        self._thread: threading.Thread | None = None

    def ask(self, wanted: T) -> None:
        """Ask for something; the thread starts at the first call."""
        with self._news:
            self._wanted = (wanted,)
            self._asked += 1
            if self._thread is None and not self._ending:
                self._thread = threading.Thread(target=self._run, name="setting pages", daemon=True)
                self._thread.start()
            self._news.notify_all()

    def rest(self) -> None:
        """Give up what was asked for, until something else is."""
        with self._news:
            self._wanted = None
            self._asked += 1

    def end(self) -> None:
        """Give up and wait for the thread."""
        with self._news:
            self._ending = True
            self._news.notify_all()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        while (job := self._next()) is not None:
            wanted, number = job
            try:
                self._work(wanted, lambda number=number: self._stale(number))  # type: ignore[misc] # a bound default
            except Exception:
                log.exception("Pages could not be set ahead of time")

    def _next(self) -> tuple[T, int] | None:
        """Wait for something to do; None at the end."""
        with self._news:
            while self._wanted is None and not self._ending:
                self._news.wait()
            if self._ending or self._wanted is None:
                return None
            (wanted,), self._wanted = self._wanted, None
            return wanted, self._asked

    def _stale(self, number: int) -> bool:
        return self._ending or self._asked != number
