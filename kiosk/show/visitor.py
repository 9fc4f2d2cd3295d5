# SPDX-License-Identifier: Apache-2.0
"""What a visitor does: touches, buttons and keys."""

from __future__ import annotations

from msgspec.structs import replace

from kiosk.show import browse, contacts, listen, wall
from kiosk.show.contacts import Sign
from kiosk.show.model import TEXT_SCALES, Act, Chosen, Contact, Key, Panel, Pressed, Touch, View
from kiosk.show.state import State, acted, bare

_ONWARD = frozenset({Key.RIGHT, Key.PAGE_DOWN, Key.SPACE})
_BACKWARD = frozenset({Key.LEFT, Key.PAGE_UP})
_READ_THIS = frozenset({Key.RIGHT, Key.PAGE_DOWN, Key.ENTER})
_CHOICES = frozenset({Act.LANGUAGE, Act.TEXT_SCALE, Act.THEME, Act.STILL, Act.LOWER})
_YES_OR_NO = {"yes": True, "no": False}
_CLOSED = frozenset({View.CLOSED, View.DARK})


def touch(state: State, contact: Contact, now: float) -> State:
    """Return the state after a contact; a screen that is set to be without touch feels none."""
    if state.settings.touch is Touch.NO:
        return state
    return _down(state, contact, now) if contact.down else _up(state, contact, now)


def _down(state: State, contact: Contact, now: float) -> State:
    """Take a finger that went down: it answers the band and closes a word's meaning; else it only counts."""
    watch, sign, note = contacts.press(state.watch, contact, now)
    state = replace(state, watch=watch, touched=True, notes=(*state.notes, note) if note else state.notes)
    if sign is not Sign.VISITOR or state.attract or state.view is View.DARK:
        return state
    if state.band or state.panel is Panel.WORDS:
        state = replace(state, watch=contacts.answered(state.watch))
        state = replace(state, band=False) if state.band else bare(state)
    return acted(state, now)


def _up(state: State, contact: Contact, now: float) -> State:
    """Take a finger that came up: a visitor's pauses the wall and lights the dark; else it only counts."""
    watch, sign = contacts.release(state.watch, contact, now)
    state = replace(state, watch=watch)
    if sign is Sign.NOBODY or (sign is Sign.ANSWER and state.attract):
        return state
    return _woken(state, now)


def _woken(state: State, now: float) -> State:
    """Return the state with a visitor before it."""
    if state.attract:
        return wall.pause(state, now)
    return wall.light(state, now) if state.view in _CLOSED else acted(state, now)


def choose(state: State, event: Chosen, now: float) -> State:
    """Return the state after a button was released, by a visitor or by nobody."""
    if event.act is Act.SPEECH_MODE:
        return listen.speech_mode(replace(_woken(state, now), band=False), now)
    sign = contacts.whose(state.watch, now)
    if event.act is Act.CRISIS:
        already = state.panel is Panel.CRISIS
        return state if already and sign is Sign.NOBODY else wall.help_shown(state, now)
    if sign is Sign.ANSWER:
        return acted(state, now)
    if sign is Sign.VISITOR:
        return _heeded(state, event, now)
    reading = state.view in {View.PAGE, View.TOPICS} and not state.band and state.panel is not Panel.CRISIS
    return replace(_heeded(state, event, now), acted=state.acted) if reading else state


def _heeded(state: State, event: Chosen, now: float) -> State:
    """Return the state after a button that counts."""
    if state.panel is Panel.CRISIS:
        return _in_crisis(acted(state, now), event, now)
    if state.band:
        return acted(replace(state, band=False), now)
    if state.view in _CLOSED:
        return wall.light(state, now)
    if state.attract:
        return _on_wall(state, event, now)
    state = acted(state, now)
    if event.act in _CHOICES:
        return _chosen(state, event)
    if event.act is Act.FINISHED:
        return wall.reset(state, now)
    if event.act in listen.ACTS:
        return listen.choose(state, event.act, now)
    return _paused(state, event, now) if state.paused else _reading(state, event)


def _in_crisis(state: State, event: Chosen, now: float) -> State:
    """Choose in crisis help: it hears only its own close and how it is shown."""
    if event.act is Act.CLOSE:
        return wall.help_closed(state, now)
    return _chosen(state, event)


