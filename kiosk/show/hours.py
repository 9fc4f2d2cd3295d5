# SPDX-License-Identifier: Apache-2.0
"""Opening hours: whether the clinic is open, and when to look again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Final

from kiosk.show.model import Hours

_DAY: Final = timedelta(days=1)
_AHEAD: Final = 8


def is_open(hours: Hours, wall: datetime) -> bool:
    """Tell whether the clinic is open at this wall time."""
    today = wall.date()
    spans = (span for day in (today - _DAY, today) for span in _spans(hours, day))
    return any(opens <= wall < closes for opens, closes in spans)


def look_again(hours: Hours, wall: datetime) -> datetime | None:
    """Return a time not later than the next opening or closing; None if there will be none."""
    if not hours.weekdays and not hours.closed_days:
        return None
    open_now = is_open(hours, wall)
    for edge in _edges(hours, wall):
        if is_open(hours, edge) != open_now:
            return edge
    if any(day >= wall.date() for day in hours.closed_days):
        return _midnight(wall.date() + _AHEAD * _DAY)
    return None


def open_spans(hours: Hours, first: date, end: date) -> tuple[tuple[datetime, datetime], ...]:
    """Return from when to when the clinic is open, from the start of a day to the start of another."""
    days = (first + offset * _DAY for offset in range(-1, (end - first).days))
    begins, ends = _midnight(first), _midnight(end)
    spans = ((max(opens, begins), min(closes, ends)) for day in days for opens, closes in _spans(hours, day))
    return tuple((opens, closes) for opens, closes in spans if opens < closes)


def _edges(hours: Hours, wall: datetime) -> list[datetime]:
    """Return when a span begins or ends within a week from now, soonest first."""
    days = (wall.date() + offset * _DAY for offset in range(-1, _AHEAD + 1))
    return sorted({edge for day in days for span in _spans(hours, day) for edge in span if edge > wall})


def _spans(hours: Hours, day: date) -> Iterator[tuple[datetime, datetime]]:
    """Yield from when to when the clinic is open in the spans that begin on this day."""
    if day in hours.closed_days:
        return
    if not hours.weekdays:
        yield _midnight(day), _midnight(day) + _DAY
    for opening in hours.weekdays.get(day.weekday(), ()):
        past_midnight = opening.closes <= opening.opens
        closes = datetime.combine(day, opening.closes)
        yield datetime.combine(day, opening.opens), closes + _DAY if past_midnight else closes


def _midnight(day: date) -> datetime:
    """Return the moment at which a day begins."""
    return datetime.combine(day, time())
