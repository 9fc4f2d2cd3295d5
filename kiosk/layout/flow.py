# SPDX-License-Identifier: Apache-2.0
"""Flow: the blocks of a section become pieces, each of which knows its height and what a break costs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from kiosk.content.blocks import (
    Block,
    Callout,
    Figure,
    Heading,
    IconArray,
    List,
    Paragraph,
    Table,
    Text,
    plain,
)
from kiosk.content.finding import Finding, Place, Severity
from kiosk.layout import pieces as price
from kiosk.layout.art import Art, figure, icon_array
from kiosk.layout.compose import Cell, Compositor, count_words, sources_of, terms_of
from kiosk.layout.frame import Frame
from kiosk.layout.model import Box, BoxRole, Direction, Ink, Rect, Shape, TextStyle
from kiosk.layout.pieces import Piece, Placed, lowered
from kiosk.layout.table import table_pieces
from kiosk.layout.tokens import TYPE

LEAST_HEADING_CHARACTERS = 14
"""A heading is set no larger than leaves this many characters a line."""


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a page's blocks."""

    body: TextStyle
    heading: TextStyle
    subheading: TextStyle
    callout: TextStyle
    caption: TextStyle

    @staticmethod
    def of(frame: Frame) -> Styles:
        """Return the styles of a frame."""
        body = frame.body_px
        largest = max(body, frame.column.width / (LEAST_HEADING_CHARACTERS * 0.52))
        return Styles(
            body=TextStyle(body, 400, TYPE.body_leading),
            heading=TextStyle(min(TYPE.heading * body, largest), TYPE.heading_weight, TYPE.heading_leading),
            subheading=TextStyle(
                min(TYPE.subheading * body, largest), TYPE.heading_weight, TYPE.subheading_leading
            ),
            callout=TextStyle(TYPE.callout * body, 400, TYPE.body_leading),
            caption=TextStyle(max(TYPE.caption * body, frame.small_px), 400, 1.35),
        )


