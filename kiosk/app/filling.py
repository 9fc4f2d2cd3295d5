# SPDX-License-Identifier: Apache-2.0
"""What is got ready ahead of time: all of a small pack; of a large one what is near, then bare facts."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct, field

from kiosk.app.shelf import Edition
from kiosk.app.stage import Stage
from kiosk.layout.model import Layout
from kiosk.show.near import Near, Part

Stopped = Callable[[], bool]
Tell = Callable[[], object]

LAYOUTS = {Part.WALL: Layout.WALL, Part.READING: Layout.READING}

FAR_NEWS = 100
"""After how many sections found out about the show is told."""


class Wish(Struct, frozen=True):
    """The edition on the screen, its layouts in the order in which they are wanted, and what is near."""

    edition: Edition
    layouts: tuple[Layout, ...]
    near: Near


class News(Struct, frozen=True):
    """Whom to tell: that some pages are set, and that everything is."""

    some: Tell
    all: Tell


def fill_small(stage: Stage, wish: Wish, stopped: Stopped, tell: Tell) -> None:
    """Read, set and decode all that an edition needs, then other walls."""
    edition = wish.edition
    stage.shelf.settle_distance(edition.language)
    stage.shelf.fill(edition, wish.layouts, stopped)
    if not stopped():
        tell()
    stage.prepare(edition, stopped)
    if not stopped():
        tell()
    for language in stage.languages:
        if stopped():
            return
        stage.shelf.settle_distance(language)
        stage.shelf.fill(Edition(language), (Layout.WALL,), stopped)


class LargeFill(Struct):
    """Fills from a large pack: at once what is near, and while nobody is there what is far, bit by bit.

    `walls` are the languages of the walls. What is far goes on where it was left, however often what is near
    changes.
    """

    home: Edition
    walls: tuple[str, ...]
    _stage: Stage | None = None
    _far: Iterator[bool] = field(default_factory=lambda: iter(()))
    _told: bool = False

    def fill(self, stage: Stage, wish: Wish, stopped: Stopped, news: News) -> None:
        """Get ready what is near; then, unless somebody is there, find out about all others."""
        if self._near(stage, wish, stopped):
            news.some()
        if wish.near.visited or stopped():
            return
        if stage is not self._stage:
            self._stage, self._far, self._told = stage, self._facts(stage), False
        for tells in self._far:
            if tells:
                news.some()
            if stopped():
                return
        if not self._told:
            self._told = True
            news.all()

    def _near(self, stage: Stage, wish: Wish, stopped: Stopped) -> bool:
        """Get ready what is near, drawings last; tell whether anything was new."""
        shelf, edition, new = stage.shelf, wish.edition, False
        cards = []
        for part, section in wish.near.steps:
            if stopped():
                return new
            if part is Part.CARD:
                shelf.section(section, edition.language)
                cards.append(section)
                continue
            layout = LAYOUTS[part]
            new = new or shelf.dwells(section, edition, layout) is None
            pages = shelf.pages(section, edition, layout)
            stage.fixtures.drawings.learn(
                box.picture.path for page in pages for box in page.boxes if box.picture
            )
        return stage.prepare(edition, stopped, cards) or new

    def _facts(self, stage: Stage) -> Iterator[bool]:
        """Find out about the station's own wall and pages, then other walls; yield where to tell of it."""
        shelf = stage.shelf
        layouts = {self.home.language: (Layout.WALL, Layout.READING)}
        for language in dict.fromkeys((self.home.language, *self.walls)):
            for _section in shelf.settling(language):
                yield False
            edition = self.home if language == self.home.language else Edition(language)
            learning = shelf.learning(edition, layouts.get(language, (Layout.WALL,)))
            learnt = 0
            for learnt, _section in enumerate(learning, 1):
                yield learnt % FAR_NEWS == 0
            yield learnt > 0
        shelf.write_down(self.home)
