# SPDX-License-Identifier: Apache-2.0
"""What stands on a page beside its picture."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from kiosk.app.reading import (
    read_of,
    reading_text,
    sentences_of,
    sources_mark,
    sources_of,
    spoken_marks,
    taught_words,
    words_of,
)
from kiosk.app.shelf import Edition
from kiosk.content.pack import Cue, Recording
from kiosk.layout.aloud import Utterance
from kiosk.layout.model import Box, BoxRole, Layout, Line, Rect, Run, SetLine, Spot
from kiosk.show.hearing import Listening, Speech
from kiosk.show.model import Scene, View
from kiosk.ui.snapshot import Entry, Sentence
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


def test_a_page_is_read_only_to_who_listens_and_only_if_it_is_the_scene_s(theatre: Theatre) -> None:
    page = theatre.shelf.pages("paper-cuts", Edition("en"), Layout.READING)[0]
    read = (Utterance("One."),)
    scene = Scene(View.PAGE, section="paper-cuts", listening=Listening(Speech.SPEAKING))
    assert read_of(page, scene, lambda _page: read) == read
    assert read_of(None, scene, lambda _page: read) is None
    assert read_of(page, replace(scene, page=1), lambda _page: read) is None
    for status in (Speech.OFF, Speech.ASKING):
        assert read_of(page, replace(scene, listening=Listening(status)), lambda _page: read) is None


def test_the_sentence_that_is_read_is_marked_line_by_line() -> None:
    read = (Utterance("One.", (Rect(1, 2, 3, 4), Rect(5, 6, 7, 8))), Utterance("Two."))
    marks = spoken_marks(read, Listening(Speech.PAUSED))
    assert [(mark.x, mark.y, mark.width, mark.height) for mark in marks] == [(1, 2, 3, 4), (5, 6, 7, 8)]
    assert spoken_marks(read, Listening(Speech.SPEAKING, sentence=1)) == ()
    assert spoken_marks(read, Listening(Speech.SPEAKING, sentence=2)) == ()
    assert spoken_marks(read, Listening(Speech.ENDED)) == ()
    assert spoken_marks(None, Listening(Speech.SPEAKING)) == ()


def test_a_recording_is_heard_where_it_says_the_very_words_and_else_a_voice() -> None:
    recording = Recording("media/one.mp3", (Cue(0.5, 2.0, "One."), Cue(2.0, 3.0, "Three is the last.")))
    spoken = tuple(map(Utterance, ("One.", "Two.", "Three is")))
    assert sentences_of(spoken, recording, Path("/pack")) == (
        Sentence("One.", "/pack/media/one.mp3", 0.5, 2.0),
        Sentence("Two."),
        Sentence("Three is the last.", "/pack/media/one.mp3", 2.0, 3.0),
    )
    assert sentences_of(spoken[:1], None, Path("/pack")) == (Sentence("One."),)
