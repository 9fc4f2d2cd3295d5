# SPDX-License-Identifier: Apache-2.0
"""The placement: keeps the window on its screen when the resolution changes or the screen goes and comes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QScreen

from kiosk.ui.window import Glass, Hall, expected_glass, find_screen, report, stand

SETTLE_MS: Final = 80


class Placement(QObject):
    """Keeps the window over its screen, tells of another glass, and shows the cursor while a mouse moves."""

    def __init__(self, app: QGuiApplication, hall: Hall, on_glass: Callable[[Glass], None]) -> None:
        """Take the window, and what is called when its glass is another; the window keeps this."""
        window = hall.window
        super().__init__(window)
        self._app = app
        self._hall = hall
        self._window = window
        self._choice = hall.choice
        self._on_glass = on_glass
        self._screen: QScreen | None = None
        self._told = expected_glass(app, hall.choice)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._tell)
        app.screenAdded.connect(self.place)
        app.screenRemoved.connect(self.place)
        app.primaryScreenChanged.connect(self.place)
        window.widthChanged.connect(self._settle.start)
        window.heightChanged.connect(self._settle.start)
        window.screenChanged.connect(self._settle.start)
        self.place()

    @Slot(bool)
    def show_cursor(self, moving: bool) -> None:  # noqa: FBT001 # a slot's signature
        """Show the cursor while a mouse moves."""
        self._window.setCursor(Qt.CursorShape.ArrowCursor if moving else Qt.CursorShape.BlankCursor)

    @Slot()
    def place(self) -> None:
        """Put the window on its screen and over all of it."""
        screen = find_screen(self._app, self._choice.screen)
        if screen is None:
            return
        if screen is not self._screen:
            screen.geometryChanged.connect(self.place, Qt.ConnectionType.UniqueConnection)
            self._screen = screen
        stand(self._hall, screen)
        self._settle.start()

    @Slot()
    def _tell(self) -> None:
        screen = self._window.screen()
        if not self._app.screens() or self._window.width() <= 1:
            return
        glass = report(screen, self._window.width(), self._window.height(), self._choice.rotation)
        if glass != self._told:
            self._told = glass
            self._on_glass(glass)
