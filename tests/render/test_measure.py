# SPDX-License-Identifier: Apache-2.0
"""Measuring: nothing lost, nothing wider than its column, offsets in characters."""

from __future__ import annotations

import threading
from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.layout.model import Direction, Line, Run, TextStyle
from kiosk.render.fonts import Families
from kiosk.render.measure import QtMeasure

STYLE = TextStyle(40.0)
WORDS = (
    "people",
    "6",
    "treatment",
    "😀",
    "\U0001d400\U0001d401",
    "العلاج",
    "治疗方法",
    "αβγ",
    "can\u2019t",
    "a",
    "—",
    "100%",
    "(PTSD)",
    "e\u0301t\u0301",
)


def read(runs: Sequence[Run]) -> str:
    return "".join(run.text for run in runs if not run.mark)


def whole(runs: Sequence[Run], lines: Sequence[Line]) -> bool:
    """Tell whether lines hold all characters in order, each once, at the offsets they claim."""
    text = read(runs)
    at = 0
    for line in lines:
        if line.start != at or line.text != text[line.start : line.end]:
            return False
        at = line.end
    return at == len(text)


@st.composite
def some_runs(draw: st.DrawFn) -> tuple[Run, ...]:
    runs = []
    for _ in range(draw(st.integers(1, 5))):
        text = " ".join(draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=8))) + draw(
            st.sampled_from(("", " ", "  ", ". "))
        )
        runs.append(
            Run(
                text,
                strong=draw(st.booleans()),
                emphasis=draw(st.booleans()),
                term=draw(st.sampled_from(("", "t"))),
            )
        )
        if draw(st.booleans()):
            runs.append(Run(draw(st.sampled_from(("1", "2, 3", "\u200912,13"))), mark=True))
    return tuple(runs)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(runs=some_runs(), width=st.integers(160, 900), direction=st.sampled_from(Direction))
def test_lines_hold_every_character_once_and_fit_the_column(
    measure: QtMeasure, runs: tuple[Run, ...], width: int, direction: Direction
) -> None:
    lines = measure.lines(runs, STYLE, width, direction)
    assert whole(runs, lines)
    assert all(line.width <= width + 0.5 for line in lines)
    assert not any(line.text.startswith(" ") for line in lines[1:])
    for line in lines:
        for spot in line.spots:
            assert spot.x >= -0.5
            assert spot.x + spot.width <= line.width + 0.5
    marks = [run for line in lines for run in line.runs if run.mark]
    assert marks == [run for run in runs if run.mark]


def test_nothing_gives_no_lines(measure: QtMeasure) -> None:
    assert measure.lines((), STYLE, 300, Direction.LTR) == ()


def test_a_hard_break_ends_a_line_and_belongs_to_it(measure: QtMeasure) -> None:
    lines = measure.lines((Run("one\ntwo"),), STYLE, 300, Direction.LTR)
    assert [line.text for line in lines] == ["one\n", "two"]


def test_space_at_the_end_is_kept_but_not_measured(measure: QtMeasure) -> None:
    [bare] = measure.lines((Run("word"),), STYLE, 300, Direction.LTR)
    [spaced] = measure.lines((Run("word  "),), STYLE, 300, Direction.LTR)
    assert spaced.text == "word  "
    assert spaced.width == pytest.approx(bare.width)


def test_offsets_count_characters_not_utf16_units(measure: QtMeasure) -> None:
    lines = measure.lines(
        (Run("😀😀 \U0001d400\U0001d401 now and then 🧠 again"),), STYLE, 160, Direction.LTR
    )
    assert len(lines) > 2
    assert lines[-1].end == len("😀😀 \U0001d400\U0001d401 now and then 🧠 again")


def test_styles_are_kept_run_by_run(measure: QtMeasure) -> None:
    runs = (Run("plain "), Run("strong words here", strong=True), Run(" plain"))
    lines = measure.lines(runs, STYLE, 260, Direction.LTR)
    assert read([run for line in lines for run in line.runs if run.strong]) == "strong words here"


def test_a_mark_is_no_part_of_the_text_and_takes_room(measure: QtMeasure) -> None:
    [bare] = measure.lines((Run("It helps."),), STYLE, 900, Direction.LTR)
    [marked] = measure.lines((Run("It helps."), Run("12", mark=True)), STYLE, 900, Direction.LTR)
    assert marked.text == "It helps."
    assert bare.width + 10 < marked.width < bare.width + 40


@pytest.mark.parametrize("ending", [".", "?", "!", ")", "%", "”", "。"])
def test_a_mark_never_begins_a_line(measure: QtMeasure, ending: str) -> None:
    runs = (Run(f"Does it help{ending}"), Run("1", mark=True))
    bare = measure.lines(runs[:1], STYLE, 900, Direction.LTR)[0].width
    for line in measure.lines(runs, STYLE, bare + 3, Direction.LTR):
        assert line.text
        assert not line.runs[0].mark


