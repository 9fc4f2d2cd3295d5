# SPDX-License-Identifier: Apache-2.0
"""A theatre for tests: the real shelf, stage and director on a test pack, its clock turned by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from functools import cache
from pathlib import Path

from pytestqt.qtbot import QtBot

from kiosk import paths
from kiosk.app.clock import Clocks
from kiosk.app.contents import read_contents
from kiosk.app.copies import Copies, Origin
from kiosk.app.curtain import Painter
from kiosk.app.director import Director, World
from kiosk.app.drawings import Drawings
from kiosk.app.shelf import Shelf
from kiosk.app.stage import Fixtures, Stage
from kiosk.app.telling import Teller
from kiosk.app.wishes import hours_lines, show_settings, tongue
from kiosk.app.workshop import Workshop, new_press
from kiosk.layout.model import Page, Screen
from kiosk.layout.tokens import Theme
from kiosk.render.decoder import Decoder
from kiosk.render.fonts import Families, load_fonts
from kiosk.render.pictures import PackPictures
from kiosk.show.model import Act, Chosen, Contact, View
from kiosk.station.settings import Settings
from kiosk.ui.snapshot import Snapshot

PACKS = Path(__file__).resolve().parents[1] / "packs"
TINY = PACKS / "tiny"
SCREEN = Screen(1920, 1080, 43 * 25.4 / 2203)
SMALL = Screen(1024, 768, 15 * 25.4 / 1280)
ZONE = timezone(timedelta(hours=-5))
SETTINGS = Settings(
    clinic_name="North Clinic",
    country="US",
    clinic_offers_this_treatment=False,
    pack=TINY,
    touch="yes",
)


@dataclass
class Hands:
    """The hands of both clocks."""

    now: float = 1000.0
    wall: datetime = datetime(2026, 3, 2, 10, 0, tzinfo=ZONE)

    def clocks(self) -> Clocks:
        return Clocks(lambda: self.now, lambda: self.wall)

    def today(self) -> date:
        return self.wall.date()

    def turn(self, seconds: float) -> None:
        self.now += seconds
        self.wall += timedelta(seconds=seconds)


class Sketcher:
    """Paints nothing: what is wanted is ready at once, or never, as it is told."""

    def __init__(self) -> None:
        self.works = True
        self.decoded = True
        self.wanted: list[tuple[Page, Theme]] = []
        self.painted_now: list[Page] = []
        self.expected = 0
        self.names: dict[tuple[Page, str], Path] = {}
        self.done: Callable[[], object] = bool

    def want(self, pages: Sequence[tuple[Page, Theme]], done: Callable[[], object]) -> None:
        self.wanted, self.done = list(pages), done
        if self.works:
            self.paint()

    def expect(self) -> None:
        self.expected += 1

    def paint(self) -> None:
        for page, theme in self.wanted:
            self._keep(page, theme)

    def ready(self, page: Page, theme: Theme) -> Path | None:
        return self.names.get((page, theme.name))

    def paint_now(self, page: Page, theme: Theme) -> Path | None:
        self.painted_now.append(page)
        waits = not self.decoded and any(box.picture for box in page.boxes)
        return self._keep(page, theme) if self.works and not waits else None

    def _keep(self, page: Page, theme: Theme) -> Path:
        which = f"{page.section}-{page.layout}-{page.language}-{page.number}-{theme.name}"
        name = f"/pages/{which}-{len(self.names)}"
        return self.names.setdefault((page, theme.name), Path(name))


@dataclass
class Theatre:
    """A director with everything around it, and what it showed."""

    director: Director
    shelf: Shelf
    stage_for: Callable[[Screen], Stage]
    hands: Hands
    touchscreen: list[bool]
    shown: list[Snapshot] = field(default_factory=list)
    told: Teller = field(default_factory=Teller)

    @property
    def now(self) -> Snapshot:
        return self.shown[-1]

    def shows(self, view: View) -> bool:
        return self.now.scene.view is view

    def is_paused(self) -> bool:
        return self.now.scene.paused

    def has_buttons(self) -> bool:
        return self.now.scene.touch

    def begin(self) -> None:
        self.director.begin(self.shown.append)

    def wait(self, seconds: float) -> None:
        """Let time pass as the alarm would notice it."""
        self.hands.turn(seconds)
        self.director._ring()

    def choose(self, act: Act, value: str = "") -> None:
        self.hands.turn(1)
        self.director.handle(Chosen(act, value))

    def touch(self) -> None:
        for down in (True, False):
            self.hands.turn(0.1)
            self.director.handle(Contact(1, 100.0, 100.0, down))


@cache
def loaded() -> Families:
    """Load the fonts once for all theatres, as the program does; texts may be set in another's thread."""
    return load_fonts(paths.resources() / "fonts")


def open_theatre(
    folder: Path,
    painter: Painter,
    decoder: Decoder,
    settings: Settings = SETTINGS,
    screen: Screen = SCREEN,
) -> Theatre:
    """Build everything but the window."""
    hands = Hands()
    resources = paths.resources()
    contents = read_contents(settings, resources, hands.wall.date())
    families = loaded()
    press = new_press(contents.pack, contents.languages, families, resources / "i18n", hands.today)
    origin = Origin(settings.copies_url, press.pack.manifest, contents.help, settings.leave_out)
    workshop = Workshop(press, contents, hands.today, origin if settings.touch == "no" else None)
    pictures = PackPictures(contents.pack.root, folder / "pictures", decoder)
    fixtures = Fixtures(
        clinic=settings.clinic_name,
        hours=lambda phrases: hours_lines(settings, phrases),
        help=contents.help,
        phrases=press.phrases,
        languages=tuple(tongue(code, press.phrases[code]) for code in contents.languages),
        drawings=Drawings(resources / "icons", pictures, folder / "icons"),
        copies=Copies(origin, folder / "codes"),
        cap_ratio=families.cap_ratio,
    )
    shelf = Shelf(contents.pack.manifest, workshop.listings(settings.leave_out), workshop.read)

    def stage_for(wanted: Screen) -> Stage:
        shelf.use(press.for_screen(wanted))
        return Stage(shelf, fixtures, wanted)

    touchscreen = [False]
    teller = Teller()
    world = World(hands.clocks(), stage_for, lambda: touchscreen[0], teller.tell)
    director = Director(world, show_settings(settings, contents.languages), screen, painter)
    return Theatre(director, shelf, stage_for, hands, touchscreen, told=teller)


@contextmanager
def filled(theatre: Theatre, qtbot: QtBot, signals: int = 2) -> Iterator[None]:
    """Wait, after what stands below it, until the director has heard so often that pages are set."""
    heard: list[object] = []

    def hear(edition: object) -> None:
        heard.append(edition)

    theatre.director.filled.connect(hear)
    yield
    qtbot.waitUntil(lambda: len(heard) >= signals, timeout=20_000)
    theatre.director.filled.disconnect(hear)


def fill(theatre: Theatre, qtbot: QtBot, signals: int = 2) -> None:
    """Let everything be set and decoded, and the director hear of it."""
    with filled(theatre, qtbot, signals):
        theatre.director.fill()
