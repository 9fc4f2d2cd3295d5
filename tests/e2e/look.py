# SPDX-License-Identifier: Apache-2.0
"""What an eye finds in a picture of the kiosk: the bar, and the buttons in it by their colours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from kiosk.layout.model import Ink
from kiosk.layout.tokens import LIGHT
from tests.e2e.picture import Area, Frame

RGB = 0xFFFFFF
LEAST_PX = 40
STEP_PX = 8


def rgb(colour: str) -> int:
    """Return `#rrggbb` as a number."""
    return int(colour.removeprefix("#"), 16)


GROUND = rgb(LIGHT.inks[Ink.GROUND])
BAR = rgb(LIGHT.inks[Ink.BAR])
BAND = rgb(LIGHT.button)
CRISIS = rgb(LIGHT.crisis)
FOCUS = rgb(LIGHT.focus)


class Kind(StrEnum):
    """What a button is for, as its colour says."""

    CRISIS = "crisis"
    MAIN = "main"
    PLAIN = "plain"


FILLS = {
    CRISIS: Kind.CRISIS,
    rgb(LIGHT.button): Kind.PLAIN,
    **{rgb(accent): Kind.MAIN for accent in LIGHT.accents.values()},
}


@dataclass(frozen=True, slots=True)
class Button:
    """A button that was found."""

    kind: Kind
    area: Area


def ground(frame: Frame) -> int:
    """Return the colour at the foot of the picture, which is the bar's or the band's own."""
    return frame.pixel(frame.width - 3, frame.height - 1)


def bar(frame: Frame) -> Area | None:
    """Return the bar at the foot of the picture, or the band in its place; None where there is neither."""
    colour, top = ground(frame), frame.height
    if colour not in {BAR, BAND}:
        return None
    while top > 0 and frame.pixel(frame.width - 3, top - 1) == colour:
        top -= 1
    return Area(0, top, frame.width, frame.height - top) if frame.height - top >= LEAST_PX else None


def banded(frame: Frame) -> bool:
    """Tell whether the band has taken the bar's place."""
    return bar(frame) is not None and ground(frame) == BAND


def page(frame: Frame) -> Area:
    """Return what is above the bar; the whole picture where there is no bar."""
    foot = bar(frame)
    return Area(0, 0, frame.width, foot.y if foot else frame.height)


def buttons(frame: Frame) -> list[Button]:
    """Return the buttons of the bar, in reading order."""
    foot = bar(frame)
    if foot is None:
        return []
    found: list[Button] = []
    for y in range(foot.y + STEP_PX, foot.bottom - STEP_PX, STEP_PX):
        for left, right in _spans(frame, y):
            if not any(_holds(button.area, left, right, y) for button in found):
                found.extend(_button(frame, foot, left, right, y))
    return sorted(found, key=lambda button: (button.area.y // LEAST_PX, button.area.x))


def kinds(frame: Frame) -> list[Kind]:
    """Return what the buttons of the bar are for, in reading order."""
    return [button.kind for button in buttons(frame)]


def ring(frame: Frame) -> Area | None:
    """Return where the ring around the bar's focused control is; None where none of them has the focus."""
    foot = bar(frame)
    inked = [y for y in range(foot.y if foot else frame.height, frame.height, 2) if _first(frame, y) >= 0]
    if not inked:
        return None
    left = min(_first(frame, y) for y in inked)
    right = max(_last(frame, y) for y in inked)
    return Area(left, inked[0], right + 1 - left, inked[-1] + 1 - inked[0])


def focused(frame: Frame) -> Button | None:
    """Return the button of the bar that has the focus."""
    around = ring(frame)
    if around is None:
        return None
    x, y = around.centre
    return next((each for each in buttons(frame) if _holds(each.area, x, x + 1, y)), None)


def _first(frame: Frame, y: int) -> int:
    """Return the first x of a row with the ring's colour, or -1."""
    return next((x for x, value in enumerate(frame.row(y)) if value & RGB == FOCUS), -1)


def _last(frame: Frame, y: int) -> int:
    row = frame.row(y)
    return next((x for x in range(len(row) - 1, -1, -1) if row[x] & RGB == FOCUS), -1)


def _spans(frame: Frame, y: int) -> Iterator[tuple[int, int]]:
    """Yield from where to where a row of the bar is not its own ground."""
    row, outside = frame.row(y), ground(frame)
    left = -1
    for x, value in enumerate(row):
        inside = value & RGB != outside
        if inside and left < 0:
            left = x
        elif not inside and left >= 0:
            if x - left >= LEAST_PX:
                yield left, x
            left = -1


def _holds(area: Area, left: int, right: int, y: int) -> bool:
    return area.y <= y < area.bottom and left < area.right and area.x < right


def _button(frame: Frame, foot: Area, left: int, right: int, y: int) -> Iterator[Button]:
    """Yield the button whose fill a span of a row shows, if it is one."""
    colours = Counter(value & RGB for value in frame.row(y, left, right - left))
    colour, _ = colours.most_common(1)[0]
    if colour not in FILLS:
        return
    x, outside = left + (right - left) // 12, ground(frame)
    top = bottom = y
    while top > foot.y and frame.pixel(x, top - 1) != outside:
        top -= 1
    while bottom < foot.bottom and frame.pixel(x, bottom) != outside:
        bottom += 1
    if bottom - top >= LEAST_PX:
        yield Button(FILLS[colour], Area(left, top, right - left, bottom - top))
