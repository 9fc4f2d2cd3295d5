# SPDX-License-Identifier: Apache-2.0
"""A whole station in the tests' own application: opened with what would be typed, looked at while it runs."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

from kiosk.app.asked import Asked, Surroundings
from kiosk.app.entrance import Entrance
from kiosk.app.hanging import hanging_for
from tests.app.theatre import TINY

SIZE = (1024, 768)
STATION = f"""clinic_offers_this_treatment = false
pack = "{TINY}"
touch = "yes"
[clinic]
name = "North Clinic"
country = "US"
"""


class Door(Entrance):
    """An entrance that does not start Qt again."""

    def _application(self) -> QGuiApplication:
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        return app


def written(folder: Path, more: str = "") -> Path:
    """Write a station's settings, `more` before its tables, and return the file."""
    file = folder / "station.toml"
    file.write_text(more + STATION, encoding="utf-8")
    return file


def windows() -> list[QQuickWindow]:
    """Return the windows that are open."""
    return [each for each in QGuiApplication.topLevelWindows() if isinstance(each, QQuickWindow)]


def show(asked: Asked, around: Surroundings, look: Callable[[QQuickWindow], bool]) -> int:
    """Run a station until what is looked for is seen, or, with status 99, too long."""
    end = time.monotonic() + 20

    def watch() -> None:
        if any(look(window) for window in windows()) or time.monotonic() > end:
            QGuiApplication.exit(0 if time.monotonic() <= end else 99)

    timer = QTimer()
    timer.setInterval(20)
    timer.timeout.connect(watch)
    timer.start()
    with ExitStack() as stack:
        status = Door(asked, around, stack, hanging_for(asked, around.clocks)).run()
        timer.stop()
    return status


def coloured(window: QQuickWindow) -> bool:
    """Tell whether a page with its bar stands in the window."""
    image = window.grabWindow()
    colours = {image.pixelColor(x, y).name() for x in range(0, 1024, 64) for y in range(0, 768, 32)}
    return window.isExposed() and len(colours) > 3
