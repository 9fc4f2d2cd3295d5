# SPDX-License-Identifier: Apache-2.0
"""Whether there is a display to show anything on, asked before Qt, which would abort the process."""

from __future__ import annotations

import ctypes
import os
import socket
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple, NoReturn

NO_DISPLAY = (
    "kiosk: there is no display to show the kiosk on. Start it from a desktop session, or on a virtual "
    "screen (xvfb-run -s '-screen 0 1920x1080x24' kiosk), or set QT_QPA_PLATFORM (linuxfb, offscreen)."
)
NO_PLATFORM = (
    "kiosk: Qt cannot show anything here with QT_QPA_PLATFORM={}. Unset it, and start the kiosk from a "
    "desktop session or on a virtual screen (xvfb-run -s '-screen 0 1920x1080x24' kiosk)."
)
NO_LIBRARY = (
    "kiosk: the library libxcb-cursor.so.0 is missing, without which Qt cannot draw on X11. "
    "Install it: apt-get install libxcb-cursor0"
)

WITHOUT_SCREEN = frozenset({"offscreen", "minimal", "vnc"})
"""Platforms of Qt that bring their own screen, so that there is nothing to ask."""


def x11_answers(name: str) -> bool:
    """Tell whether an X server answers under a display name and lets this user in.

    The connection stays open until the process ends: a server resets itself when its last client leaves, and
    Qt would meet it in the middle of that.
    """
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return False
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(name.encode(), None)
    return not xcb.xcb_connection_has_error(connection)


def loads(library: str) -> bool:
    """Tell whether the system has a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def wayland_answers(address: str) -> bool:
    """Tell whether a Wayland compositor answers at the path of its socket."""
    with socket.socket(socket.AF_UNIX) as asking:
        try:
            asking.connect(address)
        except OSError:
            return False
    return True


def qt_starts() -> bool:
    """Tell whether Qt starts on the platform that is set, and has a screen there.

    A child tries it, since Qt aborts where it does not. Only unusual platforms are asked about in this way.
    """
    child = os.fork()
    if not child:
        _try_qt()
    return os.waitpid(child, 0)[1] == 0


def _try_qt() -> NoReturn:  # pragma: no cover # in the child
    try:
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1)
        os.dup2(silence, 2)
        import shiboken6  # noqa: PLC0415 # only in the child
        from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 # only in the child

        app = QGuiApplication(["kiosk"])
        status = 0 if app.screens() else 1
        shiboken6.delete(app)
        os._exit(status)
    finally:
        os._exit(1)


class Asks(NamedTuple):
    """How the machine is asked what it has."""

    x11: Callable[[str], bool] = x11_answers
    wayland: Callable[[str], bool] = wayland_answers
    qt: Callable[[], bool] = qt_starts
    library: Callable[[str], bool] = loads


def trouble(
    environment: Mapping[str, str] = os.environ, platform: str = sys.platform, asks: Asks | None = None
) -> str:
    """Return the sentence that says why nothing can be shown, or nothing where a display is there."""
    asks = asks or Asks()
    if not platform.startswith("linux"):
        return ""
    wished = environment.get("QT_QPA_PLATFORM", "")
    chosen = wished.split(";", maxsplit=1)[0].split(":", maxsplit=1)[0]
    if chosen in WITHOUT_SCREEN:
        return ""
    if chosen.startswith("wayland"):
        return "" if _wayland(environment, asks) else NO_DISPLAY
    if chosen not in {"", "xcb"}:
        return "" if asks.qt() else NO_PLATFORM.format(wished)
    if not chosen and "WAYLAND_DISPLAY" in environment and _wayland(environment, asks):
        return ""
    name = environment.get("DISPLAY", "")
    if not name or not asks.x11(name):
        return NO_DISPLAY
    return "" if asks.library("libxcb-cursor.so.0") else NO_LIBRARY


def _wayland(environment: Mapping[str, str], asks: Asks) -> bool:
    """Tell whether a compositor is there: one that handed over a socket, or one that answers by its name."""
    if environment.get("WAYLAND_SOCKET"):
        return True
    name = environment.get("WAYLAND_DISPLAY") or "wayland-0"
    return asks.wayland(str(Path(environment.get("XDG_RUNTIME_DIR", "/")) / name))
