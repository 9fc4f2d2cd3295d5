# SPDX-License-Identifier: Apache-2.0
"""What time alone does: each state names when it ends by itself, and how."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time
from math import inf

from msgspec.structs import replace

from kiosk.show import contacts, hours, idle, listen, rotation, wall
from kiosk.show.hearing import Speech
from kiosk.show.model import Panel, View
from kiosk.show.state import State, refit, stop_named

Change = Callable[[State, float], State]


def settle(state: State, now: float) -> State:
    """Return the state after everything that time alone has done until now.

    What is late happens now, once: a leap of days turns one page, and still shows the band before a reset.
    """
    watch, notes = contacts.overdue(state.watch, now)
    state = replace(state, watch=watch, notes=state.notes + notes, seen=now)
    today = state.clock.read(now).date()
    if today != state.day:
        state = refit(state, today, now)
    while (change := _due(state, now)) is not None:
        state = change(state, now)
    return state


def next_wake(state: State) -> float:
    """Return when time alone changes something next; never, if it does not."""
    ends = [at for at, _ in _endings(state, state.seen)]
    return min(*ends, contacts.next_overdue(state.watch), _next_day(state))


def _due(state: State, now: float) -> Change | None:
    """Return the first change that is due."""
    return next((change for at, change in _endings(state, now) if at <= now), None)


def _endings(state: State, now: float) -> tuple[tuple[float, Change], ...]:
    """Return when and how the state ends by itself, what matters most first."""
    settings = state.settings
    if state.panel is Panel.CRISIS:
        return ((state.acted + settings.crisis_s, wall.help_closed),)
    if state.view is View.TOPICS and not state.openable:
        return ((now, wall.reset),)
    if state.band:
        return ((state.banded + settings.band_s, wall.reset),)
    if state.view in {View.PAGE, View.TOPICS}:
        heard = listen.endings(state)
        if state.listening.status is Speech.SPEAKING:
            return heard
        return (*heard, (state.acted + _patience(state), _warn))
    if state.paused:
        return ((state.acted + idle.alone(state.leaf, settings.dwell_factor), wall.resume),)
    if state.view is View.WALL:
        return (_at_hours(state, now, opened=False), wall.close_down), (_turn_due(state), wall.turned)
    opens = (_at_hours(state, now, opened=True), wall.open_up)
    if state.view is View.DARK:
        return (opens,)
    return opens, (max(state.lit, state.acted) + settings.hours.dark_after_s, wall.darken)


def _warn(state: State, now: float) -> State:
    """Return the state with the band over it."""
    return replace(state, band=True, banded=now)


def _patience(state: State) -> float:
    """Return how long what is read waits for a touch."""
    stop = stop_named(state, state.section) if state.view is View.PAGE else None
    return idle.patience(state.settings, stop, state.page)


def _turn_due(state: State) -> float:
    """Return when the wall turns: not while it has one page in one language, nor under a visitor's finger."""
    alternates = len(set(state.settings.alternate)) > 1
    if len(state.loop) < (1 if alternates else 2):
        return inf
    dwell = idle.dwell(state.leaf, state.settings.dwell_factor)
    return max(state.since + (dwell - state.spent), contacts.visitor_until(state.watch))


def _at_hours(state: State, now: float, *, opened: bool) -> float:
    """Return when the clinic is open, or closed: now, or when it is time to look again."""
    local = state.clock.read(now)
    if hours.is_open(state.settings.hours, local) == opened:
        return now
    look = hours.look_again(state.settings.hours, local)
    return inf if look is None else state.clock.when(look)


def _next_day(state: State) -> float:
    """Return when a section next begins or ends to be valid."""
    day = rotation.next_change(state.programme, state.day)
    return inf if day is None else state.clock.when(datetime.combine(day, time()))
