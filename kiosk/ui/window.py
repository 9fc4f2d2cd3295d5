# SPDX-License-Identifier: Apache-2.0
"""The window: on the chosen screen, full or ordinary, at first maybe with a poster, then with the show.

Nothing here touches the `Qt` namespace: its enumerations take 12 ms that the first picture would wait for.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import shiboken6
from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QBitmap, QCursor, QGuiApplication, QScreen
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.render.pixels import Pixels
from kiosk.ui.poster_provider import SCHEME, URL, PosterProvider
from kiosk.ui.renderer import in_place


class SceneFailed(RuntimeError):  # noqa: N818 # it says what happened
    """The QML scene could not be loaded, which is a fault of the installation."""


class WindowChoice(NamedTuple):
    """Where the window stands; `screen` is a name or a number from 0, `size` makes it an ordinary window."""

    screen: str = ""
    rotation: int = 0
    locked: bool = False
    size: tuple[int, int] | None = None


class Glass(NamedTuple):
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


class Poster(NamedTuple):
    """A picture of the whole window that hangs there until the show stands, and the colour around it."""

    pixels: Callable[[], Pixels | None]
    ground: str


class Hall(NamedTuple):
    """The window, the engine that runs in it, and where it is to stand."""

    engine: QQmlApplicationEngine
    window: QQuickWindow
    choice: WindowChoice


def load_hall(qml: Path, choice: WindowChoice, poster: Poster | None = None) -> Hall:
    """Load the window from the folder of QML modules; it is not shown yet, and there is no show in it.

    What is shown in it may be deleted only after its engine (`shiboken6.delete`).
    """
    engine = QQmlApplicationEngine()
    if poster is not None:
        engine.addImageProvider(SCHEME, PosterProvider(poster.pixels, in_place=in_place()))
    engine.addImportPath(str(qml))
    engine.setInitialProperties(
        {
            "framed": choice.size is not None,
            "ground": poster.ground if poster else "",
            "locked": choice.locked,
            "poster": URL if poster else "",
            "turned": choice.rotation,
        }
    )
    engine.loadFromModule("Exhibit", "Main")
    roots = engine.rootObjects()
    if not roots or not isinstance(roots[0], QQuickWindow):
        raise SceneFailed(f"The window in {qml} could not be loaded.")
    roots[0].setCursor(unseen())
    return Hall(engine, roots[0], choice)


def unseen() -> QCursor:
    """Return a cursor that is not seen, without asking the `Qt` namespace for the blank one."""
    nothing = QBitmap(16, 16)
    nothing.clear()
    return QCursor(nothing, nothing)


def ended(engine: QQmlApplicationEngine) -> None:
    """Delete a window's engine and with it the window, unless they are gone already."""
    if shiboken6.isValid(engine):
        shiboken6.delete(engine)


def furnish(hall: Hall, show: QObject) -> None:
    """Put the stage into the window, where it takes the place of the poster; `show` is its bridge."""
    from kiosk.ui import page_provider  # noqa: PLC0415 # a poster does not wait for it

    pages = page_provider.PageProvider(in_place=in_place())
    hall.engine.addImageProvider(page_provider.SCHEME, pages)
    hall.window.setProperty("show", show)
    if not hall.window.property("furnished"):
        raise SceneFailed("The stage could not be loaded.")


def stand(hall: Hall, screen: QScreen) -> None:
    """Put the window on a screen: over all of it, or, while hidden, as an ordinary one in its middle."""
    window, size = hall.window, hall.choice.size
    window.setScreen(screen)
    whole = screen.geometry()
    if size is None:
        window.setGeometry(whole)
    elif not window.isVisible():
        frame = QRect(0, 0, *size)
        frame.moveCenter(whole.center())
        window.setGeometry(frame)


def show_hall(app: QGuiApplication, hall: Hall) -> None:
    """Show the window for the first time."""
    screen = find_screen(app, hall.choice.screen)
    if screen is not None:
        stand(hall, screen)
    if hall.choice.size is None:
        hall.window.showFullScreen()
    else:
        hall.window.show()
    hall.window.requestActivate()
