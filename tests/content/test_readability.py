# SPDX-License-Identifier: Apache-2.0
"""How hard a text is to read."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.content.manifest import read_pack
from kiosk.content.readability import (
    grade,
    limits,
    pack_grade,
    section_grade,
    section_texts,
    sentences,
    words,
)
from kiosk.content.section import read_sections


def test_flesch_kincaid_by_hand() -> None:
    # 9 words, 2 sentences, 10 syllables (hap-py)
    measured = grade("The cat sat on the mat. It was happy.", "en")
    assert measured
    assert (measured.words, measured.sentences, measured.syllables) == (9, 2, 10)
    assert measured.value == pytest.approx(0.39 * 4.5 + 11.8 * 10 / 9 - 15.59)
    assert measured.easier_than(0.0)
    assert not measured.easier_than(-1.0)


def test_szigriszt_pazos_by_hand() -> None:
    # 6 words, 2 sentences, 11 syllables: el ga-to duer-me a-ho-ra sí... counted word by word
    measured = grade("El gato duerme. Come pan ahora.", "es-US")
    assert measured
    assert (measured.words, measured.sentences, measured.syllables) == (6, 2, 11)
    assert measured.value == pytest.approx(206.835 - 62.3 * 11 / 6 - 3)
    assert measured.easier_than(65)
    assert not measured.easier_than(100)


@pytest.mark.parametrize("text, language", [("Text.", "ar"), ("", "en"), ("... !", "en"), ("", "es")])
def test_some_texts_have_no_grade(text: str, language: str) -> None:
    assert grade(text, language) is None


def test_texts_of_their_own_end_sentences() -> None:
    measured = grade(["One", "two"], "en")
    assert measured
    assert measured.sentences == 2


@pytest.mark.parametrize(
    "text, count",
    [
        ("One. Two! Three? Four", 4),
        ("Dr. Smith took 3.5 mg. Then he left.", 2),
        ("She said “no.” He left.", 2),
        ("(One.) (Two.)", 2),
        ("¿Qué? ¡Sí! Bien.", 3),
        ("It may help, e.g. in sleep.", 1),
        ("Call 988. 100 people did.", 2),
        ("", 0),
    ],
)
def test_sentences(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def test_words() -> None:
    assert words("Well-being isn't 3.5 of 1,000 — “good”.") == (
        "Well-being",
        "isn't",
        "3.5",
        "of",
        "1,000",
        "good",
    )


def test_a_section_is_measured_without_headings_and_tables(packs: Path) -> None:
    pack, _ = read_pack(packs / "tiny")
    assert pack
    sections, _ = read_sections(pack, "en")
    texts = section_texts(sections[1])
    assert "A plaster keeps a cut clean. It can make the skin itch." in texts
    assert "Peel off the paper." in texts
    assert "Ask at the desk for another kind." in texts
    assert not any("Good and bad sides" in text or "Take it off" in text for text in texts)
    assert "10 of 15 people in the study: at least one paper cut in a year" in section_texts(sections[0])
    whole, parts = pack_grade(sections, "en"), [section_grade(section) for section in sections]
    assert whole
    assert whole.words == sum(part.words for part in parts if part)
    assert pack_grade(sections, "es") is None


def test_limits() -> None:
    assert limits("en-US") == (8.0, 6.9)
    assert limits("es") == (65.0, 65.0)
    assert limits("ar") is None
