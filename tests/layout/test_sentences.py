# SPDX-License-Identifier: Apache-2.0
"""Sentences end where a reader draws breath, in five languages, and nowhere else."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.layout.sentences import sentences

EXAMPLES = {
    "en": [
        "Dr. Smith gave 0.5 mg, e.g. once.",
        "See https://example.org/a.b for more.",
        '"Why?" she asked.',
        "Nobody knows!",
        "No. 5 was best.",
        "Was it?",
        "No.",
        "J. R. Jones wrote Fig. 2 with Prof. Brown.",
        "(It is in the appendix.)",
        "It rose to 3.4%...",
        "That is all",
    ],
    "es": [
        "El Sr. López y la Dra. Ruiz leen p. ej. esto.",
        "¿Qué es?",
        "¡Basta!",
        "Son 0,5 mg (véase la pág. 3).",
        "«Sí.»",
        "Eso es todo.",
    ],
    "fr": [
        "Est-ce vrai\u00a0?",
        "M. Dupont et Mme Martin le disent.",
        "«\u00a0Bien sûr.\u00a0»",
        "Voir p. 12, tél. 01.",
        "C\u2019est fini\u00a0!",
    ],
    "ar": ["هل يعمل؟", "لا أحد يعرف.", "جرعة 0.5 ملغ كافية!", "انتهى\u06d4"],
}


@pytest.mark.parametrize("language", EXAMPLES)
def test_a_text_is_cut_between_sentences_only(language: str) -> None:
    text = " ".join(EXAMPLES[language])
    assert [text[start:end] for start, end in sentences(text)] == EXAMPLES[language]


def test_chinese_has_no_spaces_between_sentences() -> None:
    parts = ["它有效吗\uff1f", "没有人知道。", "“好。”", "他吃了0.5毫克\uff01", "完"]
    text = "".join(parts)
    assert [text[start:end] for start, end in sentences(text)] == parts


@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_nothing_is_no_sentence(text: str) -> None:
    assert sentences(text) == ()


def test_an_abbreviation_with_its_stop_behind_a_bracket_is_known() -> None:
    text = "Take it (cf. Table 2). Then rest."
    assert [text[start:end] for start, end in sentences(text)] == ["Take it (cf. Table 2).", "Then rest."]


def test_a_sentence_in_the_middle_of_a_word_does_not_end() -> None:
    assert len(sentences("It costs 3.50 at example.com/a?b=c today")) == 1


@given(st.text(st.sampled_from('aB1 .!?。؟»")(…\u00a0e')))
def test_every_character_is_in_one_sentence_and_in_order(text: str) -> None:
    spans = sentences(text)
    assert re.sub(r"\s", "", "".join(text[start:end] for start, end in spans)) == re.sub(r"\s", "", text)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    assert all(text[start:end].strip() == text[start:end] != "" for start, end in spans)
