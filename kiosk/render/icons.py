# SPDX-License-Identifier: Apache-2.0
"""The icons of buttons: our own drawings in one colour, at a size, as files that the scene loads."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from kiosk.render.png import write_png


def icon_names(icons: Path) -> tuple[str, ...]:
    """Return the names of all icons in a folder."""
    return tuple(sorted(file.stem for file in icons.glob("*.svg")))


def icon_file(icons: Path, name: str, colour: str, px: int, folder: Path) -> Path:
    """Return the file of an icon in a colour and size, drawn if it is not there yet.

    `icons` holds the drawings, `folder` the files. An unwritable folder raises `OSError`.
    """
    drawing = (icons / f"{name}.svg").read_bytes()
    version = hashlib.sha256(drawing).hexdigest()[:8]
    place = folder / f"{name}-{colour.lstrip('#')}-{px}-{version}.png"
    if place.is_file():
        return place
    folder.mkdir(parents=True, exist_ok=True)
    write_png(icon_image(drawing, colour, px), place)
    return place


def icon_image(drawing: bytes, colour: str, px: int) -> QImage:
    """Return a drawing tinted in a colour on nothing, square."""
    image = QImage(px, px, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(drawing)).render(painter, QRectF(0, 0, px, px))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(image.rect(), QColor(colour))
    painter.end()
    return image
