# SPDX-License-Identifier: Apache-2.0
"""What is near: the sections that a touch, a turn or a little time can bring next, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from itertools import chain, islice
from typing import Final

from msgspec import Struct

from kiosk.show import rotation
from kiosk.show.browse import neighbours
from kiosk.show.model import View
from kiosk.show.state import State

AHEAD: Final = 3
"""How many sections of the wall are near: what rotates next, and what comes when one of them is left out."""


class Part(StrEnum):
    """What of a section is near."""

    WALL = "wall"
    READING = "reading"
    CARD = "card"


class Near(Struct, frozen=True):
    """The parts of sections that may be wanted next, the likeliest first.

    `visited` tells that somebody is there, for whom all that can wait does.
    """

    steps: tuple[tuple[Part, str], ...]
    visited: bool = False


def near(state: State) -> Near:
    """Return what is near now."""
    here = state.leaf.section
    wall, reading = _all(Part.WALL, _rotating(state)), _all(Part.READING, (here,) if here else ())
    if state.view is View.PAGE:
        before, after = neighbours(state)
        beside = (state.section, *(stop.id for stop in (*after[:1], *before[-1:])))
        cards = _all(Part.CARD, _cards(state, _page_of(state, state.section), 0))
        return Near((*_all(Part.READING, beside), *wall, *cards), visited=True)
    if state.view is View.TOPICS:
        shown = _cards(state, state.topics_page, 0)
        around = (card for card in _cards(state, state.topics_page, 1) if card not in shown)
        cards = _all(Part.CARD, (*shown, *around))
        return Near((*cards, *_all(Part.READING, shown), *wall), visited=True)
    if state.view is View.WALL and state.paused:
        cards = _all(Part.CARD, _cards(state, _page_of(state, here), 0))
        return Near((*reading, *wall, *cards), visited=True)
    return Near((*wall, *reading))


def _all(part: Part, sections: Iterable[str]) -> tuple[tuple[Part, str], ...]:
    return tuple((part, section) for section in sections)


def _rotating(state: State) -> tuple[str, ...]:
    """Return the section on the wall and those behind it in the programme that may rotate."""
    stops = state.programme.stops
    here = next((place for place, stop in enumerate(stops) if stop.id == state.leaf.section), 0)
    behind = chain(stops[here:], stops[:here])
    rotating = (
        stop.id for stop in behind if stop.rotate and not stop.private and rotation.valid(stop, state.day)
    )
    return tuple(islice(rotating, AHEAD + 1))


def _cards(state: State, page: int, around: int) -> tuple[str, ...]:
    """Return the sections on a page of Topics and so many pages around it."""
    size = max(1, state.programme.cards_per_page)
    return rotation.cards(state.openable)[max(0, page - around) * size : (page + 1 + around) * size]


def _page_of(state: State, section: str) -> int:
    """Return the page of Topics that opens at the card of a section."""
    order = rotation.cards(state.openable)
    return order.index(section) // max(1, state.programme.cards_per_page) if section in order else 0
