# SPDX-License-Identifier: Apache-2.0
"""Reading: pages, sections and Topics, forward and back."""

from __future__ import annotations

from itertools import takewhile

from msgspec.structs import replace

from kiosk.show.model import Panel, Stop, Turn, View
from kiosk.show.rotation import cards
from kiosk.show.state import State, bare, moved, stop_named


def at(state: State, section: str, page: int, turn: Turn) -> State:
    """Return the state with this reading page shown and no panel over it."""
    state = replace(state, view=View.PAGE, paused=False, section=section, page=page)
    return moved(bare(state), turn)


def topics(state: State, turn: Turn = Turn.BACK) -> State:
    """Return Topics, at the card of the section that was read."""
    order = cards(state.openable)
    card = order.index(state.section) if state.section in order else 0
    page = card // max(1, state.programme.cards_per_page)
    return moved(bare(replace(state, view=View.TOPICS, paused=False, topics_page=page)), turn)


def opened(state: State, section: str, turn: Turn = Turn.FORWARD) -> State:
    """Return the first page of a section that may be opened; for any other nothing changes."""
    if all(stop.id != section for stop in state.openable):
        return state
    return at(state, section, 0, turn)


def read_this(state: State) -> State:
    """Return the first reading page of the section on the wall, or Topics if it has none."""
    section = state.leaf.section
    if any(stop.id == section for stop in state.openable):
        return opened(state, section)
    return topics(state, Turn.FORWARD) if state.openable else state


def forward(state: State) -> State:
    """Return the next page, the next section after the last page, Topics after the last section."""
    if state.view is View.TOPICS:
        return topics_turned(state, 1)
    stop = stop_named(state, state.section)
    if stop is not None and state.page + 1 < len(stop.reading):
        return at(state, state.section, state.page + 1, Turn.FORWARD)
    _, after = neighbours(state)
    return opened(state, after[0].id) if after else topics(state, Turn.FORWARD)


def back(state: State) -> State:
    """Return the page before, the last page of the section before, Topics before the first section."""
    if state.view is View.TOPICS:
        return topics_turned(state, -1)
    if state.page > 0:
        return at(state, state.section, state.page - 1, Turn.BACK)
    before, _ = neighbours(state)
    if before:
        return at(state, before[-1].id, len(before[-1].reading) - 1, Turn.BACK)
    return topics(state)


def home(state: State) -> State:
    """Return the first page of the section, or of Topics."""
    if state.view is View.TOPICS:
        return topics_turned(state, -state.topics_page)
    return at(state, state.section, 0, Turn.BACK) if state.page else state


def topics_turned(state: State, by: int) -> State:
    """Return another page of Topics; it ends at its first and last."""
    page = min(max(0, state.topics_page + by), state.topics_pages - 1)
    if page == state.topics_page:
        return state
    return moved(replace(bare(state), topics_page=page), Turn.FORWARD if by > 0 else Turn.BACK)


def panel_shown(state: State, panel: Panel, term: str) -> State:
    """Return the state with a panel over it; the sheet chosen again goes away."""
    if panel is Panel.SHEET and state.panel is Panel.SHEET:
        return bare(state)
    return replace(state, panel=panel, term=term)


def neighbours(state: State) -> tuple[tuple[Stop, ...], tuple[Stop, ...]]:
    """Return the sections that may be opened before and after the one that is read, itself open or not."""
    ids = [stop.id for stop in state.programme.stops]
    earlier = set(takewhile(lambda section: section != state.section, ids))
    others = [stop for stop in state.openable if stop.id != state.section]
    before = tuple(stop for stop in others if stop.id in earlier)
    return before, tuple(stop for stop in others if stop.id not in earlier)
