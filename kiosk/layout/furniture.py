# SPDX-License-Identifier: Apache-2.0
"""Furniture: what stands on a page beside the section's own words: rail, title line, page number, foot."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from kiosk.content.pack import Manifest, Section
from kiosk.content.phrases import Phrases
from kiosk.layout.compose import Cell, Compositor, evened, together
from kiosk.layout.frame import LABEL_SCALE, Frame
from kiosk.layout.model import Box, BoxRole, Direction, Ink, Layout, Rect, Shape, TextStyle
from kiosk.layout.pieces import lowered
from kiosk.layout.setup import SetUp, direction_of
from kiosk.layout.tokens import TYPE

RAIL_SHARE = 0.0125
"""The accent's rail as a share of the page's width."""

LEAST_LINES = 2.4
"""Where fewer lines would fit, the title line and page number make way; the bar tells the page too."""

SNUG_LINES, SNUG = 5.0, 0.5
"""Where fewer lines than these stand in the column, the margins are this share of the usual ones."""

FOOT_ROOM = 0.5
"""The room under the foot, in sizes of its text."""

SOURCES_SHARE = 0.2
"""How much of the foot the line of sources may take."""


class Furniture(Struct, frozen=True):
    """The furniture of one section's pages, set once; `frame` is what it leaves for the blocks.

    `first_foot` is the foot of the first page; where there are several they take turns from there.
    """

    set_up: SetUp
    section: Section
    frame: Frame
    title: tuple[Box, ...]
    feet: tuple[Box, ...]
    first_foot: int

    def boxes(self, number: int, count: int, sources: tuple[str, ...]) -> tuple[Box, ...]:
        """Return the furniture of page `number` (from 1) of `count`."""
        foot = self.feet[(self.first_foot + number - 1) % len(self.feet)]
        if self.set_up.layout is Layout.WALL:
            return (*self.title, foot)
        return (*self.title, *self._page_number(number, count), foot, *self._sources(sources, foot))

    def rail(self) -> Shape:
        """Return the rail in the section's accent at the edge where lines begin."""
        page = self.frame.page
        width = round(RAIL_SHARE * page.width)
        rtl = _direction(self.set_up, self.section) is Direction.RTL
        return Shape(Rect(page.right - width if rtl else page.x, page.y, width, page.height), Ink.ACCENT)

    def _page_number(self, number: int, count: int) -> tuple[Box, ...]:
        """Return the page's number on the baseline of the title line."""
        words = self.set_up.phrases.say("page_of", page=number, pages=count)
        box = self._at_end(words, 1.0, _direction(self.set_up, self.section))
        return tuple(
            lowered(box, title.lines[0].baseline - box.lines[0].baseline) for title in self.title[:1]
        )

    def _sources(self, sources: tuple[str, ...], foot: Box) -> tuple[Box, ...]:
        """Return the line of sources; where there are too many, it names the first of them."""
        manifest = self.set_up.manifest
        numbers = [str(n) for n in sorted({manifest.source_number(source) for source in sources} - {0})]
        named = ", ".join(numbers)
        while numbers:
            box = self._at_end(
                self.set_up.phrases.say("sources_line", numbers=named), SOURCES_SHARE, self.set_up.direction
            )
            if box.rect.height <= foot.rect.height or len(numbers) == 1:
                return (replace(lowered(box, foot.rect.y), link="sources"),)
            numbers.pop()
            named = f"{', '.join(numbers)} …"
        return ()

    def _at_end(self, words: str, share: float, direction: Direction) -> Box:
        """Return a short text at the side where lines of a direction end, in at most a share of the width."""
        compositor = self.set_up.compositor()
        left, right = _sides(self.frame)
        style = _small(self.frame)
        width = min(compositor.width(words, style) + 1, share * (right - left))
        cell = Cell(left if direction is Direction.RTL else right - width, width)
        (box,) = together(compositor.line(words, style, cell, BoxRole.FURNITURE, Ink.MUTED))
        return box


def furnish(set_up: SetUp, section: Section) -> Furniture:
    """Set a section's furniture and shrink the frame's columns to what it leaves."""
    frame = set_up.frame()
    direction = _direction(set_up, section)
    if direction is Direction.RTL:
        frame = _mirrored(frame)
    left, right = _sides(frame)
    wall = set_up.layout is Layout.WALL
    line = TYPE.body_leading * frame.body_px
    air = SNUG if frame.column.height < SNUG_LINES * line else 1.0
    share = 1.0 if wall else 0.98 - SOURCES_SHARE
    feet = tuple(_foot(frame, set_up, sentences, share) for sentences in _feet(set_up, section))
    bottom = frame.page.bottom - FOOT_ROOM * air * frame.small_px - max(foot.rect.height for foot in feet)
    beside = 0.0 if wall else _room_for_number(set_up, frame) / (right - left)
    cell = _share(left, right, 1.0 - beside, direction)
    title = _title(frame, set_up.compositor(direction), section.title, cell, air)
    under = title[0].rect.bottom if title else _top(frame, air)
    fitted = _between(frame, under, bottom, air)
    if not wall and fitted.column.height < LEAST_LINES * line:
        title, fitted = (), _between(frame, frame.page.y, bottom, air)
    first = next((n for n, flags in enumerate(set_up.manifest.sections) if flags.id == section.id), 0)
    return Furniture(set_up, section, fitted, title, tuple(lowered(foot, bottom) for foot in feet), first)


