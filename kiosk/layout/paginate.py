# SPDX-License-Identifier: Apache-2.0
"""Pagination: where a section is best broken into pages, by cost over the whole section.

The pieces of a section are broken as Knuth and Plass break a paragraph into lines: every way to break is
priced, and dynamic programming finds the cheapest. A page is never fuller than its column; what should not
happen (a heading last, a line alone) has a price instead of a ban, so that a tiny screen still gets pages.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from kiosk.layout.pieces import Piece

PAGE_COST = 120.0
"""What one more page costs; as much as a page that is left all but empty."""

EMPTINESS_COST = 100.0
"""What an empty page would cost; the square of the empty share counts, so pages come out alike in length."""

WORD_COST = 100_000.0
"""What each page over the limit of words costs; only a single piece that cannot be cut pays it."""

OVERFULL_COST = 1_000_000.0
"""What a piece taller than the column costs; it then has a page to itself."""


class Limits(Struct, frozen=True):
    """What a page can hold: the column's height in pixels, words, and the side column's height."""

    height: float
    words: int = 120
    beside: float = 0.0


class _Load(Struct, frozen=True):
    """What stands on a page so far."""

    height: float = 0.0
    words: int = 0
    beside: float = 0.0


def paginate(pieces: Sequence[Piece], limits: Limits) -> tuple[tuple[int, int], ...]:
    """Return the pages as (first, behind last) piece numbers, in order, covering all pieces; () for none.

    Linear in the number of pieces: a page is only looked back for as far as its column reaches.
    """
    count = len(pieces)
    cheapest = [0.0] + [float("inf")] * count
    came_from = [0] * (count + 1)
    for end in range(1, count + 1):
        for start, cost in _pages_ending(pieces, end, limits):
            if cheapest[start] + cost < cheapest[end]:
                cheapest[end] = cheapest[start] + cost
                came_from[end] = start
    return _traced(came_from, count)


def _traced(came_from: Sequence[int], count: int) -> tuple[tuple[int, int], ...]:
    pages = []
    end = count
    while end > 0:
        pages.append((came_from[end], end))
        end = came_from[end]
    return tuple(reversed(pages))


def _pages_ending(pieces: Sequence[Piece], end: int, limits: Limits) -> list[tuple[int, float]]:
    """Return each start of a page that can end before piece `end`, with what that page costs."""
    found: list[tuple[int, float]] = []
    load = _Load()
    for start in range(end - 1, -1, -1):
        load = _added(load, pieces, start, end)
        carried = pieces[start].carried
        head = carried.height if carried else 0.0
        height = load.height - pieces[start].space + head
        alone = start == end - 1
        if not alone and (load.height - pieces[start].space > limits.height or load.beside > limits.beside):
            break
        if not alone and load.words > limits.words:
            break
        if not alone and height > limits.height:
            continue
        found.append((start, _price(pieces, start, end, height=height, load=load, limits=limits)))
    return found


def _added(load: _Load, pieces: Sequence[Piece], start: int, end: int) -> _Load:
    piece = pieces[start]
    tail = piece.space_behind if start == end - 1 else 0.0
    return _Load(
        load.height + piece.space + piece.height + tail,
        load.words + piece.words,
        load.beside + (piece.beside.height if piece.beside else 0.0),
    )


def _price(
    pieces: Sequence[Piece], start: int, end: int, *, height: float, load: _Load, limits: Limits
) -> float:
    empty = max(0.0, 1.0 - height / limits.height)
    price = PAGE_COST + EMPTINESS_COST * empty**2 + pieces[start].cost_first
    if end < len(pieces):
        price += pieces[end - 1].cost_behind
    if height > limits.height:
        price += OVERFULL_COST
    if load.words > limits.words:
        price += WORD_COST
    return price
