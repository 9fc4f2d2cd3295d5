# SPDX-License-Identifier: Apache-2.0
"""What a screen reader meets on a page stands in reading order, with everything that is no decoration."""

from __future__ import annotations

from kiosk.app.passages import passages
from kiosk.layout.model import Box, BoxRole, Ink, Rect
from kiosk.ui.snapshot import Passage
from tests.layout.fakes import page


def box(role: BoxRole, text: str, y: float = 100, **values: object) -> Box:
    return Box(role, Rect(10, y, 200, 20), text, **values)  # type: ignore[arg-type] # any field of a box


TITLE = box(BoxRole.FURNITURE, "Cuts", 5, ink=Ink.ACCENT, repeat=True)
NUMBER = box(BoxRole.FURNITURE, "Page 1 of 2", 5, ink=Ink.MUTED)
FOOT = box(BoxRole.FURNITURE, "Information only.", 900, ink=Ink.MUTED)
SOURCES = box(BoxRole.FURNITURE, "Sources 1", 900, ink=Ink.MUTED, link="sources")


def met(*boxes: Box) -> list[tuple[str, str]]:
    return [(passage.kind, passage.text) for passage in passages(page(*boxes))]


def test_no_page_has_no_passages() -> None:
    assert passages(None) == ()


def test_title_and_number_come_first_and_the_foot_last() -> None:
    words = box(BoxRole.PARAGRAPH, "It heals. ")
    assert met(words, TITLE, NUMBER, FOOT) == [
        ("heading", "Cuts"),
        ("text", "Page 1 of 2"),
        ("paragraph", "It heals."),
        ("text", "Information only."),
    ]


def test_the_foot_of_every_page_is_no_title() -> None:
    foot = box(BoxRole.FURNITURE, "Checked by R.", 900, ink=Ink.MUTED, repeat=True)
    assert met(box(BoxRole.HEADING, "Small"), foot) == [("heading", "Small"), ("text", "Checked by R.")]


def test_the_line_of_sources_is_a_button_and_no_passage() -> None:
    assert met(box(BoxRole.PARAGRAPH, "It heals."), SOURCES) == [("paragraph", "It heals.")]


def test_a_drawing_that_only_decorates_is_left_out_and_a_figure_is_not() -> None:
    assert met(box(BoxRole.FIGURE, "A hand", repeat=True), box(BoxRole.FIGURE, "A plaster")) == [
        ("graphic", "A plaster")
    ]


def test_art_has_its_words_and_its_caption() -> None:
    boxes = (box(BoxRole.ICON_ARRAY, "6 of 100"), box(BoxRole.CAPTION, "People who felt sick"))
    assert met(*boxes) == [("graphic", "6 of 100"), ("text", "People who felt sick")]


def test_items_are_parts_of_one_list_with_their_numbers() -> None:
    one = box(BoxRole.FURNITURE, "1.", 100, ink=Ink.ACCENT)
    two = box(BoxRole.FURNITURE, "2.", 130, ink=Ink.ACCENT)
    items = (one, box(BoxRole.ITEM, "Wash it. ", 100), two, box(BoxRole.ITEM, "Dry it.", 130))
    (made,) = passages(page(*items))
    assert made == Passage(
        "list",
        "",
        10,
        100,
        200,
        50,
        (
            Passage("text", "1. Wash it.", 10, 100, 200, 20),
            Passage("text", "2. Dry it.", 10, 130, 200, 20),
        ),
    )


def test_a_note_and_a_table_are_one_each() -> None:
    boxes = (
        box(BoxRole.CELL, "How often"),
        box(BoxRole.CELL, "5 of 100"),
        box(BoxRole.CALLOUT, "Ask a nurse."),
        box(BoxRole.CALLOUT, "She knows."),
        box(BoxRole.PARAGRAPH, " "),
    )
    table, note = passages(page(*boxes))
    assert (table.kind, [part.text for part in table.parts]) == ("table", ["How often", "5 of 100"])
    assert (note.kind, [part.text for part in note.parts]) == ("note", ["Ask a nurse.", "She knows."])
