# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from kiosk.show.model import Act, Chosen, Contact, Event, Key, Panel, Pressed
from kiosk.ui.show_bridge import ShowBridge
from tests.ui.studio import Studio


@pytest.fixture
def events() -> list[Event]:
    return []


@pytest.fixture
def left() -> list[bool]:
    return []


@pytest.fixture
def bridge(qapp: QObject, events: list[Event], left: list[bool]) -> ShowBridge:
    return ShowBridge(events.append, lambda: left.append(True))


def signals(bridge: ShowBridge) -> dict[str, list[bool]]:
    """Count what a bridge and its children announce, by name."""
    counted: dict[str, list[bool]] = {}
    for owner, name in (
        (bridge, "sceneChanged"),
        (bridge, "speechChanged"),
        (bridge, "iconsChanged"),
        (bridge, "clinicChanged"),
        (bridge._theme, "themeChanged"),
        (bridge._frame, "frameChanged"),
        (bridge._page, "turned"),
        (bridge._page, "textChanged"),
        (bridge._panels, "panelsChanged"),
    ):
        counted[name] = []
        getattr(owner, name).connect(lambda name=name: counted[name].append(True))
    return counted


def announced(counted: dict[str, list[bool]]) -> set[str]:
    return {name for name, times in counted.items() if times}


def test_before_the_first_snapshot_it_is_dark_and_silent(bridge: ShowBridge) -> None:
    assert (bridge.property("view"), bridge.property("panel"), bridge.property("touch")) == (
        "dark",
        "none",
        False,
    )
    assert (bridge.property("clinic"), bridge.property("crisisLabel"), bridge.property("speech")) == (
        "",
        "",
        "",
    )
    assert (bridge.property("otherLanguage"), bridge.property("otherLanguageName")) == ("", "")
    assert (bridge.property("mirrored"), bridge.property("still"), bridge.property("iconSet")) == (
        False,
        False,
        0,
    )
    assert bridge.say("en", "next") == bridge.icon(0, "next") == ""


def test_the_first_snapshot_is_announced_whole(bridge: ShowBridge, studio: Studio) -> None:
    counted = signals(bridge)
    bridge.show_snapshot(studio.state("page"))

    assert announced(counted) == set(counted) - {"themeChanged"}
    assert all(len(times) <= 1 for times in counted.values())


def test_an_equal_snapshot_announces_nothing(bridge: ShowBridge, studio: Studio) -> None:
    bridge.show_snapshot(studio.state("page"))
    counted = signals(bridge)

    bridge.show_snapshot(studio.state("page"))

    assert announced(counted) == set()


def test_only_what_differs_is_announced(bridge: ShowBridge, studio: Studio) -> None:
    page = studio.state("page")
    bridge.show_snapshot(page)
    counted = signals(bridge)

    bridge.show_snapshot(replace(page, scene=replace(page.scene, band=True)))
    assert announced(counted) == {"sceneChanged"}

    counted = signals(bridge)
    bridge.show_snapshot(replace(page, crisis_label="Help", scene=replace(page.scene, band=True)))
    assert announced(counted) == {"clinicChanged"}

    studio.language = "es"
    counted = signals(bridge)
    bridge.show_snapshot(studio.state("page"))
    assert {"speechChanged", "sceneChanged", "clinicChanged"} <= announced(counted)
    assert "frameChanged" not in announced(counted)


def test_everything_is_read_from_the_new_snapshot_when_it_is_announced(
    bridge: ShowBridge, studio: Studio
) -> None:
    bridge.show_snapshot(studio.state("wall"))
    seen: list[tuple[object, object]] = []
    bridge._frame.frameChanged.connect(
        lambda: seen.append((bridge.property("view"), bridge._page.property("title")))
    )

    bridge.show_snapshot(studio.state("page", title="Another"))

    assert [view for view, _ in seen] == ["page"]


def test_values_of_the_scene(bridge: ShowBridge, studio: Studio) -> None:
    snapshot = studio.state("word")
    bridge.show_snapshot(snapshot)
    scene = snapshot.scene

    assert {
        name: bridge.property(name)
        for name in (
            "view",
            "panel",
            "paused",
            "band",
            "touch",
            "section",
            "language",
            "textScale",
            "themeName",
            "term",
        )
    } == {
        "view": "page",
        "panel": "words",
        "paused": False,
        "band": False,
        "touch": True,
        "section": scene.section,
        "language": "en",
        "textScale": 1.0,
        "themeName": "light",
        "term": "flashback",
    }
    assert [bridge.property(name) for name in ("loopPlace", "loopLength", "topicsPage", "topicsPages")] == [
        0,
        1,
        0,
        1,
    ]
    assert [
        bridge.property(name) for name in ("crisisLabel", "clinic", "otherLanguage", "otherLanguageName")
    ] == [
        "Crisis help: 988",
        "Riverside Clinic",
        "es",
        "Español",
    ]


def test_phrases_and_icons_are_the_snapshots(bridge: ShowBridge, studio: Studio) -> None:
    snapshot = studio.state("page")
    bridge.show_snapshot(snapshot)

    assert bridge.say("en", "next") == "Next"
    assert bridge.icon(bridge.property("iconSet"), "next") == snapshot.icons["next"]
    assert bridge.icon(0, "no such icon") == ""


def test_other_icons_have_another_number(bridge: ShowBridge, studio: Studio) -> None:
    bridge.show_snapshot(studio.state("page"))
    before = bridge.property("iconSet")

    bridge.show_snapshot(studio.state("page", icons={"next": "file:///another.png"}))

    assert bridge.property("iconSet") != before


def test_what_a_visitor_does_is_told(bridge: ShowBridge, events: list[Event]) -> None:
    bridge.contact(3, 10.5, 20.25, True)
    bridge.choose("open", "section-1")
    bridge.press("page-down")

    assert events == [
        Contact(3, 10.5, 20.25, down=True),
        Chosen(Act.OPEN, "section-1"),
        Pressed(Key.PAGE_DOWN),
    ]


def test_only_escape_held_or_a_closed_window_leaves(bridge: ShowBridge, left: list[bool]) -> None:
    bridge.held("space")
    assert left == []
    bridge.held("escape")
    bridge.leave()
    assert left == [True, True]


def test_a_visitor_may_change_the_scene_while_he_is_heard(
    qapp: QObject, studio: Studio, qtbot: QtBot
) -> None:
    def answer(event: Event) -> None:
        assert event == Chosen(Act.CRISIS)
        page = studio.state("page")
        heard.show_snapshot(replace(page, scene=replace(page.scene, panel=Panel.CRISIS)))

    heard = ShowBridge(answer, lambda: None)
    heard.show_snapshot(studio.state("page"))

    with qtbot.waitSignal(heard.sceneChanged):
        heard.choose("crisis", "")
    assert heard.property("panel") == "crisis"
