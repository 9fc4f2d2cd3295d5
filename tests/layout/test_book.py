# SPDX-License-Identifier: Apache-2.0
"""What holds for every book: all text once and in order, nothing on another thing, nothing off the page."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.content.blocks import Heading, Item, List, Paragraph
from kiosk.content.pack import Section, WallPoint
from kiosk.layout.book import find_place, make_book, section_pages
from kiosk.layout.frame import frame
from kiosk.layout.furniture import furnish
from kiosk.layout.model import Book, BoxRole, Direction, Layout, Screen
from tests.layout.checks import faults, headings_last, holds, shown, told, wordy
from tests.layout.fakes import CAP_RATIO, SCREENS, screen, section, set_up, words
from tests.layout.sections import sections
from tests.work import calls

SCALES = (1.0, 1.25, 1.5, 1.75, 2.0)
GLASS = st.builds(
    lambda name, private: screen(name, private=private), st.sampled_from(sorted(SCREENS)), st.booleans()
)
PROSE = " ".join(f"word{number}" for number in range(400))


def faults_of(book: Book) -> list[str]:
    return faults(book, frame(book.screen, book.layout, book.text_scale, CAP_RATIO))


@pytest.mark.sweep
@given(sections(), GLASS, st.sampled_from(SCALES), st.booleans())
@settings(max_examples=120)
def test_reading_pages_hold_all_text_once_in_order_and_nothing_collides(
    made: Section, glass: Screen, scale: float, rtl: bool
) -> None:
    direction = "rtl" if rtl else "ltr"
    book = make_book(set_up(glass, Layout.READING, scale, direction=direction), [made])
    assert holds(shown(book.pages), made)
    assert faults_of(book) == []
    assert wordy(book) == []


@pytest.mark.sweep
@given(sections(), GLASS, st.booleans())
@settings(max_examples=80)
def test_wall_pages_hold_each_point_whole_or_not_at_all(made: Section, glass: Screen, rtl: bool) -> None:
    book = make_book(set_up(glass, Layout.WALL, direction="rtl" if rtl else "ltr"), [made])
    left_out = [finding for finding in book.findings if finding.rule == "wall-point-too-long"]
    points = made.wall or (WallPoint(made.key_message),)
    assert len(book.pages) + len(left_out) == len(points)
    if not left_out:
        assert shown(book.pages) == told(made, Layout.WALL)
    assert faults_of(book) == []


@pytest.mark.sweep
@given(sections(), GLASS, st.sampled_from(list(Layout)))
@settings(max_examples=20)
def test_the_same_input_gives_the_same_book(made: Section, glass: Screen, layout: Layout) -> None:
    first, second = (make_book(set_up(glass, layout), [made]) for _ in range(2))
    assert first == second


@pytest.mark.sweep
@given(
    st.lists(st.tuples(st.integers(1, 5), st.integers(5, 90)), min_size=1, max_size=8),
    GLASS,
    st.sampled_from(SCALES),
)
@settings(max_examples=60)
def test_no_heading_is_the_last_of_a_page(shape: list[tuple[int, int]], glass: Screen, scale: float) -> None:
    blocks = [
        block
        for heads, body in shape
        for block in (
            Heading(2, words(" ".join(["heading"] * heads))),
            Paragraph(words(" ".join(["word"] * body))),
        )
    ]
    book = make_book(set_up(glass, Layout.READING, scale), [section(*blocks)])
    assert headings_last(book) == []


@pytest.mark.sweep
@given(st.lists(st.integers(1, 25), min_size=1, max_size=12), GLASS, st.sampled_from((1.0, 1.5)))
@settings(max_examples=40)
def test_no_item_is_cut_that_fits_a_page(lengths: list[int], glass: Screen, scale: float) -> None:
    items = tuple(
        Item(0, "•", words(" ".join([f"word{place}"] * length))) for place, length in enumerate(lengths)
    )
    made = set_up(glass, Layout.READING, scale)
    listed = section(List(items))
    pages, _ = section_pages(made, listed)
    boxes = [box for page in pages for box in page.boxes if box.role is BoxRole.ITEM]
    lines = Counter(box.text.split()[0] for box in boxes for _ in box.lines)
    parts = Counter(box.text.split()[0] for box in boxes)
    assert len(parts) == len(items)
    fitting = furnish(made, listed).frame.column.height / (1.45 * made.frame().body_px)
    assert [word for word, count in parts.items() if count > 1 and lines[word] <= fitting] == []


def test_a_book_says_what_it_was_set_for() -> None:
    book = make_book(set_up(layout=Layout.READING, text_scale=1.5), [section(Paragraph(words()))])
    assert (book.pack, book.language, book.layout, book.text_scale) == ("tiny", "en", Layout.READING, 1.5)
    assert (book.distance_mm, book.pages[0].direction) == (600.0, Direction.LTR)


def test_the_wall_s_distance_is_told_and_used() -> None:
    book = make_book(set_up(layout=Layout.WALL), [section(Paragraph(words()))])
    assert book.distance_mm == book.screen.wall_distance_mm
    assert book.distance_mm > 1000


def test_a_reader_s_place_is_found_again_at_another_size() -> None:
    made = section(Paragraph(words(PROSE)))
    small, _ = section_pages(set_up(), made)
    large, _ = section_pages(set_up(text_scale=2.0), made)
    assert len(large) > len(small) > 2
    for page in small:
        place = find_place(large, page.start)
        assert large[place].start <= page.start
        assert place == len(large) - 1 or large[place + 1].start > page.start


def test_without_pages_the_place_is_the_first() -> None:
    assert find_place((), 12) == 0


@pytest.mark.parametrize("name", sorted(SCREENS))
def test_work_grows_with_the_text_only(name: str) -> None:
    made = set_up(screen(name))

    def work(paragraphs: int) -> int:
        blocks = [Paragraph(words("word " * 60))] * paragraphs
        return calls(lambda: section_pages(made, section(*blocks)))

    work(5)
    assert work(60) < 4.4 * work(15)
