# SPDX-License-Identifier: Apache-2.0
"""The poster's picture for the scene."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider

from kiosk.render.pixels import Pixels

SCHEME = "poster"
URL = f"image://{SCHEME}/opening"


class PosterProvider(QQuickImageProvider):
    """Gives the scene a picture that is ready when the scene is; a null one where there is none."""

    def __init__(self, pixels: Callable[[], Pixels | None], *, in_place: bool) -> None:
        """Take who has the picture, and whether it is drawn from where it lies or needs memory of Qt's."""
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._pixels = pixels
        self._in_place = in_place

    def requestImage(self, _name: str, size: QSize, _wanted: QSize) -> QImage:
        """Return the picture, and its size in `size`; nothing of it stays here."""
        pixels = self._pixels()
        if pixels is None:
            return QImage()
        size.setWidth(pixels.width)
        size.setHeight(pixels.height)
        rgb = QImage.Format.Format_RGB32
        image = QImage(pixels.data, pixels.width, pixels.height, 4 * pixels.width, rgb)
        return image if self._in_place else image.copy()
