# SPDX-License-Identifier: Apache-2.0
"""The shelf: sections read and pages set, each when first wanted, and the programme made of them."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from kiosk.content.finding import Finding
from kiosk.content.pack import Flags, Manifest, Role, Section
from kiosk.layout.book import section_pages, wall_distance
from kiosk.layout.model import Layout, Page
from kiosk.layout.setup import SetUp
from kiosk.show.model import Programme, Stop

ReadSection = Callable[[str, str], tuple[Section | None, tuple[Finding, ...]]]
"""Section id, language → the section, or None where it cannot be shown, and what was found."""

MakeSetUp = Callable[[Layout, str, float], SetUp]
"""Layout, language, text scale → everything that setting a page needs."""

UNKNOWN_READING_S = (60.0,)
"""How a section counts whose reading pages are not set yet: one page of unknown length."""


@dataclass(frozen=True, slots=True)
class Edition:
    """In which language, at which text size and where on the glass pages are set."""

    language: str
    text_scale: float = 1.0
    lowered: bool = False

    def of(self, layout: Layout) -> Edition:
        """Return the edition to which a layout's pages belong: the wall has one text size and place."""
        return Edition(self.language) if layout is Layout.WALL else self


@dataclass(frozen=True, slots=True)
class Listing:
    """One place of the programme before its pages are set; `browse` is off for what only the wall shows."""

    flags: Flags
    browse: bool = True
    untouched_only: bool = False

    @property
    def id(self) -> str:
        """Return the section's id."""
        return self.flags.id

    @property
    def layouts(self) -> tuple[Layout, ...]:
        """Return the layouts in which the section is shown at all."""
        return (Layout.WALL, Layout.READING) if self.browse else (Layout.WALL,)


