# SPDX-License-Identifier: Apache-2.0
"""The blocks of a section: what its Markdown says, as values."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Span(Struct, frozen=True):
    """A stretch of text of one style.

    `text` is what is read. `term` names the glossary entry that it teaches. `sources` are the ids of the
    sources cited right behind it; they are drawn as small figures and are no part of `text`.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    term: str = ""
    sources: tuple[str, ...] = ()


Text = tuple[Span, ...]


def plain(text: Text) -> str:
    """Return the characters of a text without styles and citations."""
    return "".join(span.text for span in text)


def cited(text: Text) -> tuple[str, ...]:
    """Return the ids of the sources that a text cites, in order, each once."""
    return tuple(dict.fromkeys(source for span in text for source in span.sources))


class Tone(StrEnum):
    """What a callout is for, as in GitHub's alerts."""

    NOTE = "note"
    TIP = "tip"
    IMPORTANT = "important"
    WARNING = "warning"
    CAUTION = "caution"


class Heading(Struct, frozen=True):
    """A heading within a section: level 2 or 3."""

    level: int
    text: Text


class Paragraph(Struct, frozen=True):
    """A paragraph."""

    text: Text


class Item(Struct, frozen=True):
    """One item of a list, flattened: `depth` 0 to 2, `marker` as drawn ("•", "1.")."""

    depth: int
    marker: str
    text: Text


class List(Struct, frozen=True):
    """A bulleted or numbered list, nested lists flattened into their depth."""

    items: tuple[Item, ...]


class Figure(Struct, frozen=True):
    """A picture of the pack with its alternative text and caption."""

    path: str
    alt: str
    caption: Text = ()


class IconArray(Struct, frozen=True):
    """`count` of `of` people drawn as figures, with who they are in the caption."""

    id: str
    count: int
    of: int
    caption: Text


class QrCode(Struct, frozen=True):
    """A code for cameras, on a page that the program writes; `label` says what it is to who cannot see it."""

    words: str
    label: str
    caption: Text = ()


class Callout(Struct, frozen=True):
    """A paragraph or more set apart; `paragraphs` are read one after the other."""

    tone: Tone
    paragraphs: tuple[Text, ...]


class Table(Struct, frozen=True):
    """A table: a head and rows of equal length."""

    head: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]


Block = Heading | Paragraph | List | Figure | IconArray | Callout | Table
