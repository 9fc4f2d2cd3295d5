# SPDX-License-Identifier: Apache-2.0
"""The tree that a screen reader walks, in every state and language: named, in order, only what is seen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.show.model import Act, Chosen
from tests.ui.studio import SIZES, STATES, Open, Size, Stage, Studio, drawn

Role = QAccessible.Role
PRESSED = {Role.Button, Role.RadioButton, Role.Link}
LANGUAGES = ("en", "es", "ar", "fr", "zh")
FACED = {"sheet": "sheet", "words": "words-panel", "word": "words-panel", "sources": "sources-panel"}
DIALOGS = FACED | {"crisis": "crisis-panel", "crisis-on-wall": "crisis-panel"}


@pytest.fixture(autouse=True)
def _listening(qapp: object) -> Iterator[None]:
    """Let Qt believe that a screen reader is connected."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@dataclass(frozen=True)
class Met:
    """What a screen reader meets."""

    role: QAccessible.Role
    name: str
    actions: tuple[str, ...]
    checked: bool
    disabled: bool
    hidden: bool


def actions_of(node: QAccessibleInterface) -> tuple[str, ...]:
    """Return the names of what can be done; a node that can do nothing has no interface for it."""
    found: object = node.actionInterface()
    return tuple(found.actionNames()) if isinstance(found, QAccessibleActionInterface) else ()


def tree(stage: Stage) -> list[Met]:
    """Return what is there below the window, in reading order."""
    found: list[Met] = []

    def walk(node: QAccessibleInterface) -> None:
        state = node.state()
        found.append(
            Met(
                node.role(),
                node.text(QAccessible.Text.Name),
                actions_of(node),
                bool(state.checked),
                bool(state.disabled),
                bool(state.invisible),
            )
        )
        for place in range(node.childCount()):
            walk(node.child(place))

    window = QAccessible.queryAccessibleInterface(stage.window)
    for place in range(window.childCount()):
        walk(window.child(place))
    return found


def listened(stage: Stage, qtbot: QtBot) -> None:
    """Let the bridge notice who listens, and wait until everything is drawn."""
    stage.bridge._reading.look()
    drawn(stage, qtbot)


def met(stage: Stage, *roles: QAccessible.Role) -> list[str]:
    return [one.name for one in tree(stage) if one.role in roles]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", STATES)
def test_everything_met_is_seen_named_and_can_be_pressed(
    open_stage: Open, studio: Studio, qtbot: QtBot, state: str, language: str
) -> None:
    stage = open_stage(replace(studio, language=language).state(state))
    listened(stage, qtbot)
    found = tree(stage)
    groups = {Role.List, Role.Note, Role.Grouping}
    assert (len(found) > 1) == (state != "dark")
    assert not [one for one in found if one.role is Role.NoRole]
    assert not [one for one in found if not one.name.strip() and one.role not in groups]
    assert not [one for one in found if one.hidden]
    buttons = [one for one in found if one.role in PRESSED]
    assert not [one for one in buttons if "Press" not in one.actions]
    assert buttons or state in {"untouchable", "dark"}


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("state", STATES)
def test_no_label_is_spoken_twice(
    open_stage: Open, studio: Studio, qtbot: QtBot, state: str, size: Size
) -> None:
    stage = open_stage(replace(studio, size=size).state(state))
    listened(stage, qtbot)
    pressed = [one.name for one in tree(stage) if one.role in PRESSED]
    said = [one.name for one in tree(stage) if one.role is Role.StaticText]
    assert len(pressed) == len(set(pressed))
    assert not set(pressed) & set(said)


def test_a_page_is_met_in_reading_order(open_stage: Open, studio: Studio, qtbot: QtBot) -> None:
    stage = open_stage(studio.state("page"))
    listened(stage, qtbot)
    found = [(one.role, one.name) for one in tree(stage)]
    assert found[:14] == [
        (Role.Document, "Understanding PTSD"),
        (Role.Heading, "Understanding PTSD"),
        (Role.Paragraph, "PTSD can get better."),
        (Role.List, ""),
        (Role.ListItem, "Sleep."),
        (Role.ListItem, "Talk."),
        (Role.Graphic, "6 of 100"),
        (Role.Note, ""),
        (Role.Paragraph, "Ask a nurse."),
        (Role.Grouping, ""),
        (Role.StaticText, "How often"),
        (Role.StaticText, "Information only."),
        (Role.Link, "flashback"),
        (Role.Link, "Sources"),
    ]
    assert [name for role, name in found[14:]] == [
        "Previous",
        "Next",
        "Topics",
        "Words",
        "Keep a copy",
        "Larger · Español",
        "Finished",
        "Crisis help: 988",
    ]


def test_passages_stand_over_what_they_say(open_stage: Open, studio: Studio, qtbot: QtBot) -> None:
    stage = open_stage(studio.state("page"))
    listened(stage, qtbot)
    places = [stage.rect(item) for item in stage.items() if item.objectName() == "passage"]
    assert [(place.x(), place.y(), place.width()) for place in places[:2]] == [
        (100, 50, 400),
        (100, 200, 600),
    ]


