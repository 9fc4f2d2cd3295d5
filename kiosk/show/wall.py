# SPDX-License-Identifier: Apache-2.0
"""The wall: rotating, paused, closed and dark, and crisis help over all of them."""

from __future__ import annotations

from msgspec.structs import replace

from kiosk.show import contacts, rotation
from kiosk.show.model import Panel, Turn, View
from kiosk.show.state import State, acted, at_rest, bare, defaults, looped, moved


def turned(state: State, now: float) -> State:
    """Return the wall at its next page; what changed since the rotation was made counts from here."""
    fresh = looped(state, state.day)
    place = rotation.follow(state.loop, state.place, fresh.loop)
    rounds = state.round + (place <= state.place)
    choices = defaults(state.settings, rounds)
    return _afresh(replace(fresh, place=place, round=rounds, choices=choices), now)


def pause(state: State, now: float) -> State:
    """Return the wall standing still for a visitor, with the rest of its dwell kept."""
    return acted(replace(state, paused=True, spent=state.spent + now - state.since), now)


def resume(state: State, now: float) -> State:
    """Return the wall rotating on exactly where it stopped, without what the visitor chose."""
    chosen = at_rest(state)
    same = state.choices == chosen
    state = bare(replace(state, paused=False, band=False, since=now, choices=chosen))
    state = replace(state, watch=contacts.answered(state.watch))
    return state if same else moved(state, Turn.FADE)


def reset(state: State, now: float) -> State:
    """Return the wall rotating, one page after that where the visit began, with no trace of the visit."""
    state = bare(replace(state, view=View.WALL, paused=False, band=False, choices=at_rest(state)))
    state = replace(state, section="", page=0, topics_page=0, watch=contacts.answered(state.watch))
    return turned(state, now)


def close_down(state: State, now: float) -> State:
    """Return the closed page."""
    return moved(replace(state, view=View.CLOSED, lit=now), Turn.FADE)


def darken(state: State, _now: float) -> State:
    """Return the dark screen."""
    return moved(replace(state, view=View.DARK), Turn.FADE)


def light(state: State, now: float) -> State:
    """Return the closed page lit, if it was dark, and lit for its full time from now."""
    if state.view is View.DARK:
        state = close_down(state, now)
    return acted(state, now)


def open_up(state: State, now: float) -> State:
    """Return the wall rotating after the clinic has opened."""
    return _afresh(replace(state, view=View.WALL), now)


def help_shown(state: State, now: float) -> State:
    """Return crisis help over whatever is shown; the wall pauses beneath it and the dark is lit."""
    if state.panel is Panel.CRISIS:
        return acted(state, now)
    if state.attract:
        state = pause(state, now)
    if state.view is View.DARK:
        state = light(state, now)
    return acted(replace(state, panel=Panel.CRISIS, under=state.panel, band=False), now)


def help_closed(state: State, _now: float) -> State:
    """Return what lay under crisis help, waiting for the visitor since their last touch."""
    state = replace(state, panel=state.under, under=Panel.NONE)
    return replace(state, choices=at_rest(state)) if state.view is View.CLOSED else state


def _afresh(state: State, now: float) -> State:
    """Return the wall page at its place shown with its whole dwell before it."""
    return moved(replace(state, anchor=state.leaf, spent=0.0, since=now), Turn.FADE)
