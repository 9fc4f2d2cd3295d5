# SPDX-License-Identifier: Apache-2.0
"""The stage looks up what a scene needs, in its language, size and theme."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from kiosk import paths
from kiosk.app.shelf import Edition
from kiosk.app.stage import (
    LISTEN_ICONS,
    Leaves,
    Stage,
    edition_of,
    other_language,
    sheet_label,
    theme_of,
)
from kiosk.content.phrases import read_phrases
from kiosk.layout.model import Layout
from kiosk.show.hearing import Listening, Speech
from kiosk.show.model import Panel, Scene, View
from kiosk.ui.snapshot import Tongue
from tests.app.theatre import SCREEN, Theatre

WALL = Scene(View.WALL, section="plasters")
PAGE = Scene(View.PAGE, section="paper-cuts", pages=2)
TOPICS = Scene(View.TOPICS)
CARDS = ("paper-cuts", "plasters")


@pytest.fixture
def stage(theatre: Theatre) -> Stage:
    return theatre.stage_for(SCREEN)


def test_pages_of_scenes(stage: Stage) -> None:
    assert stage.ready_page(PAGE) is None
    page = stage.page(PAGE)
    assert page is not None
    assert (page.section, page.number, page.layout) == ("paper-cuts", 1, Layout.READING)
    assert stage.ready_page(PAGE) is page
    wall = stage.page(WALL)
    assert wall is not None
    assert wall.layout is Layout.WALL
    assert stage.page(TOPICS) is None
    assert stage.page(Scene(View.CLOSED)) is None


def test_a_page_past_the_end_is_the_last(stage: Stage) -> None:
    last = stage.page(Scene(View.PAGE, section="paper-cuts", page=99))
    assert last is not None
    assert last.number == last.count


def test_a_wall_without_a_section_is_the_built_in_page(stage: Stage) -> None:
    page = stage.page(Scene(View.WALL))
    assert page is not None
    assert page.section == ".nothing"


def test_a_section_that_is_not_there_has_no_page(stage: Stage) -> None:
    assert stage.page(Scene(View.PAGE, section="none")) is None


def test_first_pages_behind_the_cards(stage: Stage) -> None:
    assert stage.first_pages(TOPICS, CARDS) == ()
    page = stage.page(PAGE)
    assert stage.first_pages(TOPICS, CARDS) == (page,)


def test_a_wall_is_framed_at_its_settled_distance(stage: Stage) -> None:
    stage.shelf.settle_distance("en")
    assert stage.frame(Layout.WALL, Edition("en")).distance_mm == stage.shelf.distance("en")


def test_a_snapshot_of_a_page(stage: Stage) -> None:
    page = stage.page(PAGE)
    shown = stage.snapshot(PAGE, Leaves(page, "file:///a", "file:///b", "file:///c"), CARDS)
    assert (shown.picture, shown.previous, shown.next) == ("file:///a", "file:///b", "file:///c")
    assert (shown.title, shown.page_label) == ("What a paper cut is", "Page 1 of 2")
    assert shown.cards == ()
    assert shown.marks
    assert shown.words
    assert shown.other_language is not None
    assert shown.other_language.name == "Español"
    assert [tongue.name for tongue in shown.languages] == ["English", "Español"]
    assert shown.icons["next"].endswith(".png")
    assert shown.crisis_sentence == "Crisis help: 988"
    assert not shown.right_to_left


def test_the_wall_draws_icons_only_once_somebody_may_press_them(stage: Stage) -> None:
    def icons(scene: Scene) -> dict[str, str]:
        return stage.snapshot(scene, Leaves(), CARDS).icons

    assert icons(WALL) == {}
    assert icons(replace(WALL, paused=True))
    assert icons(replace(WALL, panel=Panel.CRISIS))


def test_a_snapshot_of_topics(stage: Stage) -> None:
    shown = stage.snapshot(Scene(View.TOPICS, language="es", theme="contrast"), Leaves(), CARDS)
    assert [card.section for card in shown.cards] == list(CARDS)
    assert shown.cards[0].title == "Qué es un corte de papel"
    assert (shown.picture, shown.title, shown.page_label) == ("", "", "")
    assert shown.theme.name == "contrast"
    assert shown.other_language is not None
    assert shown.other_language.code == "en"


def test_of_many_cards_only_those_of_the_page_are_made(stage: Stage) -> None:
    size = stage.cards_per_page(Edition("en"))
    many = ("paper-cuts",) * size + ("plasters",) + ("none",) * 1000
    shown = stage.snapshot(replace(TOPICS, topics_page=1), Leaves(), many)
    assert [card.section for card in shown.cards] == ["plasters"]
    assert shown.cards_in_all == len(many)


def test_the_drawings_of_some_cards_are_prepared(stage: Stage) -> None:
    def going_on() -> bool:
        return False

    assert not stage.prepare(Edition("en"), going_on, ("plasters",))
    assert stage.prepare(Edition("en"), going_on, ("paper-cuts",))
    assert not stage.prepare(Edition("en"), going_on, ("paper-cuts",))
    assert stage.snapshot(TOPICS, Leaves(), CARDS).cards[0].picture


def test_drawings_are_prepared_until_told_to_stop(stage: Stage) -> None:
    edition = Edition("en")
    stage.shelf.fill(edition, (Layout.READING,), lambda: False)
    stage.prepare(edition, lambda: True)
    shown = stage.snapshot(TOPICS, Leaves(), CARDS)
    assert shown.cards[0].picture == ""
    stage.prepare(edition, lambda: False)
    shown = stage.snapshot(TOPICS, Leaves(), CARDS)
    assert shown.cards[0].picture
    assert shown.cards[1].picture == ""


def test_an_unknown_theme_is_the_light_one() -> None:
    assert theme_of(Scene(View.WALL, theme="plaid")).name == "light"
    assert edition_of(Scene(View.WALL, language="es", text_scale=2.0)) == Edition("es", 2.0)


def test_the_button_of_the_sheet_names_other_languages_by_their_own_names() -> None:
    words = read_phrases(paths.resources() / "i18n", "es")
    tongues = [Tongue("en", "English"), Tongue("es", "Español"), Tongue("ar", "العربية")]
    assert sheet_label(words, tongues[:2], "es") == "Más grande · English"
    assert sheet_label(words, tongues, "es") == "Más grande · English · العربية"
    assert sheet_label(words, [*tongues, Tongue("fr", "Français")], "es") == "Más grande · English …"
    assert sheet_label(words, tongues, "es", 9) == "Más grande · English …"
    assert sheet_label(words, tongues[:2], "es", 3) == "Más grande · English"
    assert sheet_label(words, tongues[1:2], "es") == words.say("larger")


def test_the_wall_begins_with_another_language_on_each_page() -> None:
    tongues = [Tongue(code, code.upper()) for code in ("en", "es", "ar")]
    offered = [other_language(tongues, Scene(View.WALL, loop_place=place)) for place in range(3)]
    assert [tongue.code for tongue in offered if tongue] == ["es", "ar", "es"]
    assert other_language(tongues[:1], Scene(View.WALL)) is None


def test_a_copy_comes_with_its_panel_and_goes_with_it(stage: Stage) -> None:
    page = stage.page(PAGE)
    asked = replace(PAGE, panel=Panel.COPY)
    copy = stage.snapshot(asked, Leaves(page), CARDS).copy
    assert copy is not None
    assert copy.words.startswith("What a paper cut is\n")
    assert copy.mm_per_px == SCREEN.mm_per_px
    picture = Path(copy.picture.removeprefix("file://"))
    assert picture.is_file()
    assert stage.snapshot(PAGE, Leaves(page), CARDS).copy is None
    assert not picture.exists()
    assert stage.snapshot(replace(asked, section="none"), Leaves(), CARDS).copy is None


def test_the_icons_of_listening_are_drawn_where_it_is_offered(stage: Stage) -> None:
    page = stage.page(PAGE)
    without = stage.snapshot(PAGE, Leaves(page), CARDS).icons
    offered = stage.snapshot(replace(PAGE, offers_listening=True), Leaves(page), CARDS).icons
    assert set(offered) - set(without) == {*LISTEN_ICONS, "pause-on-accent", "play-on-accent"}


def test_a_station_that_reads_nothing_aloud_has_nothing_to_say(stage: Stage) -> None:
    scene = replace(PAGE, listening=Listening(Speech.SPEAKING))
    page = stage.page(PAGE)
    shown = stage.snapshot(scene, Leaves(page), CARDS)
    assert (shown.spoken, shown.spoken_marks) == ((), ())
