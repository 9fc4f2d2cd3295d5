# SPDX-License-Identifier: Apache-2.0
"""The shelf: sections read and pages set, each when first wanted, and the programme made of them.

Of a pack with many sections only the last used are kept; of all others it is remembered how long their pages
take to read, which the programme is made of.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator

from msgspec.structs import replace

from kiosk.app.edition import UNKNOWN_READING_S, Dwells, Edition, Known, Listing
from kiosk.app.last_used import LastUsed
from kiosk.app.ledger import Facts, Ledger
from kiosk.app.notebook import Notebook
from kiosk.content.finding import Finding
from kiosk.content.pack import Manifest, Section
from kiosk.layout.book import section_pages
from kiosk.layout.distance import search_distance
from kiosk.layout.model import Layout, Page
from kiosk.layout.setup import SetUp
from kiosk.show.model import Programme

__all__ = ["UNKNOWN_READING_S", "Edition", "Listing", "MakeSetUp", "ReadSection", "Shelf"]

ReadSection = Callable[[str, str], tuple[Section | None, tuple[Finding, ...]]]
"""Section id, language → the section, or None where it cannot be shown, and what was found."""

MakeSetUp = Callable[[Layout, str, float], SetUp]
"""Layout, language, text scale → everything that setting a page needs."""

FEW = 24
"""Up to this many sections everything is read and set ahead of time, and kept."""

MOST_SECTIONS, MOST_PAGES = 96, 96
"""How many sections, and pages of how many sections, are kept of a pack that has more."""


class Shelf:
    """Reads sections and sets their pages when they are wanted; may be asked from any plain thread.

    What is there already is given without waiting for another thread that sets a page.
    """

    def __init__(self, manifest: Manifest, listings: tuple[Listing, ...], read: ReadSection) -> None:
        """Take what is to be shown and how to read it; `use` comes before the first page."""
        self.manifest = manifest
        self.listings = listings
        self.few = len(listings) <= FEW
        self._read = read
        self._set_up: MakeSetUp | None = None
        self._ledger: Ledger | None = None
        self._lock = threading.RLock()
        self._sections: LastUsed[tuple[str, str], Section] = LastUsed(None if self.few else MOST_SECTIONS)
        self._unreadable: set[tuple[str, str]] = set()
        self._pages: LastUsed[tuple[str, Edition, Layout], tuple[Page, ...]] = LastUsed(
            None if self.few else MOST_PAGES
        )
        self._dwells: dict[tuple[Edition, Layout], dict[str, Dwells]] = {}
        self._distances: dict[str, float] = {}
        self._notebook = Notebook(lays_aside=not self.few)

    def use(self, set_up: MakeSetUp, ledger: Ledger | None = None) -> None:
        """Set pages from now on for another screen; all that is set is dropped.

        What an earlier run found out about just these pages is taken from the ledger.
        """
        known = ledger.recall() if ledger is not None and not self.few else None
        with self._lock:
            self._set_up = set_up
            self._ledger = ledger
            self._pages.clear()
            self._dwells.clear()
            self._distances.clear()
            if known is not None:
                self._take(known)

    def lists(self, section_id: str) -> bool:
        """Tell whether a section has a place in the programme."""
        return any(listing.id == section_id for listing in self.listings)

    def section(self, section_id: str, language: str) -> Section | None:
        """Return a section in a language, read at the first call; None where it cannot be shown."""
        key = (section_id, language)
        with self._lock:
            section = self._sections.get(key)
            if section is None and key not in self._unreadable:
                section = self._fresh(*key, asked=True)
                if section is not None:
                    self._sections.put(key, section)
            return section

    def known(self, section_id: str, language: str) -> Section | None:
        """Return a section only if it has been read and can be shown, without waiting."""
        return self._sections.get((section_id, language))

    def pages(self, section_id: str, edition: Edition, layout: Layout) -> tuple[Page, ...]:
        """Return a section's pages, set at the first call; none where it cannot be shown."""
        key = (section_id, edition.of(layout), layout)
        ready = self._pages.get(key)
        if ready is not None:
            return ready
        with self._lock:
            if key not in self._pages:
                self._pages.put(key, self._set(*key, self.section(section_id, edition.language), asked=True))
            return self._pages.get(key) or ()

    def ready(self, section_id: str, edition: Edition, layout: Layout) -> tuple[Page, ...] | None:
        """Return a section's pages only if they are set, without waiting."""
        return self._pages.get((section_id, edition.of(layout), layout))

    def dwells(self, section_id: str, edition: Edition, layout: Layout) -> Dwells | None:
        """Return how long each of a section's pages takes to read, None where that is not known yet."""
        return self._dwells.get((edition.of(layout), layout), {}).get(section_id)

    def distance(self, language: str) -> float | None:
        """Return the settled distance of a language's wall, None before it is settled."""
        return self._distances.get(language)

    def settle_distance(self, language: str) -> None:
        """Choose the distance from which the whole wall of a language can be read; its pages are set anew."""
        for _section in self.settling(language):
            pass

    def settling(self, language: str) -> Iterator[None]:
        """Choose a language's distance, with a rest after each section.

        Choosing takes seconds for a large pack; other threads are not kept waiting for pages meanwhile.
        """
        if language in self._distances:
            return
        asked, found = self._set_up, []
        for listing in self.listings:
            section = self._once(listing.id, language)
            if section is not None:
                found.append(replace(section, blocks=()))
            yield
        distance = yield from search_distance(self._made(Edition(language), Layout.WALL), found)
        with self._lock:
            if language in self._distances or self._set_up is not asked:
                return
            self._distances[language] = distance
            wall = (Edition(language), Layout.WALL)
            self._pages.drop(lambda key: key[1:] == wall)
            self._dwells.pop(wall, None)

    def fill(self, edition: Edition, layouts: Iterable[Layout], stopped: Callable[[], bool]) -> None:
        """Set every page of an edition, one layout after the other, until done or told to stop."""
        for layout in layouts:
            for listing in self.listings:
                if stopped():
                    return
                if layout in listing.layouts:
                    self.pages(listing.id, edition, layout)

    def learning(self, edition: Edition, layouts: Iterable[Layout]) -> Iterator[None]:
        """Find out how long the pages of every section take to read, with a rest after each section.

        The pages themselves are not kept.
        """
        for listing in self.listings:
            with self._lock:
                self._notebook.go_through((listing.id, edition.language))
            wanted = [
                layout
                for layout in layouts
                if layout in listing.layouts and self.dwells(listing.id, edition, layout) is None
            ]
            section = self._once(listing.id, edition.language) if wanted else None
            for layout in wanted:
                with self._lock:
                    self._set(listing.id, edition.of(layout), layout, section)
            if wanted:
                yield

    def write_down(self, home: Edition) -> None:
        """Keep what was found out about all walls and the station's own edition, for a later run."""
        if self._ledger is not None and not self.few:
            with self._lock:
                facts = self._facts(home)
            self._ledger.keep(facts)

    def renew(self, section_id: str) -> None:
        """Forget a section and its pages in every language: what they say has changed."""
        with self._lock:
            self._sections.drop(lambda key: key[0] == section_id)
            self._pages.drop(lambda key: key[0] == section_id)
            self._unreadable = {key for key in self._unreadable if key[0] != section_id}
            for known in self._dwells.values():
                known.pop(section_id, None)

    def keep(self, editions: frozenset[Edition]) -> None:
        """Drop the reading pages of all other editions."""
        with self._lock:
            self._pages.drop(lambda key: key[2] is Layout.READING and key[1] not in editions)
            for edition, layout in list(self._dwells):
                if layout is Layout.READING and edition not in editions:
                    del self._dwells[edition, layout]

    def findings(self, home: Edition) -> tuple[Finding, ...]:
        """Return what was found so far that may be told."""
        with self._lock:
            return self._notebook.told(home)

    def programme(self, edition: Edition, cards_per_page: int) -> Programme:
        """Return the programme of what is set so far, without what turned out unreadable.

        Where not one of the pack's own sections can be read, it is empty: the built-in page says so.
        """
        own = (Edition(edition.language), Layout.WALL)
        others = [key for key in list(self._dwells) if key[1] is Layout.WALL and key != own]
        known = Known(
            walls=tuple(self._dwells.get(key, {}) for key in (own, *others)),
            reading=self._dwells.get((edition, Layout.READING), {}),
        )
        shown = (one for one in self.listings if (one.id, edition.language) not in self._unreadable)
        stops = tuple(known.stop(listing) for listing in shown)
        own_sections = any(listing.browse for listing in self.listings)
        if own_sections and not any(stop.reading for stop in stops):
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

    def _once(self, section_id: str, language: str) -> Section | None:
        """Return a section for one use; with many sections it is not kept for it."""
        if self.few:
            return self.section(section_id, language)
        known = self.known(section_id, language)
        with self._lock:
            gone = known is None and (section_id, language) in self._unreadable
            return None if gone else known or self._fresh(section_id, language)

    def _fresh(self, section_id: str, language: str, *, asked: bool = False) -> Section | None:
        """Read a section; `asked` tells that it may be a visitor who wants it."""
        section, findings = self._read(section_id, language)
        self._notebook.write(findings, asked=(section_id, language) if asked else None)
        if section is None:
            self._unreadable.add((section_id, language))
        return section

    def _set(
        self,
        section_id: str,
        edition: Edition,
        layout: Layout,
        section: Section | None,
        *,
        asked: bool = False,
    ) -> tuple[Page, ...]:
        """Set a section's pages and remember how long they take; none where it cannot be shown."""
        pages: tuple[Page, ...] = ()
        if section is not None:
            pages, findings = section_pages(self._made(edition, layout), section)
            where = edition if layout is Layout.READING else None
            self._notebook.write(findings, where, (section_id, edition.language) if asked else None)
        known = self._dwells.setdefault((edition, layout), {})
        known[section_id] = tuple(page.dwell_s for page in pages)
        return pages

    def _facts(self, home: Edition) -> Facts:
        """Return what is worth keeping; what a visitor chose is not."""
        kept = {
            (edition, layout): {
                listing.id: known[listing.id]
                for listing in self.listings
                if listing.browse and listing.id in known
            }
            for (edition, layout), known in self._dwells.items()
            if layout is Layout.WALL or edition == home
        }
        return Facts(dict(self._distances), kept, tuple(sorted(self._unreadable)), self.findings(home))

    def _take(self, facts: Facts) -> None:
        """Take what an earlier run found out."""
        self._distances.update(facts.distances)
        self._unreadable.update(facts.unreadable)
        self._notebook.write(facts.findings)
        self._dwells.update((key, dict(known)) for key, known in facts.dwells.items())
