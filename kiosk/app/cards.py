# SPDX-License-Identifier: Apache-2.0
"""The cards of Topics: one for each section that may be opened today."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from kiosk.app.drawings import Drawings
from kiosk.app.shelf import Edition, Shelf
from kiosk.content.blocks import plain
from kiosk.content.pack import Role, Section
from kiosk.content.phrases import Phrases
from kiosk.layout.frame import Frame
from kiosk.layout.model import Layout
from kiosk.layout.tokens import Theme
from kiosk.ui.cards import LARGEST
from kiosk.ui.snapshot import Card

DRAWING_EM = 6.0
"""How large a card's drawing is at most, in sizes of the card's text."""

DEFAULT_ACCENT = "teal"


class CardMaker(Struct, frozen=True):
    """Makes the cards of one edition in one theme."""

    shelf: Shelf
    drawings: Drawings
    edition: Edition
    theme: Theme
    phrases: Phrases
    drawing_px: int

    def cards(self, sections: Sequence[str]) -> tuple[Card, ...]:
        """Return the cards of sections, without those that cannot be read."""
        language = self.edition.language
        found = (self.shelf.known(each, language) or self.shelf.section(each, language) for each in sections)
        return tuple(self._card(section) for section in found if section is not None)

    def _card(self, section: Section) -> Card:
        accents, tints, accent = self.theme.accents, self.theme.tints, section.flags.accent
        pages = self.shelf.dwells(section.id, self.edition, Layout.READING) or ()
        return Card(
            section=section.id,
            title=section.title,
            message=plain(section.key_message),
            pages=count_of_pages(self.phrases, len(pages)),
            picture=self.drawings.ready(section.image.path, self.drawing_px) if section.image else "",
            accent=accents.get(accent, accents[DEFAULT_ACCENT]),
            tint=tints.get(accent, tints[DEFAULT_ACCENT]),
            start_here=section.flags.role is Role.OPENING,
        )


def drawing_px(frame: Frame) -> int:
    """Return the size at which cards' drawings are decoded: as large as a card may want them."""
    return round(DRAWING_EM * LARGEST * frame.label_px)


def count_of_pages(phrases: Phrases, count: int) -> str:
    """Return how many pages a section has, nothing while that is not known."""
    if count == 0:
        return ""
    return phrases.say("page_count") if count == 1 else phrases.say("pages_count", pages=count)
