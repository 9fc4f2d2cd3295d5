# SPDX-License-Identifier: Apache-2.0
"""Tables: columns as wide as their words ask, rows as pieces, the head carried to the next page."""

from __future__ import annotations

import re

from msgspec import Struct
from msgspec.structs import replace

from kiosk.content.blocks import Span, Table, Text
from kiosk.content.textcheck import UNSPACED
from kiosk.layout import pieces as price
from kiosk.layout.compose import Cell, count_words, terms_of, together
from kiosk.layout.model import Box, BoxRole, Direction, Ink, Rect, Shape, TextStyle
from kiosk.layout.pieces import Piece, Placed, lowered
from kiosk.layout.typesetter import Typesetter

GAP_EM, PAD_EM = 0.9, 0.3
"""The room between columns, and above and under the words of a row."""

PIECE = re.compile(rf"[{UNSPACED}]{{1,5}}|[^\s{UNSPACED}]+")
"""What a column holds in a line: a word, or a few signs of Chinese or Japanese, which break anywhere."""


def table_pieces(
    setter: Typesetter, column: Rect, table: Table, block: int, above: float
) -> tuple[list[Piece], bool]:
    """Return a table's pieces, and whether its cells stand side by side; else they stand one by one.

    `above` is the height of a heading that is to stand with the head and the first row; `block` the first of
    the numbers for cells of their own.
    """
    style = setter.styles.body
    cells = _columns(setter, column, table)
    if cells is None:
        return _one_by_one(setter, table, block), False
    grid = _Grid(setter, column, cells)
    head = grid.row(table.head, _bold(style))
    rows = [grid.row(row, style) for row in table.rows]
    tallest = max((row.height for row in rows), default=0.0)
    first = above + (rows[0].height if rows else 0.0)
    if head.height + max(tallest, first) > column.height:
        return _one_by_one(setter, table, block), False
    repeated = replace(head, boxes=tuple(replace(box, repeat=True) for box in head.boxes))
    space = GAP_EM * style.px * setter.styles.air
    behind = price.AFTER_HEADING if rows else price.FREE
    made = [
        replace(_piece(setter, head), space=space, cost_behind=behind),
        *(replace(_piece(setter, row), carried=repeated, cost_behind=price.BEFORE_TABLE_ROW) for row in rows),
    ]
    return [*made[:-1], replace(made[-1], cost_behind=price.FREE)], True


class _Grid(Struct, frozen=True):
    """The columns of a table and how its cells are set."""

    setter: Typesetter
    column: Rect
    cells: tuple[Cell, ...]

    def row(self, texts: tuple[Text, ...], style: TextStyle) -> Placed:
        """Return a row with a rule under it, upper edge at y = 0."""
        boxes: list[Box] = []
        pad = PAD_EM * style.px * (0.5 + 0.5 * self.setter.styles.air)
        height = style.px * style.leading
        for text, cell in zip(texts, self.cells, strict=True):
            for box in together(self.setter.compositor.lines(text, style, cell, BoxRole.CELL)):
                boxes.append(lowered(box, pad))
                height = max(height, box.rect.height)
        height += 2 * pad
        thick = max(1.0, round(0.05 * style.px))
        rule = Shape(Rect(self.column.x, height - thick, self.column.width, thick), Ink.LINE)
        return Placed(tuple(boxes), (rule,), height)


def _piece(setter: Typesetter, placed: Placed) -> Piece:
    return Piece(
        placed=placed,
        block=-1,
        height=placed.height,
        words=sum(count_words(box.text, setter.language) for box in placed.boxes),
        terms=tuple(term for box in placed.boxes for term in terms_of(box)),
        sources=tuple(source for box in placed.boxes for source in setter.compositor.sources_in(box)),
    )


