# SPDX-License-Identifier: Apache-2.0
"""The files of painted pages: written whole, uncompressed, within a number of bytes, lost at every start."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from PySide6.QtGui import QImage

from kiosk.render import bitmap

log = logging.getLogger(__name__)

RETRY_S = 30.0


class PageFiles:
    """A folder of pictures by name; the oldest go first, those to keep never.

    Pictures of an earlier run are deleted: after a power cut they may hold anything. Where the folder cannot
    be written, pictures go into `spare`.
    """

    def __init__(
        self,
        folder: Path,
        limit_bytes: int,
        spare: Path | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._folders = (folder, spare) if spare else (folder,)
        self._limit_bytes = limit_bytes
        self._clock = clock
        self._lock = threading.Lock()
        self._sizes: dict[str, tuple[Path, int]] = {}
        self._kept: frozenset[str] = frozenset()
        self._failed: dict[str, float] = {}
        self.trouble = ""
        for old in _left_behind(self._folders):
            with suppress(OSError):
                old.unlink()

    def find(self, name: str) -> Path | None:
        """Return the file of a picture, or None when it is not there."""
        entry = self._sizes.get(name)
        return entry[0] if entry is not None and entry[0].is_file() else None

    def missing(self, name: str) -> bool:
        """Tell whether a picture should be painted: not there, and not tried in vain a moment ago."""
        return self.find(name) is None and self._clock() >= self._failed.get(name, 0.0)

    def keep(self, names: Iterable[str]) -> None:
        """Name the pictures that must stay, and count them as just used."""
        with self._lock:
            self._kept = frozenset(names)
            for name in self._kept & self._sizes.keys():
                self._sizes[name] = self._sizes.pop(name)

    def give_up(self, name: str) -> None:
        """Leave a picture alone for a while."""
        self._failed[name] = self._clock() + RETRY_S

    def put(self, name: str, image: QImage) -> Path | None:
        """Write a picture and return its file, or None when no folder takes it."""
        reason, size = "", bitmap.size_bytes(image.width(), image.height())
        for folder in self._folders:
            place = folder / f"{name}.bmp"
            for room in (0, self._limit_bytes):
                self._make_room(room or size)
                try:
                    bitmap.write(image, place)
                except OSError as error:
                    reason = reason or f"{folder}: {error.strerror or error}"
                    continue
                with self._lock:
                    self._sizes[name] = (place, size)
                self._failed.pop(name, None)
                self._say("" if folder == self._folders[0] else reason)
                return place
        self.give_up(name)
        self._say(reason)
        return None

    def _say(self, trouble: str) -> None:
        """Log a trouble once, when it comes."""
        if trouble and not self.trouble:
            log.warning("Painted pages cannot be kept: %s", trouble)
        self.trouble = trouble

    def _make_room(self, wanted_bytes: int) -> None:
        """Delete the pictures used longest ago until so many bytes more are within the limit."""
        with self._lock:
            total = sum(size for _place, size in self._sizes.values()) + wanted_bytes
            for name in [name for name in self._sizes if name not in self._kept]:
                if total <= self._limit_bytes:
                    return
                place, size = self._sizes.pop(name)
                total -= size
                with suppress(OSError):
                    place.unlink()


def _left_behind(folders: Iterable[Path]) -> Iterator[Path]:
    """Yield the pictures and drafts of earlier runs."""
    for folder in folders:
        for pattern in ("*.bmp", "*.part"):
            with suppress(OSError):
                yield from list(folder.glob(pattern))
