# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from pytestqt.qtbot import QtBot

from kiosk.ui import help_room, panels
from kiosk.ui.lists import FIRST_ROLE, EntryList
from kiosk.ui.panels_bridge import PanelsBridge
from tests.ui.studio import Size, Studio


def first(model: EntryList) -> list[object]:
    return [model.data(model.index(row), FIRST_ROLE) for row in range(model.rowCount())]


def test_each_panel_brings_what_stands_on_it(studio: Studio) -> None:
    bridge = PanelsBridge()

    bridge.take(studio.state("words"))
    assert first(bridge._words) == ["flashback", "trauma"]
    bridge.take(studio.state("word"))
    assert first(bridge._words) == ["flashback"]
    bridge.take(studio.state("sources"))
    assert len(first(bridge._sources)) == 6
    assert bridge.property("sourceSheets") == 2
    bridge.take(studio.state("sources", sources=()))
    assert bridge.property("sourceSheets") == 1
    bridge.take(studio.state("crisis"))
    assert first(bridge._numbers) == ["911", "988", "988, then 1"]
    assert first(bridge._words) == first(bridge._sources) == []


def test_lengths_are_those_of_the_rooms(studio: Studio) -> None:
    snapshot = studio.state("crisis")
    bridge = PanelsBridge()
    bridge.take(snapshot)
    room, crisis = panels.panel_room(snapshot.frame), help_room.crisis_room(snapshot.frame)

    assert [bridge.property(name) for name in ("left", "top", "width", "tallest", "pad")] == [
        room.x,
        room.y,
        room.width,
        room.height,
        panels.panel_pad(snapshot.frame),
    ]
    assert [bridge.property(f"crisis{name}") for name in ("Left", "Top", "Width", "Height")] == [
        crisis.x,
        crisis.y,
        crisis.width,
        crisis.height,
    ]
    assert bridge.property("crisisText") > 1
    assert bridge.property("helpSheets") == 1


def test_crisis_help_of_the_smallest_glass_has_pages(studio: Studio) -> None:
    studio.size, studio.crowded = Size(800, 480, 7), True
    bridge = PanelsBridge()
    bridge.take(studio.state("crisis"))
    assert bridge.property("helpSheets") > 1
    bridge.take(studio.state("closed"))
    assert bridge.property("helpSheets") == 1
    assert bridge.property("hoursWidth") > 300


def test_sizes_come_with_their_panels(studio: Studio) -> None:
    bridge = PanelsBridge()
    for state, name in (("words", "wordsText"), ("sources", "sourcesText"), ("closed", "closedText")):
        assert bridge.property(name) == 1.0
        bridge.take(studio.state(state))
        assert bridge.property(name) > 10


def test_only_what_differs_is_announced(studio: Studio, qtbot: QtBot) -> None:
    bridge = PanelsBridge()
    bridge.take(studio.state("words"))

    with qtbot.assertNotEmitted(bridge.panelsChanged):
        bridge.take(studio.state("words"))
    with qtbot.waitSignal(bridge.panelsChanged):
        bridge.take(studio.state("crisis"))