def _columns(setter: Typesetter, column: Rect, table: Table) -> tuple[Cell, ...] | None:
    """Return the columns, or None where even the longest words do not stand side by side."""
    style = setter.styles.body
    gap = GAP_EM * style.px
    room = column.width - gap * (len(table.head) - 1)
    least, wished = [], []
    for place in range(len(table.head)):
        texts = [(table.head[place], _bold(style)), *((row[place], style) for row in table.rows)]
        wished.append(max(_width(setter, text, one) for text, one in texts))
        least.append(max(_width(setter, (part,), one) for text, one in texts for part in _parts(text)))
    spare = room - sum(least)
    if spare < 0:
        return None
    asked = sum(wide - narrow for wide, narrow in zip(wished, least, strict=True))
    share = min(1.0, spare / asked) if asked > 0 else 0.0
    widths = [narrow + share * (wide - narrow) for wide, narrow in zip(wished, least, strict=True)]
    return tuple(_placed(widths, gap, column, setter.compositor.direction))


def _bold(style: TextStyle) -> TextStyle:
    return replace(style, weight=700)


def _width(setter: Typesetter, text: Text, style: TextStyle) -> float:
    """Return how wide a text is on one line, and a little more."""
    runs = setter.compositor.runs(text)
    lines = setter.compositor.measure.lines(runs, style, 1_000_000.0, setter.compositor.direction)
    return max((line.width for line in lines), default=0.0) + 1


def _parts(text: Text) -> list[Span]:
    """Return the words of a text, each with all sources of its stretch, as if each stood at its end."""
    parts = [replace(span, text=word) for span in text for word in PIECE.findall(span.text)]
    return parts or [Span("")]


def _placed(widths: list[float], gap: float, column: Rect, direction: Direction) -> list[Cell]:
    cells = []
    x = column.x
    for width in widths:
        left = column.right - (x - column.x) - width if direction is Direction.RTL else x
        cells.append(Cell(left, width))
        x += width + gap
    return cells


def _one_by_one(setter: Typesetter, table: Table, block: int) -> list[Piece]:
    """Return the cells as lines of their own, each under its column's head; without rows the head alone."""
    made: list[Piece] = []
    if not table.rows:
        for text in table.head:
            made += _lines(setter, text, _bold(setter.styles.body), block + len(made), 0.4)
        return made
    for number, row in enumerate(table.rows):
        for place, (head, text) in enumerate(zip(table.head, row, strict=True)):
            space = 0.7 if place == 0 else 0.25
            made += _label(setter, head, block + len(made), space, again=number > 0)
            made += _lines(setter, text, setter.styles.body, block + len(made), 0.0)
    return made


def _lines(setter: Typesetter, text: Text, style: TextStyle, block: int, space_em: float) -> list[Piece]:
    space = space_em * setter.styles.body.px
    made = setter.lines(text, style, setter.cell, BoxRole.CELL, block=block, space=space)
    inside = [replace(piece, cost_behind=price.IN_ITEM) for piece in made[:-1]]
    return [*inside, *(replace(piece, cost_behind=price.BETWEEN_ITEMS) for piece in made[-1:])]


def _label(setter: Typesetter, head: Text, block: int, space_em: float, *, again: bool) -> list[Piece]:
    """Return a column's head above a cell that stands alone; after the first time it is but a repetition."""
    plainly = tuple(Span(span.text, span.strong, span.emphasis) for span in head)
    style = _bold(setter.styles.caption)
    made = _lines(setter, plainly if again else head, style, block, space_em)
    return [replace(_muted(piece, again=again), cost_behind=price.LONELY_LINE) for piece in made]


def _muted(piece: Piece, *, again: bool) -> Piece:
    """Return a line of a head in muted ink; a repetition has no words to read and teaches none."""
    boxes = tuple(replace(box, repeat=box.repeat or again, ink=Ink.MUTED) for box in piece.placed.boxes)
    muted = replace(piece, placed=replace(piece.placed, boxes=boxes))
    return replace(muted, words=0, terms=()) if again else muted
