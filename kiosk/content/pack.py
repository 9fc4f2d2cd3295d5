# SPDX-License-Identifier: Apache-2.0
"""What a pack is, as values: manifest, sections, sources, glossary, crisis lines."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path, PurePosixPath

from msgspec import Struct, field

from kiosk.content.blocks import Block, Figure, IconArray, QrCode, Text

Words = Mapping[str, str]
"""One text in several languages: language code → text."""


class Role(StrEnum):
    """What a section is to the whole: the opening comes first in Topics, a risk section guards others."""

    OPENING = "opening"
    TOPIC = "topic"
    RISK = "risk"
    CLOSING = "closing"


class Person(Struct, frozen=True):
    """An author or a reviewer; `date` is when a reviewer signed."""

    name: str
    credentials: str = ""
    date: date | None = None


class Source(Struct, frozen=True):
    """One entry of the list of sources; `doi` or `url` is set."""

    id: str
    authors: str
    title: str
    year: int
    kind: str
    doi: str = ""
    url: str = ""
    accessed: date | None = None


class Term(Struct, frozen=True):
    """A taught word and its meaning, per language."""

    id: str
    term: Words
    meaning: Words


class CrisisLine(Struct, frozen=True):
    """One number to call or text; `emergency` marks the one for danger right now."""

    number: str
    name: Words
    how: Words
    emergency: bool = False


class Crisis(Struct, frozen=True):
    """The crisis help of one country: the button's label and the lines behind it."""

    country: str
    label: Words
    lines: tuple[CrisisLine, ...]


class Translation(Struct, frozen=True):
    """Whether a speaker signed the translation into a language."""

    language: str
    reviewed: bool = False
    reviewer: str = ""


class Flags(Struct, frozen=True):
    """What the manifest says of one section."""

    id: str
    role: Role = Role.TOPIC
    rotate: bool = True
    private: bool = False
    only_with: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_until: date | None = None
    dwell: float | None = None
    accent: str = "teal"

    def valid_on(self, day: date) -> bool:
        """Tell whether the section may be shown on a day; the first and the last day count."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_until is None or day <= self.valid_until
        )


class Manifest(Struct, frozen=True):
    """Everything that `pack.toml` says."""

    id: str
    title: Words
    version: str
    licence: str
    audience: str
    languages: tuple[str, ...]
    default_language: str
    created: date
    next_review: date
    funding: str
    conflicts: str
    contains_advertising: bool
    authors: tuple[Person, ...]
    reviewers: tuple[Person, ...] = ()
    reviewed: date | None = None
    condition: str = ""
    treatment: str = ""
    translations: Mapping[str, Translation] = field(default_factory=dict)
    crisis: Mapping[str, Crisis] = field(default_factory=dict)
    sources: tuple[Source, ...] = ()
    glossary: Mapping[str, Term] = field(default_factory=dict)
    sections: tuple[Flags, ...] = ()

    def source_number(self, source_id: str) -> int:
        """Return the number under which a source stands in the list, from 1; 0 when it is not there."""
        return next((n for n, source in enumerate(self.sources, 1) if source.id == source_id), 0)


class WallPoint(Struct, frozen=True):
    """One unbreakable group on the wall: a text, an optional second text, an optional figure."""

    text: Text
    more: Text = ()
    figure: Figure | IconArray | QrCode | None = None


class Cue(Struct, frozen=True):
    """A sentence of a recording, from second to second."""

    from_s: float
    to_s: float
    text: str


class Recording(Struct, frozen=True):
    """A sound file of the pack in which a section is read aloud, and its sentences in their order."""

    path: str
    cues: tuple[Cue, ...] = ()

    @property
    def times(self) -> str:
        """Return the path of the file with its cues, which lies beside it."""
        return str(PurePosixPath(self.path).with_suffix(".vtt"))


class Section(Struct, frozen=True):
    """One topic in one language: `language` is the one of its text, which may be the fallback."""

    flags: Flags
    language: str
    title: str
    key_message: Text
    blocks: tuple[Block, ...]
    wall: tuple[WallPoint, ...] = ()
    image: Figure | None = None
    recording: Recording | None = None

    @property
    def id(self) -> str:
        """Return the section's id."""
        return self.flags.id


class Notice(Struct, frozen=True):
    """A short message of the clinic: title, text, last day."""

    title: str
    text: Text
    valid_until: date | None = None


class Pack(Struct, frozen=True):
    """A manifest and the folder it was read from; sections are read one by one with `content.section`."""

    root: Path
    manifest: Manifest
