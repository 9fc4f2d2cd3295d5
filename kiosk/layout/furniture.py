# SPDX-License-Identifier: Apache-2.0
"""Furniture: what stands on a page beside the section's own words: rail, title line, page number, foot."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kiosk.content.pack import Manifest, Section
from kiosk.content.phrases import Phrases
from kiosk.layout.compose import Cell, Compositor, together
from kiosk.layout.frame import Frame
from kiosk.layout.model import Box, BoxRole, Direction, Ink, Layout, Rect, Shape, TextStyle
from kiosk.layout.pieces import lowered
from kiosk.layout.setup import SetUp, direction_of
from kiosk.layout.tokens import TYPE

RAIL_SHARE = 0.0125
"""The accent's rail as a share of the page's width."""

SOURCES_SHARE = 0.2
"""How much of the foot the line of sources may take."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """The furniture of one section's pages, set once; `frame` is what it leaves for the blocks."""

    set_up: SetUp
    section: Section
    frame: Frame
    title: tuple[Box, ...]
    feet: tuple[tuple[Box, ...], ...]

    def boxes(self, number: int, count: int, sources: tuple[str, ...]) -> tuple[Box, ...]:
        """Return the furniture of page `number` (from 1) of `count`."""
        foot = self.feet[(number - 1) % len(self.feet)]
        return (*self.title, *self._page_number(number, count), *foot, *self._sources(sources))

    def rail(self) -> Shape:
        """Return the rail in the section's accent at the edge where lines begin."""
        page = self.frame.page
        width = round(RAIL_SHARE * page.width)
        rtl = _direction(self.set_up, self.section) is Direction.RTL
        return Shape(Rect(page.right - width if rtl else page.x, page.y, width, page.height), Ink.ACCENT)

    def _page_number(self, number: int, count: int) -> tuple[Box, ...]:
        if self.set_up.layout is Layout.WALL:
            return ()
        words = self.set_up.phrases.say("page_of", page=number, pages=count)
        style = _small(self.frame)
        return self._at_end(words, style, self.title[0].rect.y + _sinking(self.title[0], style))

    def _sources(self, sources: tuple[str, ...]) -> tuple[Box, ...]:
        manifest = self.set_up.manifest
        numbers = sorted(filter(None, (manifest.source_number(source) for source in sources)))
        if not numbers or self.set_up.layout is Layout.WALL:
            return ()
        words = self.set_up.phrases.say("sources_line", numbers=", ".join(map(str, numbers)))
        return tuple(
            replace(box, link="sources")
            for box in self._at_end(words, _small(self.frame), self.feet[0][0].rect.y)
        )

    def _at_end(self, words: str, style: TextStyle, y: float) -> tuple[Box, ...]:
        """Return a short line at the side where lines end."""
        compositor = self.set_up.compositor()
        left, right = _sides(self.frame)
        width = min(compositor.width(words, style) + 1, SOURCES_SHARE * (right - left))
        rtl = compositor.direction is Direction.RTL
        cell = Cell(left if rtl else right - width, width)
        lines = compositor.line(words, style, cell, BoxRole.FURNITURE, Ink.MUTED)
        return tuple(lowered(box, y) for box in together(lines))


def furnish(set_up: SetUp, section: Section) -> Furniture:
    """Set a section's furniture and shrink the frame's columns to what it leaves."""
    frame = set_up.frame()
    direction = _direction(set_up, section)
    if direction is Direction.RTL:
        frame = _mirrored(frame)
    compositor = set_up.compositor(direction)
    left, right = _sides(frame)
    share = 1.0 if set_up.layout is Layout.WALL else 1.0 - SOURCES_SHARE - 0.02
    title = _title(frame, compositor, section.title, _share(left, right, share, direction))
    under = title[0].rect.bottom
    feet = [_foot(frame, set_up, words, share) for words in _feet(set_up, section)]
    top_of_foot = frame.page.bottom - 0.3 * frame.small_px - max(foot.rect.height for foot in feet)
    placed = tuple((lowered(foot, top_of_foot),) for foot in feet)
    return Furniture(set_up, section, _between(frame, under, top_of_foot), title, placed)


