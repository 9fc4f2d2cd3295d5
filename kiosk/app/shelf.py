# SPDX-License-Identifier: Apache-2.0
"""The shelf: sections read and pages set so far, each when it is first wanted, and the programme made of them."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace

from kiosk.content.finding import Finding
from kiosk.content.pack import Flags, Manifest, Role, Section
from kiosk.layout.book import SetUp, section_pages, wall_distance
from kiosk.layout.model import Layout, Page
from kiosk.show.model import Programme, Stop

ReadSection = Callable[[str, str], tuple[Section | None, tuple[Finding, ...]]]
"""Section id, language → the section, or None where it cannot be shown, and what was found."""

MakeSetUp = Callable[[Layout, str, float], SetUp]
"""Layout, language, text scale → everything that setting a page needs."""

DEFAULT_READING_S = (60.0,)


@dataclass(frozen=True, slots=True)
class Edition:
    """In which language and at which text size pages are set."""

    language: str
    text_scale: float = 1.0


@dataclass(frozen=True, slots=True)
class Listing:
    """One place of the programme before its pages are set; `browse` is off for pages that only the wall shows."""

    flags: Flags
    browse: bool = True
    untouched_only: bool = False


class Shelf:
    """Reads sections and sets their pages when they are wanted; may be asked from any plain thread."""

    def __init__(self, manifest: Manifest, listings: tuple[Listing, ...], read: ReadSection, set_up: MakeSetUp) -> None:
        """Take what is to be shown and the two ways to get it; nothing is read yet."""
        self.manifest = manifest
        self.listings = listings
        self._read = read
        self._set_up = set_up
        self._lock = threading.RLock()
        self._sections: dict[tuple[str, str], Section | None] = {}
        self._pages: dict[tuple[str, Edition, Layout], tuple[Page, ...]] = {}
        self._findings: dict[Finding, None] = {}
        self.distance_mm: float | None = None

    def section(self, section_id: str, language: str) -> Section | None:
        """Return a section in a language, read at the first call."""
        key = (section_id, language)
        with self._lock:
            if key not in self._sections:
                section, findings = self._read(section_id, language)
                self._sections[key] = section
                self._findings.update(dict.fromkeys(findings))
            return self._sections[key]

    def pages(self, section_id: str, edition: Edition, layout: Layout) -> tuple[Page, ...]:
        """Return a section's pages, set at the first call; none where it cannot be shown."""
        if layout is Layout.WALL:
            edition = Edition(edition.language)
        key = (section_id, edition, layout)
        with self._lock:
            if key not in self._pages:
                self._pages[key] = self._set_pages(section_id, edition, layout)
            return self._pages[key]

    def _set_pages(self, section_id: str, edition: Edition, layout: Layout) -> tuple[Page, ...]:
        section = self.section(section_id, edition.language)
        if section is None:
            return ()
        pages, findings = section_pages(self._wanted_set_up(edition, layout), section)
        self._findings.update(dict.fromkeys(findings))
        return pages

    def _wanted_set_up(self, edition: Edition, layout: Layout) -> SetUp:
        set_up = self._set_up(layout, edition.language, edition.text_scale)
        if layout is Layout.READING or self.distance_mm is None:
            return set_up
        return replace(set_up, screen=replace(set_up.screen, wall_distance_mm=self.distance_mm))

    def settle_distance(self, language: str) -> None:
        """Choose the distance from which the whole wall of a language can be read; wall pages are set anew."""
        with self._lock:
            ids = [listing.flags.id for listing in self.listings]
            sections = [self.section(section_id, language) for section_id in ids]
            found = [section for section in sections if section is not None]
            distance = wall_distance(self._set_up(Layout.WALL, language, 1.0), found)
            if distance != self.distance_mm:
                self.distance_mm = distance
                self._pages = {key: pages for key, pages in self._pages.items() if key[2] is Layout.READING}

    def use(self, set_up: MakeSetUp) -> None:
        """Set pages from now on for another screen; all that is set is dropped."""
        with self._lock:
            self._set_up = set_up
            self._pages.clear()
            self.distance_mm = None

    def ready(self, section_id: str, edition: Edition, layout: Layout) -> tuple[Page, ...] | None:
        """Return a section's pages if they are already set, without waiting for any."""
        if layout is Layout.WALL:
            edition = Edition(edition.language)
        return self._pages.get((section_id, edition, layout))

    def fill(self, edition: Edition, stopped: Callable[[], bool] = lambda: False) -> None:
        """Set every page of an edition, wall first, until done or told to stop."""
        for layout in Layout:
            for listing in self.listings:
                if stopped():
                    return
                self.pages(listing.flags.id, edition, layout)

    def forget(self, keep: frozenset[Edition]) -> None:
        """Drop the reading pages of every edition but those to be kept."""
        with self._lock:
            for key in [key for key in self._pages if key[1] not in keep and key[2] is Layout.READING]:
                del self._pages[key]

    def findings(self) -> tuple[Finding, ...]:
        """Return what was found so far, each once, in the order in which it was found."""
        with self._lock:
            return tuple(self._findings)

    def programme(self, edition: Edition, cards_per_page: int) -> Programme:
        """Return the programme of what is set so far; a section that turned out unreadable is left out."""
        stops = (self._stop(listing, edition) for listing in self.listings)
        return Programme(tuple(stop for stop in stops if stop is not None), cards_per_page)

    def _stop(self, listing: Listing, edition: Edition) -> Stop | None:
        flags = listing.flags
        if self._sections.get((flags.id, edition.language), True) is None:
            return None
        wall = self.ready(flags.id, edition, Layout.WALL) or ()
        reading = self.ready(flags.id, edition, Layout.READING)
        reading_s = DEFAULT_READING_S if reading is None else tuple(page.dwell_s for page in reading)
        return Stop(
            id=flags.id,
            wall=tuple(page.dwell_s for page in wall),
            reading=reading_s if listing.browse else (),
            opening=flags.role is Role.OPENING,
            rotate=flags.rotate,
            private=flags.private,
            only_with=flags.only_with,
            valid_from=flags.valid_from,
            valid_until=flags.valid_until,
            untouched_only=listing.untouched_only,
        )
