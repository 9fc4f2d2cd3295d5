# SPDX-License-Identifier: Apache-2.0
"""Listening in the scene: its button and bar, the marked sentence, what the focus says, the key."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.layout.model import Ink
from kiosk.layout.tokens import THEMES, Theme
from kiosk.show.hearing import Speech
from kiosk.show.model import Act, Chosen, Contact
from kiosk.ui.snapshot import Mark, Snapshot
from tests.ui.studio import SIZES, Open, Size, Stage, Studio, drawn

ACTS = {
    "listen-repeat": Act.LISTEN_REPEAT,
    "listen-faster": Act.LISTEN_FASTER,
    "listen-softer": Act.LISTEN_SOFTER,
    "listen-louder": Act.LISTEN_LOUDER,
    "listen-stop": Act.LISTEN_STOP,
}
MAIN = {
    Speech.ASKING: ("Start", Act.LISTEN_START),
    Speech.SPEAKING: ("Pause", Act.LISTEN_PAUSE),
    Speech.HUSHED: ("Pause", Act.LISTEN_PAUSE),
    Speech.PAUSED: ("Go on", Act.LISTEN_RESUME),
    Speech.ENDED: ("Next topic", Act.LISTEN_RESUME),
    Speech.FAILED: ("Try again", Act.LISTEN),
}
Show = Callable[..., Stage]


@pytest.fixture
def show(studio: Studio, open_stage: Open, qtbot: QtBot) -> Show:
    """Open a window in a state of listening."""

    def shown(state: str, **values: object) -> Stage:
        stage = open_stage(studio.state(state, **values))
        drawn(stage, qtbot)
        return stage

    return shown


def press(stage: Stage, name: str) -> list[object]:
    """Press a button, and return what was chosen."""
    stage.events.clear()
    centre = stage.rect(stage.item(name)).center()
    QTest.mouseClick(
        stage.window,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        QPoint(round(centre.x()), round(centre.y())),
    )
    return [event for event in stage.events if not isinstance(event, Contact)]


def names(stage: Stage) -> set[str]:
    return {item.objectName() for item in stage.items() if item.property("natural") is not None}


def ratio(one: QColor, other: QColor) -> float:
    """Return the contrast of two colours, as WCAG reckons it."""

    def light(colour: QColor) -> float:
        parts = (colour.redF(), colour.greenF(), colour.blueF())
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_listen_is_there_only_where_it_is_offered(show: Show) -> None:
    assert "listen" not in names(show("page"))
    stage = show("heard-off")
    assert "listen" in names(stage)
    assert press(stage, "listen") == [Chosen(Act.LISTEN)]


@pytest.mark.parametrize("status", MAIN)
def test_the_main_button_says_what_comes_next(status: Speech, show: Show) -> None:
    label, act = MAIN[status]
    stage = show(f"heard-{status}")
    assert stage.item("listen-main").property("label") == label
    assert press(stage, "listen-main") == [Chosen(act)]
    assert "next" not in names(stage)
    assert "crisis" in names(stage)


@pytest.mark.parametrize("name", ACTS)
def test_each_button_of_listening(name: str, show: Show) -> None:
    assert press(show("heard-speaking"), name) == [Chosen(ACTS[name])]


def test_what_is_slowest_cannot_be_slower(show: Show) -> None:
    stage = show("heard-speaking")
    assert not stage.item("listen-slower").property("available")
    assert press(stage, "listen-slower") == []


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("language", ["en", "es", "ar", "fr", "zh"])
def test_every_button_can_be_reached_on_every_glass(
    size: Size, language: str, studio: Studio, show: Show, qtbot: QtBot
) -> None:
    studio.size, studio.language = size, language
    stage = show("heard-speaking")
    seen = names(stage)
    while "listen-more" in names(stage) and len(seen) < 9:
        press(stage, "listen-more")
        drawn(stage, qtbot)
        seen |= names(stage)
    assert {"listen-main", "listen-slower", *ACTS, "crisis"} <= seen
    assert ("listen-more" in seen) == (size.width == 800) or size.diagonal_in == 10


def test_on_the_smallest_glass_listen_stands_in_the_sheet(studio: Studio, show: Show) -> None:
    studio.size = SIZES[4]
    offered = studio.state("heard-off").scene
    sheet = studio.state("sheet").scene
    stage = show("sheet", scene=replace(sheet, offers_listening=offered.offers_listening))
    assert press(stage, "sheet-listen") == [Chosen(Act.LISTEN)]


def test_the_sentence_is_marked_where_it_stands(show: Show) -> None:
    marks = (Mark("", 100.0, 200.0, 300.0, 60.0), Mark("", 100.0, 260.0, 120.0, 60.0))
    stage = show("heard-speaking", spoken_marks=marks)
    drawn_marks = [stage.rect(item) for item in stage.items() if item.objectName() == "spoken"]
    assert len(drawn_marks) == len(marks)
    for rect, mark in zip(drawn_marks, marks, strict=True):
        assert abs(rect.center().x() - (mark.x + mark.width / 2)) < 1
        assert 0 <= rect.width() - mark.width < 0.1 * mark.width
        assert (rect.y(), rect.height()) == (mark.y, mark.height)


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_a_marked_sentence_stays_readable_and_is_not_told_by_colour_alone(
    theme: Theme, studio: Studio, show: Show
) -> None:
    studio.theme = theme
    stage = show("heard-speaking", spoken_marks=(Mark("", 200.0, 500.0, 400.0, 60.0),))
    image = stage.window.grabWindow()
    ground, under = image.pixelColor(700, 520), image.pixelColor(400, 520)
    line = image.pixelColor(400, 558)
    assert ground.name() == QColor(theme.inks[Ink.GROUND]).name()
    accent = QColor(theme.accents["plum"])
    for ink in (Ink.TEXT, Ink.MUTED):
        tinted = mixed(QColor(theme.inks[ink]), accent, 0.08)
        assert ratio(tinted, under) >= 7.0
    assert ratio(line, ground) >= 3.0


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """Return a colour with a share of another over it."""
    parts = zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)  # type: ignore[index] # the stub says object
    return QColor(*(round(a + (b - a) * share) for a, b in parts))


def test_the_speech_key_is_heard_once_however_long_it_is_held(show: Show) -> None:
    stage = show("page")
    stage.events.clear()
    QTest.keyClick(stage.window, Qt.Key.Key_F7)
    QTest.keyClick(stage.window, Qt.Key.Key_F9)
    assert stage.events == [Chosen(Act.SPEECH_MODE)]


def test_what_gets_the_focus_is_said_with_role_and_state(studio: Studio, show: Show, qtbot: QtBot) -> None:
    stage = show("topics")
    said: list[str] = []
    stage.bridge.focusMoved.connect(said.append)
    stage.bridge.show_snapshot(paged(studio, last=True))
    for _ in range(30):
        QTest.keyClick(stage.window, Qt.Key.Key_Tab)
    assert "Larger · Español, button" in said
    assert "Finished, button" in said
    stage.bridge.show_snapshot(studio.state("sheet"))
    drawn(stage, qtbot)
    for _ in range(20):
        QTest.keyClick(stage.window, Qt.Key.Key_Tab)
    assert "Light, button, chosen" in said
    assert "English, button, chosen" in said


def paged(studio: Studio, *, last: bool) -> Snapshot:
    """Return Topics on one of several pages."""
    made = studio.state("topics")
    return replace(made, scene=replace(made.scene, topics_pages=2, topics_page=int(last)))


def test_moving_the_focus_interrupts_reading_but_not_the_focus_on_pause(show: Show, qtbot: QtBot) -> None:
    stage = show("heard-speaking")
    stage.events.clear()
    stage.item("listen-main").forceActiveFocus()
    assert stage.events == []
    QTest.keyClick(stage.window, Qt.Key.Key_Tab)
    assert Chosen(Act.LISTEN_PAUSE) in stage.events


def test_who_listens_by_keyboard_finds_the_focus_on_pause(studio: Studio, show: Show, qtbot: QtBot) -> None:
    stage = show("heard-off")
    stage.item("listen").forceActiveFocus()
    QTest.keyClick(stage.window, Qt.Key.Key_Return)
    stage.bridge.show_snapshot(studio.state("heard-speaking"))
    drawn(stage, qtbot)
    assert stage.window.activeFocusItem() is stage.item("listen-main")
    other = show("heard-off")
    press(other, "listen")
    other.bridge.show_snapshot(studio.state("heard-speaking"))
    drawn(other, qtbot)
    assert other.window.activeFocusItem() is not other.item("listen-main")
