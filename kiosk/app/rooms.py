# SPDX-License-Identifier: Apache-2.0
"""The rooms: what draws and stays, what belongs to one pack, and a pack looked at before it is shown."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from kiosk import paths
from kiosk.app.contents import Contents
from kiosk.app.drawings import Drawings
from kiosk.app.edition import Edition
from kiosk.app.ledger import ledger_for
from kiosk.app.opening import set_few
from kiosk.app.renewal import CannotBeShown
from kiosk.app.shelf import Shelf
from kiosk.app.stage import Fixtures
from kiosk.app.workshop import Press
from kiosk.content.finding import Finding, Severity
from kiosk.layout.model import Screen
from kiosk.render.fonts import Families
from kiosk.render.gallery import Easel, Gallery
from kiosk.station.settings import Settings


class Tools(Struct, frozen=True):
    """What draws, whatever the pack: fonts, pictures, gallery, icons, and the run's own folder."""

    families: Families
    easel: Easel
    gallery: Gallery
    drawings: Drawings
    folder: Path


class Rooms(Struct, frozen=True):
    """What makes the pages of one pack: press and shelf, and what never changes on show."""

    tools: Tools
    press: Press
    shelf: Shelf
    fixtures: Fixtures


class Shown(Struct):
    """What is shown: its contents, its rooms, and the print of its files and of the program."""

    contents: Contents
    rooms: Rooms
    mark: str
    _ready_for: Screen | None = None

    def use(self, screen: Screen, settings: Settings) -> None:
        """Set pages for a screen from now on, all anew unless they were just got ready for it."""
        ready, self._ready_for = self._ready_for, None
        if ready == screen:
            return
        press = self.rooms.press
        parts = (self.mark, settings, screen, press.review_due)
        self.rooms.shelf.use(press.for_screen(screen), ledger_for(paths.cache() / "ledgers", *parts))

    def get_ready(self, screen: Screen, settings: Settings) -> None:
        """Read what the first page takes, and set a small pack's wall; `CannotBeShown` where none can be."""
        shelf, language = self.rooms.shelf, self.contents.languages[0]
        if self.contents.missing:
            raise CannotBeShown(_reason(self.contents.findings))
        self.use(screen, settings)
        own = (listing.id for listing in shelf.listings if listing.browse)
        if all(shelf.section(section, language) is None for section in own):
            raise CannotBeShown(_reason(shelf.findings(Edition(language))))
        set_few(shelf, language)
        self._ready_for = screen


def _reason(findings: Iterable[Finding]) -> str:
    """Return the first error that was found."""
    errors = (str(each) for each in findings if each.severity is Severity.ERROR)
    return next(errors, "none of its sections can be read.")