@pytest.mark.parametrize("state, name", DIALOGS.items())
def test_a_dialog_covers_the_page_and_its_bar(
    open_stage: Open, studio: Studio, qtbot: QtBot, state: str, name: str
) -> None:
    stage = open_stage(studio.state(state))
    listened(stage, qtbot)
    roles = [one.role for one in tree(stage)]
    assert roles.count(Role.Dialog) == 1
    assert Role.Paragraph not in roles
    assert not {"Finished", "Read this", "Topics"} & set(met(stage, Role.Button))
    assert met(stage, Role.Button)[-1] == "Crisis help: 988"


def test_the_band_takes_the_bar_s_place_and_leaves_the_page(
    open_stage: Open, studio: Studio, qtbot: QtBot
) -> None:
    stage = open_stage(studio.state("band"))
    listened(stage, qtbot)
    assert met(stage, Role.Button) == ["Crisis help: 988"]
    assert met(stage, Role.AlertMessage) == ["This screen will start over soon. Touch anywhere to stay."]
    assert "PTSD can get better." in met(stage, Role.Paragraph)


@pytest.mark.parametrize("state, name", DIALOGS.items())
def test_the_focus_goes_into_a_dialog_and_back(
    open_stage: Open, studio: Studio, qtbot: QtBot, state: str, name: str
) -> None:
    beneath = "paused" if state == "crisis-on-wall" else "page"
    stage = open_stage(studio.state(beneath))
    listened(stage, qtbot)
    button = stage.item("crisis")
    button.forceActiveFocus()
    stage.bridge.show_snapshot(studio.state(state))
    listened(stage, qtbot)
    assert stage.window.activeFocusItem().objectName() == name
    stage.bridge.show_snapshot(studio.state(beneath))
    listened(stage, qtbot)
    assert stage.window.activeFocusItem() == button


def test_the_focus_goes_from_one_dialog_into_the_next(open_stage: Open, studio: Studio, qtbot: QtBot) -> None:
    stage = open_stage(studio.state("sheet"))
    listened(stage, qtbot)
    stage.bridge.show_snapshot(studio.state("crisis"))
    listened(stage, qtbot)
    assert stage.window.activeFocusItem().objectName() == "crisis-panel"


def test_a_choice_is_checked_and_what_cannot_be_chosen_is_disabled(
    open_stage: Open, studio: Studio, qtbot: QtBot
) -> None:
    stage = open_stage(studio.state("sheet"))
    listened(stage, qtbot)
    found = tree(stage)
    assert [one.name for one in found if one.checked] == ["Light", "English"]
    assert [one.name for one in found if one.disabled] == ["Smaller"]


def test_what_can_no_longer_be_chosen_keeps_the_focus(open_stage: Open, studio: Studio, qtbot: QtBot) -> None:
    stage = open_stage(replace(studio, text_scale=1.75).state("sheet"))
    listened(stage, qtbot)
    stage.item("larger").forceActiveFocus()
    stage.bridge.show_snapshot(replace(studio, text_scale=2.0).state("sheet"))
    listened(stage, qtbot)
    assert stage.window.activeFocusItem() == stage.item("larger")
    QTest.keyClick(stage.window, Qt.Key.Key_Return)
    assert not [event for event in stage.events if isinstance(event, Chosen)]


def do(stage: Stage, item: QQuickItem, action: str) -> None:
    QAccessible.queryAccessibleInterface(item).actionInterface().doAction(action)


@pytest.mark.parametrize(
    "state, name, action, chosen",
    [
        ("wall", "invitation", "Press", Chosen(Act.READ_THIS)),
        ("band", "band", "Press", Chosen(Act.CLOSE)),
        ("page", "next", "Press", Chosen(Act.NEXT)),
        ("sheet", "theme-dark", "Press", Chosen(Act.THEME, "dark")),
        ("sheet", "theme-dark", "Toggle", Chosen(Act.THEME, "dark")),
        ("sheet", "scale", "Increase", Chosen(Act.TEXT_SCALE, "1.5")),
        ("sheet", "scale", "Decrease", Chosen(Act.TEXT_SCALE, "1")),
    ],
)
def test_an_accessible_action_does_what_a_finger_does(
    open_stage: Open, studio: Studio, qtbot: QtBot, state: str, name: str, action: str, chosen: Chosen
) -> None:
    stage = open_stage(replace(studio, text_scale=1.25).state(state))
    listened(stage, qtbot)
    do(stage, stage.item(name), action)
    assert stage.events == [chosen]


def test_the_text_size_is_a_value(open_stage: Open, studio: Studio, qtbot: QtBot) -> None:
    stage = open_stage(replace(studio, text_scale=1.5).state("sheet"))
    listened(stage, qtbot)
    value = QAccessible.queryAccessibleInterface(stage.item("scale")).valueInterface()
    assert (value.minimumValue(), value.currentValue(), value.maximumValue()) == (100, 150, 200)


def test_a_card_says_where_to_start_and_how_long_it_is(
    open_stage: Open, studio: Studio, qtbot: QtBot
) -> None:
    stage = open_stage(studio.state("topics"))
    listened(stage, qtbot)
    card = next(item for item in stage.items() if item.objectName() == "card")
    node = QAccessible.queryAccessibleInterface(card)
    assert node.text(QAccessible.Text.Name).startswith("Start here: Ketamine and PTSD")
    assert (
        node.text(QAccessible.Text.Description) == "Small studies were hopeful. The largest was not. 3 pages"
    )
