# SPDX-License-Identifier: Apache-2.0
"""General flashes as WCAG 2.2 (2.3.1) defines them, counted in pictures of a screen over time.

A flash is a pair of opposing changes of relative luminance by a tenth or more of the whole range, of which
the darker is below 0.8. It counts where it takes a quarter of any field of ten degrees, a window of 341 by
256 pixels that is laid over every place of a grid of blocks. A block is as light as its pixels on average.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from tests.e2e.picture import Frame

BLOCK_PX = 32
FIELD = (341 // BLOCK_PX, 256 // BLOCK_PX)
"""How many blocks a field of ten degrees has across and down."""

FIELD_SHARE = 0.25
CHANGE = 0.1
DARK = 0.8
PERIOD_S = 1.0
MOST = 3


@dataclass(frozen=True)
class Grid:
    """How light the blocks of one picture are, row by row, 0 to 1, and when it was taken."""

    at: float
    across: int
    light: tuple[float, ...]


def grid(frame: Frame, at: float) -> Grid:
    """Return the blocks of a picture; they are averaged as they are stored, which only rounds mid tones."""
    picture = QImage(frame.data, frame.width, frame.height, frame.stride, QImage.Format.Format_RGB32)
    across, down = frame.width // BLOCK_PX, frame.height // BLOCK_PX
    small = picture.scaled(
        across, down, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    pixels = bytes(small.constBits())
    stride = small.bytesPerLine()
    starts = (y * stride + 4 * x for y in range(down) for x in range(across))
    return Grid(at, across, tuple(luminance(*pixels[start : start + 3]) for start in starts))


def luminance(blue: int, green: int, red: int) -> float:
    """Return the relative luminance of a colour (WCAG 2.2)."""
    return 0.2126 * LINEAR[red] + 0.7152 * LINEAR[green] + 0.0722 * LINEAR[blue]


LINEAR = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (n / 255 for n in range(256))]


def changes(times: Sequence[float], light: Sequence[float]) -> list[float]:
    """Return when a block had ended a change that counts, each opposite to the one before."""
    ended: list[float] = []
    low = high = light[0]
    way = 0
    for at, value in zip(times, light, strict=True):
        if way <= 0:
            low = min(low, value)
        if way >= 0:
            high = max(high, value)
        if way <= 0 and value - low >= CHANGE and low < DARK:
            way, high = 1, value
            ended.append(at)
        elif way >= 0 and high - value >= CHANGE and value < DARK:
            way, low = -1, value
            ended.append(at)
    return ended


def flashes(ended: Sequence[float]) -> list[tuple[float, int]]:
    """Return for each change how many whole flashes ended in the period up to it."""
    return [
        (last, sum(last - PERIOD_S < at <= last for at in ended[: place + 1]) // 2)
        for place, last in enumerate(ended)
    ]


def worst(grids: Sequence[Grid]) -> int:
    """Return the most flashes in any period that a quarter of some field went through."""
    times = [one.at for one in grids]
    across, blocks = grids[0].across, len(grids[0].light)
    counts = [
        max((n for _, n in flashes(changes(times, [one.light[k] for one in grids]))), default=0)
        for k in range(blocks)
    ]
    down = blocks // across
    wide, high = min(FIELD[0], across), min(FIELD[1], down)
    needed = FIELD_SHARE * wide * high
    found = 0
    for top in range(down - high + 1):
        for left in range(across - wide + 1):
            field = sorted(
                (counts[y * across + x] for y in range(top, top + high) for x in range(left, left + wide)),
                reverse=True,
            )
            found = max(found, field[int(needed) - 1 if needed == int(needed) else int(needed)])
    return found
