# SPDX-License-Identifier: Apache-2.0
"""Texts become runs and lines in their place."""

import pytest

from kiosk.content.blocks import Span
from kiosk.layout.compose import (
    SHORT_LINE,
    Cell,
    Compositor,
    begun,
    count_words,
    evened,
    sources_of,
    stacked,
    terms_of,
    together,
)
from kiosk.layout.model import Box, BoxRole, Direction, Ink, Run, TextStyle
from tests.layout.fakes import CAP_RATIO, Monospace, words

STYLE = TextStyle(20.0, 400, 1.5)
LTR = Compositor(Monospace(), Direction.LTR, {"a": 1, "b": 2, "c": 12}, 0.25)
RTL = Compositor(Monospace(), Direction.RTL, {}, 0.25)
CELL = Cell(100.0, 200.0)


def test_a_citation_is_a_mark_behind_its_text() -> None:
    text = (Span("Cuts heal.", strong=True, sources=("c", "a")), Span(" All do.", term="heal"))
    marked = Run("\u20091,12", mark=True)
    assert LTR.runs(text) == (Run("Cuts heal.", strong=True), marked, Run(" All do.", term="heal"))


def test_unknown_sources_and_empty_spans_leave_no_trace() -> None:
    assert LTR.runs((Span("", sources=("nobody",)),)) == ()


def test_lines_are_placed_at_the_side_where_they_begin() -> None:
    left = LTR.lines(words("Short."), STYLE, CELL, BoxRole.PARAGRAPH)
    right = RTL.lines(words("Short."), STYLE, CELL, BoxRole.PARAGRAPH)
    assert (left[0].rect.x, left[0].rect.width, left[0].rect.height) == (100.0, 60.0, 30.0)
    assert right[0].rect.right == 300.0
    assert right[0].lines[0].x == right[0].rect.x
    assert left[0].cap_mm == pytest.approx(20 * CAP_RATIO * 0.25)


def test_the_baseline_stands_so_that_the_line_is_in_the_middle_of_its_height() -> None:
    (box,) = LTR.line("Short.", STYLE, CELL, BoxRole.PARAGRAPH, Ink.TEXT)
    metrics = LTR.measure.metrics(STYLE)
    above = box.lines[0].baseline - metrics.ascent
    below = LTR.height(STYLE) - box.lines[0].baseline - metrics.descent
    assert above == pytest.approx(below)


def test_lines_of_one_block_become_one_box() -> None:
    lines = LTR.lines(words("Many words for a few lines."), STYLE, CELL, BoxRole.PARAGRAPH)
    (box,) = together(lines)
    assert len(box.lines) == len(lines) == 2
    assert box.text == "Many words for a few lines."
    assert box.rect.height == 60.0
    assert [line.y for line in box.lines] == [0.0, 30.0]
    assert together(()) == ()
    assert stacked((), 7.0) == ((), 7.0)


def broken(compositor: Compositor, said: str, cell: Cell = CELL) -> tuple[Box, ...]:
    def lines(within: Cell) -> tuple[Box, ...]:
        return compositor.lines(words(said), STYLE, within, BoxRole.PARAGRAPH)

    return evened(lines, cell, compositor.direction)


@pytest.mark.parametrize("compositor", [LTR, RTL])
def test_a_last_word_does_not_stand_alone(compositor: Compositor) -> None:
    said = "Many words and me do it."
    plain = compositor.lines(words(said), STYLE, CELL, BoxRole.PARAGRAPH)
    even = broken(compositor, said)
    assert [len(plain), len(even)] == [2, 2]
    assert plain[-1].rect.width < SHORT_LINE * plain[0].rect.width
    assert even[-1].rect.width >= SHORT_LINE * even[0].rect.width
    assert "".join(box.text for box in even) == said
    edges = {box.rect.x if compositor is LTR else box.rect.right for box in even}
    assert edges == {100.0 if compositor is LTR else 300.0}


def test_lines_that_are_even_enough_stay_as_they_are() -> None:
    assert [box.text for box in broken(LTR, "Many words and a few more.")] == [
        "Many words and a ",
        "few more.",
    ]
    assert [box.text for box in broken(LTR, "One line.")] == ["One line."]


@pytest.mark.parametrize(
    "said",
    [
        "Twelve letters or more so.",
        "Onelongwordofall me.",
        "Counterrevolutionary me.",
    ],
)
def test_a_word_stays_alone_where_another_break_would_cost_more(said: str) -> None:
    plain = LTR.lines(words(said), STYLE, CELL, BoxRole.PARAGRAPH)
    assert len(broken(LTR, said)) == len(plain)


def test_a_cell_begins_where_lines_begin() -> None:
    assert begun(CELL, 150, Direction.LTR) == Cell(100.0, 150.0)
    assert begun(CELL, 150, Direction.RTL) == Cell(150.0, 150.0)


def test_a_cell_is_narrowed_from_the_side_where_lines_begin() -> None:
    assert CELL.inner(30, 10, Direction.LTR) == Cell(130.0, 160.0)
    assert CELL.inner(30, 10, Direction.RTL) == Cell(110.0, 160.0)


def test_width_is_that_of_one_line() -> None:
    assert LTR.width("four", STYLE) == 40.0
    assert LTR.width("", STYLE) == 0.0


def test_the_sources_of_a_box_are_those_whose_numbers_it_shows() -> None:
    text = (Span("First.", sources=("b",)), Span(" A much longer second sentence.", sources=("c", "a")))
    boxes = LTR.lines(text, STYLE, CELL, BoxRole.PARAGRAPH)
    assert LTR.sources_in(boxes[0]) == ("b",)
    assert LTR.sources_in(boxes[-1]) == ("a", "c")
    assert sources_of(text, text) == ("b", "c", "a")


def test_taught_words_of_a_box() -> None:
    (box,) = LTR.lines((Span("A "), Span("cut", term="cut")), STYLE, CELL, BoxRole.PARAGRAPH)
    assert terms_of(box) == ("cut",)


@pytest.mark.parametrize(
    "text, language, count",
    [
        ("Three plain words", "en", 3),
        ("Take 20 mg", "en", 4),
        ("See https://example.org now", "en", 4),
        ("我们今天在这里读书吧好吗", "zh-Hans", 2),
        ("", "en", 0),
    ],
)
def test_numbers_and_addresses_count_twice_and_characters_count_without_spaces(
    text: str, language: str, count: int
) -> None:
    assert count_words(text, language) == count
