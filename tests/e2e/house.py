# SPDX-License-Identifier: Apache-2.0
"""A kiosk on a virtual screen: started with settings, touched, and watched for what may never be seen."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.e2e import look
from tests.e2e.look import Button, Kind
from tests.e2e.picture import Area, Frame
from tests.e2e.program import ROOT, Program, kiosk, wait_until
from tests.e2e.screen import Screen

PACKS = ROOT / "tests" / "packs"
TIME_SCALE = 20
DWELL_FACTOR = 2
MANAGERS = ("no window manager", "openbox")
STILL_S = 0.25
DARKEST = 60.0
LEAST_GROUND = 0.02
Value = str | bool | float


@dataclass
class House:
    """One screen with the kiosk on it; `seen` counts the frames that were looked at and found sound.

    `session` is what a program needs to find a session on that screen, where it is not to see the screen.
    """

    screen: Screen
    folder: Path
    session: Mapping[str, str] = field(default_factory=dict)
    programs: list[Program] = field(default_factory=list)
    opened: bool = False
    seen: int = 0

    @property
    def environment(self) -> dict[str, str]:
        """Return what a program needs to be shown."""
        return dict(self.session) or self.screen.environment

    @property
    def photograph(self) -> Path:
        """Return where the picture of a failing test is kept."""
        return self.folder / "screen.png"

    def settings(self, values: Mapping[str, Value]) -> Path:
        """Write a settings file and return it."""
        path = self.folder / "station.toml"
        clinic = 'clinic_offers_this_treatment = false\n{}[clinic]\nname = "North Clinic"\ncountry = "US"\n'
        path.write_text(
            clinic.format("".join(f"{k} = {json.dumps(v)}\n" for k, v in values.items())), encoding="utf-8"
        )
        return path

    def kiosk(self, *arguments: str, time_scale: float = TIME_SCALE, **values: Value) -> Program:
        """Return a kiosk with settings, not yet started; a second one shares the folders of the first."""
        environment = self.environment | {"KIOSK_TIME_SCALE": str(time_scale)}
        given = (
            "--settings",
            str(self.settings({"dwell_factor": DWELL_FACTOR, **values})),
            "--pack",
            str(PACKS / "tiny"),
        )
        program = kiosk(self.folder / "home", environment, *given, *arguments)
        program.log_path = self.folder / f"kiosk-{len(self.programs)}.log"
        program.on_fault = lambda: self.screen.photograph(self.photograph)
        self.programs.append(program)
        return program

    def another(self, first: Program) -> Program:
        """Return a second start of a kiosk, by the same user, not yet started."""
        second = Program(first.command, self.folder / "home", self.environment)
        second.log_path = self.folder / "second.log"
        return second

    def look(self) -> Frame:
        """Return the picture of now; once a first one was there, none may be black or without the ground."""
        frame = self.screen.frame()
        if self.opened:
            light, ground = frame.luminance(), frame.share(look.GROUND)
            assert light > DARKEST, f"the picture is dark: {light:.0f} of 255"
            assert ground > LEAST_GROUND, f"only {ground:.1%} of the picture is ground"
            self.seen += 1
        return frame

    def see(self, true_of: Callable[[Frame], bool], what: str, timeout_s: float = 20.0) -> Frame:
        """Look until something is true of the picture, and return that picture."""

        def sought() -> Frame | None:
            for program in self.programs:
                assert program.never_ran or program.running, f"the kiosk ended: {program.process.returncode}"
            frame = self.look()
            return frame if true_of(frame) else None

        found = wait_until(sought, what, timeout_s)
        assert found is not None
        return found

    def see_still(self, what: str = "a picture that stands still", timeout_s: float = 20.0) -> Frame:
        """Look until the picture has not changed for a moment, and return it."""
        last = self.look()
        since = time.monotonic()

        def still(frame: Frame) -> bool:
            nonlocal last, since
            if frame.data != last.data:
                last, since = frame, time.monotonic()
            return time.monotonic() - since >= STILL_S

        return self.see(still, what, timeout_s)

    def see_first_page(self) -> Frame:
        """Look until the opening picture fills the screen, and from now on let no picture be black."""
        frame = self.see(fills, "the first page over the whole screen", 30.0)
        self.opened = True
        return frame

    def see_another_page(self, before: Frame, what: str, timeout_s: float = 20.0) -> Frame:
        """Look until something else stands above the bar than in a picture before, and stands still."""
        area = common_page(before)
        self.see(lambda frame: not frame.same(before, area), what, timeout_s)
        return self.see_still(what)

    def see_buttons(self, true_of: Callable[[list[Kind]], bool], what: str, timeout_s: float = 20.0) -> Frame:
        """Look until the buttons of the bar are as they should be."""
        return self.see(lambda frame: true_of(look.kinds(frame)), what, timeout_s)

    def see_band(self) -> Frame:
        """Look until the band has taken the bar's place, crisis help staying."""
        frame = self.see(look.banded, "the band in the bar's place", 30)
        assert look.kinds(frame) == [Kind.CRISIS]
        return frame

    def button(self, kind: Kind, place: int = 0) -> Button:
        """Return a button of a kind, by its place among its kind."""
        found = [button for button in look.buttons(self.look()) if button.kind is kind]
        assert found, f"there is no {kind} button"
        return found[place]

    def press(self, kind: Kind, place: int = 0) -> None:
        """Press a button."""
        self.screen.press(*self.button(kind, place).area.centre)

    def press_page(self) -> None:
        """Press the page, where nothing is drawn as a button."""
        page = look.page(self.look())
        self.screen.press(page.width // 2, page.height // 3)

    def end(self) -> None:
        """End every kiosk that still runs."""
        for program in self.programs:
            program.end()


def fills(frame: Frame) -> bool:
    """Tell whether a picture of the kiosk reaches every edge: ground above, bar below, something between."""
    edges = (frame.pixel(frame.width - 2, 1), frame.pixel(frame.width // 2, 1))
    return set(edges) == {look.GROUND} and look.bar(frame) is not None and frame.share(look.GROUND) < 1


def common_page(frame: Frame) -> Area:
    """Return the part of the page in which its text stands, away from the bar and what is over it."""
    page = look.page(frame)
    return Area(0, 0, page.width, page.height * 3 // 4)


def rotating(kinds: list[Kind]) -> bool:
    """Tell whether these are the buttons of the wall: the other language and crisis help."""
    return kinds == [Kind.PLAIN, Kind.CRISIS]


def paused(kinds: list[Kind]) -> bool:
    """Tell whether these are the buttons of a paused wall: Read this among them."""
    return Kind.MAIN in kinds and len(kinds) < 5


def reading(kinds: list[Kind]) -> bool:
    """Tell whether these are the buttons of a page that is read."""
    return Kind.MAIN in kinds and len(kinds) >= 5


def topics(kinds: list[Kind]) -> bool:
    """Tell whether these are the buttons of Topics on one page: the sheet, Finished and crisis help."""
    return kinds == [Kind.PLAIN, Kind.PLAIN, Kind.CRISIS]


def run_to_end(program: Program, timeout_s: float = 30.0) -> tuple[int, str]:
    """Start a program that ends by itself; return its exit status and what it wrote."""
    with program:
        try:
            status = program.process.wait(timeout_s)
        except subprocess.TimeoutExpired:
            raise AssertionError(f"it did not end:\n{program.log}") from None
    return status, program.log
