# SPDX-License-Identifier: Apache-2.0
"""Reading aloud and speech mode: what buttons, touches, keys, the voice and time do to them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from msgspec.structs import replace

from kiosk.show import browse, contacts
from kiosk.show.hearing import (
    FASTEST,
    GRACE_S,
    LOUDEST,
    RISE_S,
    SENTENCE_S,
    SLOWEST,
    SOFTEST,
    SOFTLY,
    Listening,
    Obstacle,
    Outlet,
    Plugged,
    Speech,
    Spoken,
    Voiceless,
)
from kiosk.show.model import Act, Contact, Event, Panel, Pressed, Touch, Turn, View
from kiosk.show.state import State, acted, bare, stop_named

HEARD: Final = frozenset({Speech.SPEAKING, Speech.HUSHED})
"""Being read to, or silenced for the moment that it takes to know what a touch meant."""

OPENED: Final = HEARD | {Speech.PAUSED, Speech.ENDED}
_ADJUSTING: Final = frozenset({Act.LISTEN_SLOWER, Act.LISTEN_FASTER, Act.LISTEN_SOFTER, Act.LISTEN_LOUDER})
ACTS: Final = _ADJUSTING | frozenset(
    {
        Act.LISTEN,
        Act.LISTEN_START,
        Act.LISTEN_PAUSE,
        Act.LISTEN_RESUME,
        Act.LISTEN_REPEAT,
        Act.LISTEN_STOP,
    }
)


def permitted(state: State) -> bool:
    """Tell whether anything may be heard: from the loudspeaker, or in headphones that are plugged in."""
    outlet = state.settings.listen
    return outlet is Outlet.LOUDSPEAKER or (outlet is Outlet.HEADPHONES and state.plugged)


def offered(state: State) -> bool:
    """Tell whether the page that is shown can be listened to."""
    return state.view is View.PAGE and permitted(state)


def loudness(listening: Listening, outlet: Outlet, now: float) -> float:
    """Return how loud the voice is now, from 0 to 1: on the loudspeaker it begins softly and rises."""
    share = 1.0
    if outlet is Outlet.LOUDSPEAKER:
        share = SOFTLY + (1 - SOFTLY) * min(1.0, max(0.0, (now - listening.began) / RISE_S))
    return share * listening.volume / LOUDEST


def choose(state: State, act: Act, now: float) -> State:
    """Return the state after a button of listening; one that makes no sense now changes nothing."""
    status = state.listening.status
    match act:
        case Act.LISTEN if offered(state) and status in {Speech.OFF, Speech.FAILED}:
            return _asked(bare(state), now)
        case Act.LISTEN_START if status is Speech.ASKING:
            return _begun(state, now)
        case Act.LISTEN_STOP if status is not Speech.OFF:
            return _off(state)
        case Act.LISTEN_PAUSE if status in HEARD:
            return _become(state, Speech.PAUSED, now)
        case Act.LISTEN_RESUME if status is Speech.ENDED:
            return browse.forward(_become(state, Speech.SPEAKING, now))
        case Act.LISTEN_RESUME | Act.LISTEN_REPEAT if status in OPENED:
            return _say(state, state.listening.sentence, now)
        case _:
            return _adjusted(state, act, now) if status in OPENED and act in _ADJUSTING else state


def _adjusted(state: State, act: Act, now: float) -> State:
    """Return the state at another speed or volume; what is being said is said again so."""
    heard = state.listening
    rate, volume = heard.rate, heard.volume
    rate += (act is Act.LISTEN_FASTER) - (act is Act.LISTEN_SLOWER)
    volume += (act is Act.LISTEN_LOUDER) - (act is Act.LISTEN_SOFTER)
    rate, volume = min(max(rate, SLOWEST), FASTEST), min(max(volume, SOFTEST), LOUDEST)
    state = replace(state, listening=replace(heard, rate=rate, volume=volume))
    return _say(state, heard.sentence, now) if heard.status in HEARD else state


def speech_mode(state: State, now: float) -> State:
    """Return the state with speech mode begun, or ended; it begins only where something may be heard."""
    if state.listening.guided:
        return replace(state, listening=replace(_off(state).listening, guided=False))
    if not permitted(state):
        return state
    heard = replace(state.listening, guided=True, began=now, obstacle=Obstacle.NONE)
    state = replace(state, listening=heard)
    return _say(state, 0, now) if _readable(state) else state


def interrupted(state: State, event: Event, now: float) -> State:
    """Return the state silenced by any touch or key; what it means besides is another matter."""
    if state.listening.status not in HEARD:
        return state
    if isinstance(event, Contact) and state.settings.touch is not Touch.NO:
        hushed = event.down or state.listening.status is Speech.HUSHED
        return _become(state, Speech.HUSHED, now) if hushed else state
    return _become(state, Speech.PAUSED, now) if isinstance(event, Pressed) else state


def told(state: State, event: Spoken | Voiceless | Plugged, now: float) -> State:
    """Return the state after news of the voice or of the headphones."""
    if isinstance(event, Spoken):
        return _spoken(state, event, now)
    if isinstance(event, Voiceless):
        return _voiceless(state, event.obstacle, now)
    state = replace(state, plugged=event.present)
    return state if permitted(state) else silent(state)


def _spoken(state: State, event: Spoken, now: float) -> State:
    """Go on to the next sentence, the next page, or the end of the section; being read to is activity."""
    heard = state.listening
    if event.utterance != heard.utterance or heard.status not in {Speech.SPEAKING, Speech.ENDED}:
        return state
    state = acted(state, now)
    if heard.status is Speech.ENDED:
        return state
    if event.more:
        return _say(state, heard.sentence + 1, now)
    stop = stop_named(state, state.section)
    if stop is not None and state.page + 1 < len(stop.reading):
        return browse.at(state, state.section, state.page + 1, Turn.FORWARD)
    ended = replace(heard, status=Speech.ENDED, utterance=heard.utterance + 1, since=now)
    return replace(state, listening=ended)


def _voiceless(state: State, obstacle: Obstacle, now: float) -> State:
    """Say on the screen that nothing can be heard, where somebody listens; speech mode ends."""
    heard = state.listening
    if heard.status not in OPENED and not heard.guided:
        return state
    status = Speech.FAILED if heard.status in OPENED else heard.status
    failed = replace(heard, status=status, obstacle=obstacle, guided=False, since=now)
    return replace(state, listening=failed)


def endings(state: State) -> tuple[tuple[float, Callable[[State, float], State]], ...]:
    """Return when and how what is heard ends by itself."""
    heard = state.listening
    if heard.status is Speech.SPEAKING:
        return ((heard.since + SENTENCE_S, _given_up),)
    if heard.status is Speech.HUSHED:
        return ((max(heard.since + GRACE_S, contacts.visitor_until(state.watch)), _paused),)
    return ()


def followed(before: State, after: State, now: float) -> State:
    """Return the state with what is heard as the screen asks for, after anything that happened.

    Reading goes on where the page turns, waits under a panel or the band, and ends with the visit.
    """
    if after.attract or after.view is View.DARK:
        return silent(after)
    heard = after.listening
    if after.view is not View.PAGE or after.panel is Panel.CRISIS:
        return after if heard.status is Speech.OFF else _off(after)
    if (before.view, before.section, before.page) != (after.view, after.section, after.page):
        return _turned(before, after, now)
    if not _readable(after) and heard.status in HEARD:
        return _become(after, Speech.PAUSED, now)
    other = before.choices.language, before.choices.text_scale
    if other != (after.choices.language, after.choices.text_scale):
        return replace(after, listening=replace(heard, sentence=0, obstacle=Obstacle.NONE))
    return after


def reworded(state: State, now: float) -> State:
    """Return the state after the page has got other words: what is read waits at their beginning."""
    if state.listening.status not in OPENED:
        return state
    waiting = replace(state.listening, status=Speech.PAUSED, sentence=0, since=now)
    return replace(state, listening=waiting)


def silent(state: State) -> State:
    """Return the state with nothing heard and nothing of the visitor left of it."""
    used = state.listening.utterance
    return replace(state, listening=Listening(volume=state.settings.volume, utterance=used))


def _turned(before: State, after: State, now: float) -> State:
    """Return another page read from its beginning, if the one before was being read, or in speech mode."""
    heard = after.listening
    reads = heard.status is Speech.SPEAKING or before.listening.status in HEARD
    if _readable(after) and (heard.guided or (reads and heard.status in OPENED)):
        return _say(after, 0, now)
    if heard.status in OPENED:
        return replace(after, listening=replace(heard, status=Speech.PAUSED, sentence=0, since=now))
    return _off(after)


def _readable(state: State) -> bool:
    """Tell whether a page stands there with nothing over it."""
    return state.view is View.PAGE and state.panel is Panel.NONE and not state.band


def _asked(state: State, now: float) -> State:
    """Return the state after a wish to listen: the loudspeaker is asked about first."""
    if state.settings.listen is Outlet.LOUDSPEAKER and not state.listening.guided:
        return _become(state, Speech.ASKING, now)
    return _begun(state, now)


def _begun(state: State, now: float) -> State:
    heard = replace(state.listening, began=now, obstacle=Obstacle.NONE)
    return _say(replace(state, listening=heard), 0, now)


def _say(state: State, sentence: int, now: float) -> State:
    """Return the state with a sentence to be said."""
    heard = state.listening
    said = replace(heard, status=Speech.SPEAKING, sentence=sentence, utterance=heard.utterance + 1, since=now)
    return replace(state, listening=said)


def _become(state: State, status: Speech, now: float) -> State:
    return replace(state, listening=replace(state.listening, status=status, since=now))


def _off(state: State) -> State:
    """Return the state with nothing read; speed, volume and speech mode stay the visitor's."""
    return replace(state, listening=replace(state.listening, status=Speech.OFF, sentence=0))


def _given_up(state: State, now: float) -> State:
    return _voiceless(state, Obstacle.SOUND, now)


def _paused(state: State, now: float) -> State:
    return _become(state, Speech.PAUSED, now)