@dataclass(frozen=True, slots=True)
class Flow:
    """Turns blocks into pieces for one frame; `file` names the section in findings."""

    compositor: Compositor
    frame: Frame
    styles: Styles
    language: str
    file: str
    picture_size: Callable[[str], tuple[int, int] | None]
    people_of: Callable[[int, int], str]

    def pieces(self, blocks: Iterable[Block]) -> tuple[tuple[Piece, ...], tuple[Finding, ...]]:
        """Return the pieces of blocks in order, and what was found while setting them."""
        flowing: list[Piece] = []
        findings: list[Finding] = []
        start = 0
        for number, block in enumerate(blocks):
            for piece in self._block(block, number, findings):
                flowing.append(replace(piece, start=start))
                start += sum(len(box.text) for box in _own(piece))
        findings.extend(self._broken_words(flowing))
        return tuple(flowing), tuple(findings)

    def _block(self, block: Block, number: int, findings: list[Finding]) -> list[Piece]:
        match block:
            case Heading():
                return self._heading(block, number)
            case Paragraph():
                return self._paragraph(block.text, number)
            case List():
                return self._list(block, number)
            case Callout():
                return self._callout(block, number)
            case Figure():
                return [self._figure(block)]
            case IconArray():
                return [self._people(block)]
            case Table():
                return self._table(block, findings)

    @property
    def _cell(self) -> Cell:
        return Cell(self.frame.column.x, self.frame.column.width)

    def _heading(self, block: Heading, number: int) -> list[Piece]:
        major = block.level == 2
        style = self.styles.heading if major else self.styles.subheading
        lines = self.compositor.lines(block.text, style, self._cell, BoxRole.HEADING)
        made = self._lines(lines, number, block.text, space=1.1 * self.frame.body_px)
        bonus = price.HEADING_FIRST if major else price.HEADING_FIRST / 2
        return [
            replace(piece, cost_behind=price.AFTER_HEADING, cost_first=bonus if place == 0 else 0.0)
            for place, piece in enumerate(made)
        ]

    def _paragraph(self, text: Text, number: int) -> list[Piece]:
        lines = self.compositor.lines(text, self.styles.body, self._cell, BoxRole.PARAGRAPH)
        made = self._lines(lines, number, text, space=0.7 * self.frame.body_px)
        made = priced(made, price.IN_PARAGRAPH)
        if made and plain(text).rstrip().endswith((":", "\uff1a")):
            made[-1] = replace(made[-1], cost_behind=price.INTRODUCTION)
        return made

    def _list(self, block: List, number: int) -> list[Piece]:
        em = self.styles.body.px
        made: list[Piece] = []
        for place, item in enumerate(block.items):
            indent = em * (1.35 + 1.2 * item.depth)
            cell = self._cell.inner(indent, 0.0, self.compositor.direction)
            lines = self.compositor.lines(item.text, self.styles.body, cell, BoxRole.ITEM)
            own = self._lines(lines, number * 1000 + place + 1_000_000, item.text, space=0.42 * em)
            own = priced(own, price.IN_ITEM, price.BETWEEN_ITEMS)
            if own:
                own[0] = self._marked(own[0], item.marker, indent)
            made.extend(own)
        if made:
            made[-1] = replace(made[-1], cost_behind=price.FREE)
        return made

    def _marked(self, piece: Piece, marker: str, indent: float) -> Piece:
        """Return an item's first line with its dot or number before it."""
        (box,) = piece.placed.boxes
        em = self.styles.body.px
        baseline = box.lines[0].baseline
        rtl = self.compositor.direction is Direction.RTL
        if marker == "•":
            size = 0.27 * em
            x = self._cell.x + self._cell.width - indent + 0.6 * em if rtl else self._cell.x + indent - 0.85 * em
            dot = Shape(Rect(x, baseline - 0.335 * em - size / 2, size, size), Ink.ACCENT, size / 2)
            return replace(piece, placed=replace(piece.placed, shapes=(dot,)))
        room = Cell(self._cell.x, indent - 0.3 * em)
        if rtl:
            room = Cell(self._cell.x + self._cell.width - indent + 0.3 * em, indent - 0.3 * em)
        number = self.compositor.line(marker, self.styles.body, room, BoxRole.FURNITURE, Ink.ACCENT)
        return replace(piece, placed=replace(piece.placed, boxes=(box, *number[:1])))

    def _callout(self, block: Callout, number: int) -> list[Piece]:
        em = self.styles.callout.px
        pad = 0.7 * em
        cell = self._cell.inner(1.1 * em, 0.9 * em, self.compositor.direction)
        made: list[Piece] = []
        for place, text in enumerate(block.paragraphs):
            lines = self.compositor.lines(text, self.styles.callout, cell, BoxRole.CALLOUT)
            own = self._lines(lines, number * 1000 + place + 2_000_000, text, space=0.5 * em)
            made.extend(priced(own, price.IN_CALLOUT, price.IN_CALLOUT))
        if not made:
            return made
        made = [replace(piece, panel=True, cost_behind=price.IN_CALLOUT) for piece in made]
        first = made[0]
        top = Placed((lowered(first.placed.boxes[0], pad),))
        made[0] = replace(first, placed=top, height=first.height + pad, space=0.9 * em)
        made[-1] = replace(made[-1], height=made[-1].height + pad, cost_behind=price.FREE)
        return made

    def _figure(self, block: Figure) -> Piece:
        art = Art(self.compositor, self.frame, self.styles.caption)
        placed = figure(art, block, self.picture_size(block.path))
        return self._art_piece(placed, block.caption, 2.0)

    def _people(self, block: IconArray) -> Piece:
        art = Art(self.compositor, self.frame, self.styles.caption)
        placed = icon_array(art, block, self.people_of(block.count, block.of))
        return self._art_piece(placed, block.caption, 4.0)

    def _art_piece(self, placed: Placed, caption: Text, seconds: float) -> Piece:
        beside = self.frame.side is not None
        return Piece(
            placed=Placed(()) if beside else placed,
            block=-1,
            height=0.0 if beside else placed.height,
            space=0.0 if beside else 0.9 * self.frame.body_px,
            words=count_words(plain(caption), self.language),
            beside=replace(placed, height=placed.height + self.frame.body_px) if beside else None,
            terms=tuple(term for box in placed.boxes for term in terms_of(box)),
            sources=sources_of(caption),
            seconds=seconds,
            cost_behind=price.INTRODUCTION if beside else price.FREE,
        )

    def _table(self, block: Table, findings: list[Finding]) -> list[Piece]:
        made, fits = table_pieces(self.compositor, self.frame, self.styles.body, self.language, block)
        if not fits:
            findings.append(
                Finding(
                    "table-too-wide",
                    Severity.WARNING,
                    Place(self.file),
                    f"A table of {len(block.head)} columns is wider than the page; its rows are set one by one.",
                    "Use fewer columns or shorter words.",
                )
            )
        return made

    def _lines(self, boxes: tuple[Box, ...], block: int, text: Text, space: float) -> list[Piece]:
        """Return a piece for each line; the sources of the whole text count from its first line on."""
        sources = sources_of(text)
        return [
            Piece(
                placed=Placed((box,)),
                block=block,
                height=box.rect.height,
                space=space if place == 0 else 0.0,
                words=count_words(box.text, self.language),
                terms=terms_of(box),
                sources=sources,
            )
            for place, box in enumerate(boxes)
        ]

    def _broken_words(self, flowing: list[Piece]) -> Iterable[Finding]:
        for piece in flowing:
            for box in (*piece.placed.boxes, *(piece.beside.boxes if piece.beside else ())):
                for placed in box.lines:
                    if placed.line.hyphen:
                        yield Finding(
                            "word-broken",
                            Severity.NOTE,
                            Place(self.file),
                            f"A word is wider than the page and is broken after “{box.text.split()[-1]}”.",
                            "Use a shorter word, or accept that it is broken on small screens.",
                        )


def priced(made: list[Piece], inside: float, behind: float = price.FREE) -> list[Piece]:
    """Return the lines of one block with the price of a break behind each: dear where a line would be alone."""
    count = len(made)
    dear = [
        inside + (price.LONELY_LINE if place == 0 or place == count - 2 else 0.0) for place in range(count)
    ]
    costs = [*dear[:-1], behind]
    return [replace(piece, cost_behind=cost) for piece, cost in zip(made, costs, strict=True)]


def _own(piece: Piece) -> tuple[Box, ...]:
    """Return the boxes of a piece whose text is the section's own."""
    boxes = (*piece.placed.boxes, *(piece.beside.boxes if piece.beside else ()))
    return tuple(box for box in boxes if not box.repeat and box.role is not BoxRole.FURNITURE)
