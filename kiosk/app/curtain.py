# SPDX-License-Identifier: Apache-2.0
"""The curtain: a scene is shown once its page is painted; what is urgent at once, and nothing hangs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from kiosk.app.stage import Leaves, Stage, theme_of
from kiosk.layout.model import Page
from kiosk.layout.tokens import Theme
from kiosk.show.model import Event, Panel, Scene
from kiosk.ui.page_provider import page_url
from kiosk.ui.snapshot import Snapshot

PATIENCE_MS = 600
"""How long a turn waits for its page; a page of the largest screen takes about a third of that."""


class Painter(Protocol):
    """Paints pages ahead of time, as `render.gallery` does."""

    def want(self, pages: Sequence[tuple[Page, Theme]], done: Callable[[], object]) -> None:
        """Ask for pages, the most urgent first; `done` is called in any thread after each."""
        ...

    def expect(self) -> None:
        """Get ready for pages in other sizes; never waits."""
        ...

    def ready(self, page: Page, theme: Theme) -> Path | None:
        """Return the file of a page if it is painted."""
        ...

    def paint_now(self, page: Page, theme: Theme) -> Path | None:
        """Paint a page at once and return its file; None where a picture on it must be waited for."""
        ...


class Hearer(Protocol):
    """Who reads aloud, as `Reader` does."""

    def hear(self, event: Event) -> None:
        """Take what a visitor did."""
        ...

    def follow(self, scene: Scene) -> None:
        """Take what is on from now on."""
        ...

    def show(self, snapshot: Snapshot) -> None:
        """Take what the window shows from now on."""
        ...


class Wanted(Struct, frozen=True):
    """The pages that a scene needs: its own, those of a turn back and on, and what else may come next."""

    page: Page | None = None
    back: Page | None = None
    forward: Page | None = None
    later: tuple[tuple[Page, Theme], ...] = ()


class Curtain(QObject):
    """Hands snapshots to the window, each with pictures that are there.

    A scene whose page is not painted yet waits, unless it brings crisis help, the band or a panel, or has
    waited long: then it is shown over the page that was there before, whose words and marks stay with it.
    """

    painted = Signal()

    def __init__(self, painter: Painter, again: Callable[[], object]) -> None:
        """Take what paints, and what is called when a scene that had to wait can be shown."""
        super().__init__()
        self._painter = painter
        self._show: Callable[[Snapshot], object] = bool
        self._again = again
        self._opened = False
        self._late = False
        self._last: Snapshot | None = None
        self._shown: tuple[Page, Theme] | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._lose_patience)
        self.painted.connect(again, Qt.ConnectionType.QueuedConnection)

    def open(self, show: Callable[[Snapshot], object]) -> None:
        """Name what shows snapshots, before the first scene."""
        self._show = show

    def present(self, stage: Stage, scene: Scene, wanted: Wanted, cards: Sequence[str]) -> None:
        """Ask for the pictures of a scene and show it, now or, by `again`, once they are there.

        With the first one nothing else is painted: the window has yet to open, and would have to wait.
        """
        theme = theme_of(scene)
        own = [(page, theme) for page in (wanted.page, wanted.forward, wanted.back) if page is not None]
        kept = [self._shown] if self._shown else []
        if scene.panel is Panel.SHEET:
            self._painter.expect()
        if self._opened:
            self._painter.want([*own, *wanted.later, *kept], self.painted.emit)
        page = self._page_to_show(wanted.page, theme)
        if page is None and wanted.page is not None and self._must_wait(scene):
            return
        leaf = page or (self._shown if wanted.page is not None else None)
        leaves = Leaves(
            page=leaf[0] if leaf else None,
            picture=self._url(leaf),
            previous=self._url((wanted.back, theme)),
            next=self._url((wanted.forward, theme)),
        )
        self._shown = leaf or self._shown
        self._hand_over(stage.snapshot(scene, leaves, cards))

    def end(self) -> None:
        """Wait for nothing any more."""
        self._patience.stop()

    def _page_to_show(self, page: Page | None, theme: Theme) -> tuple[Page, Theme] | None:
        """Return the scene's page if it is painted; the very first one is painted for it.

        It is painted without its pictures where the decoder has yet to do them.
        """
        if page is None:
            return None
        if self._painter.ready(page, theme) is None:
            if self._opened:
                return None
            bare = without_pictures(page)
            if self._painter.paint_now(page, theme) is None and bare != page:
                page = bare
                self._painter.paint_now(page, theme)
        self._opened = True
        self._late = False
        self._patience.stop()
        return page, theme

    def _must_wait(self, scene: Scene) -> bool:
        """Tell whether a scene without its page waits: not with a panel or band that is not shown yet."""
        before = self._last.scene if self._last else scene
        panel = scene.panel not in {Panel.NONE, before.panel}
        if self._late or panel or (scene.band and not before.band):
            return False
        if not self._patience.isActive():
            self._patience.start()
        return True

    def _lose_patience(self) -> None:
        self._late = True
        self._again()

    def _hand_over(self, snapshot: Snapshot) -> None:
        if snapshot != self._last:
            self._last = snapshot
            self._show(snapshot)

    def _url(self, leaf: tuple[Page | None, Theme] | None) -> str:
        page, theme = leaf or (None, None)
        path = self._painter.ready(page, theme) if page is not None and theme is not None else None
        return page_url(path) if path is not None else ""


def without_pictures(page: Page) -> Page:
    """Return a page without its pictures."""
    return replace(page, boxes=tuple(box for box in page.boxes if box.picture is None))
