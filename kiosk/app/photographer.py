# SPDX-License-Identifier: Apache-2.0
"""The photographer: takes the picture of the opening that hangs as a poster at the next start."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from datetime import date, datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickWindow

from kiosk.app.posters import Posters, Record
from kiosk.render.pixels import Pixels, pack
from kiosk.ui.window import Glass, WindowChoice

log = logging.getLogger(__name__)

STILL_MS = 1000
"""How long after its last piece was set the opening counts as complete."""

KEPT_DAYS = 60
"""For how many days ahead a poster is kept; every start begins them anew."""


class Photographer(QObject):
    """Waits until the opening stands complete, takes its picture once, and keeps it where it is news."""

    def __init__(
        self,
        posters: Posters,
        window: QQuickWindow,
        stands: Callable[[], bool],
        describe: Callable[[], Record],
    ) -> None:
        """Take where posters are kept, what tells whether the opening stands, and what it is made of."""
        super().__init__()
        self._posters = posters
        self._window = window
        self._stands = stands
        self._describe = describe
        self._thread: threading.Thread | None = None
        self._still = QTimer(self)
        self._still.setSingleShot(True)
        self._still.setInterval(STILL_MS)
        self._still.timeout.connect(self._take)

    @Slot()
    def wait(self) -> None:
        """Wait anew: a piece of the opening may have come."""
        if self._thread is None and self._stands():
            self._still.start()

    def end(self) -> None:
        """Take no picture any more, and wait until the one that was taken is kept."""
        self._still.stop()
        if self._thread is not None:
            self._thread.join()

    @Slot()
    def _take(self) -> None:
        if not self._stands() or not self._window.isExposed():
            return
        picture, record = self._window.grabWindow(), self._describe()
        self._thread = threading.Thread(
            target=keep_news, args=(self._posters, picture, record), name="keeping the poster", daemon=True
        )
        self._thread.start()


def keep_news(posters: Posters, picture: QImage, record: Record) -> None:
    """Keep a picture of the opening, unless it is the one that is kept already."""
    if (picture.width(), picture.height()) == (0, 0):
        return
    content = pack(pixels_of(picture))
    try:
        known = posters.known() == record and posters.picture.read_bytes() == content
    except OSError:
        known = False
    if not known:
        posters.keep(content, record)


def pixels_of(picture: QImage) -> Pixels:
    """Return a picture's pixels, without transparency."""
    flat = picture.convertToFormat(QImage.Format.Format_RGB32)
    return Pixels(flat.width(), flat.height(), bytes(flat.constBits()))


def described(
    choice: WindowChoice,
    glass: Glass,
    spans: tuple[tuple[datetime, datetime], ...],
    made_of: tuple[tuple[str, ...], str],
    ground: str,
) -> Record:
    """Return the record of a poster; `made_of` holds the folders shown and their print."""
    folders, mark = made_of
    return Record(
        folders=folders,
        print=mark,
        glass=tuple(glass),
        spans=tuple((opens.isoformat(), closes.isoformat()) for opens, closes in spans),
        ground=ground,
        screen=choice.screen,
        rotation=choice.rotation,
        locked=choice.locked,
        size=choice.size or (),
    )


def last_day(today: date, ends: tuple[date | None, ...]) -> date:
    """Return the day from which an opening may be another: as something ends, or after a while."""
    after = (end + timedelta(days=1) for end in ends if end is not None and today <= end < date.max)
    return min((today + timedelta(days=KEPT_DAYS), *after))
