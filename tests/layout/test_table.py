# SPDX-License-Identifier: Apache-2.0
"""Tables: side by side where they fit, else cell by cell."""

from itertools import pairwise

import pytest

from kiosk.content.blocks import Span, Table
from kiosk.layout import pieces as price
from kiosk.layout.model import Box, BoxRole, Rect
from kiosk.layout.pieces import Piece
from kiosk.layout.table import PIECE, table_pieces
from tests.layout.fakes import set_up, words

TINY = Table(
    (words("Year"), words("What happened")),
    (
        (words("1970"), words("It was approved. ", "s2")),
        (words("1999"), words("It was " + "controlled " * 20)),
    ),
)


def pieces(
    table: Table, width: float = 1000.0, height: float = 600.0, above: float = 0.0, direction: str = "ltr"
) -> tuple[list[Piece], bool]:
    made = set_up(direction=direction)
    setter = made.flow(made.frame(), "en", "cuts").setter
    return table_pieces(setter, Rect(70, 0, width, height), table, 5000, above)


def cells(made: list[Piece]) -> list[list[Box]]:
    return [list(piece.placed.boxes) for piece in made]


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_cells_stand_side_by_side_in_columns(direction: str) -> None:
    made, fits = pieces(TINY, direction=direction)
    assert fits
    assert len(made) == 3
    for year, happened in cells(made):
        assert (year.rect.right < happened.rect.x) is (direction == "ltr")
        assert year.role is BoxRole.CELL
    assert all(box.rect.x >= 70 and box.rect.right <= 1071 for row in cells(made) for box in row)


def test_the_head_is_tied_and_carried_to_the_next_page() -> None:
    made, _ = pieces(TINY)
    assert made[0].tied
    for row in made[1:]:
        assert row.carried is not None
        assert [box.text for box in row.carried.boxes] == ["Year", "What happened"]
        assert all(box.repeat for box in row.carried.boxes)
    assert [row.cost_behind for row in made[1:]] == [price.BEFORE_TABLE_ROW, price.FREE]


def test_rows_stand_under_a_rule_and_name_their_sources() -> None:
    made, _ = pieces(TINY)
    assert all(len(piece.placed.shapes) == 1 for piece in made)
    assert [piece.sources for piece in made] == [(), ("s2",), ()]
    assert made[2].height > made[1].height


def test_a_head_alone_is_not_tied() -> None:
    made, fits = pieces(Table(TINY.head, ()))
    assert fits
    assert [piece.tied for piece in made] == [False]


def test_a_table_of_short_words_is_no_broader_than_it_needs() -> None:
    made, _ = pieces(Table((words("A"), words("B")), ((words("1"), words("2")),)))
    assert max(box.rect.right for row in cells(made) for box in row) < 300


@pytest.mark.parametrize("room", [{"width": 250.0}, {"height": 100.0}, {"height": 600.0, "above": 500.0}])
def test_what_does_not_fit_is_set_cell_by_cell_in_order(room: dict[str, float]) -> None:
    made, fits = pieces(TINY, **room)  # type: ignore[arg-type]  # names of lengths
    own = [box for piece in made for box in piece.own]
    assert not fits
    assert " ".join(box.text for box in own).split()[:5] == ["Year", "1970", "What", "happened", "It"]
    labels = [box for piece in made for box in piece.placed.boxes if box.repeat]
    assert "".join(box.text + " " for box in labels).split()[:3] == ["Year", "What", "happened"]
    assert all(len(piece.placed.boxes) == 1 for piece in made)


def test_a_table_without_rows_that_does_not_fit_is_its_head() -> None:
    made, fits = pieces(Table((words("Year"), words("What happened")), ()), width=100.0)
    assert not fits
    assert [box.text.strip() for piece in made for box in piece.own] == ["Year", "What happened"]


def test_a_label_is_not_left_behind_by_its_cell() -> None:
    made, _ = pieces(TINY, width=250.0)
    for piece, after in pairwise(made):
        if piece.placed.boxes[0].repeat and not after.placed.boxes[0].repeat:
            assert piece.cost_behind == price.LONELY_LINE


def test_empty_cells_take_their_place() -> None:
    made, fits = pieces(Table((words("A"), words("")), ((words(""), (Span("b", sources=("s1",)),)),)))
    assert fits
    assert [len(row) for row in cells(made)] == [1, 1]


def test_a_head_alone_that_does_not_fit_is_set_cell_by_cell() -> None:
    made, fits = pieces(Table((words("Year"), words("What happened then")), ()), width=60.0)
    assert not fits
    texts = [box.text for row in cells(made) for box in row]
    assert "".join(texts).replace(" ", "") == "YearWhathappenedthen"


def test_a_column_of_chinese_is_narrower_than_its_sentence() -> None:
    sentence = "我们喝水因为身体需要水" * 6
    table = Table((words("时候"), words("做什么")), ((words("早上"), words(sentence)),))
    assert [piece.find(" ") for piece in PIECE.findall(f"{sentence} tea")] == [-1] * 15
    made, fits = pieces(table, width=1000.0)
    assert fits
    assert max(box.rect.right for row in cells(made) for box in row) <= 1071
