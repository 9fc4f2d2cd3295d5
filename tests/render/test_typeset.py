# SPDX-License-Identifier: Apache-2.0
"""From runs to Qt's text and back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.layout.model import Run
from kiosk.render.typeset import BREAK_HERE, NEW_LINE, SOFT_HYPHEN, compose

RUNS = (Run("One 😀 "), Run("two", strong=True), Run("1, 2", mark=True), Run(" three  "))


def test_marks_are_glued_and_spaces_at_the_end_have_no_width() -> None:
    assert compose(RUNS).text == f"One 😀 two\u2060\u202f1,\u00a02 three{BREAK_HERE * 2}"


def test_utf16_positions_and_characters_meet() -> None:
    composed = compose(RUNS)
    assert composed.units[-1] == len(composed.text.encode("utf-16-le")) // 2
    assert [composed.character(unit) for unit in composed.units] == list(range(len(composed.text) + 1))


def test_breaks_are_inserted_and_are_no_part_of_what_is_read() -> None:
    composed = compose((Run("a", strong=True), Run("word")), {3: SOFT_HYPHEN})
    assert composed.text == f"awo{SOFT_HYPHEN}rd"
    assert composed.cut(0, 4) == ((Run("a", strong=True), Run("wo")), 0, 3)
    assert composed.cut(4, 6) == ((Run("rd"),), 3, 5)
    assert composed.cut(0, 6) == ((Run("a", strong=True), Run("word")), 0, 5)


def test_breaks_of_lines_become_separators() -> None:
    assert compose((Run("a \nb\tc"),)).text == f"a{BREAK_HERE}{NEW_LINE}b c"


@given(st.lists(st.tuples(st.text("ab \n😀", max_size=6), st.booleans()), max_size=6), st.integers(0, 40))
def test_every_cut_keeps_all_characters(parts: list[tuple[str, bool]], at: int) -> None:
    runs = [Run(text, mark=mark) for text, mark in parts]
    composed = compose(runs)
    at = min(at, len(composed.text))
    first, second = composed.cut(0, at), composed.cut(at, len(composed.text))
    joined = "".join(run.text for runs, _start, _end in (first, second) for run in runs if not run.mark)
    assert joined == "".join(run.text for run in runs if not run.mark)
