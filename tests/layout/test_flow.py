# SPDX-License-Identifier: Apache-2.0
"""Blocks become pieces in order, with what was found on the way."""

import pytest
from msgspec.structs import replace

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
    Tone,
)
from kiosk.content.finding import Severity
from kiosk.layout.flow import TABLE_TOO_WIDE, Flow
from kiosk.layout.furniture import furnish
from kiosk.layout.model import BoxRole, Layout
from kiosk.layout.pieces import Piece, tied_height
from tests.layout.fakes import screen, section, set_up, words

CAPTION = words("10 of 15 people in the study.", "s1")
PEOPLE = IconArray("a", 10, 15, CAPTION)
PICTURE = Figure("media/a.svg", "A hand", words("A hand.", "s2"))


def flow(name: str = "24", scale: float = 1.0) -> Flow:
    made = set_up(screen(name), Layout.READING, scale)
    return made.flow(furnish(made, section()).frame, "en", "cuts")


def pieces(*blocks: Block, name: str = "24", scale: float = 1.0) -> tuple[Piece, ...]:
    return flow(name, scale).pieces(blocks)[0]


def roles(made: tuple[Piece, ...]) -> list[BoxRole]:
    return list(dict.fromkeys(box.role for piece in made for box in piece.own))


def test_each_block_has_its_role_in_order() -> None:
    made = pieces(
        Heading(2, words("Cuts")),
        Paragraph(words("They heal.")),
        List((Item(0, "•", words("Wash.")),)),
        Callout(Tone.NOTE, (words("Ask."),)),
        PICTURE,
        PEOPLE,
        Table((words("A"),), ((words("b"),),)),
    )
    assert roles(made) == [
        BoxRole.HEADING,
        BoxRole.PARAGRAPH,
        BoxRole.ITEM,
        BoxRole.CALLOUT,
        BoxRole.FIGURE,
        BoxRole.CAPTION,
        BoxRole.ICON_ARRAY,
        BoxRole.CELL,
    ]


def test_each_piece_knows_where_in_the_running_text_it_begins() -> None:
    made = pieces(Paragraph(words("One two.")), PICTURE, Paragraph(words("Three.")))
    assert [piece.start for piece in made] == [0, 8, 8 + len("A handA hand.")]


def test_art_stands_beside_the_text_where_there_is_room() -> None:
    (made,) = pieces(PEOPLE)
    assert made.height == 0
    assert made.beside is not None
    assert (made.sources, made.seconds, made.words) == (("s1",), 4.0, 9)


def test_art_stands_in_the_text_where_there_is_one_column() -> None:
    (made,) = pieces(PICTURE, name="32 upright")
    assert made.beside is None
    assert made.height > 0
    assert (made.sources, made.seconds) == (("s2",), 2.0)


def test_art_leaves_room_for_the_heading_above_it() -> None:
    made = pieces(Heading(2, words("You are not alone")), PEOPLE, name="15", scale=2.0)
    assert tied_height(made[:-1]) > 0
    height = sum(piece.height + piece.space for piece in made) - made[0].space
    assert height <= flow("15", 2.0).frame.column.height


@pytest.mark.parametrize("name", ["24", "7"])
def test_a_caption_longer_than_the_page_goes_on_behind_the_art(name: str) -> None:
    long = words("and so on " * 400)
    made = pieces(replace(PEOPLE, caption=long), name=name)
    column = flow(name).frame.column.height
    assert len(made) > 10
    assert all(piece.height <= column for piece in made)
    assert [piece.tied for piece in made[:-1]] == [True] * (len(made) - 1)
    assert not made[-1].tied
    assert {box.role for piece in made[1:] for box in piece.own} == {BoxRole.CAPTION}


def test_a_table_too_wide_is_told_with_the_way_out() -> None:
    head = tuple(words(f"Column{number}") for number in range(9))
    made, (finding,) = flow("7", 2.0).pieces([Table(head, (head,))])
    assert (finding.rule, finding.severity, finding.place.file) == (
        TABLE_TOO_WIDE,
        Severity.NOTE,
        "en/cuts.md",
    )
    assert "9 columns" in finding.found
    assert finding.cure
    assert made[0].seconds == 4.0


def test_a_broken_word_is_told_once() -> None:
    word = "a" * 200
    table = Table((words("Kind"), words("What")), ((words("b" * 300), words("c")),))
    _, findings = flow().pieces(
        [Paragraph(words(f"{word} {word}")), table, Callout(Tone.TIP, (words("d" * 99),))]
    )
    broken = [finding for finding in findings if finding.rule == "word-broken"]
    assert len(broken) == len({finding.found for finding in broken}) >= 3
    assert all(finding.severity is Severity.NOTE for finding in broken)


def test_whole_words_are_no_finding() -> None:
    assert flow().pieces([Paragraph(words("plain words " * 40))])[1] == ()
