# SPDX-License-Identifier: Apache-2.0
"""Pictures of pages for the scene: what the gallery painted, without a copy in the scene's own memory."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote, unquote

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider

from kiosk.render import bitmap

SCHEME = "pages"


def page_url(place: Path) -> str:
    """Return the URL under which the scene finds the picture of a page."""
    return f"image://{SCHEME}/{quote(str(place), safe='/')}"


class PageProvider(QQuickImageProvider):
    """Gives the scene the bitmap that a URL of `page_url` names; none where it cannot be shown.

    It is called on the window's thread, since no image of the scene loads in the background (docs/adr/0011).
    """

    def __init__(self, *, in_place: bool) -> None:
        """Take whether pictures are shown from where they lie, or read."""
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._load = bitmap.load if in_place else bitmap.read

    def requestImage(self, name: str, size: QSize, _wanted: QSize) -> QImage:
        """Return the picture of a page, and its size in `size`; the size that is wanted is always its own."""
        image = self._load(Path(unquote(name)))
        size.setWidth(image.width())
        size.setHeight(image.height())
        return image
