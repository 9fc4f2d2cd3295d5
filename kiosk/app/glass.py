# SPDX-License-Identifier: Apache-2.0
"""The glass: what screen pages are set for, from what the display reports and what the settings say."""

from __future__ import annotations

import math

from PySide6.QtGui import QInputDevice

from kiosk.layout.model import Screen
from kiosk.station.settings import Settings
from kiosk.ui.window import Glass

MM_PER_INCH = 25.4
GUESSED_DIAGONAL_IN = 24.0
FINEST_MM, COARSEST_MM = 0.04, 4.0
"""Between these, in millimetres, lie the pixels of every screen: of a telephone, and of a projector."""

SKEW = 1.25
"""How much wider than tall a pixel may seem before the reported size is not believed."""

SHAPES_MM = frozenset({(16, 9), (16, 10), (160, 90), (160, 100), (1600, 900), (1600, 1000)})
"""What televisions report that mean their shape, not their size."""

GUESS = (
    f"The screen does not tell its size truthfully; {GUESSED_DIAGONAL_IN:g} inches from corner to corner are "
    "assumed. Set “diagonal_in” in the settings, or text will be too large or too small."
)


def screen_of(reported: Glass, settings: Settings) -> Screen:
    """Return the screen to set pages for: the settings' size, else the reported one if it can be true."""
    diagonal_px = math.hypot(reported.screen_width_px, reported.screen_height_px)
    sizes = (_set_mm(settings) / diagonal_px, _reported_mm(reported) / diagonal_px)
    sound = [mm for mm in sizes if FINEST_MM <= mm <= COARSEST_MM]
    return Screen(
        width_px=reported.width_px,
        height_px=reported.height_px,
        mm_per_px=sound[0] if sound else GUESSED_DIAGONAL_IN * MM_PER_INCH / diagonal_px,
        reading_distance_mm=settings.reading_distance_mm,
        wall_distance_mm=settings.wall_distance_mm,
        safe_area=settings.safe_area,
        guessed=not sound,
        private=settings.privacy_column,
    )


def has_touchscreen() -> bool:
    """Tell whether Qt knows of a touchscreen now."""
    return any(device.type() is QInputDevice.DeviceType.TouchScreen for device in QInputDevice.devices())


def _set_mm(settings: Settings) -> float:
    """Return the diagonal that the settings name, 0 without one; both sides count more than the inches."""
    if settings.width_mm and settings.height_mm:
        return math.hypot(settings.width_mm, settings.height_mm)
    return (settings.diagonal_in or 0.0) * MM_PER_INCH


def _reported_mm(reported: Glass) -> float:
    """Return the diagonal that the display reports, 0 where it cannot be true."""
    long, short = (
        max(reported.width_mm, reported.height_mm),
        min(reported.width_mm, reported.height_mm),
    )
    if short <= 0 or (round(long), round(short)) in SHAPES_MM:
        return 0.0
    shape = max(reported.screen_width_px, reported.screen_height_px) / min(
        reported.screen_width_px, reported.screen_height_px
    )
    skew = long / short / shape
    return math.hypot(long, short) if 1 / SKEW <= skew <= SKEW else 0.0
