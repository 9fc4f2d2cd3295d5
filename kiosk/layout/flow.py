# SPDX-License-Identifier: Apache-2.0
"""Flow: the blocks of a section become pieces, each of which knows its height and what a break costs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from kiosk.content.blocks import Block, Callout, Figure, Heading, IconArray, List, Paragraph, Table
from kiosk.content.finding import Finding, Place, Severity
from kiosk.layout import pieces as price
from kiosk.layout.art import Art, figure, icon_array
from kiosk.layout.compose import Cell, Compositor, count_words, terms_of
from kiosk.layout.dwell import PEOPLE_S, PICTURE_S, TABLE_S
from kiosk.layout.frame import Frame
from kiosk.layout.model import Box, BoxRole, Rect
from kiosk.layout.pieces import Piece, Placed, tied_height
from kiosk.layout.styles import Styles
from kiosk.layout.table import table_pieces
from kiosk.layout.texts import PARTS, callout_pieces, heading_pieces, list_pieces, paragraph_pieces
from kiosk.layout.typesetter import Typesetter, broken_words

TABLE_TOO_WIDE = "table-too-wide"
"""The rule of a table whose cells do not stand side by side."""

BESIDE_EM = 0.8
"""The room under art in the side column, as a multiple of the body's size."""

LEAST_ROOM = 0.3
"""The share of the column that art may count on, whatever heading stands above it."""


class Flow(Struct, frozen=True):
    """Turns blocks into pieces for one frame; `file` names the section in findings."""

    compositor: Compositor
    frame: Frame
    styles: Styles
    language: str
    file: str
    picture_size: Callable[[str], tuple[int, int] | None]
    people_of: Callable[[int, int], str]

    @property
    def setter(self) -> Typesetter:
        """Return the typesetter of the text column."""
        cell = Cell(self.frame.column.x, self.frame.column.width)
        return Typesetter(self.compositor, self.styles, self.language, cell)

    def pieces(self, blocks: Iterable[Block]) -> tuple[tuple[Piece, ...], tuple[Finding, ...]]:
        """Return the pieces of blocks in order, and what was found while setting them."""
        flowing: list[Piece] = []
        findings: list[Finding] = []
        for number, block in enumerate(blocks):
            made = self._block(block, number, tied_height(flowing), findings)
            findings.extend(self._broken_words(made))
            flowing.extend(made)
        return tuple(_numbered(flowing)), tuple(findings)

    def _block(self, block: Block, number: int, above: float, findings: list[Finding]) -> list[Piece]:
        """Return a block's pieces; `above` is the height of a heading that is to stand with them."""
        match block:
            case Heading():
                return heading_pieces(self.setter, block, number)
            case Paragraph():
                return paragraph_pieces(self.setter, block.text, number)
            case List():
                return list_pieces(self.setter, block, number)
            case Callout():
                return callout_pieces(self.setter, block, number)
            case Table():
                return self._table(block, number, above, findings)
            case _:
                return self._art(block, number, above)

    def _art(self, block: Figure | IconArray, number: int, above: float) -> list[Piece]:
        """Return art beside the text, or in it, or, where its caption fills the page, before its caption."""
        side = self.frame.side
        if side is not None:
            placed = self._drawn(block, side, upright=True)
            if placed.height <= side.height:
                return [self._piece(block, Placed(()), beside=self._spaced(placed))]
        column = self.frame.column
        space = 0.9 * self.styles.body.px * self.styles.air
        height = max(column.height - above - (space if above else 0.0), LEAST_ROOM * column.height)
        room = replace(column, height=height)
        placed = self._drawn(block, room, upright=False)
        if placed.height <= height:
            return [self._piece(block, placed, space=space)]
        alone = self._piece(block, self._drawn(replace(block, caption=()), room, upright=False), space=space)
        style = self.styles.caption
        caption = self.setter.lines(
            block.caption,
            style,
            self.setter.cell,
            BoxRole.CAPTION,
            block=number * PARTS,
            space=0.5 * style.px,
        )
        tied = [replace(piece, cost_behind=price.AFTER_HEADING) for piece in (alone, *caption[:-1])]
        return [*tied, *caption[-1:]]

    def _spaced(self, placed: Placed) -> Placed:
        """Return art in the side column with the room under it."""
        return replace(placed, height=placed.height + BESIDE_EM * self.frame.body_px)

    def _drawn(self, block: Figure | IconArray, room: Rect, *, upright: bool) -> Placed:
        art = Art(self.compositor, self.styles.caption, room, upright)
        if isinstance(block, Figure):
            return figure(art, block, self.picture_size(block.path))
        return icon_array(art, block, self.people_of(block.count, block.of))

    def _piece(
        self, block: Figure | IconArray, placed: Placed, space: float = 0.0, beside: Placed | None = None
    ) -> Piece:
        boxes = (beside or placed).boxes
        captions = [box for box in boxes if box.role is BoxRole.CAPTION]
        return Piece(
            placed=placed,
            block=-1,
            height=placed.height,
            space=space,
            words=sum(count_words(box.text, self.language) for box in captions),
            beside=beside,
            terms=tuple(term for box in captions for term in terms_of(box)),
            sources=tuple(source for box in captions for source in self.compositor.sources_in(box)),
            seconds=PICTURE_S if isinstance(block, Figure) else PEOPLE_S,
            cost_behind=price.INTRODUCTION if beside else price.FREE,
        )

    def _table(self, block: Table, number: int, above: float, findings: list[Finding]) -> list[Piece]:
        column = self.frame.column
        made, fits = table_pieces(self.setter, column, block, number * PARTS, above)
        if not fits:
            found = f"A table of {len(block.head)} columns does not fit; its rows are set one by one."
            findings.append(
                self._finding(TABLE_TOO_WIDE, Severity.NOTE, found, "Use fewer columns or words.")
            )
        return [replace(piece, seconds=TABLE_S) for piece in made[:1]] + made[1:]

    def _broken_words(self, made: Sequence[Piece]) -> Iterator[Finding]:
        for word in dict.fromkeys(word for boxes in _texts(made) for word in broken_words(boxes)):
            found = f"A word is wider than the column and is broken behind “{word}”."
            yield self._finding("word-broken", Severity.NOTE, found, "Use a shorter word for small screens.")

    def _finding(self, rule: str, severity: Severity, found: str, cure: str) -> Finding:
        return Finding(rule, severity, Place(self.file), found, cure)


def _texts(made: Sequence[Piece]) -> Iterator[Sequence[Box]]:
    """Yield the boxes of each text: those of one block are its lines."""
    blocks: dict[int, list[Box]] = {}
    for piece in made:
        if piece.block < 0:
            yield from ((box,) for box in piece.own)
        else:
            blocks.setdefault(piece.block, []).extend(piece.own)
    yield from blocks.values()


def _numbered(flowing: Sequence[Piece]) -> Iterator[Piece]:
    """Yield pieces with the offset of their first character in the section's running text."""
    start = 0
    for piece in flowing:
        yield replace(piece, start=start)
        start += sum(len(box.text) for box in piece.own)
