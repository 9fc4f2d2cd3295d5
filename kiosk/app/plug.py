# SPDX-License-Identifier: Apache-2.0
"""The plug: looks once a second whether headphones are in, and tells the show when that changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

from kiosk.show.hearing import Plugged
from kiosk.show.model import Event
from kiosk.station.headphones import Jack

LOOK_MS: Final = 1000


class PlugWatch(QObject):
    """Watches a jack; what cannot be told counts as no plug."""

    def __init__(self, jack: Jack, tell: Callable[[Event], None]) -> None:
        """Take the jack and who is told; begin with no plug in."""
        super().__init__()
        self._jack = jack
        self._tell = tell
        self._present = False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Look now, and from now on."""
        self._timer.start()
        self.look()

    @Slot()
    def look(self) -> None:
        """Look, and tell what has changed."""
        present = self._jack.plugged() is True
        if present != self._present:
            self._present = present
            self._tell(Plugged(present))

    def end(self) -> None:
        """Look no more."""
        self._timer.stop()
