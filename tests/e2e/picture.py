# SPDX-License-Identifier: Apache-2.0
"""A picture of the whole screen, and rectangles in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CURSOR_POINTS = 40


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of pixels; `right` and `bottom` are behind its last column and row."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """Return the x behind the last column."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """Return the y under the last row."""
        return self.y + self.height

    @property
    def centre(self) -> tuple[int, int]:
        """Return the point in the middle."""
        return self.x + self.width // 2, self.y + self.height // 2


@dataclass(frozen=True, slots=True)
class Frame:
    """One picture of the screen: rows of 32-bit pixels, blue first, `stride` bytes a row."""

    width: int
    height: int
    stride: int
    data: bytes

    @property
    def area(self) -> Area:
        """Return the whole picture."""
        return Area(0, 0, self.width, self.height)

    def row(self, y: int, x: int = 0, width: int = -1) -> memoryview:
        """Return the pixels of a row as numbers; the highest byte means nothing."""
        start = y * self.stride + 4 * x
        length = self.width - x if width < 0 else width
        return memoryview(self.data)[start : start + 4 * length].cast("I")

    def pixel(self, x: int, y: int) -> int:
        """Return one pixel as 0xrrggbb."""
        start = y * self.stride + 4 * x
        return int.from_bytes(self.data[start : start + 3], "little")

    def points(self, area: Area, across: int = 64, down: int = 36) -> Iterator[int]:
        """Yield the pixels of an even grid over an area."""
        for line in range(down):
            y = area.y + (2 * line + 1) * area.height // (2 * down)
            for column in range(across):
                yield self.pixel(area.x + (2 * column + 1) * area.width // (2 * across), y)

    def luminance(self) -> float:
        """Return how light the picture is on the whole, 0 to 255."""
        values = [
            (p >> 16) * 0.2126 + (p >> 8 & 255) * 0.7152 + (p & 255) * 0.0722 for p in self.points(self.area)
        ]
        return sum(values) / len(values)

    def share(self, colour: int, area: Area | None = None) -> float:
        """Return which part of an area has a colour, give or take what blending rounds."""
        points = list(self.points(area or self.area))
        return sum(alike(point, colour) for point in points) / len(points)

    def part(self, area: Area) -> bytes:
        """Return every pixel of an area, to compare it with another frame's."""
        lines = (y * self.stride + 4 * area.x for y in range(area.y, area.bottom))
        return b"".join(self.data[start : start + 4 * area.width] for start in lines)

    def same(self, other: Frame, area: Area) -> bool:
        """Tell whether an area looks the same in another frame, whatever the pointer does on it."""
        if self.part(area) == other.part(area):
            return True
        pairs = zip(self.points(area, 240, 120), other.points(area, 240, 120), strict=True)
        return sum(not alike(one, another) for one, another in pairs) <= CURSOR_POINTS

    def save(self, path: Path) -> None:
        """Write the picture as PNG."""
        from PySide6.QtGui import QImage  # noqa: PLC0415 # whoever measures memory must not have Qt open

        picture = QImage(self.data, self.width, self.height, self.stride, QImage.Format.Format_RGB32)
        assert picture.save(str(path)), f"{path} could not be written"


def alike(one: int, other: int) -> bool:
    """Tell whether an eye takes two colours for the same: no channel differs by more than 2 of 255."""
    return all(abs((one >> shift & 255) - (other >> shift & 255)) <= 2 for shift in (0, 8, 16))
