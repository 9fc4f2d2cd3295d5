# SPDX-License-Identifier: Apache-2.0
"""A camera that reads codes as a telephone does, and what is measured of the light around them."""

from __future__ import annotations

import subprocess
from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

DARK, LIGHT = 0x00, 0xFF
UNPACKED = 100
"""The quality at which Qt packs a PNG least: large pictures are written in a tenth of the time."""


def read(image: QImage, folder: Path) -> list[str]:
    """Return what the codes in a picture hold."""
    place = folder / "seen.png"
    assert image.save(str(place), quality=UNPACKED)
    done = subprocess.run(
        ["zbarimg", "--quiet", "--raw", "--oneshot", "-Sbinary", "-Sdisable", "-Sqrcode.enable", str(place)],
        capture_output=True,
        check=False,
        timeout=60,
    )
    return [done.stdout.decode("utf-8")] if done.returncode == 0 else []


def rows_of(image: QImage, area: QRect) -> list[bytes]:
    """Return the greys of an area, a row of bytes each."""
    grey = image.copy(area).convertToFormat(QImage.Format.Format_Grayscale8)
    lines = bytes(grey.constBits())
    step = grey.bytesPerLine()
    return [lines[y * step : y * step + area.width()] for y in range(area.height())]


def quiet_modules(image: QImage, card: QRect, px: int) -> list[float]:
    """Return how many light modules a card has on its four sides; a code's corners are dark."""
    inner = card.adjusted(px, px, -px, -px)
    rows = [(y, row) for y, row in enumerate(rows_of(image, inner), inner.top()) if DARK in row]
    left = inner.left() + min(row.index(DARK) for _, row in rows)
    right = inner.left() + max(row.rindex(DARK) for _, row in rows)
    top, bottom = rows[0][0], rows[-1][0]
    zone = QRect(left - 4 * px, top - 4 * px, right - left + 1 + 8 * px, bottom - top + 1 + 8 * px)
    for y, row in enumerate(rows_of(image, zone), zone.top()):
        beside = row[: 4 * px] + row[-4 * px :] if top <= y <= bottom else row
        assert set(beside) == {LIGHT}, y
    corners = [image.pixelColor(x, y).lightness() for x in (left, right) for y in (top, bottom)]
    assert corners.count(DARK) >= 3
    return [
        (left - card.left()) / px,
        (card.right() - right) / px,
        (top - card.top()) / px,
        (card.bottom() - bottom) / px,
    ]
