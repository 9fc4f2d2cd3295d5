# SPDX-License-Identifier: Apache-2.0
"""Whether a section is written for a waiting room: short, sourced, easy to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from kiosk.content.blocks import (
    Block,
    Callout,
    Figure,
    Heading,
    IconArray,
    List,
    Paragraph,
    Text,
    cited,
    plain,
)
from kiosk.content.finding import Finding, Place
from kiosk.content.limits import LIMITS
from kiosk.content.pack import Role, Section
from kiosk.content.readability import Grade, limits, section_grade, section_texts, sentences, words
from kiosk.content.report import finding
from kiosk.content.section import section_file
from kiosk.content.syllables import Counter

EXCERPT = 60
"""How many characters of a text a finding repeats, at most."""

_MARKS = str.maketrans("", "", "*_`\\[]")


class Source(Struct, frozen=True):
    """The lines of a section's file, by which a sentence finds its line."""

    file: str
    lines: tuple[str, ...]

    def place(self, text: str) -> Place:
        """Return where a text starts, the whole file where that is not known."""
        said = words(text)
        for length in (6, 3):
            start = " ".join(said[:length])
            for number, line in enumerate(self.lines, 1):
                if start and start in " ".join(words(line.translate(_MARKS))):
                    return Place(self.file, number)
        return Place(self.file)


def all_texts(section: Section) -> Iterator[Text]:
    """Yield every text of a section, on the wall and in the body."""
    yield section.key_message
    for point in section.wall:
        yield from (point.text, point.more)
    for block in section.blocks:
        yield from block_texts(block)


def pictures(section: Section) -> frozenset[str]:
    """Return the paths of the pictures that a section shows."""
    figures = (section.image, *section.blocks, *(point.figure for point in section.wall))
    return frozenset(figure.path for figure in figures if isinstance(figure, Figure))


def block_texts(block: Block) -> Iterator[Text]:
    """Yield every text of a block."""
    match block:
        case Paragraph(text=text) | Heading(text=text) | Figure(caption=text) | IconArray(caption=text):
            yield text
        case List(items=items):
            yield from (item.text for item in items)
        case Callout(paragraphs=paragraphs):
            yield from paragraphs
        case _:
            for row in (block.head, *block.rows):
                yield from row


def check_style(
    section: Section, lines: Sequence[str], *, needs_sources: bool, count: Counter | None
) -> Iterator[Finding]:
    """Yield what a writer should mend in one section."""
    source = Source(section_file(section.id, section.language), tuple(lines))
    yield from _wall(section, source)
    for text in dict.fromkeys((*section_texts(section), *_wall_texts(section))):
        yield from _sentences(text, source)
    if needs_sources and section.flags.role is not Role.CLOSING:
        yield from _uncited(section, source)
    bounds = limits(section.language)
    measured = section_grade(section, count) if bounds else None
    if bounds and measured and not measured.easier_than(bounds[0]):
        yield hard_to_read(Place(source.file), "section", measured, bounds[0])


def hard_to_read(place: Place, what: str, measured: Grade, limit: float) -> Finding:
    """Return the finding for a text that is too hard."""
    if measured.language == "en":
        found = f"The {what} reads at grade {measured.value:.1f}; at most {limit:.1f} is wanted."
    else:
        found = f"The {what} scores {measured.value:.0f} in INFLESZ; at least {limit:.0f} is wanted."
    return finding("readability", place, found, "Use shorter sentences and shorter words.")


def _wall_texts(section: Section) -> Iterator[str]:
    for point in section.wall:
        yield from (plain(point.text), plain(point.more))


def _wall(section: Section, source: Source) -> Iterator[Finding]:
    if len(words(section.title)) > LIMITS.title_words:
        yield finding(
            "title-long",
            source.place(section.title),
            f"The title has {len(words(section.title))} words.",
            f"Keep at most {LIMITS.title_words}; it is read from a chair.",
        )
    points = [plain(section.key_message)]
    points += [f"{plain(point.text)} {plain(point.more)}" for point in section.wall]
    for point in points:
        if len(words(point)) > LIMITS.wall_words:
            yield finding(
                "point-long",
                source.place(point),
                f"A text for the wall has {len(words(point))} words.",
                f"Keep at most {LIMITS.wall_words}, or make two points of it.",
            )


def _sentences(text: str, source: Source) -> Iterator[Finding]:
    for sentence in sentences(text):
        said = words(sentence)
        if len(said) > LIMITS.sentence_words:
            yield finding(
                "sentence-long",
                source.place(sentence),
                f"The sentence “{' '.join(said[:5])[:EXCERPT]} …” has {len(said)} words.",
                f"Keep at most {LIMITS.sentence_words}.",
            )


def _beginning(text: str) -> str:
    """Return the first words of a text, few and short enough to be found again."""
    return " ".join(words(text)[:5])[:EXCERPT]


def _uncited(section: Section, source: Source) -> Iterator[Finding]:
    for block in section.blocks:
        if not isinstance(block, Paragraph) or cited(block.text):
            continue
        text = plain(block.text).rstrip()
        if not text.endswith((":", "?")):
            yield finding(
                "uncited",
                source.place(text),
                f"The paragraph “{_beginning(text)} …” cites no source.",
                "Cite one, as in [@id]; put advice into a list or a callout.",
            )
