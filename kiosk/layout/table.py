# SPDX-License-Identifier: Apache-2.0
"""Tables: columns as wide as their words ask, rows as pieces, the head carried to the next page."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kiosk.content.blocks import Span, Table, Text, plain
from kiosk.layout import pieces as price
from kiosk.layout.compose import Cell, Compositor, count_words, sources_of, terms_of, together
from kiosk.layout.frame import Frame
from kiosk.layout.model import Box, BoxRole, Direction, Ink, Rect, Shape, TextStyle
from kiosk.layout.pieces import Piece, Placed, lowered


@dataclass(frozen=True, slots=True)
class _Grid:
    """The columns of a table and how its cells are set."""

    compositor: Compositor
    frame: Frame
    style: TextStyle
    language: str
    cells: tuple[Cell, ...]

    @property
    def pad(self) -> float:
        """Return the room above and under the text of a row."""
        return 0.3 * self.style.px

    def row(self, texts: tuple[Text, ...], style: TextStyle) -> Placed:
        """Return a row with a rule under it, upper edge at y = 0."""
        boxes: list[Box] = []
        height = 0.0
        for text, cell in zip(texts, self.cells, strict=True):
            for box in together(self.compositor.lines(text, style, cell, BoxRole.CELL)):
                boxes.append(lowered(box, self.pad))
                height = max(height, box.rect.height)
        height = max(height, style.px * style.leading) + 2 * self.pad
        column = self.frame.column
        thick = max(1.0, round(0.05 * self.style.px))
        rule = Shape(Rect(column.x, height - thick, column.width, thick), Ink.LINE)
        return Placed(tuple(boxes), (rule,), height)


def table_pieces(
    compositor: Compositor, frame: Frame, style: TextStyle, language: str, table: Table
) -> tuple[list[Piece], bool]:
    """Return a table's pieces, and whether it fits the column side by side; else its cells stand one by one."""
    bold = replace(style, weight=700)
    cells = _columns(compositor, frame, style, table)
    if cells is None:
        return _one_by_one(compositor, frame, style, language, table), False
    grid = _Grid(compositor, frame, style, language, cells)
    head = grid.row(table.head, bold)
    rows = [grid.row(row, style) for row in table.rows]
    if head.height + max((row.height for row in rows), default=0.0) > frame.column.height:
        return _one_by_one(compositor, frame, style, language, table), False
    repeated = replace(head, boxes=tuple(replace(box, repeat=True) for box in head.boxes))
    first = _piece(head, table.head, language, space=0.9 * style.px, behind=price.AFTER_HEADING)
    others = [
        replace(_piece(row, texts, language, 0.0, price.BEFORE_TABLE_ROW), carried=repeated)
        for row, texts in zip(rows, table.rows, strict=True)
    ]
    if others:
        others[-1] = replace(others[-1], cost_behind=price.FREE)
    return [first, *others], True


def _piece(placed: Placed, texts: tuple[Text, ...], language: str, space: float, behind: float) -> Piece:
    return Piece(
        placed=placed,
        block=-1,
        height=placed.height,
        space=space,
        words=sum(count_words(plain(text), language) for text in texts),
        cost_behind=behind,
        terms=tuple(term for box in placed.boxes for term in terms_of(box)),
        sources=sources_of(*texts),
    )


def _columns(compositor: Compositor, frame: Frame, style: TextStyle, table: Table) -> tuple[Cell, ...] | None:
    """Return the columns, or None where even the longest words do not stand side by side."""
    bold = replace(style, weight=700)
    gap = 0.9 * style.px
    room = frame.column.width - gap * (len(table.head) - 1)
    least, wished = [], []
    for place in range(len(table.head)):
        texts = [(table.head[place], bold), *((row[place], style) for row in table.rows)]
        lines = [compositor.width(_words(text), one) for text, one in texts]
        longest = [compositor.width(word, one) for text, one in texts for word in _words(text).split()]
        wished.append(max(lines, default=0.0) + 1)
        least.append(max(longest, default=0.0) + 1)
    if sum(least) > room:
        return None
    spare = room - sum(least)
    asked = sum(wide - narrow for wide, narrow in zip(wished, least, strict=True))
    share = min(1.0, spare / asked) if asked else 0.0
    widths = [narrow + share * (wide - narrow) for wide, narrow in zip(wished, least, strict=True)]
    return _placed(widths, gap, frame, compositor.direction)


def _words(text: Text) -> str:
    """Return a text with room for the numbers of its sources."""
    return "".join(span.text + ("\u2009" + "0," * len(span.sources)).rstrip(",") for span in text)


def _placed(widths: list[float], gap: float, frame: Frame, direction: Direction) -> tuple[Cell, ...]:
    cells = []
    x = frame.column.x
    for width in widths:
        left = frame.column.right - (x - frame.column.x) - width if direction is Direction.RTL else x
        cells.append(Cell(left, width))
        x += width + gap
    return tuple(cells)


def _one_by_one(
    compositor: Compositor, frame: Frame, style: TextStyle, language: str, table: Table
) -> list[Piece]:
    """Return head and cells as lines of their own, each cell of a row under its column's head."""
    cell = Cell(frame.column.x, frame.column.width)
    bold = replace(style, weight=700)
    made = [_lines(compositor, text, bold, cell, language, 0.7) for text in table.head]
    for row in table.rows:
        for place, (head, text) in enumerate(zip(table.head, row, strict=True)):
            label = _lines(compositor, head, bold, cell, language, 0.7 if place == 0 else 0.2, repeat=True)
            made.extend((label, _lines(compositor, text, style, cell, language, 0.0)))
    return [piece for pieces in made for piece in pieces]


def _lines(
    compositor: Compositor,
    text: Text,
    style: TextStyle,
    cell: Cell,
    language: str,
    space_em: float,
    *,
    repeat: bool = False,
) -> list[Piece]:
    shown = tuple(Span(span.text, span.strong, span.emphasis) for span in text) if repeat else text
    boxes = compositor.lines(shown, style, cell, BoxRole.CELL)
    return [
        Piece(
            placed=Placed((replace(box, repeat=repeat),)),
            block=-1,
            height=box.rect.height,
            space=space_em * style.px if place == 0 else 0.0,
            words=0 if repeat else count_words(box.text, language),
            cost_behind=price.IN_ITEM if repeat else price.BETWEEN_ITEMS,
            terms=terms_of(box),
            sources=() if repeat else sources_of(text),
        )
        for place, box in enumerate(boxes)
    ]
