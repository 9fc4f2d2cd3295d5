# SPDX-License-Identifier: Apache-2.0
"""Blocks of a section as HTML: plain, escaped, with no script and nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape
from itertools import groupby

from msgspec import Struct

from kiosk.content.blocks import (
    Block,
    Callout,
    Figure,
    Heading,
    IconArray,
    Item,
    List,
    Paragraph,
    Table,
    Text,
)
from kiosk.content.phrases import Phrases

BULLETS = frozenset({"•", "", "-"})
PERSON_WIDE, PERSON_HIGH, IN_A_ROW = 10, 15, 10


class Markup(Struct, frozen=True):
    """Writes blocks; `numbers` gives each source its number, `picture` the address of a picture."""

    phrases: Phrases
    numbers: Mapping[str, int]
    picture: Callable[[str], str]

    def text(self, text: Text) -> str:
        """Return a text with its styles, taught words and the numbers of its sources."""
        made = []
        for span in text:
            words = escape(span.text)
            for on, name in ((span.code, "code"), (span.emphasis, "em"), (span.strong, "strong")):
                words = f"<{name}>{words}</{name}>" if on and words else words
            if span.term:
                words = f'<a class="term" href="#term-{escape(span.term)}">{words}</a>'
            made.append(words + self._cited(span.sources))
        return "".join(made)

    def blocks(self, blocks: Sequence[Block]) -> str:
        """Return blocks one after the other, no heading more than one level below the one before."""
        made, level = [], 1
        for block in blocks:
            if isinstance(block, Heading):
                level = min(block.level, level + 1)
                made.append(f"<h{level}>{self.text(block.text)}</h{level}>")
            else:
                made.append(self._block(block))
        return "\n".join(made)

    def figure(self, block: Figure) -> str:
        """Return a picture with its alternative text and caption."""
        image = f'<img src="{escape(self.picture(block.path))}" alt="{escape(block.alt)}">'
        return f"<figure>{image}{self._caption(block.caption)}</figure>"

    def _block(self, block: Paragraph | List | Figure | IconArray | Callout | Table) -> str:
        match block:
            case Paragraph(text=text):
                return f"<p>{self.text(text)}</p>"
            case List(items=items):
                return self._list(items)
            case Figure():
                return self.figure(block)
            case IconArray():
                return self._people(block)
            case Callout(tone=tone, paragraphs=paragraphs):
                words = "".join(f"<p>{self.text(text)}</p>" for text in paragraphs)
                return f'<div class="callout {tone.value}">{words}</div>'
            case Table():
                return self._table(block)

    def _cited(self, sources: Sequence[str]) -> str:
        known = sorted({self.numbers[source] for source in sources if source in self.numbers})
        links = (
            f'<a href="#source-{number}" aria-label="'
            f'{escape(self.phrases.say("sources_line", numbers=number))}">{number}</a>'
            for number in known
        )
        return f"<sup>{', '.join(links)}</sup>" if known else ""

    def _caption(self, caption: Text) -> str:
        return f"<figcaption>{self.text(caption)}</figcaption>" if caption else ""

    def _list(self, items: Sequence[Item]) -> str:
        """Return a list, its deeper items as lists within the item before them."""
        least = min(item.depth for item in items)
        name = "ul" if items[0].marker in BULLETS else "ol"
        made: list[str] = []
        for deeper, group in groupby(items, key=lambda item: item.depth > least):
            if deeper:
                made[-1:] = [(made[-1:] or [""])[0] + self._list(tuple(group))]
            else:
                for item in group:
                    self._add(made, item)
        return f"<{name}>{''.join(f'{item}</li>' for item in made)}</{name}>"

    def _add(self, made: list[str], item: Item) -> None:
        """Add an item; one without a marker goes on with the item before it."""
        if made and not item.marker:
            made[-1] += f"<p>{self.text(item.text)}</p>"
        else:
            made.append(self._item(item))

    def _item(self, item: Item) -> str:
        number = item.marker.rstrip(".)")
        value = f' value="{number}"' if number.isascii() and number.isdigit() else ""
        return f"<li{value}>{self.text(item.text)}"

    def _people(self, block: IconArray) -> str:
        """Return people as a drawing: those counted are filled, the others are outlines."""
        columns = min(block.of, IN_A_ROW)
        rows = -(-block.of // columns)
        size = f"0 0 {columns * PERSON_WIDE} {rows * PERSON_HIGH}"
        drawn = "".join(
            f'<path class="{"counted" if n < block.count else "other"}" '
            f'd="M{n % columns * PERSON_WIDE + 2} {n // columns * PERSON_HIGH + 13}'
            'v-3a3 3 0 0 1 6 0v3zm3-12a2 2 0 0 1 0 4a2 2 0 0 1 0-4z"/>'
            for n in range(block.of)
        )
        words = escape(self.phrases.say("people_of", count=block.count, of=block.of))
        svg = f'<svg role="img" aria-label="{words}" viewBox="{size}">{drawn}</svg>'
        return f'<figure class="people">{svg}<p>{words}</p>{self._caption(block.caption)}</figure>'

    def _table(self, block: Table) -> str:
        head = "".join(f'<th scope="col">{self.text(cell)}</th>' for cell in block.head)
        rows = "".join(
            f"<tr>{''.join(f'<td>{self.text(cell)}</td>' for cell in row)}</tr>" for row in block.rows
        )
        return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
