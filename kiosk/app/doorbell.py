# SPDX-License-Identifier: Apache-2.0
"""The doorbell: a second start rings it, maybe before there is a window that could answer."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from kiosk.station.instance import Instance

log = logging.getLogger(__name__)


class Doorbell:
    """Rung in any thread, answered by whoever came to answer; a ring that nobody heard is kept."""

    def __init__(self) -> None:
        """Begin with nobody to answer."""
        self._lock = threading.Lock()
        self._answer: Callable[[], object] | None = None
        self._rung = False

    def ring(self) -> None:
        """Call who answers, now or as soon as there is somebody."""
        with self._lock:
            answer, self._rung = self._answer, self._answer is None
        if answer is not None:
            answer()

    def answer(self, answer: Callable[[], object] | None) -> None:
        """Name who answers from now on, or nobody."""
        with self._lock:
            self._answer = answer
            missed, self._rung = self._rung and answer is not None, False
        if missed and answer is not None:
            answer()


def comes_first(folder: Path, doorbell: Doorbell, stack: ExitStack) -> bool:
    """Tell whether this is the first kiosk in a runtime folder; a later one has by then rung at the first.

    Where the folder takes no lock, this kiosk runs: showing pages matters more than being alone.
    """
    try:
        return stack.enter_context(Instance(folder, doorbell.ring)).first
    except OSError as error:
        log.warning("A second start will not be noticed: %s", error)
        return True
