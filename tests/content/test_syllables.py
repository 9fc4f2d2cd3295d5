# SPDX-License-Identifier: Apache-2.0
"""Syllables of English and Spanish words."""

from __future__ import annotations

import pytest

from kiosk.content.syllables import Counter, counter, spanish_syllables


@pytest.fixture(scope="module")
def english() -> Counter:
    count = counter("en")
    assert count
    return count


@pytest.mark.parametrize(
    "word, count",
    [
        ("the", 1), ("The", 1), ("happy", 2), ("dissociation", 5), ("well-being", 3), ("patient's", 2),
        ("don\N{RIGHT SINGLE QUOTATION MARK}t", 1), ("ketamine", 2), ("Esketamine", 2), ("Spravato's", 2),
        ("EMDR", 2), ("PTSD", 4), ("988", 1), ("1,000", 1), ("bzzt", 2), ("bladderish", 3), ("-", 0),
    ],
)  # fmt: skip
def test_english(english: Counter, word: str, count: int) -> None:
    assert english(word) == count


@pytest.mark.parametrize(
    "word, count",
    [
        ("murciélago", 4), ("aéreo", 4), ("guitarra", 3), ("queso", 2), ("pingüino", 3), ("país", 2),
        ("ciudad", 2), ("y", 1), ("muy", 1), ("hay", 1), ("leyes", 2), ("agua", 2), ("día", 2), ("oír", 2),
        ("ahora", 3), ("cuidado", 3), ("aunque", 2), ("Línea", 3), ("caótico", 4), ("buey", 1), ("TEPT", 1),
        ("100", 1), ("depresión", 3),
    ],
)  # fmt: skip
def test_spanish(word: str, count: int) -> None:
    assert spanish_syllables(word) == count


def test_other_languages_have_no_counter() -> None:
    assert counter("es-MX") is spanish_syllables
    assert counter("ar") is None