def _feet(set_up: SetUp, section: Section) -> tuple[str, ...]:
    """Return the sentences of the foot: both on a page to read, in turns on the wall and on narrow glass."""
    checked = checked_words(set_up.manifest, set_up.phrases, section.language)
    information = set_up.phrases.say("information_only")
    narrow = set_up.frame().narrow
    if set_up.layout is Layout.WALL or narrow:
        return checked, information
    return (f"{checked} {information}",)


def checked_words(manifest: Manifest, phrases: Phrases, language: str) -> str:
    """Return how far the pack was checked, and that a translation was not where that is so."""
    signed = [person for person in manifest.reviewers if person.date is not None]
    if signed and manifest.reviewed is not None:
        latest = max(signed, key=lambda person: person.date or manifest.created)
        name = f"{latest.name}, {latest.credentials}" if latest.credentials else latest.name
        words = phrases.say("checked_by", name=name, date=f"{latest.date:%Y-%m-%d}")
    else:
        words = phrases.say("not_checked")
    translation = manifest.translations.get(language)
    if translation is not None and not translation.reviewed:
        words = f"{words} {phrases.say('not_checked_translation')}"
    return words


def _title(frame: Frame, compositor: Compositor, words: str, cell: Cell) -> tuple[Box, ...]:
    size = frame.small_px * (1.15 if frame.layout is Layout.WALL else 1.05)
    style = TextStyle(size, TYPE.title_weight, 1.25)
    lines = compositor.line(words, style, cell, BoxRole.FURNITURE, Ink.ACCENT)
    top = frame.page.y + 0.62 * frame.margin_px
    return tuple(replace(lowered(box, top), repeat=True) for box in together(lines))


def _foot(frame: Frame, set_up: SetUp, words: str, share: float) -> Box:
    compositor = set_up.compositor()
    left, right = _sides(frame)
    cell = _share(left, right, share, compositor.direction)
    (box,) = together(compositor.line(words, _small(frame), cell, BoxRole.FURNITURE, Ink.MUTED))
    return replace(box, repeat=True)


def _share(left: float, right: float, share: float, direction: Direction) -> Cell:
    width = share * (right - left)
    return Cell(right - width if direction is Direction.RTL else left, width)


def _small(frame: Frame) -> TextStyle:
    return TextStyle(frame.small_px, 400, 1.3)


def _sinking(title: Box, style: TextStyle) -> float:
    """Return how much lower a smaller line starts to share the title's baseline."""
    assert title.style is not None
    return 0.5 * (title.style.px * title.style.leading - style.px * style.leading) + 0.08 * style.px


def _sides(frame: Frame) -> tuple[float, float]:
    columns = [frame.column, *([frame.side] if frame.side else [])]
    return min(column.x for column in columns), max(column.right for column in columns)


def _between(frame: Frame, under: float, above: float) -> Frame:
    """Return a frame whose columns stand between title and foot."""
    top = under + (0.55 if frame.layout is Layout.WALL else 0.7) * frame.small_px
    bottom = above - 0.45 * frame.small_px
    column = Rect(frame.column.x, top, frame.column.width, bottom - top)
    side = Rect(frame.side.x, top, frame.side.width, bottom - top) if frame.side else None
    return replace(frame, column=column, side=side)


def _mirrored(frame: Frame) -> Frame:
    page = frame.page

    def mirror(rect: Rect) -> Rect:
        return Rect(page.x + page.right - rect.right, rect.y, rect.width, rect.height)

    return replace(frame, column=mirror(frame.column), side=mirror(frame.side) if frame.side else None)


def _direction(set_up: SetUp, section: Section) -> Direction:
    return direction_of(section.language, set_up)
