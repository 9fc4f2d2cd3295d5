# SPDX-License-Identifier: Apache-2.0
"""Whether all controls can be reached from a wheelchair, from how high the screen hangs."""

from __future__ import annotations

from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from kiosk.content.finding import Finding, Place, Severity
from kiosk.layout.frame import frame
from kiosk.layout.model import Layout, Screen
from kiosk.ui.cards import grid

LOWEST_MM, HIGHEST_MM = 380.0, 1220.0
"""What can be reached above the floor without anything in the way (ADA 308.2.1, EN 301 549 8.3.2)."""

SETTINGS_FILE: Final = "station.toml"


class Span(Struct, frozen=True):
    """From where to where above the floor there are controls, in millimetres."""

    low_mm: float
    high_mm: float

    @property
    def reachable(self) -> bool:
        """Tell whether all of it can be reached, to the millimetre."""
        return round(self.low_mm) >= LOWEST_MM and round(self.high_mm) <= HIGHEST_MM


def controls(screen: Screen, bottom_mm: float, cap_ratio: float) -> Span:
    """Return where controls stand: from the bar's lowest row to the upper edge of the cards of Topics."""
    standing = frame(screen, Layout.READING, 1.0, cap_ratio)
    return Span(
        bottom_mm + (screen.height_px - standing.bar.bottom + standing.gap_px) * screen.mm_per_px,
        bottom_mm + (screen.height_px - grid(standing).y) * screen.mm_per_px,
    )


def out_of_reach(screen: Screen, bottom_mm: float | None, cap_ratio: float) -> Finding | None:
    """Return what cannot be reached and what to do; None where all can be, or the height is not known."""
    if bottom_mm is None:
        return None
    span = controls(screen, bottom_mm, cap_ratio)
    if span.reachable:
        return None
    return Finding(
        "out-of-reach",
        Severity.WARNING,
        Place(SETTINGS_FILE),
        f"Controls stand {span.low_mm:.0f} to {span.high_mm:.0f} mm above the floor; from a wheelchair "
        f"{LOWEST_MM:.0f} to {HIGHEST_MM:.0f} mm can be reached.",
        _cure(screen, bottom_mm, span, cap_ratio),
    )


def _cure(screen: Screen, bottom_mm: float, span: Span, cap_ratio: float) -> str:
    if span.low_mm < LOWEST_MM:
        return f"Hang the screen {LOWEST_MM - span.low_mm:.0f} mm higher."
    if controls(replace(screen, lowered=True), bottom_mm, cap_ratio).reachable:
        return "Set reach_mode = true; visitors can also lower the page themselves."
    return f"Hang the screen {span.high_mm - HIGHEST_MM:.0f} mm lower."
