# SPDX-License-Identifier: Apache-2.0
"""The stage: turns the show's scene into the snapshot that the window shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from kiosk.app.cards import DEFAULT_ACCENT, CardMaker, drawing_px
from kiosk.app.copies import Copies
from kiosk.app.crisis import Help
from kiosk.app.drawings import Drawings
from kiosk.app.passages import passages
from kiosk.app.reading import (
    read_of,
    reading_text,
    sentences_of,
    sources_mark,
    sources_of,
    spoken_marks,
    taught_words,
    words_of,
)
from kiosk.app.shelf import Edition, Shelf
from kiosk.content.phrases import Phrases
from kiosk.layout import builtin
from kiosk.layout.frame import Frame, frame
from kiosk.layout.model import Ink, Layout, Page, Screen
from kiosk.layout.setup import RIGHT_TO_LEFT
from kiosk.layout.tokens import THEMES, Theme
from kiosk.show.model import Panel, Scene, View
from kiosk.ui.cards import cards_per_page, page_of_cards
from kiosk.ui.snapshot import Card, Copy, Snapshot, Tongue

if TYPE_CHECKING:
    from kiosk.layout.aloud import Utterance

ICON_NAMES = (
    "previous",
    "next",
    "topics",
    "text-size",
    "finished",
    "close",
    "words",
    "sources",
    "copy",
    "plus",
    "minus",
)
LISTEN_ICONS = ("listen", "pause", "play", "repeat", "slower", "faster", "softer", "louder", "stop", "more")
ON_ACCENT = ("next", "pause", "play")
ICON_EM = 1.5

MOST_NAMED, NARROW_NAMED = 18, 9
"""How many characters of languages' names stand on the button of the sheet, and on narrow glass."""

Find = Callable[[str, Edition, Layout], tuple[Page, ...] | None]


def read_by_nobody(_page: Page) -> tuple[Utterance, ...]:
    """Return nothing to be read aloud, where no page can be."""
    return ()


class Fixtures(Struct, frozen=True):
    """What stays the same while the kiosk runs: clinic, languages, crisis help, small pictures."""

    clinic: str
    hours: Callable[[Phrases], tuple[tuple[str, str], ...]]
    help: Help
    phrases: Mapping[str, Phrases]
    languages: tuple[Tongue, ...]
    drawings: Drawings
    copies: Copies
    cap_ratio: float
    pack: Path = Path()
    read: Callable[[Page], tuple[Utterance, ...]] = read_by_nobody
    speech_key: int = 0


class Leaves(Struct, frozen=True):
    """The page on show, with the pictures of it and of what a turn uncovers; empty where there is none."""

    page: Page | None = None
    picture: str = ""
    previous: str = ""
    next: str = ""


