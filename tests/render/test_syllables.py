# SPDX-License-Identifier: Apache-2.0
"""Where a word that is too wide may break."""

from __future__ import annotations

from kiosk.render.syllables import break_word
from kiosk.render.typeset import BREAK_HERE, SOFT_HYPHEN


def advance(text: str) -> float:
    return 10.0 * len(text)


def test_syllables_that_fit_are_left_whole() -> None:
    breaks = break_word("hospitalization", "en", 100, advance)
    assert set(breaks.values()) == {SOFT_HYPHEN}
    assert all(0 < at < len("hospitalization") for at in breaks)


def test_a_syllable_too_wide_may_break_anywhere_but_not_before_an_accent() -> None:
    assert break_word("aaae\u0301a", "tlh", 30, advance) == dict.fromkeys((1, 2, 3, 5), BREAK_HERE)


def test_figures_and_signs_are_no_syllables() -> None:
    assert SOFT_HYPHEN not in break_word("1234567890/1234567890", "en", 50, advance).values()


def test_a_regional_language_uses_its_own_patterns() -> None:
    assert SOFT_HYPHEN in break_word("hospitalización", "es-US", 60, advance).values()


def test_joined_emoji_stay_together() -> None:
    family = "👩\u200d👧"
    assert 1 not in break_word(family, "en", 5, advance)
    assert 2 not in break_word(family, "en", 5, advance)
