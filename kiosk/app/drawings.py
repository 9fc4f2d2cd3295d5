# SPDX-License-Identifier: Apache-2.0
"""The small pictures of the chrome: icons drawn when first wanted, drawings decoded ahead of time."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from pathlib import Path

from kiosk.render.icons import icon_file
from kiosk.render.pictures import PackPictures

log = logging.getLogger(__name__)


class Drawings:
    """Gives pictures as URLs, an empty one while there is none."""

    def __init__(self, icons: Path, pictures: PackPictures, folder: Path) -> None:
        """Take the folder of icons, the pack's pictures, and where tinted icons are kept."""
        self._icons = icons
        self._pictures = pictures
        self._folder = folder
        self._drawn: dict[tuple[str, str, int], str] = {}
        self._failed = False

    def icon(self, name: str, colour: str, px: int) -> str:
        """Return an icon in a colour and size, drawn at the first call."""
        key = (name, colour, px)
        if key not in self._drawn:
            try:
                self._drawn[key] = icon_file(self._icons, name, colour, px, self._folder).as_uri()
            except OSError as error:
                self._complain(error)
                return ""
        return self._drawn[key]

    def ready(self, path: str, px: int) -> str:
        """Return a picture of the pack, if it has been decoded at this size; never waits."""
        file = self._pictures.ready(path, px, px) if self._pictures.known(path) else None
        return file.as_uri() if file else ""

    def prepare(self, path: str, px: int) -> None:
        """Decode a picture of the pack at a size; may wait for the decoder, so never on the GUI thread."""
        self._pictures.file(path, px, px)

    def learn(self, paths: Iterable[str]) -> None:
        """Find out which pictures of the pack these are; reads them whole, so never on the GUI thread."""
        for path in paths:
            self._pictures.version(path)

    def _complain(self, error: OSError) -> None:
        """Say once that buttons stand without icons; their labels are there in any case."""
        if not self._failed:
            self._failed = True
            log.warning("Icons cannot be drawn: %s", error)
