# SPDX-License-Identifier: Apache-2.0
"""The director: gives events and time to the show, and its scenes to the curtain."""

from __future__ import annotations

import logging
import math
from collections.abc import Callable, Iterable
from datetime import date, datetime
from functools import partial

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from kiosk.app.clock import Clocks
from kiosk.app.curtain import Curtain, Hearer, Painter
from kiosk.app.filler import Filler
from kiosk.app.filling import LargeFill, News, Wish, fill_small
from kiosk.app.futures import wanted
from kiosk.app.opening import opened, set_few, set_with_partners, settle_few
from kiosk.app.places import Bookmark, carried, marked
from kiosk.app.shelf import Edition
from kiosk.app.stage import Stage, edition_of
from kiosk.content.finding import Finding
from kiosk.layout import builtin
from kiosk.layout.book import find_place
from kiosk.layout.model import Layout, Page, Screen
from kiosk.show import machine
from kiosk.show.model import Event, Programme, Replaced, ShowSettings, Tick, Touchable, View, WallClock
from kiosk.show.near import Near
from kiosk.ui.snapshot import Snapshot

log = logging.getLogger(__name__)

CLOCK_PERIOD_MS = 20_000
LONGEST_ALARM_MS = 3_600_000

FILL_AFTER_MS = 500
"""How long after a change of edition its other pages are set, so that they do not hold up the one on show."""


class World(Struct, frozen=True):
    """What the director asks of the world: clocks, a stage for a screen, touchscreens; and whom it tells."""

    clocks: Clocks
    stage_for: Callable[[Screen], Stage]
    has_touchscreen: Callable[[], bool]
    tell: Callable[[Iterable[Finding]], None]


