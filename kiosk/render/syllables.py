# SPDX-License-Identifier: Apache-2.0
"""Where a word that is wider than its column may break: at syllables, else between any two characters."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import lru_cache

from kiosk.render.typeset import BREAK_HERE, SOFT_HYPHEN


def break_word(word: str, language: str, width: float, advance: Callable[[str], float]) -> dict[int, str]:
    """Return, by offset in a word, the invisible character that lets it break there.

    Syllables that fit are left whole; one that is itself too wide may break anywhere.
    """
    cuts = _syllables(word, language)
    breaks = dict.fromkeys(cuts, SOFT_HYPHEN)
    for start, end in zip((0, *cuts), (*cuts, len(word)), strict=True):
        if advance(word[start:end].rstrip() + "-") > width:
            inner = (at for at in range(start + 1, end) if _may_part(word, at))
            breaks.update(dict.fromkeys(inner, BREAK_HERE))
    return breaks


def _syllables(word: str, language: str) -> tuple[int, ...]:
    """Return the offsets at which syllables begin, from the second on."""
    table = _patterns(language)
    if table is None:
        return ()
    cuts: list[int] = []
    start = 0
    while start < len(word):
        end = start
        while end < len(word) and word[end].isalpha():
            end += 1
        cuts += [start + at for at in table(word[start:end])] if end - start > 3 else []
        start = max(end, start + 1)
    return tuple(cuts)


@lru_cache(maxsize=8)
def _patterns(language: str) -> Callable[[str], list[int]] | None:
    """Return the hyphenation of a language, read only when a word needs it, or None."""
    import pyphen  # noqa: PLC0415 its tables take a quarter of a second, and most packs never need them

    known = pyphen.language_fallback(language.replace("-", "_"))
    if known is None:
        return None
    positions: Callable[[str], list[int]] = pyphen.Pyphen(lang=known).positions
    return positions


def _may_part(word: str, at: int) -> bool:
    """Tell whether a word may part before a character: not before a joiner or a combining mark."""
    here, before = word[at], word[at - 1]
    joins = unicodedata.category(here) in {"Mn", "Mc", "Me", "Cf", "Sk"} or before == "\u200d"
    return not joins and not here.isspace()
