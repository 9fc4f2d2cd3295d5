# SPDX-License-Identifier: Apache-2.0
"""The director: gives events and time to the show, asks for pictures, and hands each snapshot to the window."""

from __future__ import annotations

import logging
import math
import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from kiosk.app.clock import Clocks
from kiosk.app.shelf import Edition, Shelf
from kiosk.app.stage import Stage
from kiosk.layout.book import find_place
from kiosk.layout.model import Layout, Page, Screen
from kiosk.layout.tokens import THEMES, Theme
from kiosk.render.gallery import Gallery
from kiosk.show.machine import State, scene, start, step, wake
from kiosk.show.model import Act, Chosen, Event, Panel, Programme, Replaced, Scene, ShowSettings, Tick, View, WallClock
from kiosk.ui.snapshot import Snapshot

log = logging.getLogger(__name__)

CLOCK_PERIOD_MS = 20_000

FEW_SECTIONS = 24
"""Up to this many sections the wall's distance is settled before the first picture; it takes milliseconds."""


class Director(QObject):
    """Runs the show on the GUI thread: one state, one timer, one snapshot at a time."""

    paintedLater = Signal()
    filledLater = Signal(str, float)

    def __init__(
        self,
        shelf: Shelf,
        make_stage: Callable[[Screen], Stage],
        gallery: Gallery,
        settings: ShowSettings,
        clocks: Clocks,
        show: Callable[[Snapshot], None],
    ) -> None:
        """Take the collaborators; nothing runs before `begin`."""
        super().__init__()
        self._shelf = shelf
        self._make_stage = make_stage
        self._gallery = gallery
        self._settings = settings
        self._clocks = clocks
        self._show = show
        self._stage: Stage | None = None
        self._state: State | None = None
        self._edition = Edition(settings.language, settings.text_scale)
        self._shown: Snapshot | None = None
        self._page_shown: Page | None = None
        self._filler: threading.Thread | None = None
        self._stopping = threading.Event()
        self._alarm = QTimer(self)
        self._alarm.setSingleShot(True)
        self._alarm.setTimerType(Qt.TimerType.PreciseTimer)
        self._alarm.timeout.connect(self._tick)
        self._clock = QTimer(self)
        self._clock.setInterval(CLOCK_PERIOD_MS)
        self._clock.timeout.connect(self._tell_time)
        self.paintedLater.connect(self._refresh, Qt.ConnectionType.QueuedConnection)
        self.filledLater.connect(self._take_filled, Qt.ConnectionType.QueuedConnection)

    def begin(self, screen: Screen) -> None:
        """Set and show the first page; the rest of the pack is read once that page stands."""
        self._stage = self._make_stage(screen)
        now = self._clocks.monotonic()
        few = len(self._shelf.listings) <= FEW_SECTIONS
        if few:
            self._shelf.settle_distance(self._edition.language)
        for listing in self._shelf.listings:
            for section in (listing.flags.id, *listing.flags.only_with):
                self._shelf.pages(section, self._edition, Layout.WALL)
            if few and listing is not self._shelf.listings[-1]:
                continue
            self._state = start(self._settings, self._programme(), self._clocks.wall(), now)
            if scene(self._state, now).section:
                break
        self._refresh()
        self._clock.start()

    def fill(self) -> None:
        """Set all other pages of the edition on the screen in a thread of its own."""
        if self._filler is not None and self._filler.is_alive():
            return
        edition = self._edition
        self._filler = threading.Thread(target=self._fill, args=(edition,), name="setting pages", daemon=True)
        self._filler.start()

    def _fill(self, edition: Edition) -> None:
        if self._shelf.distance_mm is None:
            self._shelf.settle_distance(edition.language)
        self._shelf.fill(edition, self._stopping.is_set)
        if not self._stopping.is_set():
            self.filledLater.emit(edition.language, edition.text_scale)

    def handle(self, event: Event) -> None:
        """Let the show take an event, and show what comes of it."""
        self._step(event)
        self._refresh()

    def set_screen(self, screen: Screen) -> None:
        """Set everything anew for another screen, keeping the reader's place; the shelf knows the screen already."""
        self._stage = self._make_stage(screen)
        if self._state is None:
            return
        self._shelf.settle_distance(self._edition.language)
        self._replace(self._edition, self._start_of_shown_page())
        self._refresh()
        self.fill()

    def end(self) -> None:
        """Stop the timers and wait for the thread."""
        self._stopping.set()
        self._alarm.stop()
        self._clock.stop()
        if self._filler is not None:
            self._filler.join()

    def _programme(self) -> Programme:
        assert self._stage is not None
        return self._shelf.programme(self._edition, self._stage.cards_per_page(self._edition.text_scale))

    def _step(self, event: Event) -> None:
        assert self._state is not None
        self._state = step(self._state, event, self._clocks.monotonic())
        for note in self._state.notes:
            log.warning("%s", note)

    @Slot()
    def _tick(self) -> None:
        self.handle(Tick())

    @Slot()
    def _tell_time(self) -> None:
        self.handle(WallClock(self._clocks.wall()))

    @Slot(str, float)
    def _take_filled(self, language: str, text_scale: float) -> None:
        if Edition(language, text_scale) == self._edition:
            self.handle(Replaced(self._programme()))
        else:
            self.fill()

    def _replace(self, edition: Edition, start_of_page: int) -> None:
        """Give the show the programme of another edition, and the page on which the reader's sentence is."""
        now = self._clocks.monotonic()
        assert self._state is not None
        current = scene(self._state, now)
        self._edition = edition
        page = 0
        if current.section:
            self._shelf.pages(current.section, edition, Layout.WALL)
            page = find_place(self._shelf.pages(current.section, edition, Layout.READING), start_of_page)
        at_page = current.section if current.view is View.PAGE else ""
        self._step(Replaced(self._programme(), at_page, page))

    @Slot()
    def _refresh(self) -> None:
        """Show the scene of now, or keep the last one while its page is still being painted."""
        assert self._state is not None
        assert self._stage is not None
        now = self._clocks.monotonic()
        present = scene(self._state, now)
        edition = Edition(present.language, present.text_scale)
        if edition != self._edition:
            self._replace(edition, self._start_of_shown_page())
            self.fill()
            present = scene(self._state, now)
        self._arrange(present, now)
        self._set_alarm()

    def _start_of_shown_page(self) -> int:
        page = self._page_shown
        return page.start if page is not None else 0

    def _arrange(self, present: Scene, now: float) -> None:
        """Ask for the pictures of this scene and of those a touch or time leads to, then show it."""
        assert self._stage is not None
        assert self._state is not None
        theme = THEMES.get(present.theme, THEMES["light"])
        page = self._stage.page(present)
        back, forward = self._neighbours(present, now)
        wanted = [page, forward, back, *self._stage.ahead(present)]
        self._gallery.want([(one, theme) for one in wanted if one is not None], self.paintedLater.emit)
        if page is not None and not self._url(page, theme):
            if self._page_shown is None:
                self._gallery.paint_now(page, theme)
            elif present.panel is Panel.NONE and not present.band:
                return
        self._page_shown = page or self._page_shown
        snapshot = self._stage.snapshot(present, back, forward, self._url)
        if snapshot != self._shown:
            self._shown = snapshot
            self._show(snapshot)

    def _neighbours(self, present: Scene, now: float) -> tuple[Page | None, Page | None]:
        """Return the pages that come before and after, by asking the show what it would do."""
        assert self._stage is not None
        assert self._state is not None
        if present.view is View.PAGE:
            return (
                self._stage.ready_page(scene(step(self._state, Chosen(Act.PREVIOUS), now), now)),
                self._stage.ready_page(scene(step(self._state, Chosen(Act.NEXT), now), now)),
            )
        due = wake(self._state)
        if present.view is View.WALL and due is not None:
            return None, self._stage.ready_page(scene(step(self._state, Tick(), due), due))
        return None, None

    def _url(self, page: Page, theme: Theme) -> str:
        path = self._gallery.ready(page, theme)
        return path.as_uri() if path is not None else ""

    def _set_alarm(self) -> None:
        assert self._state is not None
        due = wake(self._state)
        if due is None:
            self._alarm.stop()
            return
        self._alarm.start(max(1, math.ceil((due - self._clocks.monotonic()) / self._clocks.speed * 1000)))
