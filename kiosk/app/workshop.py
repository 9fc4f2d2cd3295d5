# SPDX-License-Identifier: Apache-2.0
"""The workshop: pack, fonts, words and house together, and the set-ups for pages that follow from them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct

from kiosk.app.contents import Contents, notices_on
from kiosk.app.copies import Origin
from kiosk.app.shelf import Listing, MakeSetUp
from kiosk.app.wishes import tongue
from kiosk.content.finding import Finding
from kiosk.content.pack import Flags, Pack, Section
from kiosk.content.phrases import Phrases, read_phrases
from kiosk.content.probe import PictureFacts, Probe
from kiosk.content.section import read_section
from kiosk.layout import builtin, copies
from kiosk.layout.furniture import checked_words
from kiosk.layout.model import Layout, Measure, Screen
from kiosk.layout.setup import SetUp
from kiosk.render.fonts import Families
from kiosk.render.headers import header_facts
from kiosk.render.measure import QtMeasure


class Press(Struct, frozen=True):
    """What setting pages of one pack needs, whatever the clinic."""

    pack: Pack
    phrases: Mapping[str, Phrases]
    measures: Mapping[str, Measure]
    cap_ratio: float
    probe: Probe = header_facts
    today: Callable[[], date] | None = None

    @property
    def review_due(self) -> bool:
        """Tell whether the day of the pack's next review is over; never without a clock."""
        return self.today is not None and date.min < self.pack.manifest.next_review < self.today()

    def set_up(self, screen: Screen, layout: Layout, language: str, text_scale: float) -> SetUp:
        """Return the set-up for pages on a screen."""
        return SetUp(
            screen=screen,
            layout=layout,
            text_scale=text_scale,
            phrases=self.phrases[language],
            manifest=self.pack.manifest,
            measure=self.measures[language],
            picture_size=self.picture_size,
            cap_ratio=self.cap_ratio,
            language=language,
            name_of=self.name_of,
            review_due=self.review_due,
        )

    def name_of(self, language: str) -> str:
        """Return a language by its own name, as visitors choose it."""
        return tongue(language, self.phrases.get(language, self.phrases[next(iter(self.phrases))])).name

    def picture_size(self, path: str) -> tuple[int, int] | None:
        """Return a picture's pixels, None where it cannot be shown."""
        facts = self.probe(self.pack.root / path)
        return (facts.width, facts.height) if isinstance(facts, PictureFacts) else None

    def for_screen(self, screen: Screen) -> MakeSetUp:
        """Return how set-ups are made for one screen."""
        return lambda layout, language, text_scale: self.set_up(screen, layout, language, text_scale)


class Workshop(Struct, frozen=True):
    """The press and what this station adds to the pack: pages of its own, without what it leaves out.

    With an origin of copies there is a page from which a telephone takes one, on screens without touch.
    """

    press: Press
    contents: Contents
    today: Callable[[], date]
    origin: Origin | None = None

    def listings(self, leave_out: Iterable[str] = ()) -> tuple[Listing, ...]:
        """Return the programme's places: the pack's sections in order, then those that the program writes.

        Without a pack there is the page that says so, and the clinic's notices.
        """
        clinic = Listing(Flags(builtin.CLINIC), browse=False)
        if self.contents.missing:
            nothing = Listing(Flags(builtin.NOTHING), browse=False)
            return (nothing, clinic) if self.contents.house.notices else (nothing,)
        left = frozenset(leave_out)
        own = tuple(Listing(flags) for flags in self.press.pack.manifest.sections if flags.id not in left)
        disclaimer = Listing(Flags(builtin.DISCLAIMER), browse=False)
        sources = Listing(Flags(builtin.SOURCES), browse=False, untouched_only=True)
        copy = Listing(Flags(copies.COPIES), browse=False, untouched_only=True)
        return (*own, clinic, disclaimer, sources, *((copy,) if self.origin else ()))

    def read(self, section_id: str, language: str) -> tuple[Section | None, tuple[Finding, ...]]:
        """Return a section of the pack, or one that the program writes."""
        phrases, manifest = self.press.phrases[language], self.press.pack.manifest
        house = self.contents.house
        match section_id:
            case builtin.CLINIC:
                return builtin.clinic_page(phrases, notices_on(house, self.today())), ()
            case builtin.DISCLAIMER:
                checked = checked_words(manifest, phrases, language, due=self.press.review_due)
                if not phrases.signed:
                    checked = f"{checked} {phrases.say('not_checked_words')}"
                help_line = self.contents.help.sentence(phrases, language)
                return builtin.disclaimer(phrases, house, checked, help_line), ()
            case builtin.SOURCES:
                return builtin.sources(phrases, manifest), ()
            case copies.COPIES if self.origin is not None:
                return self._copies(self.origin, language), ()
            case builtin.NOTHING:
                return builtin.nothing(phrases), ()
        return read_section(self.press.pack, section_id, language, self.press.probe)

    def _copies(self, origin: Origin, language: str) -> Section | None:
        """Return the page with a code; without a site it needs the words of a section."""
        name = "" if origin.url else origin.opening(self.today())
        opening = read_section(self.press.pack, name, language)[0] if name else None
        return origin.page(opening, language, self.press.phrases[language])


def new_press(
    pack: Pack,
    languages: Iterable[str],
    families: Families,
    i18n: Path,
    today: Callable[[], date] | None = None,
) -> Press:
    """Return the press for a pack in some languages: the program's words in each, or in English."""
    codes = tuple(languages)
    return Press(
        pack=pack,
        phrases={code: read_phrases(i18n, code) for code in codes},
        measures={code: QtMeasure(families, code) for code in codes},
        cap_ratio=families.cap_ratio,
        today=today,
    )
