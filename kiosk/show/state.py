# SPDX-License-Identifier: Apache-2.0
"""Everything the show remembers, and the small steps from which all others are made."""

from __future__ import annotations

from datetime import date

from msgspec import Struct, field
from msgspec.structs import replace

from kiosk.show import rotation
from kiosk.show.clock import Clock
from kiosk.show.contacts import Watch
from kiosk.show.hearing import Listening
from kiosk.show.model import Panel, Programme, ShowSettings, Stop, Touch, Turn, View
from kiosk.show.rotation import BUILT_IN, Leaf


class Choices(Struct, frozen=True):
    """What a visitor may choose for themselves, and what goes back to the clinic's defaults after them."""

    language: str
    text_scale: float
    theme: str
    still: bool = False
    lowered: bool = False


class State(Struct, frozen=True):
    """What is on now, since when, and what is needed to say what comes next.

    `loop` is the rotation and `place` the wall page in it, of whose dwell `spent` seconds had passed at
    `since`. `section` and `page` are what is read. `under` is the panel beneath crisis help. `acted` is when
    a visitor last did something, `banded` when the band appeared, `lit` when the closed page did, `seen` the
    time of the last step. `anchor` is the wall page that was last on the screen: it is found again after the
    rotation was another for a while. `basis` is what the rotation was made of. `notes`
    is what this step found worth a line in the log.
    """

    settings: ShowSettings
    programme: Programme
    clock: Clock
    day: date
    choices: Choices
    seen: float
    since: float
    acted: float
    loop: tuple[Leaf, ...] = ()
    basis: tuple[Programme, date, bool] | None = None
    openable: tuple[Stop, ...] = ()
    place: int = 0
    round: int = 0
    anchor: Leaf = BUILT_IN
    spent: float = 0.0
    view: View = View.WALL
    paused: bool = False
    panel: Panel = Panel.NONE
    under: Panel = Panel.NONE
    term: str = ""
    band: bool = False
    banded: float = 0.0
    lit: float = 0.0
    section: str = ""
    page: int = 0
    topics_page: int = 0
    touched: bool = False
    watch: Watch = field(default_factory=Watch)
    turn: Turn = Turn.NONE
    sequence: int = 0
    listening: Listening = field(default_factory=Listening)
    plugged: bool = False
    notes: tuple[str, ...] = ()

    @property
    def leaf(self) -> Leaf:
        """Return the wall page that is shown, or was when the visitor came."""
        return self.loop[self.place] if self.loop else BUILT_IN

    @property
    def attract(self) -> bool:
        """Tell whether the wall rotates for nobody in particular."""
        return self.view is View.WALL and not self.paused

    @property
    def touchable(self) -> bool:
        """Tell whether the screen is known to feel touches."""
        known = self.touched or self.settings.touch is Touch.YES
        return known and self.settings.touch is not Touch.NO

    @property
    def topics_pages(self) -> int:
        """Return how many pages Topics has."""
        return max(1, -(-len(self.openable) // max(1, self.programme.cards_per_page)))


def defaults(settings: ShowSettings, turn: int = 0) -> Choices:
    """Return what is shown to a visitor who has chosen nothing, in the wall's loop of number `turn`."""
    mix = settings.alternate
    language = mix[turn % len(mix)] if mix else settings.language
    return Choices(language, settings.text_scale, settings.theme, settings.still, settings.lowered)


def at_rest(state: State) -> Choices:
    """Return what is shown once the visitor has gone, in the language of the wall's loop."""
    return defaults(state.settings, state.round)


def resettled(state: State, settings: ShowSettings) -> State:
    """Return the state with other settings; what a visitor chose stays, a language where it is offered."""
    untouched = state.choices == at_rest(state)
    state = replace(state, settings=settings)
    if untouched:
        return replace(state, choices=at_rest(state))
    if state.choices.language in settings.languages:
        return state
    return replace(state, choices=replace(state.choices, language=at_rest(state).language))


def moved(state: State, turn: Turn) -> State:
    """Return the state as one turn further."""
    return replace(state, turn=turn, sequence=state.sequence + 1)


def acted(state: State, now: float) -> State:
    """Return the state with every wait for the visitor begun anew."""
    return replace(state, acted=now)


def stop_named(state: State, section: str) -> Stop | None:
    """Return what is known of a section that can be read at all, whether or not it is valid today."""
    return next((stop for stop in state.programme.stops if stop.id == section and stop.reading), None)


def bare(state: State) -> State:
    """Return the state without its panel; crisis help stays, with nothing beneath it."""
    if state.panel is Panel.CRISIS:
        return replace(state, under=Panel.NONE, term="")
    return replace(state, panel=Panel.NONE, term="")


def looped(state: State, today: date) -> State:
    """Return the state with its rotation as it is today, made anew only where it can be another."""
    basis = (state.programme, today, state.touchable)
    if state.basis is not None and state.basis[0] is state.programme and state.basis[1:] == basis[1:]:
        return state
    loop = rotation.loop(state.programme, today, touch=state.touchable)
    return replace(state, loop=loop, basis=basis)


def refit(state: State, today: date, now: float) -> State:
    """Return the state with rotation and Topics as they are today, the wall page kept if it can be."""
    made = looped(state, today)
    place = next((number for number, leaf in enumerate(made.loop) if leaf.key == state.anchor.key), None)
    if place is None:
        place = rotation.keep(state.loop, state.place, made.loop)
    openable = rotation.openable(state.programme, today)
    fitted = replace(made, day=today, openable=openable, place=place)
    fitted = replace(fitted, topics_page=min(state.topics_page, fitted.topics_pages - 1))
    if state.view is not View.WALL or fitted.leaf.key == state.leaf.key:
        return fitted
    return moved(replace(fitted, spent=0.0, since=now, anchor=fitted.leaf), Turn.FADE)
