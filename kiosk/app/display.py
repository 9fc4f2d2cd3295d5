# SPDX-License-Identifier: Apache-2.0
"""Whether there is a display to show anything on, asked before Qt, which would abort the process."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable, Mapping

NO_DISPLAY = (
    "kiosk: there is no display to show the kiosk on. Start it from a desktop session, or on a virtual "
    "screen (xvfb-run -s '-screen 0 1920x1080x24' kiosk), or set QT_QPA_PLATFORM (eglfs, linuxfb, offscreen)."
)
NO_LIBRARY = (
    "kiosk: the library libxcb-cursor.so.0 is missing, without which Qt cannot draw on X11. "
    "Install it: apt-get install libxcb-cursor0"
)


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


def trouble(
    environment: Mapping[str, str] = os.environ,
    platform: str = sys.platform,
    answers: Callable[[str], bool] = x11_answers,
    has: Callable[[str], bool] = loads,
) -> str:
    """Return the sentence that says why nothing can be shown, or nothing where a display is there."""
    if not platform.startswith("linux"):
        return ""
    chosen = environment.get("QT_QPA_PLATFORM", "").split(":")[0]
    if chosen and chosen != "xcb":
        return ""
    if environment.get("WAYLAND_DISPLAY") and chosen != "xcb":
        return ""
    name = environment.get("DISPLAY", "")
    if not name or not answers(name):
        return NO_DISPLAY
    return "" if has("libxcb-cursor.so.0") else NO_LIBRARY
