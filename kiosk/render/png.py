# SPDX-License-Identifier: Apache-2.0
"""PNG files that this program writes for itself: whole or not at all, and so that they load fast."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QImageReader, QImageWriter

from kiosk import paths

_UNCOMPRESSED = 100


def write_png(image: QImage, place: Path) -> None:
    """Write a picture; raises `OSError` when it cannot be written."""
    with paths.whole(place) as draft:
        writer = QImageWriter(str(draft), QByteArray(b"png"))
        writer.setQuality(_UNCOMPRESSED)
        written = writer.write(image)
        reason = writer.errorString()
        del writer
        if not written:
            raise OSError(f"{place}: {reason}")


def read_png(place: Path) -> QImage:
    """Return a picture, or no picture when the file is damaged."""
    return QImageReader(str(place), QByteArray(b"png")).read()
