# SPDX-License-Identifier: Apache-2.0
"""A measure without Qt (every character is half an em wide), and short ways to what a test needs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import hypot
from pathlib import Path

from msgspec.structs import replace

from kiosk.content.blocks import Block, Figure, Span, Text
from kiosk.content.pack import Flags, Manifest, Section, Source, WallPoint
from kiosk.content.phrases import Phrases, read_phrases
from kiosk.layout.model import Box, Direction, FontMetrics, Layout, Line, Page, Run, Screen, Spot, TextStyle
from kiosk.layout.setup import SetUp

CAP_RATIO = 0.668
MARK_SIZE = 0.6
_WORD = re.compile(r"\S+\s*|\s+")


@dataclass(frozen=True, slots=True)
class Monospace:
    """Measures text as a typewriter would; a word wider than the column is broken with a hyphen."""

    character_em: float = 0.5

    def metrics(self, style: TextStyle) -> FontMetrics:
        """Return measures like those of the real font."""
        return FontMetrics(0.95 * style.px, 0.3 * style.px, CAP_RATIO * style.px, 0.5 * style.px)

    def lines(
        self, runs: Sequence[Run], style: TextStyle, width: float, direction: Direction
    ) -> tuple[Line, ...]:
        """Break runs into lines of at most `width`."""
        assert direction in Direction
        advance = self.character_em * style.px
        text = "".join(run.text for run in runs if not run.mark)
        room = max(1.0, width / advance + 1e-6)
        return tuple(self._line(runs, text, start, end, advance) for start, end in _broken(runs, text, room))

    def _line(self, runs: Sequence[Run], text: str, start: int, end: int, advance: float) -> Line:
        inside = tuple(_cut(runs, start, end))
        marks = sum(len(run.text) for run in inside if run.mark)
        shown = len(text[start:end].rstrip())
        hyphen = end < len(text) and not text[end - 1].isspace() and not text[end].isspace()
        return Line(
            runs=inside,
            start=start,
            end=end,
            width=(shown + MARK_SIZE * marks) * advance,
            spots=tuple(_spots(inside, advance)),
            hyphen=hyphen,
        )


def _broken(runs: Sequence[Run], text: str, room: float) -> Iterator[tuple[int, int]]:
    """Yield the first character of each line and the one behind its last."""
    edges = _edges(runs)
    start = end = 0
    for match in _WORD.finditer(text):
        inked = match.start() + len(match[0].rstrip())
        if end > start and edges[inked] - edges[start] > room:
            yield start, end
            start = end
        while edges[inked] - edges[start] > room and inked - start > 1:
            fitting = max(
                at for at in range(start + 1, inked) if at == start + 1 or edges[at] - edges[start] <= room
            )
            yield start, fitting
            start = fitting
        end = match.end()
    if end > start:
        yield start, end


def _edges(runs: Sequence[Run]) -> list[float]:
    """Return how many characters wide a text is up to each of its characters, marks before it included."""
    edges = [0.0]
    for run in runs:
        if run.mark:
            edges[-1] += MARK_SIZE * len(run.text)
        else:
            start = edges[-1]
            edges.extend(start + place for place in range(1, len(run.text) + 1))
    return edges


def _cut(runs: Sequence[Run], start: int, end: int) -> Iterator[Run]:
    """Yield the runs of a stretch; a mark belongs to the line on which what it stands behind ends."""
    at = 0
    for run in runs:
        if run.mark:
            if start < at <= end:
                yield run
            continue
        low, high = max(start, at), min(end, at + len(run.text))
        if low < high:
            yield replace(run, text=run.text[low - at : high - at])
        at += len(run.text)


def _spots(runs: Sequence[Run], advance: float) -> Iterator[Spot]:
    x = 0.0
    for run in runs:
        width = len(run.text) * advance * (MARK_SIZE if run.mark else 1.0)
        if run.term:
            yield Spot(run.term, x, width)
        x += width


LANGUAGES = Path(__file__).resolve().parents[2] / "resources" / "i18n"

SCREENS = {
    "7": (800, 480, 7.0),
    "10": (1280, 720, 10.0),
    "15": (1024, 768, 15.0),
    "24": (1920, 1080, 24.0),
    "32 upright": (1080, 1920, 32.0),
    "55": (3840, 2160, 55.0),
}
"""Width and height in pixels, diagonal in inches."""

SMALL = frozenset({"7", "10"})
"""Those on which the bar has few buttons."""


def screen(name: str = "24", **changes: float) -> Screen:
    """Return one of the screens."""
    width, height, inches = SCREENS[name]
    plain_screen = Screen(width, height, inches * 25.4 / hypot(width, height))
    return replace(plain_screen, **changes)


def words(text: str = "Some words.", *sources: str, term: str = "") -> Text:
    """Return a text of one span."""
    return (Span(text, term=term, sources=sources),)


def phrases(language: str = "en", direction: str = "ltr") -> Phrases:
    """Return English words, said to be in another language where that is asked."""
    texts = read_phrases(LANGUAGES, "en").texts
    return Phrases(language, {**texts, "direction": direction})


def source(source_id: str) -> Source:
    """Return a source."""
    return Source(source_id, "Example A", "A study", 2020, "study", doi="10.1000/example")


MANIFEST = Manifest(
    id="tiny",
    title={"en": "Tiny"},
    version="1.0.0",
    licence="CC0-1.0",
    audience="",
    languages=("en",),
    default_language="en",
    created=date(2026, 1, 1),
    next_review=date(2027, 1, 1),
    funding="",
    conflicts="",
    contains_advertising=False,
    authors=(),
    sources=tuple(source(f"s{number}") for number in range(1, 31)),
    sections=(Flags("cuts"), Flags("plasters")),
)


def section(
    *blocks: Block,
    section_id: str = "cuts",
    title: str = "Paper cuts",
    wall: tuple[WallPoint, ...] = (),
    image: Figure | None = None,
    language: str = "en",
    dwell: float | None = None,
) -> Section:
    """Return a section with blocks."""
    flags = Flags(section_id, dwell=dwell)
    return Section(flags, language, title, words("Cuts heal."), blocks, wall, image)


def page(*boxes: Box, **changes: object) -> Page:
    """Return a page of an English section to read, with boxes set by hand."""
    made = Page(
        section="cuts",
        title="Cuts",
        language="en",
        direction=Direction.LTR,
        layout=Layout.READING,
        number=1,
        count=1,
        start=0,
        boxes=boxes,
        shapes=(),
        words=1,
        dwell_s=1,
        accent="teal",
    )
    return replace(made, **changes)


def set_up(
    glass: Screen | None = None,
    layout: Layout = Layout.READING,
    text_scale: float = 1.0,
    language: str = "en",
    direction: str = "ltr",
    manifest: Manifest = MANIFEST,
    picture: tuple[int, int] | None = (400, 300),
) -> SetUp:
    """Return a set-up with the monospace measure."""
    return SetUp(
        screen=glass or screen(),
        layout=layout,
        text_scale=text_scale,
        phrases=phrases(language, direction),
        manifest=manifest,
        measure=Monospace(),
        picture_size=lambda _path: picture,
        cap_ratio=CAP_RATIO,
    )
