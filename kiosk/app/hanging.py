# SPDX-License-Identifier: Apache-2.0
"""The poster that may hang now: found before Qt starts, and its picture read meanwhile in a thread."""

from __future__ import annotations

import threading

from kiosk import paths
from kiosk.app.asked import Asked
from kiosk.app.clock import Clocks
from kiosk.app.posters import Posters, posters_for
from kiosk.render.pixels import Pixels, unpack


class Hanging:
    """The posters of a command, and the record and picture of the one that may hang now, if one may."""

    def __init__(self, posters: Posters, now: str) -> None:
        """Take the posters and the station's time, and begin to read."""
        self.posters = posters
        self.record = posters.recall(now)
        self._pixels: Pixels | None = None
        self._reading = threading.Thread(target=self._read, name="reading the poster", daemon=True)
        if self.record is not None:
            self._reading.start()

    def pixels(self) -> Pixels | None:
        """Return the picture once it is read, None where there is none; nothing of it stays here."""
        if self.record is not None:
            self._reading.join()
        pixels, self._pixels = self._pixels, None
        return pixels

    def _read(self) -> None:
        try:
            self._pixels = unpack(self.posters.picture.read_bytes())
        except OSError:
            return


def hanging_for(asked: Asked, clocks: Clocks) -> Hanging:
    """Return what may hang now for what was typed. What Qt reads from the environment must be set by then."""
    posters = posters_for(paths.cache() / "posters", asked, asked.settings)
    return Hanging(posters, clocks.wall().replace(tzinfo=None).isoformat(timespec="seconds"))
