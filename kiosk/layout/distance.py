# SPDX-License-Identifier: Apache-2.0
"""The wall's distance: from how far away its words can be read, when the settings leave that open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kiosk.content.pack import Section, WallPoint
from kiosk.layout.frame import (
    CHARACTER_EM,
    FARTHEST_MM,
    FURNITURE_SHARE,
    NEAREST_MM,
    STEP_MM,
    WALL_CHARACTERS,
    WALL_LINES,
)
from kiosk.layout.furniture import Furniture, furnish
from kiosk.layout.setup import SetUp
from kiosk.layout.tokens import TYPE
from kiosk.layout.wall import wall_pages, wall_points

NEAREST_SHARE = 0.6
"""How far the distance may be shortened, as a share of the one at which ordinary words fit."""

MORE_STEPS = 6
"""How many steps farther than the frame's estimate the search for the usual distance begins."""


def wall_distance(set_up: SetUp, sections: Iterable[Section]) -> float:
    """Return the farthest distance at which all points fit that can: at least 60 % of the usual one.

    The usual one is the farthest for ordinary words; a distance that the settings name is kept. A point that
    fits at none of them shortens nothing.
    """
    if set_up.screen.wall_distance_mm is not None:
        return set_up.screen.wall_distance_mm
    waiting = [section_with(section, point) for section in sections for point in wall_points(section)]
    fitted = usual_distance(set_up, waiting)
    distance = chosen = fitted
    while waiting and distance >= NEAREST_SHARE * fitted:
        nearer = at_distance(set_up, distance)
        left = [section for section in waiting if wall_pages(nearer, section, (TYPE.lead,))[1]]
        chosen = distance if len(left) < len(waiting) else chosen
        waiting = left
        distance -= STEP_MM
    return chosen


def usual_distance(set_up: SetUp, sections: Sequence[Section]) -> float:
    """Return the farthest distance, up to 3 m, at which the wall's words fit beside the real furniture.

    25 characters by 5 lines in the column; title, foot and bar take 30 % of the height at most.
    """
    guess = set_up.frame().distance_mm
    distance = min(FARTHEST_MM, guess + MORE_STEPS * STEP_MM)
    longest = max(sections, key=lambda section: len(section.title), default=None)
    while longest is not None and distance > NEAREST_MM:
        if _roomy(furnish(at_distance(set_up, distance), longest)):
            return distance
        distance -= STEP_MM
    return min(guess, distance)


def _roomy(furniture: Furniture) -> bool:
    frame = furniture.frame
    words = sum(box.rect.height for box in furniture.title) + max(box.rect.height for box in furniture.feet)
    height = frame.page.height + frame.bar.height
    return (
        words + frame.bar.height <= FURNITURE_SHARE * height
        and frame.column.width >= WALL_CHARACTERS * CHARACTER_EM * frame.body_px
        and frame.column.height >= WALL_LINES * TYPE.body_leading * frame.body_px
    )


def at_distance(set_up: SetUp, distance_mm: float) -> SetUp:
    """Return a set-up whose wall is read from a distance."""
    return replace(set_up, screen=replace(set_up.screen, wall_distance_mm=distance_mm))


def section_with(section: Section, point: WallPoint) -> Section:
    """Return a section with one wall point only."""
    return replace(section, wall=(point,))
