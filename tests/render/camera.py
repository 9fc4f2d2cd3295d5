# SPDX-License-Identifier: Apache-2.0
"""A camera that reads codes as a telephone does, and what is measured of the light around them."""

from __future__ import annotations

import subprocess
from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

DARK, LIGHT = 0xFF000000, 0xFFFFFFFF


def read(image: QImage, folder: Path) -> list[str]:
    """Return what the codes in a picture hold."""
    place = folder / "seen.png"
    assert image.save(str(place))
    done = subprocess.run(
        ["zbarimg", "--quiet", "--raw", "--oneshot", "-Sbinary", "-Sdisable", "-Sqrcode.enable", str(place)],
        capture_output=True,
        check=False,
        timeout=60,
    )
    return [done.stdout.decode("utf-8")] if done.returncode == 0 else []


def quiet_modules(image: QImage, card: QRect, px: int) -> list[float]:
    """Return how many light modules a card has on its four sides; a code's corners are dark."""
    dark = [
        (x, y)
        for y in range(card.top() + px, card.bottom() + 1 - px)
        for x in range(card.left() + px, card.right() + 1 - px)
        if image.pixel(x, y) == DARK
    ]
    left, right = min(x for x, _ in dark), max(x for x, _ in dark)
    top, bottom = min(y for _, y in dark), max(y for _, y in dark)
    zone = QRect(left - 4 * px, top - 4 * px, right - left + 8 * px, bottom - top + 8 * px)
    inside = QRect(left, top, right - left + 1, bottom - top + 1)
    for y in range(zone.top(), zone.bottom() + 1):
        for x in range(zone.left(), zone.right() + 1):
            assert inside.contains(x, y) or image.pixel(x, y) == LIGHT, (x, y)
    corners = [image.pixel(x, y) for x in (left, right) for y in (top, bottom)]
    assert corners.count(DARK) >= 3
    return [
        (left - card.left()) / px,
        (card.right() - right) / px,
        (top - card.top()) / px,
        (card.bottom() - bottom) / px,
    ]
