# SPDX-License-Identifier: Apache-2.0
"""Lines become pieces with prices."""

import pytest

from kiosk.content.blocks import Span
from kiosk.layout import pieces as price
from kiosk.layout.compose import Cell
from kiosk.layout.model import Box, BoxRole, Line, Rect, Run, SetLine
from kiosk.layout.typesetter import Typesetter, broken_words, priced
from tests.layout.fakes import section, set_up, words

MADE = set_up()
SETTER = MADE.flow(MADE.frame(), "en", section().id).setter
CELL = Cell(0, 10 * SETTER.styles.body.px)


def lines(text: str, setter: Typesetter = SETTER) -> list[price.Piece]:
    style = setter.styles.body
    return setter.lines(words(text, "s3"), style, CELL, BoxRole.PARAGRAPH, block=7, space=5.0)


def box(*texts: str, hyphen: bool = False) -> Box:
    set_lines = [SetLine(Line((Run(text),), 0, len(text), 1.0, hyphen=hyphen), 0, 0, 0) for text in texts]
    return Box(BoxRole.PARAGRAPH, Rect(0, 0, 1, 1), "".join(texts), lines=tuple(set_lines))


def test_each_line_is_a_piece_and_the_space_stands_above_the_first() -> None:
    made = lines("four word long line here and so on")
    assert [piece.space for piece in made] == [5.0, 0.0]
    assert {piece.block for piece in made} == {7}
    assert sum(piece.words for piece in made) == 8
    assert [piece.sources for piece in made] == [(), ("s3",)]


def test_taught_words_are_those_of_the_line() -> None:
    text = (Span("first line is filled up "), Span("cut", term="cut"))
    made = SETTER.lines(text, SETTER.styles.body, CELL, BoxRole.PARAGRAPH, block=1, space=0)
    assert [piece.terms for piece in made] == [(), ("cut",)]


@pytest.mark.parametrize("count", [0, 1, 2, 3, 6])
def test_a_break_is_dear_where_a_line_would_stand_alone(count: int) -> None:
    made = priced([lines("word")[0]] * count, 25.0, 3.0)
    costs = [piece.cost_behind for piece in made]
    assert len(costs) == count
    assert costs[-1:] == ([3.0] if count else [])
    lonely = [place for place, cost in enumerate(costs) if cost >= price.LONELY_LINE]
    assert lonely == sorted({0, count - 2} & set(range(count - 1)))


@pytest.mark.parametrize(
    "texts, found",
    [
        (("whole words ", "only"), []),
        (("well-", "being"), []),
        (("psycho", "therapy"), ["psycho"]),
        (("see psycho", "the", "rapy"), ["psycho", "the"]),
        (("ประเทศ", "ไทย"), []),
        (("我们今天", "在这里"), []),
    ],
)
def test_a_word_broken_between_letters_is_found(texts: tuple[str, ...], found: list[str]) -> None:
    assert list(broken_words([box(*texts)])) == found


def test_a_drawn_hyphen_tells_a_broken_word() -> None:
    assert list(broken_words([box("Beipackzettel-", hyphen=True), box("!")])) == ["Beipackzettel-"]
