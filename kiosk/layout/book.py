# SPDX-License-Identifier: Apache-2.0
"""Books: the pages of sections for one screen, layout, language and text size."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from kiosk.content.finding import Finding
from kiosk.content.pack import Section
from kiosk.layout.distance import at_distance, wall_distance
from kiosk.layout.model import Book, Layout, Page
from kiosk.layout.reading import reading_pages
from kiosk.layout.setup import SetUp
from kiosk.layout.wall import wall_pages

__all__ = ["SetUp", "find_place", "make_book", "section_pages", "wall_distance"]


def section_pages(set_up: SetUp, section: Section) -> tuple[tuple[Page, ...], tuple[Finding, ...]]:
    """Return one section's pages in the set-up's layout, and what was found while setting them."""
    if set_up.layout is Layout.WALL:
        return wall_pages(set_up, section)
    return reading_pages(set_up, section)


def make_book(set_up: SetUp, sections: Sequence[Section]) -> Book:
    """Return the pages of all sections; the wall's distance is first chosen so that all points fit."""
    if set_up.layout is Layout.WALL:
        distance = wall_distance(set_up, sections)
        set_up = at_distance(set_up, distance)
    made = [section_pages(set_up, section) for section in sections]
    return Book(
        pack=set_up.manifest.id,
        language=set_up.phrases.language,
        layout=set_up.layout,
        text_scale=set_up.text_scale,
        screen=set_up.screen,
        distance_mm=set_up.frame().distance_mm,
        pages=tuple(page for pages, _ in made for page in pages),
        findings=tuple(dict.fromkeys(finding for _, findings in made for finding in findings)),
    )


def find_place(pages: Sequence[Page], start: int) -> int:
    """Return the number (from 0) of the page on which a section's character stands; 0 without pages."""
    return max(0, bisect_right([page.start for page in pages], start) - 1)
