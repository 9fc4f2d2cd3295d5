# SPDX-License-Identifier: Apache-2.0
"""The set-up knows its frame, its numbers and which way each language runs."""

import pytest

from kiosk.layout.model import Direction, Layout
from kiosk.layout.setup import direction_of
from tests.layout.fakes import screen, section, set_up, words


@pytest.mark.parametrize(
    "language, direction",
    [("en", Direction.LTR), ("es", Direction.LTR), ("ar", Direction.RTL), ("he-IL", Direction.RTL)],
)
def test_another_language_runs_as_it_is_written(language: str, direction: Direction) -> None:
    assert direction_of(language, set_up()) is direction


def test_the_words_of_the_program_say_how_their_language_runs() -> None:
    assert direction_of("en", set_up(direction="rtl")) is Direction.RTL


def test_sources_are_numbered_as_in_the_list() -> None:
    compositor = set_up().compositor()
    assert compositor.runs(words("So.", "s12"))[-1].text.strip() == "12"
    assert compositor.direction is Direction.LTR
    assert set_up().compositor(Direction.RTL).direction is Direction.RTL


def test_the_flow_tells_people_in_words_and_names_the_file() -> None:
    made = set_up(screen("55"), Layout.READING)
    flow = made.flow(made.frame(), "en", section().id, 1.0)
    assert flow.people_of(6, 100) == "6 of 100"
    assert flow.file == "en/cuts.md"
    assert flow.styles.air < 1
