# SPDX-License-Identifier: Apache-2.0
"""An icon array: people as head and shoulders, the counted ones first in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainterPath

from kiosk.layout.model import Direction, People, Rect

WIDTH_OF_HEIGHT = 0.57
"""How broad a figure is for its height."""

_TALLEST = 0.84
_BROADEST = 0.72
_HEAD = 0.38
_NECK = 0.07
_LEAST_CONTRAST = 3.0


def figure(height: int) -> QPainterPath:
    """Return one person, upper left corner at the origin, snapped to whole pixels."""
    width = max(2, 2 * round(height * WIDTH_OF_HEIGHT / 2))
    head = max(2, 2 * round(height * _HEAD / 2))
    top = head + max(1, round(height * _NECK))
    path = QPainterPath()
    path.addEllipse(QRectF((width - head) / 2, 0, head, head))
    curve = min(width, 2 * (height - top)) / 2
    path.moveTo(0, height)
    path.lineTo(0, top + curve)
    path.arcTo(QRectF(0, top, width, 2 * curve), 180, -180)
    path.lineTo(width, height)
    path.closeSubpath()
    return path


def height_in(rect: Rect, people: People) -> int:
    """Return how tall a person is so that all of them stand apart in a rectangle."""
    cell_width, cell_height = _cell(rect, people)
    return max(4, int(min(cell_height * _TALLEST, cell_width * _BROADEST / WIDTH_OF_HEIGHT)))


def places(rect: Rect, people: People, direction: Direction) -> Iterator[tuple[QPointF, bool]]:
    """Yield the upper left corner of each person and whether it is one of those counted."""
    cell_width, cell_height = _cell(rect, people)
    height = height_in(rect, people)
    left = (cell_width - height * WIDTH_OF_HEIGHT) / 2
    top = (cell_height - height) / 2
    for n in range(people.of):
        row, column = divmod(n, max(1, people.columns))
        if direction is Direction.RTL:
            column = people.columns - 1 - column
        corner = QPointF(round(rect.x + column * cell_width + left), round(rect.y + row * cell_height + top))
        yield corner, n < people.count


def visible(fill: str, ground: str, text: str) -> QColor:
    """Return an outline for a fill: mixed with the text's colour until it stands out from the ground."""
    start, end, under = QColor(fill), QColor(text), QColor(ground)
    for tenth in range(11):
        mixed = _mix(start, end, tenth / 10)
        if _contrast(mixed, under) >= _LEAST_CONTRAST:
            return mixed
    return end


def _cell(rect: Rect, people: People) -> tuple[float, float]:
    """Return the width and height that each person has."""
    columns = max(1, people.columns)
    return rect.width / columns, rect.height / max(1, ceil(people.of / columns))


def _mix(start: QColor, end: QColor, share: float) -> QColor:
    """Return a colour between two."""
    parts = ((start.red(), end.red()), (start.green(), end.green()), (start.blue(), end.blue()))
    return QColor(*(round(a + (b - a) * share) for a, b in parts))


def _contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two colours, 1 to 21, as WCAG counts it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    """Return the relative luminance of a colour."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
