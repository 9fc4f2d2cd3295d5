# SPDX-License-Identifier: Apache-2.0
"""The workshop: pack, fonts, words and house together, and the set-ups for pages that follow from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kiosk.app.crisis import Help
from kiosk.app.shelf import Listing, MakeSetUp
from kiosk.content.finding import Finding
from kiosk.content.pack import Flags, Pack, Section
from kiosk.content.phrases import Phrases, read_phrases
from kiosk.content.probe import PictureFacts, Probe
from kiosk.content.section import read_section
from kiosk.layout import builtin
from kiosk.layout.builtin import House
from kiosk.layout.furniture import checked_words
from kiosk.layout.model import Layout, Measure, Screen
from kiosk.layout.setup import SetUp
from kiosk.render.headers import header_facts

WALL_ONLY = Flags(builtin.CLINIC), Flags(builtin.DISCLAIMER)


@dataclass(frozen=True, slots=True)
class Workshop:
    """What setting pages of one pack needs on this station."""

    pack: Pack
    house: House
    help: Help
    phrases: Mapping[str, Phrases]
    measure: Measure
    cap_ratio: float
    probe: Probe = header_facts

    def listings(self, leave_out: frozenset[str] = frozenset()) -> tuple[Listing, ...]:
        """Return the programme's places: the pack's sections in order, then those that the program writes."""
        own = tuple(Listing(flags) for flags in self.pack.manifest.sections if flags.id not in leave_out)
        walls = tuple(Listing(flags, browse=False) for flags in WALL_ONLY)
        sources = Listing(Flags(builtin.SOURCES), browse=False, untouched_only=True)
        return (*own, *walls, sources)

    def read(self, section_id: str, language: str) -> tuple[Section | None, tuple[Finding, ...]]:
        """Return a section of the pack, or one that the program writes."""
        phrases = self.phrases[language]
        match section_id:
            case builtin.CLINIC:
                return builtin.clinic_page(phrases, self.house), ()
            case builtin.DISCLAIMER:
                checked = checked_words(self.pack.manifest, phrases, language)
                return builtin.disclaimer(phrases, self.house, checked, self.help.sentence(phrases)), ()
            case builtin.SOURCES:
                return builtin.sources(phrases, self.pack.manifest), ()
            case builtin.NOTHING:
                return builtin.nothing(phrases), ()
        return read_section(self.pack, section_id, language, self.probe)

    def set_up(self, screen: Screen, layout: Layout, language: str, text_scale: float) -> SetUp:
        """Return the set-up for pages on a screen."""
        return SetUp(
            screen=screen,
            layout=layout,
            text_scale=text_scale,
            phrases=self.phrases[language],
            manifest=self.pack.manifest,
            measure=self.measure,
            picture_size=self.picture_size,
            cap_ratio=self.cap_ratio,
        )

    def picture_size(self, path: str) -> tuple[int, int] | None:
        """Return a picture's pixels, None where it cannot be shown."""
        facts = self.probe(self.pack.root / path)
        return (facts.width, facts.height) if isinstance(facts, PictureFacts) else None

    def for_screen(self, screen: Screen) -> MakeSetUp:
        """Return how set-ups are made for one screen."""
        return lambda layout, language, text_scale: self.set_up(screen, layout, language, text_scale)



def phrases_of(folder: Path, languages: tuple[str, ...]) -> Mapping[str, Phrases]:
    """Return the program's words for each language of a pack, its own or English."""
    return {language: read_phrases(folder, language) for language in languages}
