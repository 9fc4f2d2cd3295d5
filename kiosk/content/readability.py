# SPDX-License-Identifier: Apache-2.0
"""How hard a text is to read: Flesch-Kincaid for English, Szigriszt-Pazos (INFLESZ) for Spanish."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from kiosk.content.blocks import Block, Callout, Figure, IconArray, List, Paragraph, plain
from kiosk.content.limits import LIMITS
from kiosk.content.pack import Section
from kiosk.content.syllables import Counter, counter

_WORD = re.compile(r"[^\W_]+(?:[-'.,\N{RIGHT SINGLE QUOTATION MARK}][^\W_]+)*")
_END = re.compile(r"(?<=[.!?…])[\"')\]\N{RIGHT DOUBLE QUOTATION MARK}]*\s+(?=[\"'(\[¿¡\W]*[^\W_a-zß-ÿ])")
_ABBREVIATION = re.compile(r"(?:\b(?:[A-Z]|Dr|Mr|Mrs|Ms|St|vs|etc|Sr|Sra|Dra|aprox|ej)\.)$")
_ENGLISH = "en"
_SPANISH = "es"


class Grade(Struct, frozen=True):
    """A text measured: its words, sentences and syllables, and what the formula of its language says.

    `value` is a school grade in English (lower is easier) and a score from 0 to 100 in Spanish (higher is
    easier).
    """

    language: str
    value: float
    words: int
    sentences: int
    syllables: int

    def easier_than(self, limit: float) -> bool:
        """Tell whether the text is at least as easy as a limit of its own formula."""
        return self.value <= limit if self.language == _ENGLISH else self.value >= limit


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text; a number is a word."""
    return tuple(_WORD.findall(text))


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a text."""
    found: list[str] = []
    for part in _END.split(text):
        if found and _ABBREVIATION.search(found[-1]):
            found[-1] += f" {part}"
        elif part.strip():
            found.append(part.strip())
    return tuple(found)


def grade(text: str | Sequence[str], language: str, count: Counter | None = None) -> Grade | None:
    """Measure a text, or several that are sentences of their own; None without a formula or without words.

    `count` is the language's counter of syllables, for who measures often.
    """
    count = count or counter(language)
    if count is None:
        return None
    code = language.partition("-")[0]
    texts = (text,) if isinstance(text, str) else text
    found = [words(sentence) for part in texts for sentence in sentences(part)]
    found = [sentence for sentence in found if sentence]
    if not found:
        return None
    total = sum(len(sentence) for sentence in found)
    syllables = sum(count(word) for sentence in found for word in sentence)
    length, weight = total / len(found), syllables / total
    value = 0.39 * length + 11.8 * weight - 15.59 if code == _ENGLISH else 206.835 - 62.3 * weight - length
    return Grade(code, value, total, len(found), syllables)


def section_texts(section: Section) -> tuple[str, ...]:
    """Return what is read as sentences: key message, paragraphs, list items, callouts and captions."""
    return (plain(section.key_message), *(text for block in section.blocks for text in block_texts(block)))


def block_texts(block: Block) -> Iterator[str]:
    """Yield the texts of a block that are read as sentences; headings and tables are not."""
    match block:
        case Paragraph(text=text) | Figure(caption=text) | IconArray(caption=text):
            yield plain(text)
        case List(items=items):
            yield from (plain(item.text) for item in items)
        case Callout(paragraphs=paragraphs):
            yield from (plain(text) for text in paragraphs)
        case _:
            return


def section_grade(section: Section, count: Counter | None = None) -> Grade | None:
    """Measure a section."""
    return grade(section_texts(section), section.language, count)


def pack_grade(sections: Sequence[Section], language: str, count: Counter | None = None) -> Grade | None:
    """Measure those of a pack's sections that are in a language, as one text."""
    texts = [text for s in sections if s.language == language for text in section_texts(s)]
    return grade(texts, language, count)


def limits(language: str) -> tuple[float, float] | None:
    """Return the limits of a section and of a whole pack in a language, None where there are none."""
    code = language.partition("-")[0]
    if code == _ENGLISH:
        return LIMITS.english_section_grade, LIMITS.english_pack_grade
    return (LIMITS.spanish_score, LIMITS.spanish_score) if code == _SPANISH else None
