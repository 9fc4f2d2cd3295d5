# SPDX-License-Identifier: Apache-2.0
"""Which sections rotate, which may be opened, and where the rotation goes on when they change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final

from msgspec import Struct

from kiosk.show.model import Programme, Stop


class Leaf(Struct, frozen=True):
    """One wall page of the rotation: its section, its number from 0, its dwell in seconds."""

    section: str
    page: int
    dwell: float

    @property
    def key(self) -> tuple[str, int]:
        """Return what tells this page from another, in any language."""
        return self.section, self.page


BUILT_IN: Final = Leaf("", 0, 30.0)
"""What stands on the wall if nothing can rotate."""


def valid(stop: Stop, today: date) -> bool:
    """Tell whether a section may be shown today; its last day counts."""
    begun = stop.valid_from is None or stop.valid_from <= today
    return begun and (stop.valid_until is None or today <= stop.valid_until)


def together(stops: Iterable[Stop]) -> tuple[Stop, ...]:
    """Return the stops without those whose partners are not all among them."""
    kept = tuple(stops)
    while True:
        present = {stop.id for stop in kept}
        fewer = tuple(stop for stop in kept if present.issuperset(stop.only_with))
        if len(fewer) == len(kept):
            return kept
        kept = fewer


def loop(programme: Programme, today: date, *, touch: bool) -> tuple[Leaf, ...]:
    """Return the wall pages that rotate today, in their order."""
    rotating = together(
        stop
        for stop in programme.stops
        if stop.rotate and not stop.private and stop.wall and valid(stop, today)
        if not (touch and stop.untouched_only)
    )
    return tuple(Leaf(stop.id, page, dwell) for stop in rotating for page, dwell in enumerate(stop.wall))


def openable(programme: Programme, today: date) -> tuple[Stop, ...]:
    """Return the sections that a visitor may open today, private ones too, in their order."""
    return together(stop for stop in programme.stops if stop.reading and valid(stop, today))


def cards(sections: Iterable[Stop]) -> tuple[str, ...]:
    """Return the sections in the order of Topics: the opening first."""
    return tuple(stop.id for stop in sorted(sections, key=lambda stop: not stop.opening))


def next_change(programme: Programme, today: date) -> date | None:
    """Return the next day on which a section begins or ends to be valid."""
    begins = {stop.valid_from for stop in programme.stops if stop.valid_from is not None}
    ends = {stop.valid_until for stop in programme.stops if stop.valid_until is not None}
    days = begins | {day + timedelta(days=1) for day in ends if day < date.max}
    return min((day for day in days if day > today), default=None)


def keep(old: Sequence[Leaf], place: int, new: Sequence[Leaf]) -> int:
    """Return where the page at this place now is, or its section's page before it, or what came after it."""
    if not old:
        return 0
    here = old[place]
    before = [
        number for number, leaf in enumerate(new) if leaf.section == here.section and leaf.page <= here.page
    ]
    return before[-1] if before else follow(old, place, new)


def follow(old: Sequence[Leaf], place: int, new: Sequence[Leaf]) -> int:
    """Return the place in the new rotation of the first page after this place that is still in it."""
    if new is old and new:
        return (place + 1) % len(new)
    index = {leaf.key: number for number, leaf in enumerate(new)}
    for leaf in (*old[place + 1 :], *old[: place + 1]):
        if leaf.key in index:
            return index[leaf.key]
    return 0