class Stage(Struct, frozen=True):
    """Looks up what a scene needs: pages, words, sources, cards."""

    shelf: Shelf
    fixtures: Fixtures
    screen: Screen

    @property
    def languages(self) -> tuple[str, ...]:
        """Return the codes of the languages that are offered."""
        return tuple(tongue.code for tongue in self.fixtures.languages)

    def frame(self, layout: Layout, edition: Edition) -> Frame:
        """Return the geometry of a layout in an edition."""
        screen = replace(self.screen, lowered=edition.lowered)
        if layout is Layout.WALL:
            settled = self.shelf.distance(edition.language)
            screen = replace(screen, wall_distance_mm=settled or screen.wall_distance_mm)
        return frame(screen, layout, edition.text_scale, self.fixtures.cap_ratio)

    def page(self, scene: Scene) -> Page | None:
        """Return the page that a scene shows or covers, setting it if need be; None where it shows none."""
        return _choose(scene, self.shelf.pages)

    def ready_page(self, scene: Scene) -> Page | None:
        """Return the page of a scene only if it is set already."""
        return _choose(scene, self.shelf.ready)

    def first_pages(self, scene: Scene, cards: Sequence[str]) -> tuple[Page, ...]:
        """Return the first pages behind the cards that a page of Topics shows, as far as they are set."""
        edition = edition_of(scene)
        shown = cards[page_of_cards(self.frame(Layout.READING, edition), scene.topics_page)]
        ready = (self.shelf.ready(section, edition, Layout.READING) for section in shown)
        return tuple(pages[0] for pages in ready if pages)

    def cards_per_page(self, edition: Edition) -> int:
        """Return how many cards a page of Topics holds on this screen."""
        return cards_per_page(self.frame(Layout.READING, edition))

    def prepare(
        self, edition: Edition, stopped: Callable[[], bool], sections: Iterable[str] | None = None
    ) -> bool:
        """Decode the drawings of all or some cards, load what makes codes; waits, so never on the GUI thread.

        Tell whether a drawing is new.
        """
        self.fixtures.copies.prepare()
        px, new = drawing_px(self.frame(Layout.READING, edition)), False
        browsed = (listing.id for listing in self.shelf.listings if listing.browse)
        for each in browsed if sections is None else sections:
            section = self.shelf.section(each, edition.language)
            if stopped():
                return new
            if section is not None and section.image is not None:
                drawings, path = self.fixtures.drawings, section.image.path
                new = new or not drawings.ready(path, px)
                drawings.prepare(path, px)
        return new

    def snapshot(self, scene: Scene, leaves: Leaves, cards: Sequence[str]) -> Snapshot:
        """Return everything that the window shows in a scene; `cards` are the sections of Topics."""
        edition, page = edition_of(scene), leaves.page
        theme, phrases = theme_of(scene), self.fixtures.phrases[scene.language]
        layout = Layout.READING if scene.view in {View.PAGE, View.TOPICS} else Layout.WALL
        standing = self.frame(layout, edition)
        words = words_of(page, self.shelf.manifest, scene.language)
        shown = Snapshot(
            scene=scene,
            frame=standing,
            phrases=phrases,
            theme=theme,
            picture=leaves.picture,
            previous=leaves.previous,
            next=leaves.next,
            title=page.title if page else "",
            page_label=phrases.say("page_of", page=page.number, pages=page.count) if page else "",
            text=reading_text(page),
            passages=passages(page),
            right_to_left=scene.language.split("-")[0] in RIGHT_TO_LEFT,
            accent=theme.accents.get(page.accent if page else "", theme.accents[DEFAULT_ACCENT]),
            marks=taught_words(page, words),
            sources_mark=sources_mark(page),
            words=words,
            sources=sources_of(page, self.shelf.manifest),
            copy=self._copy(scene),
            cards=self._cards(scene, standing, cards),
            cards_in_all=len(cards),
            icons={} if _untouched(scene) else self._icons(scene, theme, standing),
        )
        return self._heard(self._furnished(shown), page)

    def _furnished(self, shown: Snapshot) -> Snapshot:
        """Return a snapshot with what is the same on every page: crisis help, languages, the clinic."""
        fixtures, phrases, scene = self.fixtures, shown.phrases, shown.scene
        most = NARROW_NAMED if shown.frame.narrow else MOST_NAMED
        return replace(
            shown,
            crisis_label=fixtures.help.label(phrases, scene.language),
            crisis_sentence=fixtures.help.sentence(phrases, scene.language),
            crisis_lines=fixtures.help.lines(scene.language),
            languages=fixtures.languages,
            other_language=other_language(fixtures.languages, scene),
            sheet_label=sheet_label(phrases, fixtures.languages, scene.language, most),
            clinic=fixtures.clinic,
            hours=fixtures.hours(phrases),
        )

    def _heard(self, shown: Snapshot, page: Page | None) -> Snapshot:
        """Return a snapshot with what is read aloud of its page."""
        scene = shown.scene
        spoken = read_of(page, scene, self.fixtures.read)
        section = self.shelf.section(scene.section, scene.language) if spoken else None
        recording = section.recording if section else None
        return replace(
            shown,
            spoken=None if spoken is None else sentences_of(spoken, recording, self.fixtures.pack),
            spoken_language=page.language if page else "",
            spoken_marks=spoken_marks(spoken, scene.listening),
            speech_key=self.fixtures.speech_key,
        )

    def _copy(self, scene: Scene) -> Copy | None:
        """Return what may be kept of the section that is read, while its panel stands."""
        section = self.shelf.section(scene.section, scene.language) if scene.panel is Panel.COPY else None
        if section is None:
            self.fixtures.copies.clear()
            return None
        phrases = self.fixtures.phrases[scene.language]
        return self.fixtures.copies.of(section, scene.language, phrases, self.screen.mm_per_px)

    def _cards(self, scene: Scene, standing: Frame, sections: Sequence[str]) -> tuple[Card, ...]:
        if scene.view is not View.TOPICS:
            return ()
        maker = CardMaker(
            shelf=self.shelf,
            drawings=self.fixtures.drawings,
            edition=edition_of(scene),
            theme=theme_of(scene),
            phrases=self.fixtures.phrases[scene.language],
            drawing_px=drawing_px(standing),
        )
        return maker.cards(sections[page_of_cards(standing, scene.topics_page)])

    def _icons(self, scene: Scene, theme: Theme, standing: Frame) -> dict[str, str]:
        size = round(standing.label_px * ICON_EM)
        names = ICON_NAMES + (LISTEN_ICONS if scene.offers_listening else ())
        drawn = {name: self.fixtures.drawings.icon(name, theme.inks[Ink.TEXT], size) for name in names}
        on_accent = (name for name in ON_ACCENT if name in names)
        return drawn | {
            f"{name}-on-accent": self.fixtures.drawings.icon(name, theme.on_accent, size)
            for name in on_accent
        }


def edition_of(scene: Scene) -> Edition:
    """Return the edition that a scene is shown in."""
    return Edition(scene.language, scene.text_scale, scene.lowered)


def theme_of(scene: Scene) -> Theme:
    """Return the theme that a scene is shown in."""
    return THEMES.get(scene.theme, THEMES["light"])


def other_language(languages: Sequence[Tongue], scene: Scene) -> Tongue | None:
    """Return the language that the wall offers first; with several each wall page begins with another."""
    others = [tongue for tongue in languages if tongue.code != scene.language]
    return others[scene.loop_place % len(others)] if others else None


def sheet_label(phrases: Phrases, languages: Sequence[Tongue], language: str, most: int = MOST_NAMED) -> str:
    """Return the words on the button of the sheet: larger text, and other languages by their own names.

    Where the names are longer than `most` characters the first one stands for all.
    """
    others = [tongue.name for tongue in languages if tongue.code != language]
    if not others:
        return phrases.say("larger")
    named = " · ".join(others)
    return phrases.say(
        "settings_sheet", language=named if len(named) <= most or not others[1:] else f"{others[0]} …"
    )


def _untouched(scene: Scene) -> bool:
    """Tell whether a scene has no button with an icon, as the opening has none."""
    return scene.view is View.WALL and not scene.paused and scene.panel is Panel.NONE


def _choose(scene: Scene, find: Find) -> Page | None:
    if scene.view not in {View.WALL, View.PAGE}:
        return None
    layout = Layout.WALL if scene.view is View.WALL else Layout.READING
    pages = find(scene.section or builtin.NOTHING, edition_of(scene), layout)
    return pages[min(scene.page, len(pages) - 1)] if pages else None
