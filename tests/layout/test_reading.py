# SPDX-License-Identifier: Apache-2.0
"""Reading pages: blocks on full screens."""

import pytest

from kiosk.content.blocks import Callout, Figure, Heading, IconArray, Item, List, Paragraph, Span, Table, Tone
from kiosk.content.pack import Section
from kiosk.layout.model import BoxRole, Ink, Layout, Page
from kiosk.layout.reading import reading_pages
from tests.layout.checks import own
from tests.layout.fakes import screen, section, set_up, words

IMAGE = Figure("media/drawing.svg", "A drawing")
PEOPLE = IconArray("a", 10, 15, words("10 of 15 people."))
LONG = "many words that go on for more than one line of the column so that there are several of them "


def pages(made: Section, name: str = "24", scale: float = 1.0, direction: str = "ltr") -> tuple[Page, ...]:
    return reading_pages(set_up(screen(name), Layout.READING, scale, direction=direction), made)[0]


def drawings(page: Page) -> list[str]:
    return [box.text for box in page.boxes if box.role is BoxRole.FIGURE and box.repeat]


def test_a_page_knows_what_it_shows() -> None:
    text = (Span("A cut ", term="cut", sources=("s2",)), Span("takes 3 days."))
    (page,) = pages(section(Heading(2, words("Cuts")), Paragraph(text)))
    assert (page.section, page.title, page.number, page.count, page.start) == ("cuts", "Paper cuts", 1, 1, 0)
    assert (page.terms, page.sources, page.words) == (("cut",), ("s2",), 7)
    assert page.dwell_s == pytest.approx(3 + 7 * 60 / 130, abs=0.1)


def test_pages_are_numbered_and_begin_where_the_last_ended() -> None:
    made = pages(section(Paragraph(words(LONG * 20))))
    assert [page.number for page in made] == list(range(1, len(made) + 1))
    assert {page.count for page in made} == {len(made)}
    lengths = [sum(len(box.text) for box in own(page)) for page in made]
    assert [page.start for page in made] == [sum(lengths[:place]) for place in range(len(made))]


def test_a_section_without_blocks_has_no_pages() -> None:
    assert pages(section()) == ()


def test_the_drawing_stands_beside_the_text_of_pages_without_art() -> None:
    made = pages(section(Paragraph(words(LONG * 8)), PEOPLE, image=IMAGE))
    assert len(made) > 1
    assert [drawings(page) for page in made] == [["A drawing"]] * (len(made) - 1) + [[]]


def test_upright_the_drawing_stands_under_the_text_where_there_is_room() -> None:
    (short,) = pages(section(Paragraph(words()), image=IMAGE), "32 upright")
    full, *_ = pages(section(*[Paragraph(words("word"))] * 40, image=IMAGE), "32 upright")
    assert drawings(short) == ["A drawing"]
    assert drawings(full) == []


def test_on_small_glass_the_drawing_is_left_out() -> None:
    (page,) = pages(section(Paragraph(words()), image=IMAGE), "7")
    assert drawings(page) == []


def test_without_a_drawing_there_is_none() -> None:
    assert drawings(pages(section(Paragraph(words())))[0]) == []


def test_a_callout_stands_on_its_panel_also_where_it_goes_on() -> None:
    made = pages(section(Callout(Tone.WARNING, (words(LONG * 3), words(LONG * 12)))), "7", 1.5)
    assert len(made) > 2
    for page in made:
        boxes = own(page)
        (panel,) = [shape.rect for shape in page.shapes if shape.fill is Ink.TINT]
        assert panel.y < boxes[0].rect.y
        assert panel.bottom > boxes[-1].rect.bottom


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_the_rule_of_a_callout_stands_where_its_lines_begin(direction: str) -> None:
    (page,) = pages(section(Callout(Tone.NOTE, (words("Ask."),))), direction=direction)
    panel, rule = [shape.rect for shape in page.shapes[1:]]
    assert (rule.x == panel.x) is (direction == "ltr")
    assert (rule.right == panel.right) is (direction == "rtl")


def test_two_callouts_have_two_panels() -> None:
    (page,) = pages(section(*[Callout(Tone.NOTE, (words("Ask."), words("Do.")))] * 2))
    assert len([shape for shape in page.shapes if shape.fill is Ink.TINT]) == 2


def test_a_long_table_repeats_its_head() -> None:
    rows = tuple((words(f"{number}"), words(LONG)) for number in range(12))
    made = pages(section(Table((words("Year"), words("What")), rows)))
    assert len(made) > 1
    for page in made[1:]:
        heads = [box.text for box in page.boxes if box.repeat and box.role is BoxRole.CELL]
        assert heads == ["Year", "What"]
    assert not [box for box in own(made[1]) if box.text == "Year"]


def test_lines_of_a_block_are_one_box_a_page() -> None:
    items = List((Item(0, "1.", words(LONG * 2)), Item(0, "2.", words(LONG * 2))))
    (page,) = pages(section(items))
    assert [len(box.lines) > 1 for box in own(page)] == [True, True]


def test_two_arrays_stand_beside_the_text_one_under_the_other() -> None:
    (page,) = pages(section(Paragraph(words()), PEOPLE, PEOPLE))
    first, second = [box.rect for box in page.boxes if box.role is BoxRole.ICON_ARRAY]
    assert first.x == second.x
    assert second.y > first.bottom


def test_headings_give_way_where_else_they_would_stand_alone() -> None:
    made = section(Heading(2, words("Thoughts of suicide: one study in depression")), Paragraph(words(LONG)))
    assert own(pages(made, "7", 2.0)[0])[-1].role is BoxRole.PARAGRAPH


def test_a_table_that_fits_only_with_smaller_headings_gets_them() -> None:
    heading = Heading(2, words("Dates to know and to remember"))
    table = Table((words("Year"), words("What")), ((words("1970"), words("Approved")),) * 3)
    _, findings = reading_pages(set_up(screen("15"), text_scale=2.0), section(heading, table))
    assert findings == ()


def test_a_heading_longer_than_a_page_is_set_as_small_as_it_may_be() -> None:
    made = pages(section(Heading(2, words(LONG * 3)), Paragraph(words())), "7", 2.0)
    styles = {box.style.px for page in made for box in own(page) if box.role is BoxRole.HEADING and box.style}
    frame = set_up(screen("7"), text_scale=2.0).frame()
    assert len(made) > 1
    assert styles == {frame.body_px / 2}
