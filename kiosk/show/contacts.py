# SPDX-License-Identifier: Apache-2.0
"""Which contacts are a visitor's, and which are water, a leaning child or a stuck panel."""

from __future__ import annotations

from enum import StrEnum
from math import dist, inf
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from kiosk.show.model import Contact

HOLD_S: Final = 10.0
"""A contact held this long is not a visitor."""
SPOT_MM: Final = 10.0
"""Contacts this near to one another are at the same spot."""
SPOT_S: Final = 60.0
"""How far back contacts at one spot are counted, and how long a spot must rest to be noted again."""
SPOT_TIMES: Final = 20
"""More contacts at one spot within `SPOT_S` are not a visitor."""
GESTURE_S: Final = 0.25
"""For how long after a contact came up a button may still report that it was released by it."""

_KEPT: Final = 256
_HELD: Final = 32


class Sign(StrEnum):
    """Whose contact it is: a visitor's, one that only answered the band or closed a panel, or nobody's."""

    VISITOR = "visitor"
    ANSWER = "answer"
    NOBODY = "nobody"


class Spot(Struct, frozen=True):
    """A place of the glass and a time."""

    x_mm: float
    y_mm: float
    at: float

    def near(self, other: Spot) -> bool:
        """Tell whether two spots are the same place."""
        return dist((self.x_mm, self.y_mm), (other.x_mm, other.y_mm)) <= SPOT_MM


class Touching(Struct, frozen=True):
    """A contact that is down, or came up a moment ago."""

    id: int
    spot: Spot
    sign: Sign
    up: float = inf
    overdue: bool = False


class Watch(Struct, frozen=True):
    """What is remembered of contacts: those that touch, where others went down, and what was noted."""

    touching: tuple[Touching, ...] = ()
    downs: tuple[Spot, ...] = ()
    noted: tuple[Spot, ...] = ()


def press(watch: Watch, contact: Contact, now: float) -> tuple[Watch, Sign, str]:
    """Take a contact that went down; return whose it is, and what to note of it, if anything."""
    spot = Spot(contact.x_mm, contact.y_mm, now)
    downs = (*(down for down in watch.downs if now - down.at < SPOT_S), spot)[-_KEPT:]
    times = sum(down.near(spot) for down in downs)
    sign = Sign.NOBODY if times > SPOT_TIMES else Sign.VISITOR
    others = tuple(other for other in watch.touching if other.id != contact.id and now - other.up < GESTURE_S)
    watch = replace(watch, downs=downs, touching=(*others, Touching(contact.id, spot, sign))[-_HELD:])
    if sign is Sign.VISITOR:
        return watch, sign, ""
    what = f"was touched more than {SPOT_TIMES} times in a minute"
    watch, note = _note(watch, spot, now, what)
    return watch, sign, note


def release(watch: Watch, contact: Contact, now: float) -> tuple[Watch, Sign]:
    """Take a contact that came up; return whose it was. One that never went down is nobody's."""
    sign, kept = Sign.NOBODY, []
    for touching in watch.touching:
        if touching.id != contact.id or touching.up < inf:
            kept.append(touching)
            continue
        sign = Sign.NOBODY if now - touching.spot.at >= HOLD_S else touching.sign
        kept.append(replace(touching, up=now, sign=sign))
    return replace(watch, touching=tuple(kept)), sign


def answered(watch: Watch) -> Watch:
    """Return the watch with every visitor's contact that is down as one whose end means nothing more."""
    touching = tuple(
        replace(each, sign=Sign.ANSWER) if each.up == inf and each.sign is Sign.VISITOR else each
        for each in watch.touching
    )
    return replace(watch, touching=touching)


def overdue(watch: Watch, now: float) -> tuple[Watch, tuple[str, ...]]:
    """Return the watch with those contacts as nobody's that have been held too long, and what to note."""
    notes: list[str] = []
    for each in watch.touching:
        if now < _patience_ends(each):
            continue
        late = replace(each, sign=Sign.NOBODY, overdue=True)
        touching = tuple(late if other is each else other for other in watch.touching)
        what = f"has been touched for more than {HOLD_S:.0f} seconds without a pause"
        watch, note = _note(replace(watch, touching=touching), each.spot, now, what)
        notes += [note] if note else []
    return watch, tuple(notes)


def next_overdue(watch: Watch) -> float:
    """Return when the next contact will have been held too long."""
    return min((_patience_ends(each) for each in watch.touching), default=inf)


def visitor_until(watch: Watch) -> float:
    """Return until when a visitor's contact may still come up; nothing moves under a finger before that."""
    ends = (_patience_ends(each) for each in watch.touching if each.sign is Sign.VISITOR)
    return max((end for end in ends if end < inf), default=-inf)


def whose(watch: Watch, now: float) -> Sign:
    """Return who released a button now: without any contact, keys or a screen reader, so a visitor."""
    signs = {each.sign for each in watch.touching if now - each.up < GESTURE_S}
    return next((sign for sign in Sign if sign in signs), Sign.VISITOR)


def _patience_ends(touching: Touching) -> float:
    """Return when a contact will have been held too long; never, if it came up or was noted."""
    return inf if touching.overdue or touching.up < inf else touching.spot.at + HOLD_S


def _note(watch: Watch, spot: Spot, now: float, what: str) -> tuple[Watch, str]:
    """Return a sentence on a spot, unless it stands for the same trouble that was noted before."""
    here = replace(spot, at=now)
    recent = [old for old in watch.noted if now - old.at < SPOT_S]
    known = any(old.near(here) for old in recent)
    others = [old for old in recent if not old.near(here)]
    watch = replace(watch, noted=(*others, here)[-_HELD:])
    if known:
        return watch, ""
    return watch, f"The glass at {spot.x_mm:.0f} x {spot.y_mm:.0f} mm {what}: not taken for a visitor."
