# SPDX-License-Identifier: Apache-2.0
"""Runs first in the bundle: what the system lacks is taken from the bundle, what it has stays its own.

Libraries that drivers are linked to must be the system's own where it has them, since drivers fit no others.
"""

import ctypes
import os
import sys
from pathlib import Path

import stand_ins

ORDER = (
    "libgcc_s.so.1",
    "libstdc++.so.6",
    "libGLdispatch.so.0",
    "libxcb.so.1",
    "libGLX.so.0",
    "libGL.so.1",
    "libEGL.so.1",
    "libwayland-client.so.0",
    "libwayland-cursor.so.0",
    "libwayland-egl.so.1",
)
FONTS = "/etc/fonts/fonts.conf"


def load_what_is_missing(folder: Path) -> None:
    """Load each library from the system, or else from the bundle; Qt then finds it loaded."""
    for name in ORDER:
        try:
            ctypes.CDLL(name, ctypes.RTLD_GLOBAL)
        except OSError:
            spare = folder / name
            if spare.exists():
                ctypes.CDLL(str(spare), ctypes.RTLD_GLOBAL)


if sys.platform == "linux":
    spares = Path(__file__).resolve().parent / "spare"
    load_what_is_missing(spares)
    if not Path(FONTS).exists():
        os.environ.setdefault("FONTCONFIG_FILE", str(spares / "fonts.conf"))

FOLDER = Path(__file__).resolve().parent
stand_ins.stand_in(FOLDER / "PySide6")
sys.path.append(str(FOLDER / "seldom.zip"))
