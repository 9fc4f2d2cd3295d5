# SPDX-License-Identifier: Apache-2.0
"""A small programme, and short words for what happens in a visit."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Final

from msgspec.structs import replace

from kiosk.show.machine import State, scene, start, step, wake
from kiosk.show.model import (
    Act,
    Chosen,
    Contact,
    Event,
    Hours,
    Key,
    Opening,
    Panel,
    Pressed,
    Programme,
    Scene,
    ShowSettings,
    Stop,
    Tick,
    Touch,
    View,
)

DAY: Final = date(2026, 11, 23)
"""A Monday."""
MORNING: Final = datetime.combine(DAY, time(10))
NINE_TO_FIVE: Final = Hours({day: (Opening(time(9), time(17)),) for day in range(5)})
SETTINGS: Final = ShowSettings(languages=("en", "es"), touch=Touch.YES, hours=NINE_TO_FIVE)


def stop(name: str, wall: int = 2, reading: int = 3, **flags: object) -> Stop:
    """A section with so many wall pages of 20 s and reading pages of 40 s."""
    return replace(Stop(name, (20.0,) * wall, (40.0,) * reading), **flags)


PROGRAMME: Final = Programme((stop("a", opening=True), stop("b"), stop("c")), cards_per_page=2)


class Visit:
    """A show and a clock, both moved by plain words."""

    def __init__(
        self,
        settings: ShowSettings = SETTINGS,
        programme: Programme = PROGRAMME,
        clock: datetime = MORNING,
        now: float = 1000.0,
    ) -> None:
        self.now = now
        self.state: State = start(settings, programme, clock, now)

    @property
    def scene(self) -> Scene:
        return scene(self.state, self.now)

    @property
    def name(self) -> str:
        return name(self.scene)

    @property
    def place(self) -> tuple[str, int]:
        return self.scene.section, self.scene.page

    def tell(self, *events: Event) -> Visit:
        for event in events:
            self.state = step(self.state, event, self.now)
        return self

    def leap(self, seconds: float) -> Visit:
        """Let time pass in one go, as after a suspend."""
        self.now += seconds
        return self.tell(Tick())

    def wait(self, seconds: float) -> Visit:
        """Let time pass with a tick whenever the show asked for one."""
        until = self.now + seconds
        while (due := wake(self.state)) is not None and due < until:
            self.now = max(self.now, due)
            self.tell(Tick())
        self.now = until
        return self.tell(Tick())

    def wait_until(self, wanted: str, within: float = 100_000.0) -> Visit:
        """Let time pass from wake to wake until the show is in this state."""
        for _ in range(10_000):
            if self.name == wanted:
                return self
            due = next_wake(self.state)
            assert due <= self.now + within, f"{wanted} never comes"
            self.now = max(self.now, due)
            self.tell(Tick())
        raise AssertionError(wanted)

    def tap(self, x_mm: float = 100.0, y_mm: float = 100.0, number: int = 1) -> Visit:
        """A finger down and up, and on to a time when it says nothing more."""
        self.tell(Contact(number, x_mm, y_mm, down=True))
        self.now += 0.1
        self.tell(Contact(number, x_mm, y_mm, down=False))
        self.now += 0.4
        return self.tell(Tick())

    def choose(self, act: Act, value: str = "") -> Visit:
        return self.tell(Chosen(act, value))

    def press(self, *keys: Key) -> Visit:
        return self.tell(*(Pressed(key) for key in keys))

    def read(self, section: str = "b", page: int = 0) -> Visit:
        """Come to the screen and open a page."""
        self.tap().choose(Act.OPEN, section)
        for _ in range(page):
            self.choose(Act.NEXT)
        assert self.place == (section, page)
        return self


def next_wake(state: State) -> float:
    due = wake(state)
    assert due is not None
    return due


def name(shown: Scene) -> str:
    """The state of the table that a scene is in."""
    if shown.panel is Panel.CRISIS:
        return "crisis"
    if shown.band:
        return "band"
    if shown.panel is not Panel.NONE:
        return shown.panel.value
    if shown.view is View.WALL:
        return "paused" if shown.paused else "attract"
    return shown.view.value


def in_state(wanted: str) -> Visit:
    """A show in a state of the table; what is read is page 1 of section b."""
    visit = Visit()
    match wanted:
        case "attract":
            pass
        case "paused":
            visit.tap()
        case "page":
            visit.read("b", 1)
        case "topics":
            visit.tap().choose(Act.TOPICS)
        case "sheet" | "words" | "sources" | "copy":
            visit.read("b", 1).choose(Act(wanted), "term")
        case "band":
            visit.read("b", 1).wait_until("band")
        case "crisis":
            visit.read("b", 1).choose(Act.CRISIS)
        case _:
            visit = Visit(clock=datetime.combine(DAY, time(20))).wait(100)
            visit.wait_until(wanted)
    assert visit.name == wanted
    return visit


def sections(stops: Iterable[Stop]) -> list[str]:
    return [each.id for each in stops]
