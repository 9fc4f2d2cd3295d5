# SPDX-License-Identifier: Apache-2.0
"""The pictures of a pack: decoded once in a child process, kept as files that this program wrote."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtGui import QImage

from kiosk.content.probe import PictureFacts, PictureFault
from kiosk.layout.model import Picture
from kiosk.render.decoder import Decoder
from kiosk.render.png import read_png
from kiosk.render.recent import Recent

VERSION = 1
"""Raised when pictures are decoded in another way, so that older files are not used."""

LIMIT_BYTES = 256 * 1024 * 1024
"""What decoded pictures may take on the disk; a picture over a whole 4K screen is 2 to 8 MB."""


def probe(path: Path) -> PictureFacts | PictureFault:
    """Return what one picture is, decoded whole in a child of its own; for many, keep a Decoder."""
    with Decoder() as decoder:
        return decoder.probe(path)


class PackPictures:
    """The pictures of one pack, decoded once a size into a folder; safe to use from several threads.

    The folder outlives the pack; beyond so many bytes what was not used for the longest time goes.
    """

    def __init__(self, root: Path, folder: Path, decoder: Decoder, limit_bytes: int = LIMIT_BYTES) -> None:
        self._root = root
        self._folder = folder
        self._decoder = decoder
        self._recent = Recent(folder, limit_bytes)
        self._hashes: dict[tuple[str, int, int], str] = {}
        self._bad: set[str] = set()

    def version(self, path: str) -> str:
        """Return a hash of a picture's bytes, empty when it cannot be read."""
        file = self._root / path
        try:
            stat = file.stat()
            key = (path, stat.st_mtime_ns, stat.st_size)
            if key not in self._hashes:
                self._hashes[key] = hashlib.sha256(file.read_bytes()).hexdigest()[:32]
        except OSError:
            return ""
        return self._hashes[key]

    def known(self, path: str) -> bool:
        """Tell whether a picture as it is now has been read already, so that asking for it never waits."""
        try:
            stat = (self._root / path).stat()
        except OSError:
            return False
        return (path, stat.st_mtime_ns, stat.st_size) in self._hashes

    def ready(self, path: str, width: int, height: int) -> Path | None:
        """Return the file of a picture at a size if it is decoded already; never waits."""
        place = self._place(path, width, height)
        return place if place is not None and self._there(place) else None

    def file(self, path: str, width: int, height: int) -> Path | None:
        """Return the file of a picture at a size, decoding it if need be; None when it cannot be had."""
        place = self._place(path, width, height)
        if place is None or self._there(place):
            return place
        if place.name in self._bad:
            return None
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            return None
        found = self._decoder.decode(self._root / path, place, width, height)
        if isinstance(found, PictureFacts):
            self._recent.use(place)
            self._recent.make_room()
            return place
        if found.rule != "picture-unwritten":
            self._bad.add(place.name)
        return None

    def image(self, picture: Picture, width: int, height: int) -> QImage | None:
        """Return a picture scaled to fit a size in pixels, or None when it cannot be had."""
        for _attempt in range(2):
            place = self.file(picture.path, width, height)
            if place is None:
                return None
            image = read_png(place)
            if not image.isNull():
                return image
            place.unlink(missing_ok=True)
        return None

    def expect(self) -> None:
        """Get ready to decode pictures soon; never waits."""
        self._decoder.expect()

    def _there(self, place: Path) -> bool:
        """Tell whether a file is there, and count it as used."""
        there = place.is_file()
        if there:
            self._recent.use(place)
        return there

    def _place(self, path: str, width: int, height: int) -> Path | None:
        """Return where a picture at a size lies, or None for a picture that cannot be read."""
        version = self.version(path)
        if not version or width < 1 or height < 1:
            return None
        return self._folder / f"{version}-{width}x{height}-{VERSION}.png"