def _room_for_number(set_up: SetUp, frame: Frame) -> float:
    """Return the width of a page number of three figures with the room before it."""
    words = set_up.phrases.say("page_of", page=888, pages=888)
    return set_up.compositor().width(words, _small(frame)) + frame.small_px


def _feet(set_up: SetUp, section: Section) -> tuple[tuple[str, ...], ...]:
    """Return the feet: both sentences on a page to read; in turns on the wall, narrow glass, in large text.

    Each begins by saying so where the section is not there in the language that was asked for.
    """
    note = _fallback_note(set_up, section)
    checked = checked_words(set_up.manifest, set_up.phrases, section.language, due=set_up.review_due)
    information = set_up.phrases.say("information_only")
    narrow = set_up.frame().narrow or set_up.text_scale > LABEL_SCALE
    if set_up.layout is Layout.READING and set_up.screen.private:
        seen = _privacy_note(set_up)
        if narrow:
            return (*note, seen), (*note, checked), (*note, information)
        return (*note, seen, checked), (*note, seen, information)
    if set_up.layout is Layout.WALL or narrow:
        return (*note, checked), (*note, information)
    return ((*note, checked, information),)


def _privacy_note(set_up: SetUp) -> str:
    """Return that others can see the screen, and what clears it."""
    return set_up.phrases.say("privacy_note", finished=set_up.phrases.say("finished"))


def _fallback_note(set_up: SetUp, section: Section) -> tuple[str, ...]:
    """Return that one of the pack's sections is shown in another language than was asked for."""
    own = any(flags.id == section.id for flags in set_up.manifest.sections)
    if not own or set_up.language in {"", section.language}:
        return ()
    return (set_up.phrases.say("fallback_note", language=set_up.name_of(section.language)),)


def checked_words(manifest: Manifest, phrases: Phrases, language: str, *, due: bool = False) -> str:
    """Return how far the pack was checked, that a translation was not, and that a review is overdue.

    Only a pack that lists sources is said to be written from studies.
    """
    signed = [(person.date, person) for person in manifest.reviewers if person.date is not None]
    if signed and manifest.reviewed is not None:
        day, latest = max(signed, key=lambda pair: pair[0])
        name = f"{latest.name}, {latest.credentials}" if latest.credentials else latest.name
        words = phrases.say("checked_by", name=name, date=phrases.date(day))
    else:
        words = phrases.say("not_checked" if manifest.sources else "not_checked_unsourced")
    translation = manifest.translations.get(language)
    if translation is not None and not translation.reviewed:
        words = f"{words} {phrases.say('not_checked_translation')}"
    if due:
        words = f"{words} {phrases.say('review_due', date=phrases.date(manifest.next_review))}"
    return words


def _title(frame: Frame, compositor: Compositor, words: str, cell: Cell, air: float) -> tuple[Box, ...]:
    size = frame.small_px * (1.15 if frame.layout is Layout.WALL else 1.05)
    style = TextStyle(size, TYPE.title_weight, 1.25)
    lines = compositor.line(words, style, cell, BoxRole.FURNITURE, Ink.ACCENT)
    top = _top(frame, air)
    return tuple(replace(lowered(box, top), repeat=True) for box in together(lines))


def _top(frame: Frame, air: float) -> float:
    return frame.page.y + 0.62 * air * frame.margin_px


def _foot(frame: Frame, set_up: SetUp, sentences: Sequence[str], share: float) -> Box:
    """Return a foot in as few lines as it takes, each sentence beginning its own where that costs none."""
    compositor = set_up.compositor()
    left, right = _sides(frame)
    cell = _share(left, right, share, compositor.direction)

    def lines(words: str, within: Cell) -> tuple[Box, ...]:
        return compositor.line(words, _small(frame), within, BoxRole.FURNITURE, Ink.MUTED)

    whole = evened(lambda within: lines(" ".join(sentences), within), cell, compositor.direction)
    apart = tuple(box for words in _spaced(sentences) for box in lines(words, cell))
    (box,) = together(apart if len(sentences) > 1 and len(apart) == len(whole) else whole)
    return replace(box, repeat=True)


def _spaced(sentences: Sequence[str]) -> tuple[str, ...]:
    """Return sentences with the space behind each but the last, as in one text."""
    return (*(f"{words} " for words in sentences[:-1]), *sentences[-1:])


def _share(left: float, right: float, share: float, direction: Direction) -> Cell:
    width = share * (right - left)
    return Cell(right - width if direction is Direction.RTL else left, width)


def _small(frame: Frame) -> TextStyle:
    return TextStyle(frame.small_px, 400, 1.3)


def _sides(frame: Frame) -> tuple[float, float]:
    columns = [frame.column, *([frame.side] if frame.side else [])]
    return min(column.x for column in columns), max(column.right for column in columns)


def _between(frame: Frame, under: float, above: float, air: float) -> Frame:
    """Return a frame whose columns stand between title and foot."""
    top = under + (0.55 if frame.layout is Layout.WALL else 0.8) * air * frame.small_px
    bottom = above - (0.8 if frame.layout is Layout.WALL else 0.65) * air * frame.small_px
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
