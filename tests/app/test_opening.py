# SPDX-License-Identifier: Apache-2.0
"""The opening takes no more of a pack than it must."""

from __future__ import annotations

import pytest

from kiosk.app.edition import Edition
from kiosk.app.ledger import Facts
from kiosk.app.opening import opened, settle_few
from kiosk.app.shelf import Shelf
from kiosk.layout import builtin
from kiosk.layout.model import Layout
from kiosk.show.machine import scene
from kiosk.show.model import ShowSettings
from kiosk.show.state import State
from tests.app.conftest import Build
from tests.app.theatre import SCREEN, Sketcher, Theatre

EN = Edition("en")


def opening(theatre: Theatre) -> State:
    shelf = theatre.shelf
    return opened(shelf, ShowSettings(), lambda: shelf.programme(EN, 8), theatre.hands.wall, 0.0)


def test_of_few_sections_the_whole_wall_is_set(theatre: Theatre) -> None:
    theatre.stage_for(SCREEN)
    state = opening(theatre)
    assert scene(state, 0.0).section == "paper-cuts"
    assert theatre.shelf.distance("en")
    assert theatre.shelf.ready(builtin.SOURCES, EN, Layout.WALL)


def test_of_many_only_what_comes_first(
    build: Build, sketcher: Sketcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.app.shelf.FEW", 0)
    theatre = build(sketcher)
    theatre.stage_for(SCREEN)
    settle_few(theatre.shelf, "en")
    assert scene(opening(theatre), 0.0).section == "paper-cuts"
    assert theatre.shelf.distance("en") is None
    assert theatre.shelf.ready(builtin.SOURCES, EN, Layout.WALL) is None


def test_what_was_known_before_is_completed_with_what_is_never_written_down(
    build: Build, sketcher: Sketcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.app.shelf.FEW", 0)
    theatre = build(sketcher)
    theatre.stage_for(SCREEN)
    Shelf._take(theatre.shelf, Facts(distances={"en": 2000.0}))
    opening(theatre)
    assert theatre.shelf.ready(builtin.SOURCES, EN, Layout.WALL)


def test_where_nothing_can_be_read_the_built_in_page_stands(theatre: Theatre) -> None:
    theatre.stage_for(SCREEN)
    theatre.shelf._read = lambda *_: (None, ())
    theatre.shelf._sections.clear()
    assert scene(opening(theatre), 0.0).section == ""
