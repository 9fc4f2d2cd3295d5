# SPDX-License-Identifier: Apache-2.0
"""The show: events and time in, a scene out; the table in docs/show.md says the same."""

from __future__ import annotations

from datetime import date, datetime
from math import inf

from msgspec.structs import replace

from kiosk.show import browse, hours, listen, passing, rotation, visitor
from kiosk.show import near as nearness
from kiosk.show.clock import set_clock
from kiosk.show.contacts import Watch
from kiosk.show.hearing import Plugged, Spoken, Voiceless
from kiosk.show.model import (
    Chosen,
    Contact,
    Event,
    Panel,
    Pressed,
    Programme,
    Replaced,
    Scene,
    ShowSettings,
    Touchable,
    Turn,
    View,
    WallClock,
)
from kiosk.show.near import Near
from kiosk.show.state import State, bare, defaults, moved, refit, resettled, stop_named

__all__ = ["State", "cards", "near", "opening", "peek", "same_opening", "scene", "start", "step", "wake"]


def start(settings: ShowSettings, programme: Programme, clock: datetime, now: float) -> State:
    """Return the show at its beginning: the wall's first page, or the closed page."""
    set_to = set_clock(clock, now)
    choices = defaults(settings)
    state = State(settings, programme, set_to, set_to.wall.date(), choices, seen=now, since=now, acted=now)
    state = passing.settle(listen.silent(refit(state, state.day, now)), now)
    return replace(state, turn=Turn.NONE, sequence=0)


def step(state: State, event: Event, now: float) -> State:
    """Return the show after an event; `notes` of what comes back are this step's, for the log."""
    state = _settled(replace(state, notes=()), now)
    told = _told(listen.interrupted(state, event, now), event, now)
    return _settled(listen.followed(state, told, now), now)


def wake(state: State) -> float | None:
    """Return when the next tick is needed, in monotonic seconds; None if time alone changes nothing."""
    at = passing.next_wake(state)
    return None if at == inf else at


def peek(state: State, event: Chosen | Pressed, now: float) -> Scene:
    """Return what the window would show after a button or key of a visitor, whatever touches the glass."""
    return scene(step(replace(state, watch=Watch()), event, now), now)


def cards(state: State) -> tuple[str, ...]:
    """Return the sections that have a card in Topics today, in order, the opening first."""
    return rotation.cards(state.openable)


def near(state: State) -> Near:
    """Return the sections that can come next."""
    return nearness.near(state)


def opening(scene: Scene) -> bool:
    """Tell whether a scene is the one that a start in opening hours begins with."""
    untouched = scene.view is View.WALL and scene.panel is Panel.NONE and not (scene.paused or scene.band)
    return untouched and scene.sequence == 0


def same_opening(state: State, end: date) -> tuple[tuple[datetime, datetime], ...]:
    """Return when a start opens as today's does: open and with the same programme, until the day `end`."""
    changes = rotation.next_change(state.programme, state.day)
    return hours.open_spans(state.settings.hours, state.day, min(end, changes or end))


def scene(state: State, now: float) -> Scene:
    """Return what the window shows at this time."""
    state = _settled(state, now)
    section, page, pages = _where(state)
    visited = state.paused or state.view in {View.PAGE, View.TOPICS} or state.panel is Panel.CRISIS
    return Scene(
        view=state.view,
        panel=state.panel,
        paused=state.paused,
        band=state.band,
        touch=state.touchable or visited,
        section=section,
        page=page,
        pages=pages,
        loop_place=state.place,
        loop_length=max(1, len(state.loop)),
        topics_page=state.topics_page,
        topics_pages=state.topics_pages,
        language=state.choices.language,
        text_scale=state.choices.text_scale,
        theme=state.choices.theme,
        still=state.choices.still,
        lowered=state.choices.lowered,
        term=state.term,
        turn=state.turn,
        sequence=state.sequence,
        listening=state.listening,
        offers_listening=listen.offered(state),
    )


def _settled(state: State, now: float) -> State:
    """Return the state after everything that time alone has done, and what is heard with it."""
    return listen.followed(state, passing.settle(state, now), now)


def _told(state: State, event: Event, now: float) -> State:
    """Return the state after an event, time aside."""
    match event:
        case Contact():
            return visitor.touch(state, event, now)
        case Chosen():
            return visitor.choose(state, event, now)
        case Pressed():
            return visitor.press(state, event, now)
        case WallClock():
            return replace(state, clock=set_clock(event.now, now))
        case Replaced():
            return _replaced(state, event, now)
        case Touchable():
            return replace(state, touched=state.touched or event.present)
        case Spoken() | Voiceless() | Plugged():
            return listen.told(state, event, now)
        case _:
            return state


def _replaced(state: State, event: Replaced, now: float) -> State:
    """Return the state with another programme, wall page and reader's place kept where they can be."""
    if event.settings is not None:
        state = resettled(state, event.settings)
    state = refit(replace(state, programme=event.programme), state.day, now)
    if event.reworded:
        state = _reworded(state, now)
    if state.view is not View.PAGE:
        return state
    named = stop_named(state, event.section)
    section, page = (event.section, event.page) if named else (state.section, state.page)
    stop = named or stop_named(state, section)
    if stop is None:
        return browse.topics(state, Turn.NONE)
    page = min(max(0, page), len(stop.reading) - 1)
    if (section, page) == (state.section, state.page):
        return state
    return replace(state, section=section, page=page, turn=Turn.NONE, sequence=state.sequence + 1)


def _reworded(state: State, now: float) -> State:
    """Return the state with the page as one that has just come, and nothing left of the old one."""
    closing = {Panel.WORDS, Panel.SOURCES, Panel.COPY}
    if state.panel in closing or state.under in closing:
        state = bare(state)
    state = listen.reworded(state, now)
    if state.attract:
        state = replace(state, spent=0.0, since=now)
    return moved(state, Turn.FADE if state.view is View.WALL else Turn.NONE)


def _where(state: State) -> tuple[str, int, int]:
    """Return section, page and number of pages of what is shown."""
    if state.view is View.WALL:
        leaf = state.leaf
        pages = sum(each.section == leaf.section for each in state.loop)
        return leaf.section, leaf.page, max(1, pages)
    stop = stop_named(state, state.section) if state.view is View.PAGE else None
    return (state.section, state.page, len(stop.reading)) if stop else ("", 0, 1)
