# SPDX-License-Identifier: Apache-2.0
"""Spoken guidance says what stands on the glass when that changes, and nothing else."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from kiosk.app.guidance import announcements
from kiosk.content.phrases import Phrases, read_phrases
from kiosk.layout.frame import frame
from kiosk.layout.model import Layout, Screen
from kiosk.paths import resources
from kiosk.show.hearing import Listening, Speech
from kiosk.show.model import Panel, Scene, View
from kiosk.ui.snapshot import Entry, Number, Snapshot

PHRASES: Phrases = read_phrases(resources() / "i18n", "en")
SAY = PHRASES.say
GUIDED = Listening(guided=True)
PAGE = Scene(View.PAGE, section="a", page=1, pages=3, listening=GUIDED)
WALL = Scene(View.WALL, section="a", paused=True, listening=GUIDED)
GREETING = "Speech is on. Up and down move, select chooses, left and right turn pages."


def shown(scene: Scene) -> Snapshot:
    return Snapshot(
        scene=scene,
        frame=frame(Screen(1920, 1080, 0.5), Layout.READING, 1.0, 0.668),
        phrases=PHRASES,
        title="Paper cuts",
        page_label="Page 2 of 3",
        text="Cuts heal.\nMost in three days.",
        words=(Entry("cut", "Cut", "A small wound."), Entry("scar", "Scar", "What stays.")),
        sources=(Entry("s1", "1. Smith. A study. 2020.", "doi.org/10.1"),),
        crisis_label="Crisis help: 988",
        crisis_lines=(Number("988", "Lifeline", "Call or text.", emergency=False),),
        clinic="North Clinic",
        hours=(("Monday", "8:00 to 17:00"),),
    )


PANEL = replace(PAGE, panel=Panel.SHEET)
SCENES = {
    "a page": (PAGE, ["Paper cuts. Page 2 of 3"]),
    "a first page, whose title is read": (
        replace(PAGE, page=0, listening=Listening(Speech.SPEAKING, guided=True)),
        ["Page 2 of 3"],
    ),
    "the wall": (WALL, ["Cuts heal.", "Most in three days."]),
    "topics": (replace(PAGE, view=View.TOPICS), [SAY("topics_title")]),
    "closed": (
        replace(WALL, view=View.CLOSED),
        ["North Clinic", "We are closed", "Monday: 8:00 to 17:00", "Crisis help: 988"],
    ),
    "the sheet": (PANEL, [SAY("settings_title")]),
    "a copy": (replace(PAGE, panel=Panel.COPY), [SAY("keep_copy"), SAY("copy_no_phone")]),
    "all words": (
        replace(PAGE, panel=Panel.WORDS),
        ["Words on this page", "Cut. A small wound.", "Scar. What stays."],
    ),
    "one word": (replace(PAGE, panel=Panel.WORDS, term="scar"), ["Words on this page", "Scar. What stays."]),
    "sources": (replace(PAGE, panel=Panel.SOURCES), ["Sources", "1. Smith. A study. 2020."]),
    "the band": (replace(PAGE, band=True), [SAY("band")]),
    "crisis help": (
        replace(PAGE, panel=Panel.CRISIS),
        [SAY("crisis_desk"), "988. Lifeline. Call or text.", SAY("crisis_no_call")],
    ),
}


@pytest.mark.parametrize("name", SCENES)
def test_speech_mode_greets_and_says_what_is_there(name: str) -> None:
    scene, told = SCENES[name]
    unguided = shown(replace(scene, listening=Listening()))
    assert announcements(unguided, shown(scene), aloud=False) == (GREETING, *told)
    assert announcements(None, shown(scene), aloud=True) == (SAY("speech_others"), GREETING, *told)


@pytest.mark.parametrize("name", SCENES)
def test_what_comes_is_said_once(name: str) -> None:
    scene, told = SCENES[name]
    before = shown(SCENES["topics" if name != "topics" else "a page"][0])
    assert announcements(before, shown(scene), aloud=True) == tuple(told)
    assert announcements(shown(scene), shown(scene), aloud=True) == ()
    assert announcements(before, shown(replace(scene, listening=Listening())), aloud=True) == ()


def test_a_turn_of_the_page_is_left_to_the_reader() -> None:
    assert announcements(shown(PAGE), shown(replace(PAGE, page=2)), aloud=True) == ()
    assert announcements(shown(WALL), shown(replace(WALL, page=1)), aloud=True) != ()
