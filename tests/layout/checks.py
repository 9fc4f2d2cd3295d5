# SPDX-License-Identifier: Apache-2.0
"""What must hold for every book, told as a list of faults."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

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
from kiosk.content.pack import Section
from kiosk.layout.frame import Frame
from kiosk.layout.model import Book, Box, BoxRole, Layout, Page
from kiosk.layout.wall import wall_points

ART = {BoxRole.FIGURE, BoxRole.ICON_ARRAY, BoxRole.CAPTION}
LEAST_ARCMIN = 16.0
LEAST_CAP_MM = 4.8
HALF_A_PIXEL = 0.5


def own(page: Page) -> list[Box]:
    """Return the boxes whose text is the section's own, each said once."""
    return [box for box in page.boxes if box.role is not BoxRole.FURNITURE and not box.repeat]


def texts(block: Block, people_of: str = "{count} of {of}") -> Iterator[str]:
    """Yield what is read in a block, in order."""
    match block:
        case Heading() | Paragraph():
            yield plain(block.text)
        case List():
            yield from (plain(item.text) for item in block.items)
        case Callout():
            yield from map(plain, block.paragraphs)
        case Table():
            rows: tuple[tuple[Text, ...], ...] = (block.head, *block.rows)
            yield from (plain(cell) for row in rows for cell in row)
        case Figure():
            yield from (block.alt, plain(block.caption))
        case IconArray():
            yield from (people_of.format(count=block.count, of=block.of), plain(block.caption))


def told(section: Section, layout: Layout, people_of: str = "{count} of {of}") -> str:
    """Return a section's characters in order, without white space."""
    if layout is Layout.WALL:
        points = wall_points(section)
        return squeezed("".join(plain(point.text) + plain(point.more) for point in points))
    return squeezed("".join(text for block in section.blocks for text in texts(block, people_of)))


def holds(text: str, section: Section, people_of: str = "{count} of {of}") -> bool:
    """Tell whether a text is all of a section in order; heads may stand in a table's first row."""
    parts = []
    for block in section.blocks:
        ways = {squeezed("".join(texts(block, people_of)))}
        if isinstance(block, Table) and block.rows:
            first = (cell for pair in zip(block.head, block.rows[0], strict=True) for cell in pair)
            rest = (cell for row in block.rows[1:] for cell in row)
            ways.add(squeezed("".join(map(plain, (*first, *rest)))))
        parts.append(f"(?:{'|'.join(map(re.escape, ways))})")
    return re.fullmatch("".join(parts), text) is not None


def shown(pages: Sequence[Page]) -> str:
    """Return the characters of pages in order, without white space; on the wall those of the points."""
    boxes = [
        box for page in pages for box in own(page) if page.layout is Layout.READING or box.role not in ART
    ]
    return squeezed("".join(box.text for box in boxes))


def squeezed(text: str) -> str:
    """Return a text without white space."""
    return re.sub(r"\s+", "", text)


def faults(book: Book, frame: Frame) -> list[str]:
    """Return what is wrong with where the boxes of a book stand."""
    return [
        f"{page.section} {page.number}: {fault}" for page in book.pages for fault in _page(book, page, frame)
    ]


def _page(book: Book, page: Page, frame: Frame) -> Iterator[str]:
    for place, box in enumerate(page.boxes):
        yield from _box(book, box, frame)
        for other in page.boxes[place + 1 :]:
            if box.rect.overlaps(other.rect):
                yield f"{box.role} {box.text!r} overlaps {other.role} {other.text!r}"


def _box(book: Book, box: Box, frame: Frame) -> Iterator[str]:
    rect, page = box.rect, frame.page
    if (
        rect.x < page.x - HALF_A_PIXEL
        or rect.y < page.y - HALF_A_PIXEL
        or rect.right > page.right + HALF_A_PIXEL
        or rect.bottom > page.bottom + HALF_A_PIXEL
    ):
        yield f"{box.role} {box.text!r} leaves the page: {rect}"
    if "".join(line.line.text for line in box.lines) != (box.text if box.lines else ""):
        yield f"{box.role} {box.text!r} is not what its lines say"
    for line in box.lines:
        if line.x < rect.x - 1 or line.x + line.line.width > rect.right + 1:
            yield f"a line of {box.role} {box.text!r} leaves its box"
    if (
        book.layout is Layout.WALL
        and box.style
        and box.cap_mm * 3437.75 / book.distance_mm < LEAST_ARCMIN - 0.01
    ):
        yield f"{box.role} {box.text!r} is too small"
    own_words = box.style and box.role is not BoxRole.FURNITURE
    if book.layout is Layout.READING and own_words and box.cap_mm < LEAST_CAP_MM - 0.01:
        yield f"{box.role} {box.text!r} has capitals of {box.cap_mm:.2f} mm"


def headings_last(book: Book) -> list[str]:
    """Return the headings that are the last of their page, and have something behind them."""
    return [
        f"{page.section} {page.number}: {own(page)[-1].text!r}"
        for page in book.pages
        if page.number < page.count and own(page)[-1].role is BoxRole.HEADING
    ]


def wordy(book: Book, most: int = 120) -> list[str]:
    """Return the pages with too many words that hold more than one block."""
    return [
        f"{page.section} {page.number}: {count} words"
        for page in book.pages
        if (count := sum(len(box.text.split()) for box in own(page) if box.lines)) > most
        and len(own(page)) > 1
    ]
