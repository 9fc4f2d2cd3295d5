# SPDX-License-Identifier: Apache-2.0
"""What an eye can tell apart in a picture: ground and ink of a place, and their contrast (WCAG 2.2)."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage

LEAST_PIXELS = 4
"""Fewer pixels of a colour are the rounding of an edge, not ink."""


def luminance(colour: int) -> float:
    """Return the relative luminance of 0xrrggbb."""
    channels = [(colour >> shift & 255) / 255 for shift in (16, 8, 0)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: int, other: int) -> float:
    """Return the contrast of two colours, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def colours(picture: QImage, place: QRectF) -> Counter[int]:
    """Return how often each colour stands in a place."""
    part = picture.copy(_whole(place).intersected(picture.rect()))
    part = part.convertToFormat(QImage.Format.Format_RGB32)
    return Counter(pixel & 0xFFFFFF for pixel in memoryview(bytes(part.constBits())).cast("I").tolist())


def ink_contrast(picture: QImage, place: QRectF) -> float:
    """Return the contrast of what is written in a place: of the core of its strokes with its ground."""
    found = colours(picture, place)
    ((ground, _),) = found.most_common(1)
    return max(contrast(ground, colour) for colour, count in found.items() if count >= LEAST_PIXELS)


def pixel(picture: QImage, x: float, y: float) -> int:
    """Return the colour of a pixel."""
    return picture.pixel(round(x), round(y)) & 0xFFFFFF


def alike(one: int, other: int) -> bool:
    """Tell whether two colours differ by no more than blending rounds."""
    return all(abs((one >> shift & 255) - (other >> shift & 255)) <= 3 for shift in (0, 8, 16))


def _whole(place: QRectF) -> QRect:
    return place.toAlignedRect()
