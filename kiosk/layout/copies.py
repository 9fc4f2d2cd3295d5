# SPDX-License-Identifier: Apache-2.0
"""The wall page from which a telephone takes a copy, on screens that cannot be touched."""

from __future__ import annotations

from kiosk.content.blocks import QrCode, Span, Text
from kiosk.content.copies import host_of
from kiosk.content.pack import Flags, Role, Section, WallPoint
from kiosk.content.phrases import Phrases

COPIES = ".copies"
"""The id of the built-in section."""


def copies_page(phrases: Phrases, words: str, title: str = "") -> Section:
    """Return the page with one code: of an address, or of the words of the section with a title."""
    scan, no_phone = phrases.say("copy_scan"), phrases.say("copy_no_phone")
    inside = f"{phrases.say('copy_holds', title=title)} " if title else ""
    caption = "" if title else host_of(words)
    code = QrCode(words, code_label(phrases, words, title), _text(caption))
    point = WallPoint(_text(scan), _text(f"{inside}{no_phone}"), code)
    name = phrases.say("keep_copy")
    return Section(
        flags=Flags(COPIES, role=Role.CLOSING, accent="slate"),
        language=phrases.language,
        title=name,
        key_message=_text(name),
        blocks=(),
        wall=(point,),
    )


def code_label(phrases: Phrases, words: str, title: str = "") -> str:
    """Return what a code is, for who cannot see it: the address in it, or whose words they are."""
    return phrases.say("copy_words", title=title) if title else phrases.say("copy_address", address=words)


def reach_words(phrases: Phrases, metres: float) -> str:
    """Return from how far a code can be read."""
    number = f"{metres:g}".replace(".", phrases.say("decimal_mark"))
    return phrases.say("copy_distance", metres=number)


def _text(words: str) -> Text:
    return (Span(words),) if words else ()
