# SPDX-License-Identifier: Apache-2.0
"""What changes much of the glass waits its turn; what does not, and crisis help, is shown at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from kiosk.app.pace import Pace, look_of
from kiosk.render.fonts import load_fonts
from kiosk.show.model import Turn
from kiosk.ui.snapshot import Snapshot
from tests.ui.studio import RESOURCES, STATES, Studio

LONG_MS = 3_600_000


@pytest.fixture
def studio(qapp: QGuiApplication, tmp_path: Path) -> Studio:
    return Studio(tmp_path, load_fonts(RESOURCES / "fonts").cap_ratio)


def test_the_first_scene_is_shown_at_once_and_the_last_of_many_after_a_rest(studio: Studio) -> None:
    shown: list[Snapshot] = []
    pace = Pace(shown.append, LONG_MS)
    page, topics, sheet = (studio.state(name) for name in ("page", "topics", "sheet"))
    pace.take(page)
    pace.take(topics)
    pace.take(sheet)
    assert shown == [page]
    pace.go_on()
    assert shown == [page, sheet]
    pace.take(topics)
    assert shown == [page, sheet]
    pace.go_on()
    pace.go_on()
    assert shown == [page, sheet, topics]


def test_where_nothing_moves_the_rest_is_shorter(studio: Studio, qtbot: QtBot) -> None:
    shown: list[Snapshot] = []
    pace = Pace(shown.append, LONG_MS, 1)
    page, topics = (studio.still(name) for name in ("page", "topics"))
    pace.take(page)
    pace.take(topics)
    qtbot.waitUntil(lambda: len(shown) == 2)


def test_what_waited_does_not_move(studio: Studio) -> None:
    shown: list[Snapshot] = []
    pace = Pace(shown.append, LONG_MS)
    page = studio.state("page")
    moved = replace(studio.state("topics"), scene=replace(studio.state("topics").scene, turn=Turn.FORWARD))
    pace.take(page)
    pace.take(moved)
    pace.go_on()
    assert shown[-1].scene == replace(moved.scene, turn=Turn.NONE)


def test_what_leaves_the_glass_as_it_is_does_not_wait(studio: Studio) -> None:
    shown: list[Snapshot] = []
    pace = Pace(shown.append, LONG_MS)
    page, topics = studio.state("page"), studio.state("topics")
    pace.take(page)
    complete = replace(page, next="file:///another")
    pace.take(complete)
    assert shown == [page, complete]
    pace.take(topics)
    pace.take(page)
    pace.go_on()
    assert shown == [page, complete, page]


def test_crisis_help_never_waits(studio: Studio) -> None:
    shown: list[Snapshot] = []
    pace = Pace(shown.append, LONG_MS)
    page, crisis = studio.state("page"), studio.state("crisis")
    pace.take(page)
    pace.take(crisis)
    assert shown == [page, crisis]
    pace.take(page)
    assert shown == [page, crisis]


def test_after_the_end_nothing_is_shown(studio: Studio) -> None:
    shown: list[Snapshot] = []
    pace = Pace(shown.append, LONG_MS)
    pace.take(studio.state("page"))
    pace.take(studio.state("topics"))
    pace.end()
    pace.go_on()
    assert len(shown) == 1


def test_the_rest_ends_by_itself(studio: Studio, qtbot: QtBot) -> None:
    shown: list[Snapshot] = []
    pace = Pace(shown.append, 1)
    pace.take(studio.state("page"))
    pace.take(studio.state("topics"))
    qtbot.waitUntil(lambda: len(shown) == 2)


ALIKE = {"word", "wall-long", "untouchable", "paused", *(one for one in STATES if one.startswith("heard-"))}
"""States that differ from another in the bar or in words alone."""


@pytest.mark.parametrize("state", sorted(set(STATES) - ALIKE))
def test_every_state_looks_another_way(studio: Studio, state: str) -> None:
    others = set(STATES) - ALIKE - {state}
    assert look_of(studio.state(state)) not in [look_of(studio.state(other)) for other in others]
