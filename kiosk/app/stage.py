# SPDX-License-Identifier: Apache-2.0
"""The stage: turns the show's scene into the snapshot that the window shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from kiosk.app.crisis import Help, in_language
from kiosk.app.shelf import Edition, Shelf
from kiosk.content.blocks import plain
from kiosk.content.pack import Role
from kiosk.content.phrases import Phrases
from kiosk.layout import builtin
from kiosk.layout.frame import Frame, frame
from kiosk.layout.model import Box, BoxRole, Ink, Layout, Page, Screen
from kiosk.layout.setup import RIGHT_TO_LEFT
from kiosk.layout.tokens import THEMES, Theme
from kiosk.show.model import Panel, Scene, View
from kiosk.ui.cards import cards_per_page
from kiosk.ui.snapshot import Card, Entry, Mark, Snapshot, Tongue

Painted = Callable[[Page, Theme], str]
"""A page in a theme → the URL of its picture, empty while it is not painted yet."""

ICON_NAMES = (
    "previous",
    "next",
    "topics",
    "text-size",
    "finished",
    "close",
    "words",
    "sources",
    "plus",
    "minus",
)


@dataclass(frozen=True, slots=True)
class Fixtures:
    """What stays the same while the kiosk runs: the clinic, its languages, crisis help and the ways to pictures."""

    clinic: str
    hours: Callable[[Phrases], tuple[tuple[str, str], ...]]
    help: Help
    phrases: Mapping[str, Phrases]
    languages: tuple[str, ...]
    reduced_motion: bool
    icon: Callable[[str, str, int], str]
    drawing: Callable[[str, int], str]
    autonym: Callable[[str], str]
    cap_ratio: float


@dataclass(frozen=True)
class Stage:
    """Looks up what a scene needs: pages, neighbours, words, sources, cards."""

    shelf: Shelf
    fixtures: Fixtures
    screen: Screen

    def frame(self, layout: Layout, text_scale: float) -> Frame:
        """Return the geometry of a layout at a text size."""
        screen = self.screen
        if layout is Layout.WALL:
            screen = replace(screen, wall_distance_mm=self.shelf.distance_mm or screen.wall_distance_mm)
        return frame(screen, layout, text_scale, self.fixtures.cap_ratio)

    def page(self, scene: Scene) -> Page | None:
        """Return the page that a scene shows or covers, setting it if need be; None where it shows none."""
        return self._choose(scene, self.shelf.pages)

    def ready_page(self, scene: Scene) -> Page | None:
        """Return the page of a scene only if it is set already."""
        return self._choose(scene, self.shelf.ready)

    def _choose(self, scene: Scene, find: Callable[[str, Edition, Layout], tuple[Page, ...] | None]) -> Page | None:
        if scene.view not in {View.WALL, View.PAGE}:
            return None
        layout = Layout.WALL if scene.view is View.WALL else Layout.READING
        pages = find(scene.section or builtin.NOTHING, Edition(scene.language, scene.text_scale), layout)
        return pages[min(scene.page, len(pages) - 1)] if pages else None

    def ahead(self, scene: Scene) -> tuple[Page, ...]:
        """Return the pages beside the neighbours that a touch on this scene may open."""
        edition = Edition(scene.language, scene.text_scale)
        if scene.view is View.WALL and scene.paused:
            sections: tuple[str, ...] = (scene.section,)
        elif scene.view is View.TOPICS:
            sections = tuple(listing.flags.id for listing in self.shelf.listings if listing.browse)
        else:
            return ()
        ready = (self.shelf.ready(section, edition, Layout.READING) for section in sections)
        return tuple(pages[0] for pages in ready if pages)

    def cards_per_page(self, text_scale: float) -> int:
        """Return how many cards a page of Topics holds on this screen."""
        return cards_per_page(self.frame(Layout.READING, text_scale))

    def snapshot(self, scene: Scene, back: Page | None, forward: Page | None, painted: Painted) -> Snapshot:
        """Return everything that the window shows in a scene, with the pages that a turn would show."""
        theme = THEMES.get(scene.theme, THEMES["light"])
        phrases = self.fixtures.phrases[scene.language]
        page = self.page(scene)
        layout = Layout.READING if scene.view in {View.PAGE, View.TOPICS} else Layout.WALL
        box_of_sources = _box_of_sources(page)
        return Snapshot(
            scene=scene,
            frame=self.frame(layout, scene.text_scale),
            phrases=phrases,
            theme=theme,
            picture=painted(page, theme) if page else "",
            previous=painted(back, theme) if back else "",
            next=painted(forward, theme) if forward else "",
            title=page.title if page else "",
            page_label=phrases.say("page_of", page=scene.page + 1, pages=scene.pages) if page else "",
            text=reading_text(page),
            right_to_left=scene.language.split("-")[0] in RIGHT_TO_LEFT,
            reduced_motion=self.fixtures.reduced_motion,
            accent=theme.accents.get(page.accent if page else "teal", theme.accents["teal"]),
            marks=taught_words(page),
            sources_mark=_mark("", box_of_sources) if box_of_sources else None,
            words=self._words(scene, page),
            sources=self._sources(scene, page),
            cards=self._cards(scene, theme, phrases) if scene.view is View.TOPICS else (),
            crisis_label=self.fixtures.help.label(phrases),
            crisis_lines=self.fixtures.help.lines(phrases),
            languages=tuple(self._tongue(code) for code in self.fixtures.languages),
            other_language=self._other(scene),
            clinic=self.fixtures.clinic,
            hours=self.fixtures.hours(phrases),
            icons=self._icons(theme, layout, scene.text_scale),
        )

    def _tongue(self, code: str) -> Tongue:
        return Tongue(code, self.fixtures.autonym(code))

    def _other(self, scene: Scene) -> Tongue | None:
        others = [code for code in self.fixtures.languages if code != scene.language]
        return self._tongue(others[0]) if others else None

    def _words(self, scene: Scene, page: Page | None) -> tuple[Entry, ...]:
        glossary = self.shelf.manifest.glossary
        terms = [glossary[term] for term in page.terms if term in glossary] if page else []
        return tuple(
            Entry(term.id, in_language(term.term, scene.language), in_language(term.meaning, scene.language))
            for term in terms
        )

    def _sources(self, scene: Scene, page: Page | None) -> tuple[Entry, ...]:
        if page is None or (scene.panel is not Panel.SOURCES and not page.sources):
            return ()
        manifest = self.shelf.manifest
        cited = [source for source in manifest.sources if source.id in page.sources]
        return tuple(
            Entry(
                source.id,
                f"{manifest.source_number(source.id)}. {source.authors}. {source.title}. {source.year}.",
                f"doi.org/{source.doi}" if source.doi else source.url.removeprefix("https://"),
            )
            for source in cited
        )

    def _cards(self, scene: Scene, theme: Theme, phrases: Phrases) -> tuple[Card, ...]:
        edition = Edition(scene.language, scene.text_scale)
        size = round(self.screen.px(30))
        cards = []
        for listing in self.shelf.listings:
            section = self.shelf.section(listing.flags.id, scene.language) if listing.browse else None
            if section is None:
                continue
            count = len(self.shelf.ready(section.id, edition, Layout.READING) or ())
            cards.append(
                Card(
                    section=section.id,
                    title=section.title,
                    message=plain(section.key_message),
                    pages=_count_of_pages(phrases, count),
                    picture=self.fixtures.drawing(section.image.path, size) if section.image else "",
                    accent=theme.accents.get(section.flags.accent, theme.accents["teal"]),
                    tint=theme.tints.get(section.flags.accent, theme.tints["teal"]),
                    start_here=section.flags.role is Role.OPENING,
                )
            )
        cards.sort(key=lambda card: not card.start_here)
        return tuple(cards)

    def _icons(self, theme: Theme, layout: Layout, text_scale: float) -> dict[str, str]:
        size = round(self.frame(layout, text_scale).label_px * 1.5)
        inked = {name: self.fixtures.icon(name, theme.inks[Ink.TEXT], size) for name in ICON_NAMES}
        return inked | {"next-on-accent": self.fixtures.icon("next", theme.on_accent, size)}


def _count_of_pages(phrases: Phrases, count: int) -> str:
    if count == 0:
        return ""
    return phrases.say("page_count") if count == 1 else phrases.say("pages_count", pages=count)


def _box_of_sources(page: Page | None) -> Box | None:
    return next((box for box in page.boxes if box.link == "sources"), None) if page else None


def _mark(term: str, box: Box) -> Mark:
    return Mark(term, box.rect.x, box.rect.y, box.rect.width, box.rect.height)


def taught_words(page: Page | None) -> tuple[Mark, ...]:
    """Return where the taught words of a page stand, one mark a stretch of a line."""
    if page is None:
        return ()
    return tuple(
        Mark(spot.term, placed.x + spot.x, placed.y, spot.width, box.rect.height / max(1, len(box.lines)))
        for box in page.boxes
        for placed in box.lines
        for spot in placed.line.spots
    )


def reading_text(page: Page | None) -> str:
    """Return what is read aloud of a page, a line for each box, what is repeated left out."""
    if page is None:
        return ""
    return "\n".join(box.text for box in page.boxes if not box.repeat and box.role is not BoxRole.FURNITURE)
