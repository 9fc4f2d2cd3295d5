# SPDX-License-Identifier: Apache-2.0
"""Bitmaps that lie in a file just as they lie in memory: written whole, and shown without being copied.

A BMP whose pixels begin at a page of memory (`PIXELS_AT` bytes), 32 bits each, the top row first, so that a
mapping of the file is a picture.
"""

from __future__ import annotations

import mmap
import struct
from pathlib import Path

from PySide6.QtCore import QStorageInfo
from PySide6.QtGui import QImage

from kiosk import paths

PIXELS_AT = 4096
_HEAD = struct.Struct("<2sIHHIIiiHHIIiiII")
_DOTS_PER_METRE = 3780
IN_MEMORY = (b"tmpfs", b"ramfs")


def size_bytes(width: int, height: int) -> int:
    """Return how long the file of a picture of so many pixels is."""
    return width * height * 4 + PIXELS_AT


def write(image: QImage, place: Path) -> None:
    """Write a picture; the threads run on while the system takes the bytes.

    Raises OSError where the folder does not take it; what was there before is there then.
    """
    width, height = image.width(), image.height()
    head = _HEAD.pack(
        *(b"BM", size_bytes(width, height), 0, 0, PIXELS_AT),
        *(40, width, -height, 1, 32, 0, 4 * width * height, _DOTS_PER_METRE, _DOTS_PER_METRE, 0, 0),
    )
    place.parent.mkdir(parents=True, exist_ok=True)
    with paths.whole(place) as draft, draft.open("wb", buffering=0) as file:
        file.write(head.ljust(PIXELS_AT, b"\0"))
        pixels = memoryview(image.constBits())
        while pixels:
            pixels = pixels[file.write(pixels) :]


def load(place: Path) -> QImage:
    """Return the picture of a file that `write` wrote; a null one where it is not there or not whole.

    Where the file lies in memory, the picture is that memory. From a disk it is read: a disk that fails under
    a mapping would end the program.
    """
    try:
        in_memory = QStorageInfo(str(place.parent)).fileSystemType().data() in IN_MEMORY
        return _mapped(place) if in_memory else read(place)
    except (OSError, ValueError, struct.error):
        return QImage()


def read(place: Path) -> QImage:
    """Return a copy of the picture of a file; a null one where it is not there or not whole."""
    return QImage(str(place))


def _mapped(place: Path) -> QImage:
    """Return a picture over the file's own bytes; deleting the file does not harm it.

    Raises OSError, ValueError or struct.error where it is no such picture.
    """
    with place.open("rb") as file:
        whole = memoryview(mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ))
    mark, size, _, _, offset, _, width, height, _, bits, *_ = _HEAD.unpack_from(whole)
    pixels = whole[PIXELS_AT:]
    if (mark, size, offset, bits) != (b"BM", len(whole), PIXELS_AT, 32) or len(pixels) != 4 * width * -height:
        raise ValueError("no bitmap of ours")
    return QImage(pixels, width, -height, 4 * width, QImage.Format.Format_RGB32)