def test_a_word_wider_than_the_column_breaks_at_a_syllable(measure: QtMeasure) -> None:
    runs = (Run("The hospitalization ends."),)
    lines = measure.lines(runs, STYLE, 200, Direction.LTR)
    assert whole(runs, lines)
    assert [line.text for line in lines if line.hyphen] == ["The hospit"]
    assert all(line.width <= 200 for line in lines)


def test_a_word_that_fits_the_column_is_never_broken(measure: QtMeasure) -> None:
    lines = measure.lines((Run("The whole hospitalization ends."),), STYLE, 330, Direction.LTR)
    assert not any(line.hyphen for line in lines)


def test_the_language_decides_the_syllables(families: Families) -> None:
    german = QtMeasure(families, "de").lines((Run("Krankenversicherung"),), STYLE, 200, Direction.LTR)
    assert german[0].text == "Kranken"
    assert german[0].hyphen


@pytest.mark.parametrize("language", ["en", "ar", "tlh"])
def test_a_word_without_syllables_breaks_between_characters(families: Families, language: str) -> None:
    runs = (Run("x" * 60),)
    lines = QtMeasure(families, language).lines(runs, STYLE, 200, Direction.LTR)
    assert whole(runs, lines)
    assert len(lines) > 3
    assert all(line.width <= 200 and not line.hyphen for line in lines)


def test_a_strong_word_is_measured_as_strong_when_it_breaks(measure: QtMeasure) -> None:
    runs = (Run("hospitalization", strong=True),)
    lines = measure.lines(runs, STYLE, 190, Direction.LTR)
    assert whole(runs, lines)
    assert all(line.width <= 190 for line in lines)


def test_a_column_narrower_than_a_letter_still_ends(measure: QtMeasure) -> None:
    runs = (Run("mmm"), Run("1", mark=True))
    assert whole(runs, measure.lines(runs, STYLE, 5, Direction.LTR))


def test_chinese_breaks_between_characters_and_never_before_a_full_stop(measure: QtMeasure) -> None:
    runs = (Run("抑郁症的治疗方法有很多种\uff0c请咨询您的医生。不要自行停药。"),)
    for width in range(120, 400, 37):
        lines = measure.lines(runs, STYLE, width, Direction.LTR)
        assert whole(runs, lines)
        assert not any(line.hyphen for line in lines)
        assert not any(line.text[0] in "\uff0c。" for line in lines)


def test_a_taught_word_has_a_spot_where_it_stands(measure: QtMeasure) -> None:
    before = measure.lines((Run("A "), Run("x")), STYLE, 900, Direction.LTR)[0].width
    [line] = measure.lines((Run("A "), Run("word ", term="w"), Run("here")), STYLE, 900, Direction.LTR)
    [spot] = line.spots
    just_word = measure.lines((Run("word"),), STYLE, 900, Direction.LTR)[0].width
    assert spot.term == "w"
    assert 0 < spot.x < before
    assert spot.width == pytest.approx(just_word, abs=1.5)


def test_right_to_left_a_first_word_stands_at_the_right(measure: QtMeasure) -> None:
    [line] = measure.lines((Run("كلمة", term="w"), Run(" هنا وهناك")), STYLE, 900, Direction.RTL)
    [spot] = line.spots
    assert spot.x + spot.width == pytest.approx(line.width, abs=1.0)


def test_a_word_on_two_lines_has_two_spots(measure: QtMeasure) -> None:
    lines = measure.lines((Run("two words", term="w"),), STYLE, 120, Direction.LTR)
    assert [len(line.spots) for line in lines] == [1, 1]


def test_metrics_are_the_font_s_own(measure: QtMeasure, families: Families) -> None:
    metrics = measure.metrics(TextStyle(100.0))
    assert metrics.cap_height == pytest.approx(100 * families.cap_ratio, abs=0.5)
    assert metrics.ascent > metrics.cap_height > metrics.x_height > 0
    assert metrics is measure.metrics(TextStyle(100.0))


def test_another_thread_measures_the_same(families: Families) -> None:
    runs = (
        Run("Of 100 people in the United States, "),
        Run("about 6", strong=True),
        Run(" العلاج."),
        Run("1", mark=True),
    )
    here = QtMeasure(families).lines(runs, STYLE, 300, Direction.LTR)
    there: list[tuple[Line, ...]] = []
    threads = [
        threading.Thread(
            target=lambda: there.append(QtMeasure(families).lines(runs, STYLE, 300, Direction.LTR))
        )
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert there == [here] * 4
