# SPDX-License-Identifier: Apache-2.0
"""Sections at random: all kinds of blocks, long words, nested lists, captions, citations, taught words."""

from __future__ import annotations

from hypothesis import strategies as st

from kiosk.content.blocks import (
    Block,
    Callout,
    Figure,
    Heading,
    IconArray,
    Item,
    List,
    Paragraph,
    Span,
    Table,
    Text,
    Tone,
)
from kiosk.content.pack import Section, WallPoint
from tests.layout.fakes import section

LETTERS = "abcdefghij ABC 0123 äßé העברית مرحبا"
WORDS = st.one_of(
    st.text(LETTERS.replace(" ", ""), min_size=1, max_size=9),
    st.sampled_from(
        ["PTSD", "10", "https://example.org/a", "psychotherapy", "well-being", "a" * 60, "b" * 300]
    ),
)


def plain_texts(most: int) -> st.SearchStrategy[str]:
    """Return texts of a few words."""
    return st.lists(WORDS, min_size=1, max_size=most).map(" ".join)


def text(most: int = 30) -> st.SearchStrategy[Text]:
    """Return texts of one to three spans, some cited, some taught."""
    span = st.builds(
        Span,
        plain_texts(most),
        strong=st.booleans(),
        emphasis=st.booleans(),
        code=st.booleans(),
        term=st.sampled_from(["", "", "trauma"]),
        sources=st.lists(st.sampled_from(["s1", "s2", "s30", "unknown"]), max_size=3).map(tuple),
    )
    return st.lists(span, min_size=1, max_size=3).map(tuple)


def items() -> st.SearchStrategy[Item]:
    """Return items of lists, numbered, dotted and continued."""
    return st.builds(Item, st.integers(0, 2), st.sampled_from(["•", "1.", "12.", ""]), text(15))


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Return tables of one to four columns."""
    columns = draw(st.integers(1, 4))
    row = st.lists(text(6), min_size=columns, max_size=columns).map(tuple)
    return Table(draw(row), tuple(draw(st.lists(row, max_size=4))))


def figures() -> st.SearchStrategy[Figure]:
    """Return figures with and without captions."""
    return st.builds(Figure, st.just("media/a.svg"), plain_texts(5), st.one_of(st.just(()), text(20)))


@st.composite
def icon_arrays(draw: st.DrawFn) -> IconArray:
    """Return icon arrays."""
    of = draw(st.sampled_from([1, 10, 15, 20, 100, 200]))
    return IconArray("a", draw(st.integers(0, of)), of, draw(st.one_of(st.just(()), text(12))))


def blocks() -> st.SearchStrategy[Block]:
    """Return blocks of all kinds."""
    return st.one_of(
        st.builds(Heading, st.sampled_from([2, 3]), text(5)),
        st.builds(Paragraph, text(60)),
        st.builds(List, st.lists(items(), min_size=1, max_size=6).map(tuple)),
        st.builds(Callout, st.sampled_from(Tone), st.lists(text(30), min_size=1, max_size=3).map(tuple)),
        figures(),
        icon_arrays(),
        tables(),
    )


def points() -> st.SearchStrategy[WallPoint]:
    """Return wall points, some with a figure."""
    figure = st.one_of(st.none(), figures(), icon_arrays())
    return st.builds(WallPoint, text(8), st.one_of(st.just(()), text(8)), figure)


def sections() -> st.SearchStrategy[Section]:
    """Return sections."""
    image = st.one_of(st.none(), st.just(Figure("media/drawing.svg", "A drawing")))
    return st.builds(
        lambda made, wall, drawing, title: section(*made, wall=tuple(wall), image=drawing, title=title),
        st.lists(blocks(), min_size=1, max_size=8),
        st.lists(points(), max_size=3),
        image,
        plain_texts(8),
    )
