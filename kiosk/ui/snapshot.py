# SPDX-License-Identifier: Apache-2.0
"""The snapshot: everything that the window shows at one moment, as one value handed to the bridge."""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.content.phrases import Phrases
from kiosk.layout.frame import Frame
from kiosk.layout.tokens import LIGHT, Theme
from kiosk.show.model import Scene


@dataclass(frozen=True, slots=True)
class Card:
    """One card of Topics: a section with its key message, its drawing and its colours."""

    section: str
    title: str
    message: str
    pages: str
    picture: str
    accent: str
    tint: str
    start_here: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A taught word on the page: the term and its rectangle in the window's pixels."""

    term: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the words' or the sources' panel."""

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Number:
    """One crisis line, in the visitor's language."""

    number: str
    name: str
    how: str
    emergency: bool


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language that a visitor may choose, by its own name."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What the window shows. Pictures are file URLs of whole pages; an empty one is not there (yet).

    `previous` and `next` are the pictures a swipe uncovers; empty at the ends. `text` is what a screen reader
    reads of the page. `sources_mark` is where the page's line of sources can be touched (None: no line).
    `spoken` is what is read aloud of the page, sentence by sentence, in `spoken_language`, and `spoken_marks`
    where the sentence stands that is being read; it is None where nobody listens or the page is yet to come.
    `crisis_sentence` says of crisis help what fits one line where there are no buttons; else the label does.
    """

    scene: Scene
    frame: Frame
    phrases: Phrases
    theme: Theme = LIGHT
    picture: str = ""
    previous: str = ""
    next: str = ""
    title: str = ""
    page_label: str = ""
    text: str = ""
    right_to_left: bool = False
    reduced_motion: bool = False
    accent: str = "#0b5457"
    marks: tuple[Mark, ...] = ()
    sources_mark: Mark | None = None
    words: tuple[Entry, ...] = ()
    sources: tuple[Entry, ...] = ()
    cards: tuple[Card, ...] = ()
    crisis_label: str = ""
    crisis_sentence: str = ""
    crisis_lines: tuple[Number, ...] = ()
    languages: tuple[Tongue, ...] = ()
    other_language: Tongue | None = None
    clinic: str = ""
    hours: tuple[tuple[str, str], ...] = ()
    icons: dict[str, str] = field(default_factory=dict)
    spoken: tuple[str, ...] | None = None
    spoken_language: str = ""
    spoken_marks: tuple[Mark, ...] = ()
    speech_key: int = 0
