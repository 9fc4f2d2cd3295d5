# SPDX-License-Identifier: Apache-2.0
"""The entrance: Qt, a window and, where one is kept, the poster in it, while the station is built behind.

Only what the poster needs is imported here; the station and all that it draws in come after the first frame.
"""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from kiosk import paths
from kiosk.app.asked import Asked, Surroundings
from kiosk.app.hanging import Hanging
from kiosk.app.posters import Record
from kiosk.ui.window import Hall, Poster, WindowChoice, ended, expected_glass, load_hall, show_hall

if TYPE_CHECKING:
    from kiosk.app.station import Station

FAILED = 1

PATIENCE_MS = 1000
"""How long the station waits for the poster's first frame, which no screen may ever ask for."""


class Entrance:
    """Opens the window at once where a poster is kept for it, else with the first page already in it."""

    def __init__(self, asked: Asked, around: Surroundings, stack: ExitStack, hanging: Hanging) -> None:
        """Take what was typed, what was there before, what writes down the end, and what may hang."""
        self._hanging = hanging
        self._asked = asked
        self._around = around
        self._stack = stack
        self._failure: Exception | None = None
        self._furnished = False

    def run(self) -> int:
        """Show the pack until the program is told to leave, and return its exit status."""
        app = self._application()
        hall = self._with_poster(app)
        if hall is not None:
            self._open_behind(app, hall)
        else:
            self._open(app)
        status = app.exec()
        if self._failure is not None:
            raise self._failure
        return status

    def _application(self) -> QGuiApplication:
        """Start Qt, which ends last."""
        app = QGuiApplication(["kiosk"])
        self._stack.callback(shiboken6.delete, app)
        app.setApplicationName("kiosk")
        return app

    def _with_poster(self, app: QGuiApplication) -> Hall | None:
        """Return the window with a poster in it, None where none is kept that fits this moment and glass."""
        record = self._hanging.record
        if record is None or record.glass != tuple(expected_glass(app, chosen(record))):
            return None
        hall = self._hall(chosen(record), Poster(self._hanging.pixels, record.ground))
        if not hall.window.property("hung"):
            ended(hall.engine)
            return None
        return hall

    def _open(self, app: QGuiApplication) -> None:
        """Open the window with the first page in it."""
        station = self._station()
        hall = self._hall(station.choice)
        station.furnish(app, hall)
        show_hall(app, hall)

    def _open_behind(self, app: QGuiApplication, hall: Hall) -> None:
        """Open the window with its poster; once that stands, the station takes its place.

        Touches and keys until then wait in the queue of events for the stage.
        """
        window = hall.window

        def framed() -> None:
            window.frameSwapped.disconnect(framed)
            QTimer.singleShot(0, window, go_on)

        def go_on() -> None:
            if self._furnished:
                return
            self._furnished = True
            try:
                self._station().furnish(app, hall)
            except Exception as error:  # noqa: BLE001 # a slot would swallow it; `run` raises it
                self._failure = error
                app.exit(FAILED)

        window.frameSwapped.connect(framed)
        QTimer.singleShot(PATIENCE_MS, window, go_on)
        show_hall(app, hall)

    def _hall(self, choice: WindowChoice, poster: Poster | None = None) -> Hall:
        hall = load_hall(paths.resources() / "qml", choice, poster)
        self._stack.callback(ended, hall.engine)
        return hall

    def _station(self) -> Station:
        from kiosk.app.station import Station  # noqa: PLC0415 # a poster does not wait for it

        return Station(self._asked, self._around, self._hanging.posters, self._stack)


def chosen(record: Record) -> WindowChoice:
    """Return where the window of a record's poster stands."""
    size = (record.size[0], record.size[1]) if record.size else None
    return WindowChoice(record.screen, record.rotation, record.locked, size)
