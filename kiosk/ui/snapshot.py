# SPDX-License-Identifier: Apache-2.0
"""The snapshot: everything that the window shows at one moment, as one value handed to the bridge."""

from __future__ import annotations

from msgspec import Struct, field

from kiosk.content.phrases import Phrases
from kiosk.layout.frame import Frame
from kiosk.layout.tokens import LIGHT, Theme
from kiosk.show.model import Scene


class Card(Struct, frozen=True):
    """One card of Topics: a section with its key message, its drawing and its colours."""

    section: str
    title: str
    message: str
    pages: str
    picture: str
    accent: str
    tint: str
    start_here: bool = False


class Mark(Struct, frozen=True):
    """A taught word on the page: the term and its rectangle in the window's pixels.

    `name` is how a screen reader calls it; empty where a word goes on in the next line and was named before.
    """

    term: str
    x: float
    y: float
    width: float
    height: float
    name: str = ""


class Passage(Struct, frozen=True):
    """What a screen reader meets on a page, one after the other, with its rectangle in the window's pixels.

    `kind` is heading, paragraph, graphic or text; or list, note or table, whose words are its `parts`.
    """

    kind: str
    text: str
    x: float
    y: float
    width: float
    height: float
    parts: tuple[Passage, ...] = ()


class Entry(Struct, frozen=True):
    """A line of the words' or the sources' panel."""

    id: str
    title: str
    text: str


class Number(Struct, frozen=True):
    """One crisis line, in the visitor's language."""

    number: str
    name: str
    how: str
    emergency: bool


class Tongue(Struct, frozen=True):
    """A language that a visitor may choose, by its own name."""

    code: str
    name: str


class Copy(Struct, frozen=True):
    """What a visitor may take along: the words in a code, and the URL of its picture, a pixel a module.

    `label` says what the code is; `host` is empty where it holds words and no address.
    """

    words: str
    picture: str
    label: str
    host: str
    mm_per_px: float


class Sentence(Struct, frozen=True):
    """What is read aloud in one go, and where a recording says it: its file and from second to second.

    A recorded sentence is whole even where the page has a part of it; its rest on the next page `goes_on`.
    """

    text: str
    sound: str = ""
    from_s: float = 0.0
    to_s: float = 0.0
    goes_on: bool = False


class Snapshot(Struct, frozen=True):
    """What the window shows. Pictures are file URLs of whole pages; an empty one is not there (yet).

    `previous` and `next` are the pictures a swipe uncovers; empty at the ends. `text` is all that is read of
    the page, `passages` is what a screen reader meets on it. `sources_mark` is where the page's line of
    sources can be touched (None: no line). `spoken` is what is read aloud of the page, sentence by sentence,
    in `spoken_language`, and `spoken_marks` where the sentence stands that is being read; it is None where
    nobody listens or the page is yet to come.
    `cards` are those on the page of Topics that is shown, of so many in all.
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
    passages: tuple[Passage, ...] = ()
    right_to_left: bool = False
    accent: str = "#0b5457"
    marks: tuple[Mark, ...] = ()
    sources_mark: Mark | None = None
    words: tuple[Entry, ...] = ()
    sources: tuple[Entry, ...] = ()
    copy: Copy | None = None
    cards: tuple[Card, ...] = ()
    cards_in_all: int = 0
    crisis_label: str = ""
    crisis_sentence: str = ""
    crisis_lines: tuple[Number, ...] = ()
    languages: tuple[Tongue, ...] = ()
    other_language: Tongue | None = None
    sheet_label: str = ""
    clinic: str = ""
    hours: tuple[tuple[str, str], ...] = ()
    icons: dict[str, str] = field(default_factory=dict)
    spoken: tuple[Sentence, ...] | None = None
    spoken_language: str = ""
    spoken_marks: tuple[Mark, ...] = ()
    speech_key: int = 0
