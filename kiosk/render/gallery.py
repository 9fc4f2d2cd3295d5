# SPDX-License-Identifier: Apache-2.0
"""Pages painted ahead of time into files that the scene loads: in a thread, within a number of bytes."""

from __future__ import annotations

import hashlib
import logging
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct
from PySide6.QtGui import QImage, QPainter

from kiosk.layout.model import Layout, Page
from kiosk.layout.tokens import Theme
from kiosk.render import fonts, paint
from kiosk.render.at_hand import AtHand
from kiosk.render.fonts import Families
from kiosk.render.paint import Pictures, steps
from kiosk.render.pictures import PackPictures
from kiosk.render.rehearsal import rehearse
from kiosk.render.shelf import PageFiles

log = logging.getLogger(__name__)

Wanted = tuple[Page, Theme]

BREATH_S = 0.05
"""How long painting rests before a page that nobody waits for yet.

What was asked for, or has just been painted, is shown meanwhile: that needs the interpreter too.
"""


class Easel(Struct, frozen=True):
    """What a page is painted with and how large.

    `passing` are the pictures of pages to read and of walls in other languages than `languages`: only a
    visitor asks for those, and no file of theirs outlives the program. Without it all are `pictures`.
    """

    families: Families
    pictures: PackPictures
    width: int
    height: int
    passing: PackPictures | None = None
    languages: frozenset[str] = frozenset()

    def source(self, page: Page) -> PackPictures:
        """Return where a page's pictures come from."""
        lasting = page.layout is Layout.WALL and page.language in self.languages
        return self.pictures if lasting or self.passing is None else self.passing

    def name(self, page: Page, theme: Theme) -> str:
        """Return a name that is the same only for the same picture."""
        drawn = (self.pictures.version(box.picture.path) for box in page.boxes if box.picture)
        parts = (
            paint.VERSION,
            fonts.VERSION,
            self.width,
            self.height,
            theme,
            self.families.names,
            *drawn,
            page,
        )
        return hashlib.sha256(repr(parts).encode()).hexdigest()[:40]

    def paint(self, page: Page, theme: Theme, go_on: Callable[[], bool]) -> QImage | None:
        """Return a page's picture, letting other threads run between two lines; None once told to stop."""
        return self._painted(page, theme, self.source(page), go_on)

    def paint_at_hand(self, page: Page, theme: Theme) -> QImage | None:
        """Return a page's picture, None where it holds a picture that is not decoded yet."""
        at_hand = AtHand(self.source(page))
        return self._painted(page, theme, at_hand, lambda: not at_hand.missed)

    def _painted(
        self, page: Page, theme: Theme, pictures: Pictures, go_on: Callable[[], bool]
    ) -> QImage | None:
        image = QImage(self.width, self.height, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        try:
            for _step in steps(painter, page, theme, pictures, self.families):
                # Between whole sections of a page it makes no difference.
                time.sleep(0)  # lets go of Python's lock: the window gets it within 7 ms, without within 40
                if not go_on():
                    return None
        finally:
            painter.end()
        return image


class Gallery:
    """Paints the pages that are wanted, the first one first, and knows which are ready.

    `want` replaces what was wanted before. `done` is called in the painting thread after each page, also
    after one that could not be painted: it must only pass the news on, as a queued signal does.
    """

    def __init__(self, files: PageFiles, easel: Easel, breath_s: float = BREATH_S) -> None:
        rehearse(easel.families)
        self._breath_s = breath_s
        self._calm_at = 0.0
        self._files = files
        self._easel = easel
        self._news = threading.Condition()
        self._wanted: dict[str, Wanted] = {}
        self._names: dict[tuple[Page, str], str] = {}
        self._done: Callable[[], object] = bool
        self._stopping = False
        self._thread: threading.Thread | None = None

    @property
    def trouble(self) -> str:
        """Return why pages cannot be kept at present, or nothing."""
        return self._files.trouble

    def use(self, easel: Easel) -> None:
        """Paint from now on with other fonts or pictures, or at another size."""
        with self._news:
            self._easel = easel
            self._names.clear()
            self._wanted = {}

    def expect(self) -> None:
        """Get ready for pages in other sizes, whose pictures must be decoded first; never waits."""
        self._easel.pictures.expect()

    def want(self, pages: Sequence[Wanted], done: Callable[[], object]) -> None:
        """Ask for pages, the most urgent first, and give up what was asked for and is not named again."""
        wanted = {self._name(page, theme): (page, theme) for page, theme in pages}
        with self._news:
            if list(wanted)[:1] != list(self._wanted)[:1]:
                self._take_breath()
            self._wanted = wanted
            self._done = done
            self._files.keep(wanted)
            if self._thread is None and not self._stopping:
                self._thread = threading.Thread(target=self._work, name="painting pages", daemon=True)
                self._thread.start()
            self._news.notify_all()

    def ready(self, page: Page, theme: Theme) -> Path | None:
        """Return the file of a page if it is painted; never waits."""
        return self._files.find(self._name(page, theme))

    def paint_now(self, page: Page, theme: Theme) -> Path | None:
        """Paint a page in this thread and return its file.

        None where it holds a picture that is not decoded yet, or when the file cannot be kept.
        """
        name = self._name(page, theme)
        found = self._files.find(name)
        image = None if found else self._easel.paint_at_hand(page, theme)
        return found if image is None else self._files.put(name, image)

    def stop(self) -> None:
        """Stop painting and wait for the thread."""
        with self._news:
            self._stopping = True
            self._news.notify_all()
        if self._thread is not None:
            self._thread.join()

    def _name(self, page: Page, theme: Theme) -> str:
        """Return the name of a page's picture, worked out once unless it holds pictures of the pack."""
        if any(box.picture for box in page.boxes):
            return self._easel.name(page, theme)
        key = (page, theme.name)
        if key not in self._names:
            if len(self._names) > 500:
                self._names.clear()
            self._names[key] = self._easel.name(page, theme)
        return self._names[key]

    def _work(self) -> None:
        """Paint what is wanted until told to stop; a page that cannot be painted is passed over."""
        while (job := self._next()) is not None:
            if self._tried(*job):
                self._take_breath()
                self._tell()

    def _tried(self, name: str, wanted: Wanted, easel: Easel) -> bool:
        """Paint a page, keeping nothing of it in memory; tell whether that was tried to its end."""
        try:
            image = easel.paint(*wanted, lambda: self._still_wanted(name))
            if image is None:
                return False
            self._files.put(name, image)
        except Exception:
            log.exception("A page could not be painted")
            self._files.give_up(name)
        return True

    def _take_breath(self) -> None:
        """Let the pages that nobody waits for yet wait for a moment."""
        self._calm_at = time.monotonic() + self._breath_s

    def _next(self) -> tuple[str, Wanted, Easel] | None:
        """Wait for a page that is missing, and for a breath unless it is the first one; None at the end."""
        with self._news:
            while not self._stopping:
                missing = (
                    (place, name) for place, name in enumerate(self._wanted) if self._files.missing(name)
                )
                place, name = next(missing, (0, ""))
                rest_s = self._calm_at - time.monotonic() if place else 0.0
                if name and rest_s <= 0:
                    return name, self._wanted[name], self._easel
                self._news.wait(rest_s if name else None)
        return None

    def _still_wanted(self, name: str) -> bool:
        return name in self._wanted and not self._stopping

    def _tell(self) -> None:
        if not self._stopping:
            self._done()
