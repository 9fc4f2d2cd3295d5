# SPDX-License-Identifier: Apache-2.0
"""The pictures that are decoded already, for a page that cannot wait for the decoder."""

from __future__ import annotations

from PySide6.QtGui import QImage

from kiosk.layout.model import Picture
from kiosk.render.pictures import PackPictures


class AtHand:
    """Gives what lies ready and waits for nothing; `missed` tells that a picture was asked for in vain."""

    def __init__(self, pictures: PackPictures) -> None:
        self._pictures = pictures
        self.missed = False

    def image(self, picture: Picture, width: int, height: int) -> QImage | None:
        """Return a picture scaled to fit a size in pixels, or None where it is not ready."""
        ready = self._pictures.ready(picture.path, width, height) is not None
        image = self._pictures.image(picture, width, height) if ready else None
        self.missed = self.missed or image is None
        return image
