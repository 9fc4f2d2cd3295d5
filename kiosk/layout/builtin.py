# SPDX-License-Identifier: Apache-2.0
"""Sections that the program writes itself: disclaimer, the clinic's still page, sources, nothing to show."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from kiosk.content.blocks import Item, List, Span, Text
from kiosk.content.pack import Flags, Manifest, Notice, Role, Section, Source, WallPoint
from kiosk.content.phrases import Phrases

CLINIC, DISCLAIMER, SOURCES, NOTHING = ".clinic", ".disclaimer", ".sources", ".nothing"
"""Ids of the built-in sections; a pack's own ids have no point, so the two never meet."""

SOURCES_A_PAGE = 4
"""How many sources stand on one wall page of a screen that cannot be touched."""


class House(Struct, frozen=True):
    """What the station knows of its clinic; `offers` is None while the settings do not say."""

    name: str = ""
    offers: bool | None = None
    notices: tuple[Notice, ...] = ()


def clinic_page(phrases: Phrases, house: House) -> Section:
    """Return the still page, a welcome with the clinic's name where it is known, then a page a notice."""
    welcome = phrases.say("welcome")
    notices = (WallPoint(_text(notice.title), notice.text) for notice in house.notices)
    points = (WallPoint(_text(house.name or welcome)), *notices)
    return _section(phrases, CLINIC, welcome if house.name else "", points)


def disclaimer(phrases: Phrases, house: House, checked: str, crisis: str) -> Section:
    """Return the disclaimer: both sentences of the foot in full, then crisis help and the clinic's interest.

    While the settings do not say whether the clinic offers the treatment, no sentence does.
    """
    offers = "" if house.offers is None else phrases.say("offers_yes" if house.offers else "offers_no")
    information = WallPoint(_text(phrases.say("information_only")), _text(checked))
    help_point = WallPoint(_text(crisis), _text(offers) if offers else ())
    return _section(phrases, DISCLAIMER, phrases.say("disclaimer_title"), (information, help_point))


def sources(phrases: Phrases, manifest: Manifest) -> Section:
    """Return the list of sources: as blocks to read, and in groups for a wall that nobody can touch."""
    items = tuple(
        Item(0, f"{number}.", _text(full_source(source))) for number, source in enumerate(manifest.sources, 1)
    )
    short = [f"{number}. {short_source(source)}" for number, source in enumerate(manifest.sources, 1)]
    groups = [short[first : first + SOURCES_A_PAGE] for first in range(0, len(short), SOURCES_A_PAGE)]
    title = phrases.say("sources_title")
    points = tuple(WallPoint(_text(title), _text(" · ".join(group))) for group in groups)
    return _section(phrases, SOURCES, title, points, (List(items),) if items else ())


def nothing(phrases: Phrases) -> Section:
    """Return the page for when there is nothing else to show."""
    point = WallPoint(_text(phrases.say("nothing_title")), _text(phrases.say("nothing_text")))
    return _section(phrases, NOTHING, phrases.say("welcome"), (point,))


def full_source(source: Source) -> str:
    """Return a source as the list shows it."""
    where = f"doi.org/{source.doi}" if source.doi else source.url.removeprefix("https://")
    return f"{source.authors}. {source.title}. {source.year}. {where}"


def short_source(source: Source) -> str:
    """Return a source as it is recognised on the wall: who and when."""
    return f"{source.authors}, {source.year}"


def _section(
    phrases: Phrases,
    section_id: str,
    title: str,
    points: Sequence[WallPoint],
    blocks: tuple[List, ...] = (),
) -> Section:
    return Section(
        flags=Flags(section_id, role=Role.CLOSING, accent="slate"),
        language=phrases.language,
        title=title,
        key_message=_text(title),
        blocks=blocks,
        wall=tuple(points),
    )


def _text(words: str) -> Text:
    return (Span(words),)
