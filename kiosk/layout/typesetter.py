# SPDX-License-Identifier: Apache-2.0
"""The typesetter: a text becomes one piece a line, with a price on each break."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from kiosk.content.blocks import Text
from kiosk.layout import pieces as price
from kiosk.layout.compose import Cell, Compositor, count_words, terms_of
from kiosk.layout.model import Box, BoxRole, TextStyle
from kiosk.layout.pieces import Piece, Placed
from kiosk.layout.styles import Styles

LAST_OF_WORDS_WITH_SPACES = "\u0dff"
"""Scripts behind this character (Thai, Lao, Khmer, Han …) put no spaces between words."""


class Typesetter(Struct, frozen=True):
    """Sets texts in the styles of a section, within a cell of the page."""

    compositor: Compositor
    styles: Styles
    language: str
    cell: Cell

    def lines(
        self, text: Text, style: TextStyle, cell: Cell, role: BoxRole, *, block: int, space: float
    ) -> list[Piece]:
        """Return a piece for each line of a text; pieces of one block become one box on a page."""
        return [
            Piece(
                placed=Placed((box,)),
                block=block,
                height=box.rect.height,
                space=space * self.styles.air if place == 0 else 0.0,
                words=count_words(box.text, self.language),
                terms=terms_of(box),
                sources=self.compositor.sources_in(box),
            )
            for place, box in enumerate(self.compositor.lines(text, style, cell, role))
        ]


def priced(made: Sequence[Piece], inside: float, behind: float = price.FREE) -> list[Piece]:
    """Return the lines of one block with the price of a break behind each: dear beside a lonely line."""
    count = len(made)
    dear = [inside + (price.LONELY_LINE if place in {0, count - 2} else 0.0) for place in range(count - 1)]
    return [replace(piece, cost_behind=cost) for piece, cost in zip(made, [*dear, behind], strict=False)]


def broken_words(boxes: Sequence[Box]) -> Iterator[str]:
    """Yield the first part of each word that did not fit its line."""
    lines = [placed.line for box in boxes for placed in box.lines]
    for line, after in pairwise(lines):
        if line.hyphen or _within_word(line.text[-1:], after.text[:1]):
            yield line.text.split()[-1]


def _within_word(last: str, first: str) -> bool:
    letters = last.isalnum() and first.isalnum()
    return letters and max(last, first) <= LAST_OF_WORDS_WITH_SPACES
