# SPDX-License-Identifier: Apache-2.0
"""What a page is made of, as values: screen, text styles, lines, boxes, shapes, pages, books.

All lengths are device pixels of the turned picture unless the name says mm; the origin is the upper left
corner of the screen, x grows to the right also where the text runs to the left.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Protocol

from msgspec import Struct

from kiosk.content.finding import Finding


class Layout(StrEnum):
    """For whom a page is set: the chairs, or the one who stands before the screen."""

    WALL = "wall"
    READING = "reading"


class Direction(StrEnum):
    """Which way the text of a language runs."""

    LTR = "ltr"
    RTL = "rtl"


class BoxRole(StrEnum):
    """What a box holds, as `kiosk pages` prints it."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CAPTION = "caption"
    FIGURE = "figure"
    CELL = "cell"
    ICON_ARRAY = "icon-array"
    CALLOUT = "callout"
    FURNITURE = "furniture"


class Ink(StrEnum):
    """A colour by its purpose; the theme says which colour that is."""

    TEXT = "text"
    MUTED = "muted"
    ACCENT = "accent"
    TINT = "tint"
    GROUND = "ground"
    BAR = "bar"
    LINE = "line"
    EMPTY = "empty"


class Screen(Struct, frozen=True):
    """The glass: pixels after turning, millimetres a pixel, viewing distances, margin lost to overscan.

    `wall_distance_mm` is None where the farthest fitting distance is to be chosen. `safe_area` is the share
    of each side that a television may cut off, 0 to 0.1. `guessed` tells that no size was reported or set.
    `lowered` tells that reading pages and controls stand in the lower half, within a seated visitor's reach.
    `private` sets pages to read in a narrower column.
    """

    width_px: int
    height_px: int
    mm_per_px: float
    reading_distance_mm: float = 600.0
    wall_distance_mm: float | None = None
    safe_area: float = 0.0
    guessed: bool = False
    lowered: bool = False
    private: bool = False

    def px(self, mm: float) -> float:
        """Return a length on the glass in pixels."""
        return mm / self.mm_per_px

    @property
    def portrait(self) -> bool:
        """Tell whether the screen stands upright."""
        return self.height_px > self.width_px


class Rect(Struct, frozen=True):
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Return the x behind its last column."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Return the y under its last row."""
        return self.y + self.height

    def overlaps(self, other: Rect) -> bool:
        """Tell whether two rectangles share more than an edge (half a pixel of rounding is forgiven)."""
        slack = 0.5
        return (
            self.x < other.right - slack
            and other.x < self.right - slack
            and self.y < other.bottom - slack
            and other.y < self.bottom - slack
        )


class TextStyle(Struct, frozen=True):
    """How a text is set: font size (em) in pixels, weight, line height as a multiple of the em."""

    px: float
    weight: int = 400
    leading: float = 1.45


class Run(Struct, frozen=True):
    """A stretch of set text; `mark` is a source's number, drawn small and raised, no part of what is read."""

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    term: str = ""
    mark: bool = False


class Spot(Struct, frozen=True):
    """The stretch of a line where a taught word stands: x from the line's own left edge."""

    term: str
    x: float
    width: float


class Line(Struct, frozen=True):
    """One line as the measurer broke it, not yet placed.

    `start` and `end` count characters of the joined text of the runs that are no marks; every character,
    spaces at the end of a line included, is in exactly one line. `width` is the inked width, at most the
    width asked for unless a single cluster is wider. `hyphen` tells that a hyphen is drawn at the end that
    is no part of the text.
    """

    runs: tuple[Run, ...]
    start: int
    end: int
    width: float
    spots: tuple[Spot, ...] = ()
    hyphen: bool = False

    @property
    def text(self) -> str:
        """Return the characters of the line as they are read."""
        return "".join(run.text for run in self.runs if not run.mark)


class FontMetrics(Struct, frozen=True):
    """A font's real measures at one size, in pixels."""

    ascent: float
    descent: float
    cap_height: float
    x_height: float


class Measure(Protocol):
    """How long text is: Qt's own layout in the product, a monospace fake in tests."""

    def metrics(self, style: TextStyle) -> FontMetrics:
        """Return the measures of the body font in a style."""
        ...

    def lines(
        self, runs: Sequence[Run], style: TextStyle, width: float, direction: Direction
    ) -> tuple[Line, ...]:
        """Break runs into lines of at most `width`; a word wider than that is broken at a syllable."""
        ...


class SetLine(Struct, frozen=True):
    """A line in its place: `x` is its left edge, `y` its top, `baseline` the y of its baseline."""

    line: Line
    x: float
    y: float
    baseline: float


class Picture(Struct, frozen=True):
    """A picture of the pack to be drawn: path relative to the pack, and what it shows, in words."""

    path: str
    alt: str


class People(Struct, frozen=True):
    """An icon array to be drawn: `count` of `of` figures in `columns`."""

    count: int
    of: int
    columns: int


class Code(Struct, frozen=True):
    """A QR code to be drawn: what it holds, modules a side with its card, pixels a module."""

    words: str
    modules: int
    px: int


class Box(Struct, frozen=True):
    """One leaf of a page: its role, its place, and either set lines, a picture, an icon array or a code.

    `text` is what is read, exactly as set: for a figure its alternative text, for an icon array "6 of 100".
    `link` is "sources" on the line of sources, which can be touched.
    """

    role: BoxRole
    rect: Rect
    text: str = ""
    style: TextStyle | None = None
    lines: tuple[SetLine, ...] = ()
    ink: Ink = Ink.TEXT
    picture: Picture | None = None
    people: People | None = None
    code: Code | None = None
    repeat: bool = False
    cap_mm: float = 0.0
    link: str = ""


class Shape(Struct, frozen=True):
    """A rectangle that is drawn under the boxes: the panel of a callout, the accent's rail, a rule."""

    rect: Rect
    fill: Ink
    radius: float = 0.0


class Page(Struct, frozen=True):
    """Blocks placed on one full screen, in reading order.

    `number` counts from 1 within the section, of `count`. `start` is the offset of the first character of the
    page in the section's running text, by which a reader's place is kept when the page is set anew.
    """

    section: str
    title: str
    language: str
    direction: Direction
    layout: Layout
    number: int
    count: int
    start: int
    boxes: tuple[Box, ...]
    shapes: tuple[Shape, ...]
    words: int
    dwell_s: float
    accent: str
    terms: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


class Book(Struct, frozen=True):
    """The pages of a pack for one screen, layout, language and text size, and what was found on the way."""

    pack: str
    language: str
    layout: Layout
    text_scale: float
    screen: Screen
    distance_mm: float
    pages: tuple[Page, ...]
    findings: tuple[Finding, ...] = ()
