# SPDX-License-Identifier: Apache-2.0
"""The JSON of a book has the shape that checks from outside rely on."""

import json
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QGuiApplication

from kiosk.author.pages import book_as_json
from kiosk.content.manifest import read_pack
from kiosk.content.phrases import read_phrases
from kiosk.content.section import read_section
from kiosk.layout.book import SetUp, make_book
from kiosk.layout.frame import frame
from kiosk.layout.model import (
    Book,
    Box,
    BoxRole,
    Layout,
    Picture,
    Rect,
    Screen,
    TextStyle,
)
from kiosk.render.fonts import load_fonts
from kiosk.render.measure import QtMeasure
from tests.layout.checks import faults, headings_last, holds, shown, told, wordy
from tests.layout.fakes import SCREENS, page, screen

HEADING = Box(
    BoxRole.HEADING, Rect(96.0, 80.123, 1200.0, 90.0), "Exakt “so”", TextStyle(72.0, 700), cap_mm=13.987
)
PICTURE = Box(BoxRole.FIGURE, Rect(0, 200, 10, 10), "A hand", picture=Picture("media/a.svg", "A hand"))
FOOT = Box(BoxRole.FURNITURE, Rect(0, 300, 50, 10), "Ask.", TextStyle(20.0), repeat=True, cap_mm=3.0)


def book(*boxes: Box) -> Book:
    return Book(
        "tiny",
        "en",
        Layout.READING,
        1.5,
        Screen(1920, 1080, 0.27674),
        600.0,
        (page(*boxes, words=2, dwell_s=21.5),),
    )


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


RESOURCES = Path(__file__).resolve().parents[2] / "resources"
PACKS = {
    "ptsd-en": (RESOURCES / "packs" / "ptsd", "en", "ltr"),
    "ptsd-es": (RESOURCES / "packs" / "ptsd", "es", "ltr"),
    "tiny-en": (RESOURCES.parent / "tests" / "packs" / "tiny", "en", "ltr"),
    "scripts-ar": (RESOURCES.parent / "tests" / "packs" / "scripts", "ar", "rtl"),
    "scripts-zh": (RESOURCES.parent / "tests" / "packs" / "scripts", "zh", "ltr"),
    "rtl-ar": (RESOURCES.parent / "tests" / "packs" / "rtl", "ar", "rtl"),
}


SHAPES = [(Layout.WALL, 1.0), *((Layout.READING, scale) for scale in (1.0, 1.25, 1.5, 1.75, 2.0))]


@pytest.mark.sweep
@pytest.mark.parametrize("name", SCREENS)
@pytest.mark.parametrize("pack_name", PACKS)
def test_books_of_real_packs_in_the_real_font_keep_every_promise(
    pack_name: str, name: str, qapp: QGuiApplication
) -> None:
    families = load_fonts(RESOURCES / "fonts")
    root, language, direction = PACKS[pack_name]
    pack, _ = read_pack(root)
    assert pack is not None
    sections = [read_section(pack, flags.id, language)[0] for flags in pack.manifest.sections]
    present = [one for one in sections if one is not None]
    assert len(present) == len(sections)
    words = read_phrases(RESOURCES / "i18n", language)
    measure = QtMeasure(families, language)
    for layout, scale in SHAPES:
        made = SetUp(
            screen=screen(name),
            layout=layout,
            text_scale=scale,
            phrases=replace(words, language=language, texts={**words.texts, "direction": direction}),
            manifest=pack.manifest,
            measure=measure,
            picture_size=lambda _path: (480, 480),
            cap_ratio=families.cap_ratio,
        )
        book = make_book(made, present)
        assert faults(book, frame(book.screen, layout, scale, families.cap_ratio)) == []
        assert headings_last(book) == []
        assert wordy(book) == []
        for one in present:
            pages = [page for page in book.pages if page.section == one.id]
            if layout is Layout.WALL:
                assert shown(pages) == told(one, layout)
            else:
                assert holds(shown(pages), one, words.texts["people_of"])


@pytest.mark.sweep
@pytest.mark.parametrize("name", ["24", "32 upright", "55"])
@pytest.mark.parametrize("language", ["en", "es"])
def test_the_groups_of_a_study_are_seen_together(language: str, name: str, qapp: QGuiApplication) -> None:
    families = load_fonts(RESOURCES / "fonts")
    pack, _ = read_pack(RESOURCES / "packs" / "ptsd")
    assert pack is not None
    risks, _ = read_section(pack, "effects-and-risks", language)
    assert risks is not None
    made = SetUp(
        screen=screen(name),
        layout=Layout.READING,
        text_scale=1.0,
        phrases=read_phrases(RESOURCES / "i18n", language),
        manifest=pack.manifest,
        measure=QtMeasure(families, language),
        picture_size=lambda _path: (480, 480),
        cap_ratio=families.cap_ratio,
    )
    arrays = [
        [box.people.count for box in page.boxes if box.people] for page in make_book(made, [risks]).pages
    ]
    assert [10, 3] in arrays


NEVER_FIRST = frozenset("，。、；：？！）》”’」】…%")  # noqa: RUF001 # Chinese marks are meant
NEVER_LAST = frozenset("（《“‘「【")  # noqa: RUF001 # Chinese marks are meant


@pytest.mark.sweep
@pytest.mark.parametrize("name", SCREENS)
def test_lines_of_chinese_begin_and_end_as_they_may(name: str, qapp: QGuiApplication) -> None:
    families = load_fonts(RESOURCES / "fonts")
    pack, _ = read_pack(RESOURCES.parent / "tests" / "packs" / "scripts")
    assert pack is not None
    rest, _ = read_section(pack, "rest", "zh")
    assert rest is not None
    for scale in (1.0, 1.25, 1.5, 1.75, 2.0):
        made = SetUp(
            screen=screen(name),
            layout=Layout.READING,
            text_scale=scale,
            phrases=read_phrases(RESOURCES / "i18n", "zh"),
            manifest=pack.manifest,
            measure=QtMeasure(families, "zh"),
            picture_size=lambda _path: (480, 480),
            cap_ratio=families.cap_ratio,
        )
        lines = [
            "".join(run.text for run in line.line.runs).strip()
            for page in make_book(made, [rest]).pages
            for box in page.boxes
            for line in box.lines
        ]
        assert len(lines) > 10
        assert not [line for line in lines if line[:1] in NEVER_FIRST or line[-1:] in NEVER_LAST]


@pytest.mark.parametrize("language", ["ar", "zh"])
def test_every_character_of_the_words_and_the_scripts_pack_can_be_drawn(
    language: str, qapp: QGuiApplication
) -> None:
    families = load_fonts(RESOURCES / "fonts")
    root = RESOURCES.parent / "tests" / "packs" / "scripts" / language
    texts = [(RESOURCES / "i18n" / f"{language}.toml").read_text(encoding="utf-8")]
    texts += [file.read_text(encoding="utf-8") for file in sorted(root.glob("*.md"))]
    assert families.missing("".join(texts)) == set()
