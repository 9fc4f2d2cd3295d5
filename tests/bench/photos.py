# SPDX-License-Identifier: Apache-2.0
"""Writes pictures that no encoder can make small, each different and about as large as asked for."""

from __future__ import annotations

import os
import sys
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

ASPECT = 4 / 3
STEP = 4
"""How many columns of noise a picture stands beside the one before."""

TRIAL_PX = 400
"""The width of the picture that shows how many bytes a pixel takes."""


def noise(width: int, height: int) -> QImage:
    """Return a picture of which no pixel tells anything about the next."""
    return QImage(os.urandom(4 * width * height), width, height, 4 * width, QImage.Format.Format_RGB32).copy()


def encoded(picture: QImage) -> bytes:
    """Return a picture as JPEG."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert picture.save(buffer, b"JPEG", 85)
    return bytes(buffer.data().data())


def fitting(size: int) -> tuple[int, int]:
    """Return the width and height at which a picture takes about so many bytes."""
    height = round(TRIAL_PX / ASPECT)
    each = len(encoded(noise(TRIAL_PX, height))) / (TRIAL_PX * height)
    width = round((size / each * ASPECT) ** 0.5)
    return width, round(width / ASPECT)


def write(folder: Path, width: int, height: int, numbers: range) -> None:
    """Write the pictures of some numbers."""
    ground = noise(width + STEP * len(numbers), height)
    for place, number in enumerate(numbers):
        picture = ground.copy(STEP * place, 0, width, height)
        (folder / f"s{number:04}.jpg").write_bytes(encoded(picture))


def main() -> int:
    """Write as many pictures as the command line says, into its folder, each of so many bytes."""
    folder, count, size = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    shares = [range(begin, min(begin + 50, count)) for begin in range(0, count, 50)]
    with ProcessPoolExecutor() as pool:
        list(pool.map(partial(write, folder, *fitting(size)), shares))
    return 0


if __name__ == "__main__":
    sys.exit(main())
