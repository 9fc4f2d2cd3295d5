# SPDX-License-Identifier: Apache-2.0
"""A sentence is heard from a recording only where the recording says its very words."""

from kiosk.content.pack import Cue
from kiosk.layout.aloud import Utterance
from kiosk.layout.recorded import letters, recorded

WASH, DRY, LONG = (
    Cue(0.0, 1.0, "Wash it."),
    Cue(1.0, 2.0, "Dry it."),
    Cue(2.0, 5.0, "It heals in days, not in weeks, if it stays clean."),
)
CUES = (WASH, DRY, LONG)


def said(*texts: str) -> list[tuple[Cue | None, bool]]:
    return [(each.cue, each.goes_on) for each in recorded(tuple(map(Utterance, texts)), CUES)]


def test_the_same_words_are_heard_whatever_their_case_and_marks() -> None:
    assert said("wash  it!", "“Dry it”") == [(WASH, False), (DRY, False)]


def test_other_words_are_left_to_a_voice() -> None:
    assert said("Wash it twice.", "Dry it.", "Never dry it.") == [(None, False), (DRY, False), (None, False)]


def test_of_two_cues_with_the_same_words_the_first_is_taken() -> None:
    (utterance,) = recorded((Utterance("Wash it."),), (WASH, Cue(7.0, 8.0, "wash it")))
    assert utterance.cue == WASH


def test_a_sentence_over_a_page_break_is_heard_where_it_begins() -> None:
    assert said("Wash it.", "It heals in days, not") == [(WASH, False), (LONG, False)]
    assert said("in weeks, if it stays clean.", "Wash it.") == [(LONG, True), (WASH, False)]


def test_half_a_sentence_within_a_page_is_left_to_a_voice() -> None:
    assert said("Dry it.", "in weeks, if it stays clean.") == [(DRY, False), (None, False)]
    assert said("It heals in days, not", "Dry it.") == [(None, False), (DRY, False)]


def test_words_of_any_script_count() -> None:
    assert letters("اغسله. Ça va, n° 12?") == "اغسلهçavan12"  # noqa: RUF001 # Arabic
    (utterance,) = recorded((Utterance("创伤后应激"),), (Cue(0.0, 1.0, "创伤后应激障碍可以好转。"),))
    assert utterance.cue is not None
