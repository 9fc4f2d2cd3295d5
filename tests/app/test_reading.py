# SPDX-License-Identifier: Apache-2.0
"""What stands on a page beside its picture."""

from __future__ import annotations

from dataclasses import replace

from kiosk.app.reading import reading_text, sources_mark, sources_of, taught_words, words_of
from kiosk.app.shelf import Edition
from kiosk.layout.model import Box, BoxRole, Layout, Line, Rect, Run, SetLine, Spot
from kiosk.ui.snapshot import Entry
from tests.app.theatre import Theatre


def test_a_page_with_everything(theatre: Theatre) -> None:
    shelf = theatre.shelf
    page = shelf.pages("paper-cuts", Edition("en"), Layout.READING)[0]
    text = reading_text(page)
    assert text.startswith("A small cut that stings")
    assert "Ask your care team" not in text
    (mark, *_) = taught_words(page)
    assert mark.term == "plaster"
    assert mark.width > 0
    assert mark.height > 0
    touched = sources_mark(page)
    assert touched is not None
    assert touched.term == ""
    assert [word.title for word in words_of(page, shelf.manifest, "es")] == ["curita"]
    sources = sources_of(page, shelf.manifest)
    assert [entry.title[:2] for entry in sources] == ["1.", "2."]
    assert sources[0].text == "doi.org/10.1000/example.2020"
    assert sources[1].text == "example.org/plasters"


def stretch(text: str, *, term: str = "", at: float = 0.0) -> SetLine:
    spots = (Spot(term, at, 40.0),) if term else ()
    run = Run(text, term=term)
    return SetLine(Line((run,), 0, len(text), 100.0, spots), 10.0, 20.0, 30.0)


def test_a_taught_word_is_named_once_in_the_language_of_the_page(theatre: Theatre) -> None:
    page = theatre.shelf.pages("paper-cuts", Edition("en"), Layout.READING)[0]
    lines = (stretch("stick", term="plaster", at=60.0), stretch("ing plaster", term="plaster"), stretch("x"))
    again = (stretch("plaster", term="plaster"),)
    boxes = [
        Box(BoxRole.PARAGRAPH, Rect(0, 0, 100, 60), "", lines=lines),
        Box(BoxRole.PARAGRAPH, Rect(0, 0, 100, 20), "", lines=again),
    ]
    marks = taught_words(replace(page, boxes=tuple(boxes)), (Entry("plaster", "curita", "Una tira."),))
    assert [mark.name for mark in marks] == ["curita", "", "curita"]
    assert {mark.term for mark in marks} == {"plaster"}


def test_no_page_no_words(theatre: Theatre) -> None:
    manifest = theatre.shelf.manifest
    assert reading_text(None) == ""
    assert taught_words(None) == ()
    assert sources_mark(None) is None
    assert words_of(None, manifest, "en") == ()
    assert sources_of(None, manifest) == ()


def test_a_wall_page_has_no_line_of_sources(theatre: Theatre) -> None:
    page = theatre.shelf.pages("plasters", Edition("en"), Layout.WALL)[0]
    assert sources_mark(page) is None
