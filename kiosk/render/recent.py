# SPDX-License-Identifier: Apache-2.0
"""A folder of files that may be made again, kept within a number of bytes: the longest unused go first."""

from __future__ import annotations

import os
import threading
from contextlib import suppress
from pathlib import Path


class Recent:
    """Knows which files of a folder were used in this run, and from their dates which before it."""

    def __init__(self, folder: Path, limit_bytes: int) -> None:
        """Take the folder, which need not be there yet, and how much it may hold."""
        self._folder = folder
        self._limit_bytes = limit_bytes
        self._lock = threading.Lock()
        self._used: dict[str, None] = {}

    def use(self, place: Path) -> None:
        """Count a file as the last used; its date tells the next run that this one used it."""
        with self._lock:
            known = place.name in self._used
            self._used.pop(place.name, None)
            self._used[place.name] = None
        if not known:
            with suppress(OSError):
                os.utime(place)

    def make_room(self) -> None:
        """Delete files until the rest is within the limit; the last one used always stays."""
        with self._lock:
            order = {name: turn for turn, name in enumerate(self._used)}
            last = next(reversed(self._used), "")
            files = sorted(self._files(), key=lambda file: (order.get(file[0], -1), file[1]))
            total = sum(size for _name, _date, size in files)
            for name, _date, size in files:
                if total <= self._limit_bytes:
                    return
                if name != last:
                    with suppress(OSError):
                        (self._folder / name).unlink()
                        total -= size
                    self._used.pop(name, None)

    def _files(self) -> list[tuple[str, int, int]]:
        """Return name, date and bytes of each file; one that goes meanwhile is left out."""
        found: list[tuple[str, int, int]] = []
        with suppress(OSError), os.scandir(self._folder) as entries:
            for entry in entries:
                with suppress(OSError):
                    stat = entry.stat(follow_symlinks=False)
                    found.append((entry.name, stat.st_mtime_ns, stat.st_size))
        return found