class Director(QObject):
    """Runs the show on the GUI thread: one state, one alarm, one scene at a time."""

    learnt = Signal(object)
    filled = Signal(object)

    def __init__(self, world: World, settings: ShowSettings, screen: Screen, painter: Painter) -> None:
        """Set the first page for a screen; nothing is shown before `begin`."""
        super().__init__()
        self._world = world
        self._clocks = world.clocks
        self._stage = world.stage_for(screen)
        self._edition = self._home = Edition(settings.language, settings.text_scale, settings.lowered)
        self._bookmark: Bookmark | None = None
        self._day = self._clocks.wall().date()
        wall, now = self._clocks.wall(), self._clocks.monotonic()
        self._state = opened(self._stage.shelf, settings, self._programme, wall, now)
        self._curtain = Curtain(painter, self.refresh)
        self._filler = Filler(self._fill)
        self._large = LargeFill(self._home, settings.alternate)
        self._near: Near | None = None
        self._ended = False
        self._hearer: Hearer | None = None
        self._shown: Snapshot | None = None
        self._window: Callable[[Snapshot], object] = bool
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(FILL_AFTER_MS)
        self._later.timeout.connect(self.fill)
        self._alarm = QTimer(self)
        self._alarm.setSingleShot(True)
        self._alarm.setTimerType(Qt.TimerType.PreciseTimer)
        self._alarm.timeout.connect(self._ring)
        self._clock = QTimer(self)
        self._clock.setInterval(CLOCK_PERIOD_MS)
        self._clock.timeout.connect(self.tell_time)
        self.learnt.connect(self._take_filled, Qt.ConnectionType.QueuedConnection)
        self.filled.connect(self._take_filled, Qt.ConnectionType.QueuedConnection)

    def begin(self, show: Callable[[Snapshot], None]) -> None:
        """Show the first page, and from now on whatever follows; start the clocks."""
        self._window = show
        self._curtain.open(self._show)
        self._look_for_touch()
        self.refresh()
        self._clock.start()

    def attend(self, hearer: Hearer) -> None:
        """Let somebody read aloud what is on now, and from now on."""
        self._hearer = hearer
        if self._shown is not None:
            hearer.show(self._shown)

    def fill(self) -> None:
        """Get other pages of the edition on the screen ready, in a thread of its own."""
        reads = self._state.view is View.PAGE
        layouts = (Layout.READING, Layout.WALL) if reads else (Layout.WALL, Layout.READING)
        self._near = machine.near(self._state)
        self._filler.ask(Wish(self._edition, layouts, self._near))

    def handle(self, event: Event) -> None:
        """Let the show take an event, and show what comes of it."""
        if self._hearer is not None:
            self._hearer.hear(event)
        self._step(event)
        self.refresh()

    def set_screen(self, screen: Screen) -> None:
        """Set everything anew for another screen, keeping the reader's place."""
        self._move(self._edition, screen)
        self.refresh()

    def open_pack(self, settings: ShowSettings) -> None:
        """Show the pack that the stages of the world hold from now on; who reads keeps section and page."""
        self._home = Edition(settings.language, settings.text_scale, settings.lowered)
        self._large = LargeFill(self._home, settings.alternate)
        known = self._edition.language in settings.languages
        edition = self._edition if known else replace(self._edition, language=settings.language)
        self._move(edition, self._stage.screen, settings)
        self.refresh()

    def end(self) -> None:
        """Stop the timers and wait for the thread; news that are still on their way change nothing."""
        self._ended = True
        self._later.stop()
        self._alarm.stop()
        self._clock.stop()
        self._curtain.end()
        self._filler.end()

    def at_opening(self) -> bool:
        """Tell whether the show still stands as it opened, nobody having come."""
        present = machine.scene(self._state, self._clocks.monotonic())
        return not self._ended and machine.opening(present)

    def same_opening(self, end: date) -> tuple[tuple[datetime, datetime], ...]:
        """Return when a start opens as this one did, until the day `end`."""
        return machine.same_opening(self._state, end)

    @Slot()
    def refresh(self) -> None:
        """Show the scene of now, as soon as its page is painted."""
        if self._ended:
            return
        now = self._clocks.monotonic()
        present = machine.scene(self._state, now)
        if edition_of(present) != self._edition:
            self._move(edition_of(present))
            present = machine.scene(self._state, now)
        pages = wanted(self._stage, self._state, now)
        if present.view is View.PAGE and pages.page is not None and pages.page.count != present.pages:
            self._step(Replaced(self._programme()))
            present = machine.scene(self._state, now)
            pages = wanted(self._stage, self._state, now)
        if self._hearer is not None:
            self._hearer.follow(present)
        self._curtain.present(self._stage, present, pages, machine.cards(self._state))
        self._set_alarm(now)
        if self._near is not None and not self._stage.shelf.few and self._near != machine.near(self._state):
            self.fill()

    def _show(self, snapshot: Snapshot) -> None:
        self._shown = snapshot
        self._window(snapshot)
        if self._hearer is not None:
            self._hearer.show(snapshot)

    @Slot()
    def tell_time(self) -> None:
        """Tell the show the date and the time, and what a new day changes."""
        self._look_for_touch()
        clock = self._clocks.wall()
        self._step(WallClock(clock))
        if clock.date() != self._day:
            before, self._day = self._day, clock.date()
            self._renew(before)
        self.refresh()

    def _renew(self, before: date) -> None:
        """Take on what a new day changes: notices, and whether the pack's review is overdue."""
        shelf = self._stage.shelf
        shelf.renew(builtin.CLINIC)
        shelf.pages(builtin.CLINIC, self._edition, Layout.WALL)
        review = shelf.manifest.next_review
        if (review < before) != (review < self._day):
            shelf.renew(builtin.DISCLAIMER)
            self._move(self._edition, self._stage.screen)
        self._step(Replaced(self._programme()))

    def _use(self, screen: Screen, language: str) -> None:
        """Take a stage on which nothing is set yet, and set its wall where that takes milliseconds."""
        self._stage = self._world.stage_for(screen)
        set_few(self._stage.shelf, language)

    def _move(self, edition: Edition, screen: Screen | None = None, pack: ShowSettings | None = None) -> None:
        """Go to another edition, or to the same one changed, with the reader's sentence on the page shown.

        With a screen everything is set anew for it; `pack` are the settings that come with another pack.
        """
        present = machine.scene(self._state, self._clocks.monotonic())
        section, reads = present.section, present.view is View.PAGE
        old = self._pages(section) if reads else ()
        shown = self._stage.ready_page(present)
        if reads:
            self._bookmark = marked(
                self._bookmark, section, self._edition.language, old, min(present.page, len(old) - 1)
            )
        if screen is not None:
            self._use(screen, edition.language)
        self._edition = edition
        settle_few(self._stage.shelf, edition.language)
        if not self._stage.shelf.lists(section):
            section = ""
        if section:
            set_with_partners(self._stage.shelf, section, edition)
        page = self._found_again(old) if reads and section else 0
        kept = replace(
            present, section=section, language=edition.language, page=page if reads else present.page
        )
        reworded = pack is not None and self._stage.page(kept) != shown
        self._step(Replaced(self._programme(), section if reads else "", page, pack, reworded))
        self._stage.shelf.keep(frozenset({edition, self._home}))
        self._filler.rest()
        self._near = None
        self._later.start()

    def _found_again(self, old: tuple[Page, ...]) -> int:
        """Return the page of the edition (from 0) on which the bookmark stands."""
        mark, language = self._bookmark, self._edition.language
        if mark is None:
            return 0
        new = self._pages(mark.section)
        if mark.language != language:
            self._bookmark = mark = Bookmark(mark.section, language, carried(mark.start, old, new))
        return find_place(new, mark.start)

    def _pages(self, section: str) -> tuple[Page, ...]:
        return self._stage.shelf.pages(section, self._edition, Layout.READING)

    def _programme(self) -> Programme:
        return self._stage.shelf.programme(self._edition, self._stage.cards_per_page(self._edition))

    def _fill(self, wish: Wish, stopped: Callable[[], bool]) -> None:
        """Get pages ready and tell of them; runs in the filler's thread."""
        if self._stage.shelf.few:
            fill_small(self._stage, wish, stopped, partial(self.filled.emit, wish.edition))
        else:
            news = News(partial(self.learnt.emit, wish.edition), partial(self.filled.emit, wish.edition))
            self._large.fill(self._stage, wish, stopped, news)

    @Slot(object)
    def _take_filled(self, edition: Edition) -> None:
        self._world.tell(self._stage.shelf.findings(self._home))
        if edition == self._edition:
            self.handle(Replaced(self._programme()))

    def _step(self, event: Event) -> None:
        self._state = machine.step(self._state, event, self._clocks.monotonic())
        for note in self._state.notes:
            log.warning("%s", note)

    def _look_for_touch(self) -> None:
        if self._world.has_touchscreen():
            self._step(Touchable(present=True))

    @Slot()
    def _ring(self) -> None:
        self.handle(Tick())

    def _set_alarm(self, now: float) -> None:
        due = machine.wake(self._state)
        if due is None:
            self._alarm.stop()
            return
        wait_ms = math.ceil((due - now) / self._clocks.speed * 1000)
        self._alarm.start(min(max(1, wait_ms), LONGEST_ALARM_MS))
