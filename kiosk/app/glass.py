# SPDX-License-Identifier: Apache-2.0
"""The glass: what screen the pages are set for, from what the display reports and what the settings say."""

from __future__ import annotations

import math

from kiosk.layout.model import Screen
from kiosk.station.settings import Settings
from kiosk.ui.window import Glass

GUESSED_DIAGONAL_MM = 24 * 25.4
MM_PER_PX = (0.05, 2.0)


def screen_of(reported: Glass, settings: Settings) -> Screen:
    """Return the screen to set pages for: the settings' size, else the reported one if it can be true, else 24 inches."""
    diagonal_px = math.hypot(reported.screen_width_px, reported.screen_height_px)
    set_mm = settings.diagonal_in * 25.4 if settings.diagonal_in else 0.0
    reported_mm = math.hypot(reported.width_mm, reported.height_mm)
    guessed = False
    mm_per_px = (set_mm or reported_mm) / diagonal_px
    if not MM_PER_PX[0] <= mm_per_px <= MM_PER_PX[1]:
        mm_per_px, guessed = GUESSED_DIAGONAL_MM / diagonal_px, True
    return Screen(
        width_px=reported.width_px,
        height_px=reported.height_px,
        mm_per_px=mm_per_px,
        reading_distance_mm=settings.reading_distance_mm,
        wall_distance_mm=settings.wall_distance_mm,
        safe_area=settings.safe_area,
        guessed=guessed,
    )
