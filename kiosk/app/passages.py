# SPDX-License-Identifier: Apache-2.0
"""What a screen reader meets on a page: its boxes in reading order, lists, notes and tables as one each."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from types import MappingProxyType

from msgspec.structs import replace

from kiosk.layout.model import Box, BoxRole, Ink, Page
from kiosk.ui.snapshot import Passage

KINDS = MappingProxyType(
    {
        BoxRole.HEADING: "heading",
        BoxRole.PARAGRAPH: "paragraph",
        BoxRole.ITEM: "list",
        BoxRole.CALLOUT: "note",
        BoxRole.CELL: "table",
        BoxRole.FIGURE: "graphic",
        BoxRole.ICON_ARRAY: "graphic",
        BoxRole.CAPTION: "text",
        BoxRole.FURNITURE: "text",
    }
)
WHOLE = frozenset({"list", "note", "table"})
"""Kinds whose neighbours of the same kind are parts of one thing."""


def passages(page: Page | None) -> tuple[Passage, ...]:
    """Return what stands on a page: title and page number, then its own words, then what stands at its foot.

    Decoration is left out, and so is the line of sources, which is a button of its own.
    """
    if page is None:
        return ()
    own = [box for box in _numbered(page.boxes) if box.role is not BoxRole.FURNITURE and box.text.strip()]
    top = min((box.rect.y for box in own), default=0.0)
    furniture = [box for box in page.boxes if _stands_alone(box)]
    above = [box for box in furniture if _titles(box) or box.rect.y < top]
    below = [box for box in furniture if box not in above]
    return (*map(_furniture, above), *_joined(own), *map(_furniture, below))


def _numbered(boxes: tuple[Box, ...]) -> Iterator[Box]:
    """Yield the boxes that are no decoration, each item with the number that stands before it."""
    before: Box | None = None
    for box in boxes:
        if before is not None and _marks(before, box):
            yield replace(box, text=f"{before.text.strip()} {box.text}")
        elif not (box.role is BoxRole.FIGURE and box.repeat):
            yield box
        before = box


def _marks(box: Box, behind: Box) -> bool:
    """Tell whether a box is the number of the item behind it."""
    return box.role is BoxRole.FURNITURE and not box.repeat and behind.role is BoxRole.ITEM


def _stands_alone(box: Box) -> bool:
    """Tell whether furniture is to be read by itself: neither the line of sources nor an item's number."""
    return box.role is BoxRole.FURNITURE and not box.link and (_titles(box) or box.ink is not Ink.ACCENT)


def _titles(box: Box) -> bool:
    """Tell whether furniture is the page's title, which is drawn in its accent on every page."""
    return box.repeat and box.ink is Ink.ACCENT


def _furniture(box: Box) -> Passage:
    return _passage(box, "heading" if _titles(box) else "text")


def _joined(boxes: list[Box]) -> Iterator[Passage]:
    """Yield the passages of boxes; neighbours that are items, cells or lines of a note become one."""
    for kind, group in groupby(boxes, key=lambda box: KINDS[box.role]):
        made = [_passage(box, "text" if kind in WHOLE else kind) for box in group]
        if kind in WHOLE:
            yield _around(kind, made)
        else:
            yield from made


def _passage(box: Box, kind: str) -> Passage:
    rect = box.rect
    return Passage(kind, " ".join(box.text.split()), rect.x, rect.y, rect.width, rect.height)


def _around(kind: str, parts: list[Passage]) -> Passage:
    left, top = min(part.x for part in parts), min(part.y for part in parts)
    right = max(part.x + part.width for part in parts)
    bottom = max(part.y + part.height for part in parts)
    return Passage(kind, "", left, top, right - left, bottom - top, tuple(parts))
