# SPDX-License-Identifier: Apache-2.0
"""The pages that may come next are asked for before anybody wants them."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from kiosk.app.futures import wanted
from kiosk.show.model import Act
from tests.app.theatre import SCREEN, Theatre, fill


def asked(theatre: Theatre) -> list[tuple[str, str, int, str]]:
    """Return section, layout, number and language of every page wanted later."""
    director = theatre.director
    found = wanted(director._stage, director._state, theatre.hands.now)
    return [(page.section, page.layout.value, page.number, page.language) for page, _ in found.later]


def test_the_wall_wants_its_next_page(theatre: Theatre, qtbot: QtBot) -> None:
    fill(theatre, qtbot)
    assert asked(theatre) == [("paper-cuts", "wall", 2, "en")]


def test_a_paused_wall_wants_what_its_buttons_open(theatre: Theatre, qtbot: QtBot) -> None:
    fill(theatre, qtbot)
    qtbot.waitUntil(lambda: theatre.shelf.distance("es") is not None)
    theatre.touch()
    assert asked(theatre)[0] == ("paper-cuts", "reading", 1, "en")
    qtbot.waitUntil(lambda: ("paper-cuts", "wall", 1, "es") in asked(theatre))


def test_a_page_wants_its_neighbours_the_page_after_next_and_the_wall(theatre: Theatre, qtbot: QtBot) -> None:
    fill(theatre, qtbot)
    theatre.touch()
    theatre.choose(Act.READ_THIS)
    theatre.choose(Act.NEXT)
    director = theatre.director
    found = wanted(director._stage, director._state, theatre.hands.now)
    assert found.page is not None
    assert found.back is not None
    assert found.forward is not None
    assert (found.back.number, found.page.number, found.forward.section) == (1, 2, "plasters")
    assert asked(theatre) == [("plasters", "reading", 2, "en"), ("paper-cuts", "wall", 2, "en")]


def test_topics_want_the_first_pages_behind_their_cards(theatre: Theatre, qtbot: QtBot) -> None:
    fill(theatre, qtbot)
    theatre.touch()
    theatre.choose(Act.TOPICS)
    assert {each[0] for each in asked(theatre) if each[1] == "reading"} == {"paper-cuts", "plasters"}


def test_a_wall_that_stands_still_wants_nothing(theatre: Theatre) -> None:
    stage = theatre.stage_for(SCREEN)
    assert wanted(stage, theatre.director._state, theatre.hands.now).back is None
