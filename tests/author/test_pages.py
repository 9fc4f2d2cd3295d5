# SPDX-License-Identifier: Apache-2.0
"""The JSON of a book has the shape that checks from outside rely on."""

import json

from kiosk.author.pages import book_as_json
from kiosk.layout.model import (
    Book,
    Box,
    BoxRole,
    Direction,
    Layout,
    Page,
    Picture,
    Rect,
    Screen,
    TextStyle,
)

HEADING = Box(
    BoxRole.HEADING, Rect(96.0, 80.123, 1200.0, 90.0), "Exakt “so”", TextStyle(72.0, 700), cap_mm=13.987
)
PICTURE = Box(BoxRole.FIGURE, Rect(0, 200, 10, 10), "A hand", picture=Picture("media/a.svg", "A hand"))
FOOT = Box(BoxRole.FURNITURE, Rect(0, 300, 50, 10), "Ask.", TextStyle(20.0), repeat=True, cap_mm=3.0)


def book(*boxes: Box) -> Book:
    page = Page(
        section="cuts",
        title="Cuts",
        language="en",
        direction=Direction.LTR,
        layout=Layout.READING,
        number=1,
        count=1,
        start=0,
        boxes=boxes,
        shapes=(),
        words=2,
        dwell_s=21.5,
        accent="teal",
    )
    return Book("tiny", "en", Layout.READING, 1.5, Screen(1920, 1080, 0.27674), 600.0, (page,))


def test_tells_book_screen_and_pages() -> None:
    told = json.loads(book_as_json(book(HEADING)))
    page = told.pop("pages")[0]
    assert told == {
        "format": 1,
        "pack": "tiny",
        "language": "en",
        "layout": "reading",
        "text_scale": 1.5,
        "screen": {"width_px": 1920, "height_px": 1080, "mm_per_px": 0.2767, "distance_mm": 600},
    }
    assert (page["number"], page["section"], page["dwell_s"], page["words"]) == (1, "cuts", 21.5, 2)


def test_tells_a_text_exactly_as_set_with_its_size() -> None:
    (box,) = json.loads(book_as_json(book(HEADING)))["pages"][0]["boxes"]
    assert box == {
        "role": "heading",
        "x": 96.0,
        "y": 80.12,
        "width": 1200.0,
        "height": 90.0,
        "text": "Exakt “so”",
        "font_px": 72.0,
        "cap_mm": 13.99,
    }


def test_a_picture_has_words_but_no_size_of_text() -> None:
    (box,) = json.loads(book_as_json(book(PICTURE)))["pages"][0]["boxes"]
    assert box["text"] == "A hand"
    assert not {"font_px", "cap_mm", "repeat"} & set(box)


def test_what_is_repeated_says_so() -> None:
    boxes = json.loads(book_as_json(book(HEADING, FOOT)))["pages"][0]["boxes"]
    assert [box.get("repeat", False) for box in boxes] == [False, True]
    assert boxes[1]["role"] == "furniture"
