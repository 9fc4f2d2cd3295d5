# SPDX-License-Identifier: Apache-2.0
"""What a visitor takes along: the address of a section, or as many of its own words as one code holds."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from kiosk.content.blocks import Text, cited, plain
from kiosk.content.pack import Manifest, Section
from kiosk.content.phrases import Phrases

CODE_BYTES = 400
"""How many bytes of UTF-8 a code holds at most.

A code of version 15 with error correction M: 77 modules a side, so that they stay above half a millimetre
on the smallest glass, where a telephone's camera still parts them at arm's length.
"""


class Taken(Struct, frozen=True):
    """What is said around a section's own words: the program's phrases, crisis help, the pack's sources."""

    phrases: Phrases
    manifest: Manifest
    crisis: str


def copy_address(base: str, language: str, section: str = "") -> str:
    """Return where the exported site has a section, or a language's index."""
    return "/".join((base, language, section, "") if section else (base, language, ""))


def host_of(address: str) -> str:
    """Return the name of the host in an address."""
    return address.removeprefix("https://").split("/", maxsplit=1)[0]


def copy_text(section: Section, taken: Taken, most: int = CODE_BYTES) -> str:
    """Return a section's words in at most so many bytes: whole lines only, the weightiest first.

    Title, key message, crisis help and that this is information come before the wall's points, of which
    none is taken behind one that did not fit: they were written in their order.
    """
    title, key, information = section.title, plain(section.key_message), taken.phrases.say("information_only")
    kept: list[str] = []
    for line in (title, key, taken.crisis, information):
        if _bytes((*kept, line)) <= most:
            kept.append(line)
    head = [line for line in (title, key) if line in kept]
    foot = [line for line in (information, taken.crisis) if line in kept]
    points: list[str] = []
    shown = [section.key_message]
    for point in section.wall:
        line = " ".join(words for words in (plain(point.text), plain(point.more)) if words)
        if _bytes((*head, *points, line, *foot)) > most:
            break
        points.append(line)
        shown += (point.text, point.more)
    sources = _sources(shown, taken)
    while sources and _bytes((*head, *points, _named(sources, taken), *foot)) > most:
        sources.pop()
    named = [_named(sources, taken)] if sources else []
    return "\n".join((*head, *points, *named, *foot))


def _sources(texts: list[Text], taken: Taken) -> list[str]:
    """Return the short names of the sources that texts cite."""
    used = {source for text in texts for source in cited(text)}
    return [f"{source.authors}, {source.year}" for source in taken.manifest.sources if source.id in used]


def _named(sources: list[str], taken: Taken) -> str:
    return f"{taken.phrases.say('sources')}: {'; '.join(sources)}."


def _bytes(lines: Iterator[str] | tuple[str, ...]) -> int:
    return len("\n".join(lines).encode())
