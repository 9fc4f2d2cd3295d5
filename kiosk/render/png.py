# SPDX-License-Identifier: Apache-2.0
"""PNG files that this program writes for itself: whole or not at all, uncompressed where they are large."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QImageReader, QImageWriter

_UNCOMPRESSED = 100


def write_png(image: QImage, place: Path) -> None:
    """Write a picture; raises `OSError` when it cannot be written."""
    draft = place.with_name(f"{place.name}.{os.getpid()}.part")
    writer = QImageWriter(str(draft), QByteArray(b"png"))
    writer.setQuality(_UNCOMPRESSED)
    written = writer.write(image)
    reason = writer.errorString()
    del writer
    try:
        if not written:
            raise OSError(f"{place}: {reason}")
        draft.replace(place)
    finally:
        draft.unlink(missing_ok=True)


def read_png(place: Path) -> QImage:
    """Return a picture, or no picture when the file is damaged."""
    return QImageReader(str(place), QByteArray(b"png")).read()
