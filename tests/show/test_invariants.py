# SPDX-License-Identifier: Apache-2.0
"""Whatever visitors, time, clocks and packs do: what always holds."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from math import floor

from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from msgspec.structs import replace

from kiosk.show.clock import set_clock
from kiosk.show.hearing import SENTENCE_S, Listening, Obstacle, Outlet, Plugged, Speech, Spoken, Voiceless
from kiosk.show.machine import State, cards, scene, start, step, wake
from kiosk.show.model import (
    Act,
    Chosen,
    Contact,
    Event,
    Hours,
    Key,
    Panel,
    Pressed,
    Programme,
    Replaced,
    Scene,
    ShowSettings,
    Stop,
    Tick,
    Touch,
    Touchable,
    View,
    WallClock,
)
from tests.show.examples import DAY, MORNING, NINE_TO_FIVE, name

NAMES = "abcde"
LONGEST_VISIT_S = 180 + SENTENCE_S + 180 + 20 + 2 * 60 * 2
"""Crisis help, a sentence never said, reading, band and a paused page, one by one, each at its longest."""
AT_REST = {"attract", "closed", "dark"}

dates = st.none() | st.integers(-2, 2).map(lambda days: DAY + timedelta(days=days))
seconds = st.sampled_from((0.0, 15.0, 20.5, 60.0))


@st.composite
def programmes(draw: st.DrawFn) -> Programme:
    """A programme of up to five sections with any flags."""
    stops = tuple(
        Stop(
            id=section,
            wall=tuple(draw(st.lists(seconds, max_size=2))),
            reading=tuple(draw(st.lists(seconds, max_size=3))),
            opening=draw(st.booleans()),
            rotate=draw(st.sampled_from((True, True, False))),
            private=draw(st.sampled_from((False, False, True))),
            only_with=tuple(draw(st.sets(st.sampled_from(NAMES), max_size=1))),
            valid_from=draw(dates),
            valid_until=draw(dates),
            untouched_only=draw(st.sampled_from((False, False, True))),
        )
        for section in draw(st.permutations(NAMES))[: draw(st.integers(0, 5))]
    )
    return Programme(stops, draw(st.integers(1, 3)))


show_settings = st.builds(
    ShowSettings,
    languages=st.just(("en", "es")),
    alternate=st.sampled_from(((), ("en",), ("en", "es"), ("en", "en", "es"))),
    touch=st.sampled_from(Touch),
    hours=st.sampled_from((Hours(), NINE_TO_FIVE, replace(NINE_TO_FIVE, dark_after_s=0.0))),
    dwell_factor=st.sampled_from((0.0, 0.5, 1.0, 2.0)),
    listen=st.sampled_from(Outlet),
)
spots = st.sampled_from((10.0, 15.0, 200.0))
values = st.sampled_from(("", *NAMES, "es", "en", "fr", "1.5", "7", "contrast", "pink"))
walls = st.integers(-100, 100).map(lambda hours: MORNING + timedelta(hours=hours))


def may_rotate(programme: Programme, today: date) -> set[str]:
    """Which sections may rotate, found another way: leave out what must go until nothing must."""
    named = {each.id: each for each in programme.stops}
    going = {each.id for each in programme.stops if not (each.rotate and not each.private and each.wall)}
    going |= {each.id for each in programme.stops if each.valid_from and each.valid_from > today}
    going |= {each.id for each in programme.stops if each.valid_until and each.valid_until < today}
    for _ in programme.stops:
        going |= {
            each.id for each in programme.stops if any(o in going or o not in named for o in each.only_with)
        }
    return set(named) - going


def alone(state: State, now: float, until: float) -> State:
    """What becomes of a state that only time passes over, from wake to wake."""
    while (due := wake(state)) is not None and due <= until:
        now = max(now, due)
        state = step(state, Tick(), now)
    return step(state, Tick(), max(now, until))


class Show(RuleBasedStateMachine):
    """Random touches, time, pack swaps and hours."""

    @initialize(settings=show_settings, programme=programmes(), wall=walls)
    def begin(self, settings: ShowSettings, programme: Programme, wall: datetime) -> None:
        self.settings = settings
        self.now = 1000.0
        self.state = start(settings, programme, wall, self.now)

    @property
    def mix(self) -> tuple[str, ...]:
        """The languages of the wall's loops in their order."""
        return self.settings.alternate or ("en",)

    @property
    def scene(self) -> Scene:
        return scene(self.state, self.now)

    def tell(self, event: Event) -> None:
        before = self.scene
        self.state = step(self.state, event, self.now)
        assert self.scene.sequence >= before.sequence
        resting = before.panel is not Panel.CRISIS and name(before) in AT_REST
        if resting and isinstance(event, Contact | Pressed):
            assert name(self.scene) in {"attract", "paused", "closed", "dark"}
            assert (self.scene.section, self.scene.page) == (before.section, before.page)
        if resting and isinstance(event, Chosen):
            assert name(self.scene) in {"attract", "paused", "closed", "dark", "crisis"}
            assert (self.scene.section, self.scene.page) == (before.section, before.page)
        if before.panel is Panel.CRISIS and isinstance(
            event, Tick | WallClock | Replaced | Contact | Touchable
        ):
            assert self.scene.panel is Panel.CRISIS

    @rule(ahead=st.sampled_from((0.0, 0.3, 1.0, 9.0, 21.0, 95.0)))
    def time_passes(self, ahead: float) -> None:
        self.now += ahead
        self.state = step(self.state, Tick(), self.now)

    @rule(days=st.sampled_from((0.5, 3.0)))
    def time_leaps(self, days: float) -> None:
        self.time_passes(days * 86_400)

    @rule()
    def the_wait_ends(self) -> None:
        due = wake(self.state)
        if due is not None:
            self.now = max(self.now, due)
            self.state = step(self.state, Tick(), self.now)

    @rule(number=st.integers(1, 3), x_mm=spots, y_mm=spots, down=st.booleans())
    def a_contact(self, number: int, x_mm: float, y_mm: float, down: bool) -> None:
        self.tell(Contact(number, x_mm, y_mm, down))

    @rule(x_mm=spots, times=st.sampled_from((1, 1, 1, 25)))
    def taps(self, x_mm: float, times: int) -> None:
        for _ in range(times):
            self.tell(Contact(9, x_mm, 50.0, down=True))
            self.now += 0.1
            self.tell(Contact(9, x_mm, 50.0, down=False))

    @rule(act=st.sampled_from(Act), value=values)
    def a_button(self, act: Act, value: str) -> None:
        self.tell(Chosen(act, value))

    @rule(act=st.sampled_from((Act.READ_THIS, Act.TOPICS, Act.NEXT, Act.SHEET)))
    @precondition(lambda self: name(self.scene) not in AT_REST)
    def a_likely_button(self, act: Act) -> None:
        self.now += 0.5
        self.tell(Chosen(act))

    @rule(key=st.sampled_from(Key))
    def a_key(self, key: Key) -> None:
        self.tell(Pressed(key))

    @rule(wall=walls)
    def the_clock_is_set(self, wall: datetime) -> None:
        self.tell(WallClock(wall))

    @rule(programme=programmes(), section=st.sampled_from(("", *NAMES)), page=st.integers(-1, 4))
    def another_programme(self, programme: Programme, section: str, page: int) -> None:
        self.tell(Replaced(programme, section, page))

    @rule()
    @precondition(lambda self: self.scene.offers_listening)
    def somebody_listens(self) -> None:
        self.tell(Chosen(Act.LISTEN))
        self.tell(Chosen(Act.LISTEN_START))

    @rule(late=st.sampled_from((0, 0, 0, 1)), more=st.booleans())
    def something_was_said(self, late: int, more: bool) -> None:
        self.tell(Spoken(self.scene.listening.utterance - late, more))

    @rule(obstacle=st.sampled_from((Obstacle.ENGINE, Obstacle.SOUND, Obstacle.VOICE)))
    def nothing_can_be_heard(self, obstacle: Obstacle) -> None:
        self.tell(Voiceless(obstacle))

    @rule(present=st.booleans())
    def headphones(self, present: bool) -> None:
        self.tell(Plugged(present))

    @rule(present=st.booleans())
    def a_touchscreen(self, present: bool) -> None:
        self.tell(Touchable(present))

    @invariant()
    def there_is_always_a_page(self) -> None:
        shown, programme = self.scene, self.state.programme
        named = {each.id: each for each in programme.stops}
        assert 0 <= shown.page < shown.pages
        assert 0 <= shown.loop_place < shown.loop_length
        assert 0 <= shown.topics_page < shown.topics_pages
        if shown.view is View.PAGE:
            assert shown.pages == len(named[shown.section].reading)
        if shown.view is View.TOPICS and shown.panel is not Panel.CRISIS:
            assert cards(self.state)
        if shown.view is View.WALL:
            self.is_sound(shown, may_rotate(programme, self.state.clock.read(self.now).date()), named)

    def is_sound(self, shown: Scene, rotating: set[str], named: dict[str, Stop]) -> None:
        """Nothing on the wall is expired, private or partnerless; the built-in page is a last resort."""
        if shown.section:
            assert shown.section in rotating
            assert shown.pages == len(named[shown.section].wall)
        else:
            assert all(
                each.untouched_only or each.only_with for each in named.values() if each.id in rotating
            )

    @invariant()
    def nobody_leaves_a_trace(self) -> None:
        shown = self.scene
        if name(shown) in AT_REST:
            assert (shown.text_scale, shown.theme) == (1.0, "light")
            assert (shown.still, shown.lowered) == (False, False)
            assert shown.language == self.mix[self.state.round % len(self.mix)]
            assert (shown.panel, shown.band, shown.paused, shown.term) == (Panel.NONE, False, False, "")

    @invariant()
    def nothing_is_heard_but_what_is_seen(self) -> None:
        """A page is read only while it stands there uncovered, where that is allowed, and never to nobody."""
        shown, heard = self.scene, self.scene.listening
        if heard.status is not Speech.OFF:
            assert shown.view is View.PAGE
            assert shown.panel is not Panel.CRISIS
            assert shown.offers_listening
        if heard.status in {Speech.SPEAKING, Speech.HUSHED}:
            assert name(shown) == "page"
        if name(shown) in {"attract", "dark"}:
            assert heard == Listening(utterance=heard.utterance)

    @invariant()
    def without_a_visitor_it_comes_to_rest(self) -> None:
        later = self.now + LONGEST_VISIT_S
        assert name(scene(alone(self.state, self.now, later), later)) in AT_REST

    @invariant()
    def crisis_help_is_one_touch_away_and_stays(self) -> None:
        helped = step(self.state, Chosen(Act.CRISIS), self.now)
        if self.scene.panel is not Panel.CRISIS:
            later = self.now + self.settings.crisis_s - 0.1
            for event in (
                Tick(),
                WallClock(MORNING),
                WallClock(MORNING + timedelta(hours=12)),
                Replaced(Programme(())),
            ):
                assert scene(step(helped, event, later), later).panel is Panel.CRISIS
        assert scene(helped, self.now).panel is Panel.CRISIS

    @invariant()
    def the_reset_is_warned_of(self) -> None:
        """Nothing that is read goes without its band, however late the tick; Topics may have no card left."""
        if self.scene.view in {View.PAGE, View.TOPICS} and name(self.scene) not in {"band", "crisis"}:
            late = self.now + 1e6
            emptied = self.scene.view is View.TOPICS and not cards(step(self.state, Tick(), late))
            assert scene(self.state, late).band or emptied

    @invariant()
    def nothing_changes_before_the_wait_ends(self) -> None:
        due = wake(self.state)
        until = self.now + 3600 if due is None else due
        for share in (0.0, 0.5, 0.999):
            between = self.now + (until - self.now) * share
            assert between == until or scene(self.state, between) == self.scene

    @invariant()
    def ticking_each_second_is_the_same_as_waiting(self) -> None:
        due = wake(self.state)
        if due is None or not 0 < due - self.now < 200:
            return
        ticked = self.state
        for second in range(1, floor(due - self.now)):
            ticked = step(ticked, Tick(), self.now + second)
        ticked, waited = step(ticked, Tick(), due), step(self.state, Tick(), due)
        assert scene(ticked, due) == scene(waited, due)
        assert wake(ticked) == wake(waited)


Show.TestCase.settings = hypothesis_settings(max_examples=60, stateful_step_count=30, deadline=None)
TestShow = Show.TestCase


def test_the_oracle_of_the_wall_knows_partners() -> None:
    stops = (
        Stop("a", (9.0,), (), only_with=("b",)),
        Stop("b", (9.0,), (), private=True),
        Stop("c", (9.0,), ()),
    )
    assert may_rotate(Programme(stops), set_clock(MORNING, 0.0).wall.date()) == {"c"}
