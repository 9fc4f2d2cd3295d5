# SPDX-License-Identifier: Apache-2.0
"""The wall's distance: from how far away its words can be read, when the settings leave that open."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Sequence

from msgspec.structs import replace

from kiosk.content.pack import Section
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
from kiosk.layout.wall import points_too_long, wall_points

NEAREST_SHARE = 0.6
"""How far the distance may be shortened, as a share of the one at which ordinary words fit."""

MORE_STEPS = 6
"""How many steps farther than the frame's estimate the search for the usual distance begins."""


Search = Generator[None, None, float]
"""A search that rests after each section, however many there are, and returns the distance in the end."""


def wall_distance(set_up: SetUp, sections: Iterable[Section]) -> float:
    """Return the farthest distance at which all points fit that can: at least 60 % of the usual one.

    The usual one is the farthest for ordinary words; a distance that the settings name is kept. A point that
    fits at none of them shortens nothing.
    """
    search = search_distance(set_up, sections)
    while True:
        try:
            next(search)
        except StopIteration as found:
            return float(found.value)


def search_distance(set_up: SetUp, sections: Iterable[Section]) -> Search:
    """Search for the wall's distance as `wall_distance` does, section by section."""
    if set_up.screen.wall_distance_mm is not None:
        return set_up.screen.wall_distance_mm
    waiting = [replace(section, wall=wall_points(section), blocks=()) for section in sections]
    fitted = usual_distance(set_up, waiting)
    distance = chosen = fitted
    while waiting and distance >= NEAREST_SHARE * fitted:
        nearer = at_distance(set_up, distance)
        left = []
        for section in waiting:
            left.append(_with_what_is_too_long(nearer, section))
            yield
        chosen = distance if _points(left) < _points(waiting) else chosen
        waiting = [section for section in left if section.wall]
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


def _with_what_is_too_long(set_up: SetUp, section: Section) -> Section:
    """Return a section with those of its points that do not fit."""
    return replace(section, wall=points_too_long(set_up, section, TYPE.lead))


def _points(sections: Iterable[Section]) -> int:
    return sum(len(section.wall) for section in sections)
