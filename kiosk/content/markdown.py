# SPDX-License-Identifier: Apache-2.0
"""The body of a section: Markdown's block tokens become blocks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import count

from markdown_it.token import Token
from msgspec import Struct, field

from kiosk.content.blocks import (
    Block,
    Callout,
    Figure,
    Heading,
    Item,
    List,
    Paragraph,
    Span,
    Table,
    Text,
    Tone,
)
from kiosk.content.figures import Figures
from kiosk.content.inline import Image, Inline
from kiosk.content.limits import LIMITS
from kiosk.content.textcheck import clean

_TONE = re.compile(r"\[!([A-Za-z]+)\][ \t]*")
_BULLET = "•"
_FENCE = "icon-array"


class _Node(Struct):
    """A block token and what stands inside it; inline tokens stay flat."""

    token: Token
    children: list[_Node] = field(default_factory=list)

    @property
    def kind(self) -> str:
        return self.token.type.removesuffix("_open")

    @property
    def span(self) -> Sequence[int]:
        return self.token.map or (0, 0)


def _tree(tokens: Sequence[Token]) -> list[_Node]:
    root = _Node(Token("root", "", 0))
    stack = [root]
    for token in tokens:
        if token.nesting < 0:
            stack.pop()
            continue
        node = _Node(token)
        stack[-1].children.append(node)
        if token.nesting > 0:
            stack.append(node)
    return root.children


class Body(Struct):
    """Reads the body of one section into blocks."""

    inline: Inline
    figures: Figures
    arrays: set[str] = field(default_factory=set)
    images: list[Image] = field(default_factory=list)

    def blocks(self, source: str) -> tuple[Block, ...]:
        """Return the blocks of a body, each picture behind the block in which it stood."""
        found: list[Block] = []
        for node in _tree(self.inline.parser.parse(source)):
            found += self._block(node)
            found += self._pictures()
        if len(found) > LIMITS.blocks:
            self._tell("blocks-too-many", (0, 0), f"There are {len(found)} blocks.", f"Keep {LIMITS.blocks}.")
        return tuple(found[: LIMITS.blocks])

    def _tell(self, rule: str, span: Sequence[int], found: str, cure: str) -> None:
        self.inline.report.add(rule, self.inline.lines.first + span[0], found, cure)

    def _pictures(self) -> Iterator[Figure]:
        for image in self.images:
            figure = self.figures.picture(image)
            if figure:
                yield figure
        self.images.clear()

    def _block(self, node: _Node) -> Iterator[Block]:
        readers: dict[str, Callable[[_Node], Iterator[Block]]] = {
            "heading": self._heading,
            "paragraph": self._paragraph,
            "bullet_list": self._list,
            "ordered_list": self._list,
            "blockquote": self._callout,
            "table": self._table,
            "fence": self._fence,
            "code_block": self._code,
            "html_block": self._html,
        }
        return readers.get(node.kind, self._rule)(node)

    def _text(self, node: _Node, *, alone: bool = False) -> Text:
        """Return the text of a node's inline child; pictures in it are put aside for after the block."""
        inline = node.children[0].token
        text, images = self.inline.spans(inline.children or (), inline.map or node.span)
        if images and not (alone and not "".join(span.text for span in text).strip()):
            self._tell(
                "figure-inline",
                node.span,
                "A picture stands within a text; it was put behind it.",
                "Put the picture on a line of its own.",
            )
        self.images += images
        return text

    def _heading(self, node: _Node) -> Iterator[Block]:
        level = int(node.token.tag[1:])
        if level not in {2, 3}:
            self._tell(
                "heading-level",
                node.span,
                f"This is a heading of level {level}.",
                "Use ## or ###; # is the title.",
            )
        text = self._text(node)
        if text:
            yield Heading(min(max(level, 2), 3), text)

    def _paragraph(self, node: _Node) -> Iterator[Block]:
        text = self._text(node, alone=True)
        if any(span.text.strip() or span.sources for span in text):
            yield Paragraph(text)

    def _list(self, node: _Node) -> Iterator[Block]:
        items = tuple(self._items(node, 0))
        if items:
            yield List(items)

    def _items(self, node: _Node, depth: int) -> Iterator[Item]:
        if depth == LIMITS.list_depth:
            self._tell(
                "list-too-deep", node.span, "Lists are nested too deep.", f"Nest {depth} levels at most."
            )
        ordered = node.kind == "ordered_list"
        for number, entry in zip(count(int(node.token.attrs.get("start", 1))), node.children, strict=False):
            marker = f"{number}." if ordered else _BULLET
            for child in entry.children:
                if child.kind == "paragraph":
                    text = self._text(child)
                    if text:
                        yield Item(min(depth, LIMITS.list_depth - 1), marker, text)
                        marker = ""
                elif child.kind in {"bullet_list", "ordered_list"}:
                    yield from self._items(child, depth + 1)
                else:
                    self._nested(child, "A list holds words and lists only.")

    def _nested(self, node: _Node, found: str) -> None:
        self._tell("block-nested", node.span, found, "Put this before it or behind it.")

    def _callout(self, node: _Node) -> Iterator[Block]:
        tone = self._tone(node)
        paragraphs = tuple(self._callout_texts(node))
        if tone:
            if paragraphs:
                yield Callout(tone, paragraphs)
            return
        self._tell(
            "block-unsupported", node.span, "A quotation became plain paragraphs.", "Begin it with > [!NOTE]."
        )
        for text in paragraphs:
            yield Paragraph(text)

    def _tone(self, node: _Node) -> Tone | None:
        """Take the tone off the front of a callout; None where there is none."""
        first = node.children[0] if node.children else None
        if first is None or first.kind != "paragraph":
            return None
        children = first.children[0].token.children or []
        match = _TONE.match(children[0].content) if children and children[0].type == "text" else None
        if match is None:
            return None
        children[0].content = children[0].content[match.end() :]
        if not children[0].content and children[1:] and children[1].type in {"softbreak", "hardbreak"}:
            del children[1]
        if match[1].lower() in set(Tone):
            return Tone(match[1].lower())
        self._tell(
            "callout-unknown",
            node.span,
            f"“{match[1][:40]}” is no callout; it became a note.",
            "Use NOTE, TIP, IMPORTANT, WARNING or CAUTION.",
        )
        return Tone.NOTE

    def _callout_texts(self, node: _Node) -> Iterator[Text]:
        for child in node.children:
            if child.kind == "paragraph":
                text = self._text(child)
                if text:
                    yield text
            elif child.kind in {"bullet_list", "ordered_list"}:
                for item in self._items(child, 0):
                    yield (Span(f"{item.marker} "), *item.text) if item.marker else item.text
            else:
                self._nested(child, "A callout holds words and lists only.")

    def _table(self, node: _Node) -> Iterator[Block]:
        rows = [
            tuple(self._text(cell) for cell in row.children)
            for part in node.children
            for row in part.children
        ]
        if len(rows) - 1 > LIMITS.table_rows or len(rows[0]) > LIMITS.table_columns:
            self._tell(
                "table-too-large",
                node.span,
                f"The table has {len(rows) - 1} rows and {len(rows[0])} columns.",
                f"Keep {LIMITS.table_rows} rows and {LIMITS.table_columns} columns, or make two of it.",
            )
        yield Table(rows[0], tuple(rows[1:]))

    def _fence(self, node: _Node) -> Iterator[Block]:
        if node.token.info.strip() != _FENCE:
            yield from self._code(node)
            return
        line = self.inline.lines.first + node.span[0] + 1
        array = self.figures.icon_array(node.token.content, line, self.arrays)
        if array:
            yield array

    def _code(self, node: _Node) -> Iterator[Block]:
        self._tell(
            "block-unsupported",
            node.span,
            "A block of code became a plain paragraph.",
            "Write it as a paragraph.",
        )
        line = self.inline.lines.first + node.span[0]
        words = clean(" ".join(node.token.content.split()), self.inline.report, line)
        if words:
            yield Paragraph((Span(words, code=True),))

    def _html(self, node: _Node) -> Iterator[Block]:
        found = node.token.content.strip()[:40]
        self._tell(
            "raw-html", node.span, f"HTML is not read: “{found}”.", "Remove it, or write it in Markdown."
        )
        return iter(())

    def _rule(self, node: _Node) -> Iterator[Block]:
        self._tell("block-unsupported", node.span, "A line across the page was left out.", "Use a heading.")
        return iter(())