class Shelf:
    """Reads sections and sets their pages when they are wanted; may be asked from any plain thread.

    What is there already is given without waiting for another thread that sets a page.
    """

    def __init__(self, manifest: Manifest, listings: tuple[Listing, ...], read: ReadSection) -> None:
        """Take what is to be shown and how to read it; `use` comes before the first page."""
        self.manifest = manifest
        self.listings = listings
        self._read = read
        self._set_up: MakeSetUp | None = None
        self._lock = threading.RLock()
        self._sections: dict[tuple[str, str], Section | None] = {}
        self._pages: dict[tuple[str, Edition, Layout], tuple[Page, ...]] = {}
        self._distances: dict[str, float] = {}
        self._findings: dict[Finding, set[Edition | None]] = {}

    def use(self, set_up: MakeSetUp) -> None:
        """Set pages from now on for another screen; all that is set is dropped."""
        with self._lock:
            self._set_up = set_up
            self._pages.clear()
            self._distances.clear()

    def section(self, section_id: str, language: str) -> Section | None:
        """Return a section in a language, read at the first call; None where it cannot be shown."""
        key = (section_id, language)
        with self._lock:
            if key not in self._sections:
                section, findings = self._read(section_id, language)
                self._found(findings)
                self._sections[key] = section
            return self._sections[key]

    def known(self, section_id: str, language: str) -> Section | None:
        """Return a section only if it has been read and can be shown, without waiting."""
        return self._sections.get((section_id, language))

    def pages(self, section_id: str, edition: Edition, layout: Layout) -> tuple[Page, ...]:
        """Return a section's pages, set at the first call; none where it cannot be shown."""
        ready = self.ready(section_id, edition, layout)
        if ready is not None:
            return ready
        key = (section_id, edition.of(layout), layout)
        with self._lock:
            if key not in self._pages:
                self._pages[key] = self._set(*key)
            return self._pages[key]

    def ready(self, section_id: str, edition: Edition, layout: Layout) -> tuple[Page, ...] | None:
        """Return a section's pages only if they are set, without waiting."""
        return self._pages.get((section_id, edition.of(layout), layout))

    def distance(self, language: str) -> float | None:
        """Return the settled distance of a language's wall, None before it is settled."""
        return self._distances.get(language)

    def settle_distance(self, language: str) -> None:
        """Choose the distance from which the whole wall of a language can be read; its pages are set anew.

        Choosing takes seconds for a large pack; other threads are not kept waiting for pages meanwhile.
        """
        if language in self._distances:
            return
        sections = [self.section(listing.id, language) for listing in self.listings]
        found = [section for section in sections if section is not None]
        asked = self._set_up
        distance = wall_distance(self._made(Edition(language), Layout.WALL), found)
        with self._lock:
            if language in self._distances or self._set_up is not asked:
                return
            self._distances[language] = distance
            wall = (Edition(language), Layout.WALL)
            self._pages = {key: pages for key, pages in self._pages.items() if key[1:] != wall}

    def fill(self, edition: Edition, layouts: Iterable[Layout], stopped: Callable[[], bool]) -> None:
        """Set every page of an edition, one layout after the other, until done or told to stop."""
        for layout in layouts:
            for listing in self.listings:
                if stopped():
                    return
                if layout in listing.layouts:
                    self.pages(listing.id, edition, layout)

    def renew(self, section_id: str) -> None:
        """Forget a section and its pages in every language: what they say has changed."""
        with self._lock:
            self._sections = {key: one for key, one in self._sections.items() if key[0] != section_id}
            self._pages = {key: pages for key, pages in self._pages.items() if key[0] != section_id}

    def keep(self, editions: frozenset[Edition]) -> None:
        """Drop the reading pages of all other editions."""
        with self._lock:
            kept = ((key, pages) for key, pages in self._pages.items() if key[1] in editions)
            wall = ((key, pages) for key, pages in self._pages.items() if key[2] is Layout.WALL)
            self._pages = dict((*kept, *wall))

    def findings(self, home: Edition) -> tuple[Finding, ...]:
        """Return what was found so far, each once, in the order in which it was found.

        What was found only on pages to read in another edition than the station's own is left out: it would
        tell what a visitor chose.
        """
        with self._lock:
            return tuple(each for each, editions in self._findings.items() if editions & {None, home})

    def programme(self, edition: Edition, cards_per_page: int) -> Programme:
        """Return the programme of what is set so far, without what turned out unreadable.

        Where not one of the pack's own sections can be read, it is empty: the built-in page says so.
        """
        stops = tuple(self._stops(edition))
        own = any(listing.browse for listing in self.listings)
        if own and not any(stop.reading for stop in stops):
            return Programme((), cards_per_page)
        return Programme(stops, cards_per_page)

    def _made(self, edition: Edition, layout: Layout) -> SetUp:
        if self._set_up is None:
            raise RuntimeError("The shelf has no screen yet.")
        set_up = self._set_up(layout, edition.language, edition.text_scale)
        if layout is Layout.READING:
            return replace(set_up, screen=replace(set_up.screen, lowered=edition.lowered))
        distance = self._distances.get(edition.language)
        if distance is None:
            return set_up
        return replace(set_up, screen=replace(set_up.screen, wall_distance_mm=distance))

    def _set(self, section_id: str, edition: Edition, layout: Layout) -> tuple[Page, ...]:
        section = self.section(section_id, edition.language)
        if section is None:
            return ()
        pages, findings = section_pages(self._made(edition, layout), section)
        self._found(findings, edition if layout is Layout.READING else None)
        return pages

    def _found(self, findings: Iterable[Finding], edition: Edition | None = None) -> None:
        """Write down what was found, and on the pages of which edition."""
        for each in findings:
            self._findings.setdefault(each, set()).add(edition)

    def _stops(self, edition: Edition) -> Iterator[Stop]:
        for listing in self.listings:
            flags = listing.flags
            if self._sections.get((flags.id, edition.language), flags) is None:
                continue
            wall = self._wall(flags.id, edition)
            reading = self.ready(flags.id, edition, Layout.READING)
            known = UNKNOWN_READING_S if reading is None else tuple(page.dwell_s for page in reading)
            yield Stop(
                id=flags.id,
                wall=tuple(page.dwell_s for page in wall),
                reading=known if listing.browse else (),
                opening=flags.role is Role.OPENING,
                rotate=flags.rotate,
                private=flags.private,
                only_with=flags.only_with,
                valid_from=flags.valid_from,
                valid_until=flags.valid_until,
                untouched_only=listing.untouched_only,
            )

    def _wall(self, section_id: str, edition: Edition) -> tuple[Page, ...]:
        """Return a section's wall pages; until they are set, those of another language count for them."""
        own = self.ready(section_id, edition, Layout.WALL)
        if own is not None:
            return own
        found = dict(self._pages)
        others = (pages for key, pages in found.items() if (key[0], key[2]) == (section_id, Layout.WALL))
        return next(others, ())