def _on_wall(state: State, event: Chosen, now: float) -> State:
    """Choose on the rotating wall: the language is its button; any other is out of date, and only wakes."""
    if event.act is not Act.LANGUAGE:
        return wall.pause(state, now)
    if event.value not in _languages(state):
        return state
    return _chosen(wall.pause(state, now), event)


def _paused(state: State, event: Chosen, now: float) -> State:
    """Choose on the paused wall: read this, go on, or go elsewhere."""
    match event.act:
        case Act.READ_THIS:
            return browse.read_this(state)
        case Act.CONTINUE:
            return wall.resume(state, now)
        case Act.TOPICS if state.openable:
            return browse.topics(state)
        case Act.OPEN:
            return browse.opened(state, event.value)
        case _:
            return state


def _reading(state: State, event: Chosen) -> State:
    """Choose on a page or in Topics, with or without a panel."""
    match event.act:
        case Act.NEXT:
            return browse.forward(state)
        case Act.PREVIOUS:
            return browse.back(state)
        case Act.TOPICS if state.view is View.PAGE:
            return browse.topics(state)
        case Act.OPEN:
            return browse.opened(state, event.value)
        case Act.SHEET:
            return browse.panel_shown(state, Panel.SHEET, "")
        case Act.TOPICS | Act.CLOSE:
            return bare(state)
        case Act.WORDS | Act.SOURCES | Act.COPY if state.view is View.PAGE:
            return browse.panel_shown(state, Panel(event.act.value), event.value)
        case Act.TOPICS_NEXT if state.view is View.TOPICS:
            return browse.forward(state)
        case Act.TOPICS_PREVIOUS if state.view is View.TOPICS:
            return browse.back(state)
        case _:
            return state


def _chosen(state: State, event: Chosen) -> State:
    """Return the state with a choice made; one that there is not changes nothing."""
    value, choices = event.value, state.choices
    if event.act is Act.LANGUAGE and value in _languages(state):
        return replace(state, choices=replace(choices, language=value))
    if event.act is Act.THEME and value in {*state.settings.themes, state.settings.theme}:
        return replace(state, choices=replace(choices, theme=value))
    if event.act is Act.STILL and value in _YES_OR_NO:
        return replace(state, choices=replace(choices, still=_YES_OR_NO[value]))
    if event.act is Act.LOWER and value in _YES_OR_NO:
        return replace(state, choices=replace(choices, lowered=_YES_OR_NO[value]))
    scale = next((each for each in TEXT_SCALES if value in {str(each), f"{each:g}"}), None)
    if event.act is Act.TEXT_SCALE and scale is not None:
        return replace(state, choices=replace(choices, text_scale=scale))
    return state


def _languages(state: State) -> frozenset[str]:
    """Return the languages a visitor may choose."""
    return frozenset({*state.settings.languages, state.settings.language})


def press(state: State, event: Pressed, now: float) -> State:
    """Return the state after a key; on the wall the first one only wakes, like the first touch."""
    key = event.key
    if state.panel is Panel.CRISIS:
        state = acted(state, now)
        return wall.help_closed(state, now) if key is Key.ESCAPE else state
    if state.attract or state.view in _CLOSED:
        return _woken(state, now)
    state = acted(state, now)
    if state.band:
        return replace(state, band=False)
    if state.panel is not Panel.NONE:
        return bare(state) if key is Key.ESCAPE or state.panel is Panel.WORDS else state
    return _paused_key(state, key) if state.paused else _reading_key(state, key)


def _paused_key(state: State, key: Key) -> State:
    """Return the paused wall after a key."""
    if key in _READ_THIS:
        return browse.read_this(state)
    return browse.topics(state) if key is Key.ESCAPE and state.openable else state


def _reading_key(state: State, key: Key) -> State:
    """Return a page or Topics after a key."""
    if key in _ONWARD:
        return browse.forward(state)
    if key in _BACKWARD:
        return browse.back(state)
    if key is Key.HOME:
        return browse.home(state)
    return browse.topics(state) if key is Key.ESCAPE and state.view is View.PAGE else state
