# SPDX-License-Identifier: Apache-2.0
"""One announcement for each change, in the visitor's language, and none while the wall rotates for nobody."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from kiosk.show.model import Panel, Scene, View
from kiosk.ui.announcing import SILENCE, Announcement, announcement
from tests.ui.studio import STATES, Studio

WALL = "Riverside Clinic. Touch to pause and read"
PAGE = "Understanding PTSD. Page 2 of 4"

CHANGES = (
    ("wall", "wall-long", "", False),
    ("wall", "paused", "Paused. Understanding PTSD", False),
    ("paused", "wall", WALL, False),
    ("paused", "untouchable", "Riverside Clinic", False),
    ("paused", "page", PAGE, False),
    ("page", "page", "", False),
    ("page", "topics", "What would you like to read?", False),
    ("page", "sheet", "Text, contrast, language", False),
    ("page", "words", "Words on this page", False),
    ("page", "sources", "Sources", False),
    ("page", "copy", "Keep a copy", False),
    ("sheet", "page", PAGE, False),
    ("page", "band", "This screen will start over soon. Touch anywhere to stay.", True),
    ("band", "page", PAGE, False),
    ("band", "wall", WALL, False),
    ("page", "crisis", "Crisis help. Tell someone at the desk now.", True),
    ("crisis", "crisis", "", False),
    ("crisis", "page", PAGE, False),
    ("wall", "crisis-on-wall", "Crisis help. Tell someone at the desk now.", True),
    ("topics", "page", PAGE, False),
    ("wall", "closed", "We are closed", False),
    ("closed", "dark", "", False),
    ("page", "wall", WALL, False),
    *(("page", state, "", False) for state in STATES if state.startswith("heard-")),
)


@pytest.mark.parametrize("before, after, words, urgent", CHANGES)
def test_a_change_is_said_once(studio: Studio, before: str, after: str, words: str, urgent: bool) -> None:
    said = announcement(studio.state(before), studio.state(after))
    assert said == (Announcement(words, urgent) if words else SILENCE)


def test_every_state_is_in_the_table() -> None:
    assert {state for change in CHANGES for state in change[:2]} == set(STATES) - {"word"}


@pytest.mark.parametrize("state", STATES)
def test_nothing_is_said_of_the_first_scene(studio: Studio, state: str) -> None:
    assert announcement(None, studio.state(state)) == SILENCE


def test_a_turned_page_is_said(studio: Studio) -> None:
    page = Scene(View.PAGE, section="understanding-ptsd", pages=4)
    one, two = studio.snapshot(page), studio.snapshot(replace(page, page=1))
    assert announcement(one, two).words == "Understanding PTSD. Page 2 of 4"


def test_topics_of_several_pages_say_which(studio: Studio) -> None:
    one = studio.snapshot(Scene(View.TOPICS, topics_pages=2))
    two = studio.snapshot(Scene(View.TOPICS, topics_page=1, topics_pages=2))
    assert announcement(one, two).words == "What would you like to read? Page 2 of 2"


@pytest.mark.parametrize(
    "field, on, off",
    [
        ("still", "Pages stand still", "Pages move again"),
        ("lowered", "Lower on the screen", "Higher on the screen"),
    ],
)
def test_what_is_switched_is_said(studio: Studio, field: str, on: str, off: str) -> None:
    before = studio.state("sheet")
    after = replace(before, scene=replace(before.scene, **{field: True}))
    assert announcement(before, after).words == on
    assert announcement(after, before).words == off


def test_what_is_chosen_is_said_in_the_language_chosen(studio: Studio) -> None:
    before = studio.state("sheet")
    larger = replace(studio, text_scale=1.5).state("sheet")
    spanish = replace(studio, language="es").state("sheet")
    assert announcement(before, larger).words == "Text size: 150\u00a0%"
    assert announcement(before, spanish).words == "Idioma: Español"
    assert announcement(before, replace(spanish, languages=())).words == "Idioma: es"
    dark = replace(before, scene=replace(before.scene, theme="dark"))
    assert announcement(before, dark).words == "Contrast: Dark"


def test_the_end_of_a_visit_is_said_and_not_that_its_choices_went_back(studio: Studio) -> None:
    before = replace(studio, language="es", text_scale=2.0).state("page")
    assert announcement(before, studio.state("wall")).words == WALL


def test_a_private_section_is_not_named_once_the_visit_has_ended(studio: Studio) -> None:
    before = replace(studio.state("page"), title="Something private")
    said = announcement(before, studio.state("wall"))
    assert "private" not in said.words
    assert Panel.NONE is studio.state("wall").scene.panel
