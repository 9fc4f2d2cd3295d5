# SPDX-License-Identifier: Apache-2.0
"""What the program stands on: Python, Qt, what sets text, the system's libraries and fonts, by their files.

Where one of them becomes another, a page may be set or drawn in another way, although no file of the program
has changed. Versions would have to be read from each package; that a file is another costs one look each.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import cache

PARTS = (
    "PySide6/__init__.py",
    "PySide6/Qt/lib/libQt6Core.so.6",
    "PySide6/Qt/lib/libQt6Gui.so.6",
    "markdown_it/__init__.py",
    "pyphen/__init__.py",
    "segno/__init__.py",
)
"""Files that every other version of a package writes anew; in the bundle its libraries alone are files."""

LIBRARIES = "/etc/ld.so.cache"
"""The linker's list, which is written anew when a package brings a library, such as FreeType."""

CHOICE = ("/etc/fonts", "/etc/fonts/conf.d")
"""Which font is taken for which; a pack in Chinese is drawn with the system's."""


@cache
def foundations() -> str:
    """Return a line for each of them, as it was when this was first asked: the running program uses those."""
    files = (next(filter(None, (_line(f"{place}/{part}") for place in sys.path)), part) for part in PARTS)
    folders = (folder for place in _font_places() for folder in _folders(place, 2))
    system = (_line(path) or path for path in (LIBRARIES, *CHOICE, *folders))
    return "\n".join((sys.version, *files, *system))


def _font_places() -> tuple[str, ...]:
    """Return the folders in which fontconfig looks, as Debian sets it up."""
    home = os.path.expanduser("~")  # noqa: PTH111 # without a home this stays as it is, and is no folder
    data = os.environ.get("XDG_DATA_HOME") or f"{home}/.local/share"
    return "/usr/share/fonts", "/usr/local/share/fonts", f"{data}/fonts", f"{home}/.fonts"


def _folders(folder: str, depth: int) -> Iterator[str]:
    """Yield a folder and those in it; one in which a font comes, goes or is exchanged has another time."""
    yield folder
    if depth == 0:
        return
    try:
        with os.scandir(folder) as entries:
            inside = sorted(entry.path for entry in entries if entry.is_dir())
    except OSError:
        return
    for each in inside:
        yield from _folders(each, depth - 1)


def _line(path: str) -> str:
    """Return what tells a file or folder from another in its place, behind links; nothing where none is."""
    try:
        facts = os.stat(path)  # noqa: PTH116 # a Path for each would take longer than the look
    except OSError:
        return ""
    return f"{path} {facts.st_size} {facts.st_mtime_ns} {facts.st_ino}"
