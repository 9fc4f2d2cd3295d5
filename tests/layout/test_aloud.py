# SPDX-License-Identifier: Apache-2.0
"""What is read aloud: every word once and in order, each sentence where it stands."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from kiosk.content.blocks import Callout, Figure, Heading, IconArray, Item, List, Paragraph, Span, Table, Tone
from kiosk.content.pack import Section
from kiosk.layout.aloud import Utterance, utterances
from kiosk.layout.book import section_pages
from kiosk.layout.model import Box, BoxRole, Direction, Page, Rect
from tests.layout.checks import own, squeezed
from tests.layout.fakes import Monospace, screen, section, set_up, words
from tests.layout.sections import sections

MEASURE = Monospace()


def pages_of(made: Section, glass: str = "24", direction: str = "ltr") -> tuple[Page, ...]:
    return section_pages(set_up(screen(glass), direction=direction), made)[0]


def heard(*pages: Page) -> list[str]:
    return [utterance.text for page in pages for utterance in utterances(page, MEASURE)]


def test_a_whole_section_is_read_in_order_its_title_once_and_no_source() -> None:
    made = section(
        Heading(2, words("What it is")),
        Paragraph((*words("It is small. It heals"), Span(" soon.", sources=("s1", "s2")))),
        List((Item(0, "1.", words("Wash it.", "s1")), Item(0, "2.", words("Dry it.")))),
        Figure("media/hand.svg", "A hand. It is open.", words("Most are on the hand")),
        IconArray("cuts", 6, 100, words("6 people had one.")),
        Callout(Tone.NOTE, (words("See a nurse."), words("Ask at the desk."))),
        Table((words("Sign"), words("How often")), ((words("It itches"), words("5 of 100")),)),
        title="Paper cuts",
    )
    pages = pages_of(made, "55")
    assert heard(*pages) == [
        "Paper cuts",
        "What it is",
        "It is small.",
        "It heals soon.",
        "Wash it.",
        "Dry it.",
        "A hand.",
        "It is open.",
        "Most are on the hand",
        "6 of 100",
        "6 people had one.",
        "See a nurse.",
        "Ask at the desk.",
        "Sign",
        "How often",
        "It itches",
        "5 of 100",
    ]


def test_the_title_is_marked_where_it_stands() -> None:
    page = pages_of(section(Paragraph(words())))[0]
    title = next(box for box in page.boxes if box.text == page.title)
    first = utterances(page, MEASURE)[0]
    assert (first.text, first.rects) == (page.title, (title.rect,))


def test_a_title_that_is_not_drawn_is_read_all_the_same_and_an_empty_one_is_not() -> None:
    page = replace(pages_of(section(Paragraph(words())))[0], boxes=())
    assert utterances(page, MEASURE) == (Utterance(page.title),)
    assert utterances(replace(page, title=" "), MEASURE) == ()


def test_only_the_first_page_begins_with_the_title() -> None:
    made = section(*(Paragraph(words("Some words are here to be read. " * 12)) for _ in range(8)))
    pages = pages_of(made)
    assert len(pages) > 2
    assert heard(*pages).count("Paper cuts") == 1
    assert heard(pages[1])[0] != "Paper cuts"


def test_what_is_repeated_and_what_has_no_letter_is_not_read() -> None:
    boxes = (
        Box(BoxRole.CELL, Rect(0, 0, 1, 1), "Sign", repeat=True),
        Box(BoxRole.CELL, Rect(0, 0, 1, 1), "\u2014"),
        Box(BoxRole.CELL, Rect(0, 0, 1, 1), "co\u00adop\u200b. "),
    )
    page = replace(pages_of(section(Paragraph(words())))[0], boxes=boxes, number=2)
    assert heard(page) == ["coop."]


@pytest.mark.parametrize("direction", Direction)
def test_a_sentence_is_marked_from_its_first_letter_to_its_last(direction: Direction) -> None:
    made = section(Paragraph((Span("One two. "), Span("Three", sources=("s1",)), Span(" four. Five."))))
    page = pages_of(made, direction=direction)[0]
    box = next(box for box in page.boxes if box.role is BoxRole.PARAGRAPH)
    assert box.style is not None
    em = MEASURE.character_em * box.style.px
    mark = 0.6 * len("\u20091")
    edges = [0.0, 8.0, 9.0, 20.0 + mark, 21.0 + mark, 26.0 + mark]
    for utterance, (start, end) in zip(
        utterances(page, MEASURE)[1:], zip(edges[::2], edges[1::2], strict=True), strict=True
    ):
        [rect] = utterance.rects
        left, right = box.rect.x + start * em, box.rect.x + end * em
        if direction is Direction.RTL:
            left, right = box.rect.right - end * em, box.rect.right - start * em
        assert (rect.x, rect.right) == pytest.approx((left, right))
        assert (rect.y, rect.height) == (box.rect.y, box.rect.height)


def test_a_source_s_number_belongs_to_what_stands_before_it() -> None:
    made = section(Paragraph((Span("One two.", sources=("s1",)), Span(" Three."))))
    page = pages_of(made)[0]
    box = next(box for box in page.boxes if box.role is BoxRole.PARAGRAPH)
    assert box.style is not None
    em = MEASURE.character_em * box.style.px
    first, second = utterances(page, MEASURE)[1:]
    assert first.rects[0].right == pytest.approx(box.rect.x + (8 + 1.2) * em)
    assert second.rects[0].x == pytest.approx(box.rect.x + (9 + 1.2) * em)


def test_a_broken_word_is_marked_on_both_its_lines() -> None:
    made = section(Paragraph(words(f"Start. {'B' * 300} end.")))
    page = pages_of(made, "7")[0]
    long = utterances(page, MEASURE)[2]
    assert len(long.rects) > 2
    assert long.text.startswith("BBB")
    for upper, lower in pairwise(long.rects):
        assert lower.y >= upper.y + upper.height - 0.01


@settings(max_examples=30)
@given(sections(), st.sampled_from(["7", "24", "32 upright"]), st.sampled_from(["ltr", "rtl"]))
def test_every_word_is_read_once_in_order_and_marked_inside_its_box(
    made: Section, glass: str, direction: str
) -> None:
    for page in pages_of(made, glass, direction):
        spoken = utterances(page, MEASURE)
        without_title = spoken[len(spoken) - len(utterances(replace(page, number=2), MEASURE)) :]
        read = squeezed("".join(utterance.text for utterance in without_title))
        shown = [box for box in own(page) if any(sign.isalnum() for sign in box.text)]
        assert read == squeezed("".join(box.text for box in shown))
        for rect in (rect for utterance in without_title for rect in utterance.rects):
            assert rect.width > 0
            assert any(_inside(rect, box.rect) for box in shown)


def _inside(rect: Rect, other: Rect) -> bool:
    return (
        rect.x >= other.x - 0.5
        and rect.right <= other.right + 0.5
        and rect.y >= other.y - 0.5
        and rect.bottom <= other.bottom + 0.5
    )
