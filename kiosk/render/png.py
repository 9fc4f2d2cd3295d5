# SPDX-License-Identifier: Apache-2.0
"""PNG files that this program writes for itself: whole or not at all, and so that they load fast."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QImageReader, QImageWriter

from kiosk import paths

_UNCOMPRESSED = 100
_LIGHTLY = 1
_EIGHT_BITS_RGB = (8, 2, 0, 0, 0)


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


def quick_png(image: QImage) -> bytes:
    """Return a picture without transparency as a small PNG file that takes little time to load.

    Rows are packed as they are and lightly: Qt's own filter and level take twice as long to undo.
    """
    rgb = image.convertToFormat(QImage.Format.Format_RGB888)
    packer = zlib.compressobj(_LIGHTLY)
    packed = b"".join((*map(packer.compress, _rows(rgb)), packer.flush()))
    header = struct.pack(">II5B", rgb.width(), rgb.height(), *_EIGHT_BITS_RGB)
    parts = (_part(b"IHDR", header), _part(b"IDAT", packed), _part(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def _rows(rgb: QImage) -> Iterator[bytes]:
    """Yield the rows of a picture, each after the mark for no filter."""
    stride, pixels = rgb.bytesPerLine(), memoryview(rgb.constBits())
    for start in range(0, stride * rgb.height(), stride):
        yield b"\0" + pixels[start : start + 3 * rgb.width()]


def _part(kind: bytes, content: bytes) -> bytes:
    """Return a part of a PNG file with its length and its checksum."""
    body = kind + content
    return struct.pack(">I", len(content)) + body + struct.pack(">I", zlib.crc32(body))
