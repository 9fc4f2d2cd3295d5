# SPDX-License-Identifier: Apache-2.0
"""The window: on the chosen screen, full or ordinary, turned as the glass is, wherever the screen goes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import PySide6.QtQuick  # noqa: F401 # without it the window comes back without its Qt Quick half
from PySide6.QtCore import QObject, QRect, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.ui.show_bridge import ShowBridge

SETTLE_MS: Final = 80


class SceneFailed(RuntimeError):  # noqa: N818 # it says what happened
    """The QML scene could not be loaded, which is a fault of the installation."""


@dataclass(frozen=True, slots=True)
class WindowChoice:
    """Where the window stands; `screen` is a name or a number from 0, `size` makes it an ordinary window."""

    screen: str = ""
    rotation: int = 0
    locked: bool = False
    size: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Glass:
    """What the display reports: pixels of the turned picture, pixels and millimetres of the screen."""

    width_px: int
    height_px: int
    screen_width_px: int
    screen_height_px: int
    width_mm: float
    height_mm: float


def find_screen(app: QGuiApplication, wanted: str) -> QScreen | None:
    """Return the screen of a name or number, else the primary one, or None where there is none at all."""
    screens = app.screens()
    named = [screen for screen in screens if screen.name() == wanted]
    if named:
        return named[0]
    if wanted.isdigit() and int(wanted) < len(screens):
        return screens[int(wanted)]
    return app.primaryScreen() if screens else None


def report(screen: QScreen, width: int, height: int, rotation: int) -> Glass:
    """Return what a screen reports for a window of a size in Qt's own units."""
    ratio = screen.devicePixelRatio()
    across, down = round(width * ratio), round(height * ratio)
    if rotation % 180:
        across, down = down, across
    whole, physical = screen.geometry(), screen.physicalSize()
    return Glass(
        width_px=across,
        height_px=down,
        screen_width_px=round(whole.width() * ratio),
        screen_height_px=round(whole.height() * ratio),
        width_mm=physical.width(),
        height_mm=physical.height(),
    )


def expected_glass(app: QGuiApplication, choice: WindowChoice) -> Glass:
    """Return what the window will report, so that the first page can be set before it opens."""
    screen = find_screen(app, choice.screen)
    if screen is None:
        width, height = choice.size or (1920, 1080)
        return Glass(width, height, width, height, 0.0, 0.0)
    whole = screen.geometry()
    width, height = choice.size or (whole.width(), whole.height())
    return report(screen, width, height, choice.rotation)


class Placement(QObject):
    """Keeps the window on its screen when the resolution changes and when the screen goes and comes back."""

    def __init__(
        self,
        app: QGuiApplication,
        window: QQuickWindow,
        choice: WindowChoice,
        on_glass: Callable[[Glass], None],
    ) -> None:
        """Take the window, where it is to stand, and what is called when its glass is another."""
        super().__init__(window)
        self._app = app
        self._window = window
        self._choice = choice
        self._on_glass = on_glass
        self._screen: QScreen | None = None
        self._told = expected_glass(app, choice)
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

    def show(self) -> None:
        """Place the window and show it for the first time."""
        self.place()
        if self._choice.size is None:
            self._window.showFullScreen()
        else:
            self._window.show()
        self._window.requestActivate()

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
            self._window.setScreen(screen)
        whole = screen.geometry()
        if self._choice.size is None:
            self._window.setGeometry(whole)
        elif not self._window.isVisible():
            width, height = self._choice.size
            frame = QRect(0, 0, width, height)
            frame.moveCenter(whole.center())
            self._window.setGeometry(frame)
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


def open_window(
    app: QGuiApplication,
    bridge: ShowBridge,
    qml: Path,
    choice: WindowChoice,
    on_glass: Callable[[Glass], None],
) -> tuple[QQmlApplicationEngine, QQuickWindow]:
    """Load the scene from the folder of QML modules and show it; `on_glass` is told of every later change.

    The engine must be deleted (`shiboken6.delete`) before the bridge is.
    """
    engine = QQmlApplicationEngine()
    engine.addImportPath(str(qml))
    engine.setInitialProperties(
        {
            "show": bridge,
            "locked": choice.locked,
            "turned": choice.rotation,
            "framed": choice.size is not None,
        }
    )
    engine.loadFromModule("Exhibit", "Main")
    roots = engine.rootObjects()
    if not roots or not isinstance(roots[0], QQuickWindow):
        raise SceneFailed(f"The scene in {qml} could not be loaded.")
    window = roots[0]
    placement = Placement(app, window, choice, on_glass)
    bridge.pointed.connect(placement.show_cursor)
    window.setCursor(Qt.CursorShape.BlankCursor)
    placement.show()
    return engine, window
