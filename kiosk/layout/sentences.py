# SPDX-License-Identifier: Apache-2.0
"""Where sentences end, in the languages of the program, so that a text can be spoken one by one.

When in doubt a text is not cut: two sentences in one breath are heard right, half a one is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_SHORTENED: Final = """
    approx art ca cap cf ch chap col dept dr dra ed eds ej env esq ex exx fig figs gen hr hrs jr ltd m max
    min mlle mm mme mmes mr mrs ms mt mx nr núm núms op orig p pág págs pp prof profa rev sec sr sra sras
    sres srta sta st sto tab tel tél univ v vgl vol vols vs
"""

SHORTENED: Final = frozenset(_SHORTENED.split())
"""Shortened words of English, Spanish and French whose full stop ends no sentence."""

BEFORE_FIGURES: Final = frozenset({"no", "nos"})
"""What is shortened only where a figure follows, and else a word."""

_CLOSING: Final = "\"')\\]}\u00bb\u201d\u2019\u203a\u300d\u300f\uff09\u3011\u300b"
_OPENING: Final = "\"'(\\[{\u00ab\u201c\u2018\u2039\u00bf\u00a1\u300c\u300e\uff08"
_WIDE: Final = "\u3002\uff01\uff1f"
"""The full stop, exclamation and question mark of Chinese, behind which no space stands."""

_MARKS: Final = ".!?\u2026\u061f\u06d4"
"""Those of the other scripts, the ellipsis and Arabic's own among them."""

_END: Final = re.compile(rf"[{_MARKS}]+(?:[{_CLOSING}]|[ \u00a0\u202f]\u00bb)*(?=\s)|[{_WIDE}]+[{_CLOSING}]*")
_WORD_BEFORE: Final = re.compile(rf"[^\s{_OPENING}]*\Z")
_NEXT: Final = re.compile(rf"\s*[{_OPENING}\s]*(\S?)")
_LONGEST_WORD: Final = 40


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Return where each sentence of a text begins and ends, spaces around it left out, in order."""
    spans = []
    start = 0
    for end in (*_ends(text), len(text)):
        part = text[start:end]
        if part.strip():
            spans.append((start + len(part) - len(part.lstrip()), start + len(part.rstrip())))
        start = end
    return tuple(spans)


def _ends(text: str) -> Iterator[int]:
    """Yield where a sentence has ended and another begins."""
    for found in _END.finditer(text):
        if found[0][0] in _WIDE or _parts(text, found.start(), found.end()):
            yield found.end()


def _parts(text: str, stop: int, end: int) -> bool:
    """Tell whether the signs between two places end a sentence, by the word before and the letter behind."""
    following = _NEXT.match(text, end)
    first = following[1] if following else ""
    if first.islower():
        return False
    if text[stop] != "." or text[stop : stop + 2] == "..":
        return True
    word = _WORD_BEFORE.search(text[max(0, stop - _LONGEST_WORD) : stop])
    last = word[0] if word else ""
    plain = last.casefold()
    if plain in BEFORE_FIGURES:
        return not first.isdigit()
    return not (plain in SHORTENED or _initials(last))


def _initials(word: str) -> bool:
    """Tell whether a word is an initial, or letters with full stops between them, as in e.g. and U.S."""
    return all(len(letter) == 1 and letter.isalpha() for letter in word.split("."))
