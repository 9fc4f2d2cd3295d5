# SPDX-License-Identifier: Apache-2.0
"""Fingers, the mouse and the wheel: what acts, what cancels, and what a second finger does not do."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QPointingDevice, QWheelEvent
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.show.model import Act, Chosen, Contact, Panel, Scene, View
from tests.ui.studio import Open, Stage, Studio, drawn, loaded


class Fingers:
    """Fingers on the glass of a stage."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.device = QTest.createTouchDevice()

    def middle(self, item: QQuickItem) -> QPoint:
        return self.stage.rect(item).center().toPoint()

    def down(self, point: QPoint, finger: int = 0) -> None:
        QTest.touchEvent(self.stage.window, self.device).press(finger, point).commit()

    def move(self, point: QPoint, finger: int = 0) -> None:
        QTest.touchEvent(self.stage.window, self.device).move(finger, point).commit()

    def up(self, point: QPoint, finger: int = 0) -> None:
        QTest.touchEvent(self.stage.window, self.device).release(finger, point).commit()

    def tap(self, point: QPoint) -> None:
        self.down(point)
        self.up(point)


def chosen(stage: Stage) -> list[Chosen]:
    return [event for event in stage.events if isinstance(event, Chosen)]


def contacts(stage: Stage) -> list[Contact]:
    return [event for event in stage.events if isinstance(event, Contact)]


@pytest.fixture
def page(studio: Studio, open_stage: Open, qtbot: QtBot) -> Stage:
    stage = open_stage(studio.state("page"))
    drawn(stage, qtbot)
    return stage


@pytest.mark.parametrize(
    "name, event",
    [
        ("previous", Chosen(Act.PREVIOUS)),
        ("next", Chosen(Act.NEXT)),
        ("topics", Chosen(Act.TOPICS)),
        ("words", Chosen(Act.WORDS)),
        ("copy", Chosen(Act.COPY)),
        ("sheet-button", Chosen(Act.SHEET)),
        ("finished", Chosen(Act.FINISHED)),
        ("crisis", Chosen(Act.CRISIS)),
        ("mark", None),
    ],
)
def test_a_button_acts_when_it_is_let_go(name: str, event: Chosen | None, page: Stage) -> None:
    fingers = Fingers(page)
    item = next(item for item in page.items() if item.objectName() == name)
    point = fingers.middle(item)

    fingers.down(point)
    assert chosen(page) == []
    fingers.up(point)

    assert chosen(page) == [event or Chosen(Act.WORDS, "flashback")]


def test_a_contact_is_told_in_millimetres_before_the_button_hears_of_it(page: Stage, studio: Studio) -> None:
    fingers = Fingers(page)
    point = fingers.middle(page.item("next"))

    fingers.tap(point)

    down, up = contacts(page)
    frame = studio.state("page").frame
    assert (down.down, up.down) == (True, False)
    assert down.id == up.id
    assert down.x_mm == pytest.approx(point.x() / frame.target_px * 25, abs=0.5)
    assert down.y_mm == pytest.approx(point.y() / frame.target_px * 25, abs=0.5)
    assert page.events[0] == down
    assert page.events.index(Chosen(Act.NEXT)) > 0


def test_a_finger_that_slides_off_has_changed_its_mind(page: Stage) -> None:
    fingers = Fingers(page)
    point = fingers.middle(page.item("next"))
    away = point - QPoint(0, 400)

    fingers.down(point)
    fingers.move(point - QPoint(0, 30))
    fingers.move(away)
    fingers.up(away)

    assert chosen(page) == []
    assert [contact.down for contact in contacts(page)] == [True, False]


def test_a_long_press_still_acts(page: Stage, qtbot: QtBot) -> None:
    fingers = Fingers(page)
    point = fingers.middle(page.item("next"))

    fingers.down(point)
    threshold = QGuiApplication.styleHints().mousePressAndHoldInterval()
    QTest.qWait(threshold + 100)
    fingers.up(point)

    assert chosen(page) == [Chosen(Act.NEXT)]


def test_two_fingers_are_two_contacts(page: Stage) -> None:
    fingers = Fingers(page)
    one, two = QPoint(300, 300), QPoint(900, 300)

    fingers.down(one, 0)
    QTest.touchEvent(page.window, fingers.device).move(0, one).press(1, two).commit()
    QTest.touchEvent(page.window, fingers.device).move(0, one).release(1, two).commit()
    fingers.up(one, 0)

    told = contacts(page)
    assert [contact.down for contact in told] == [True, True, False, False]
    assert told[0].id == told[3].id != told[1].id == told[2].id
    assert told[1].x_mm == pytest.approx(3 * told[0].x_mm, rel=0.01)


def test_the_mouse_is_a_contact_and_clicks(page: Stage) -> None:
    point = Fingers(page).middle(page.item("next"))

    QTest.mouseClick(page.window, Qt.MouseButton.LeftButton, pos=point)

    assert [contact.down for contact in contacts(page)] == [True, False]
    assert chosen(page) == [Chosen(Act.NEXT)]


def test_other_buttons_of_the_mouse_do_nothing(page: Stage) -> None:
    point = Fingers(page).middle(page.item("next"))

    QTest.mouseClick(page.window, Qt.MouseButton.RightButton, pos=point)

    assert page.events == []


def strip(stage: Stage) -> float:
    """Return how far the strip of pages has moved."""
    return float(stage.item("pages").property("offset"))


def swipe(page: Stage, fingers: Fingers, by: int, qtbot: QtBot) -> None:
    start = QPoint(960, 400)
    fingers.down(start)
    for part in range(1, 6):
        fingers.move(start + QPoint(by * part // 5, 0))
        deliver(page, qtbot)


def deliver(stage: Stage, qtbot: QtBot) -> None:
    """Let the window take the moves that it keeps back until it draws."""
    with qtbot.waitSignal(stage.window.frameSwapped):
        stage.window.update()


def held(stage: Stage) -> set[str]:
    """Return the pages that lie in memory."""
    return {leaf.property("source").toString() for leaf in loaded(stage)}


def test_a_finger_uncovers_the_pages_on_both_sides(studio: Studio, open_stage: Open, qtbot: QtBot) -> None:
    snapshot = studio.state("page")
    page = open_stage(snapshot)
    drawn(page, qtbot)
    fingers = Fingers(page)

    swipe(page, fingers, -100, qtbot)
    assert held(page) == {snapshot.picture, snapshot.next}
    fingers.move(QPoint(1000, 400))
    deliver(page, qtbot)
    assert held(page) == {snapshot.picture, snapshot.next, snapshot.previous}
    fingers.up(QPoint(1000, 400))

    qtbot.waitUntil(lambda: held(page) == {snapshot.picture})
    assert strip(page) == 0


def test_a_finger_that_comes_back_leaves_one_page_in_memory(page: Stage, qtbot: QtBot) -> None:
    fingers = Fingers(page)
    swipe(page, fingers, -100, qtbot)
    fingers.move(QPoint(960, 400))
    deliver(page, qtbot)
    assert strip(page) == 0
    fingers.up(QPoint(960, 400))

    qtbot.waitUntil(lambda: len(loaded(page)) == 1)


@pytest.mark.parametrize("by, act", [(-700, Act.NEXT), (700, Act.PREVIOUS)])
def test_a_swipe_follows_the_finger_and_turns(by: int, act: Act, page: Stage, qtbot: QtBot) -> None:
    fingers = Fingers(page)

    swipe(page, fingers, by, qtbot)
    assert strip(page) == by
    fingers.up(QPoint(960 + by, 400))

    assert chosen(page) == [Chosen(act)]


def test_a_swipe_that_turns_nothing_springs_back(page: Stage, qtbot: QtBot) -> None:
    fingers = Fingers(page)

    swipe(page, fingers, -200, qtbot)
    fingers.up(QPoint(760, 400))

    assert chosen(page) == []
    assert strip(page) != 0
    qtbot.waitUntil(lambda: strip(page) == 0)


def test_a_second_finger_never_jumps(page: Stage, qtbot: QtBot) -> None:
    fingers = Fingers(page)
    swipe(page, fingers, -100, qtbot)
    device, window = fingers.device, page.window

    QTest.touchEvent(window, device).move(0, QPoint(860, 400)).press(1, QPoint(1700, 300)).commit()
    assert strip(page) == -100
    QTest.touchEvent(window, device).move(0, QPoint(860, 400)).move(1, QPoint(200, 300)).commit()
    deliver(page, qtbot)
    assert strip(page) == -100
    QTest.touchEvent(window, device).move(0, QPoint(800, 400)).move(1, QPoint(210, 300)).commit()
    deliver(page, qtbot)
    assert strip(page) == -160
    QTest.touchEvent(window, device).release(0, QPoint(800, 400)).release(1, QPoint(200, 300)).commit()

    assert chosen(page) == []


def test_a_swipe_is_mirrored_where_text_runs_to_the_left(
    studio: Studio, open_stage: Open, qtbot: QtBot
) -> None:
    studio.language = "ar"
    stage = open_stage(studio.state("page"))
    drawn(stage, qtbot)
    fingers = Fingers(stage)

    swipe(stage, fingers, 700, qtbot)
    fingers.up(QPoint(1660, 400))

    assert chosen(stage) == [Chosen(Act.NEXT)]


def test_with_reduced_motion_nothing_follows_the_finger(
    studio: Studio, open_stage: Open, qtbot: QtBot
) -> None:
    stage = open_stage(studio.still("page"))
    drawn(stage, qtbot)
    fingers = Fingers(stage)

    swipe(stage, fingers, -700, qtbot)
    assert strip(stage) == 0
    fingers.up(QPoint(260, 400))

    assert chosen(stage) == [Chosen(Act.NEXT)]


def roll(stage: Stage, by: int) -> None:
    place = QPointF(900, 400)
    event = QWheelEvent(
        place,
        place,
        QPoint(),
        QPoint(0, by),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
        Qt.MouseEventSource.MouseEventNotSynthesized,
        QPointingDevice.primaryPointingDevice(),
    )
    QGuiApplication.sendEvent(stage.window, event)


@pytest.mark.parametrize("by, act", [(-120, Act.NEXT), (120, Act.PREVIOUS)])
def test_the_wheel_turns(by: int, act: Act, page: Stage) -> None:
    roll(page, by)

    assert chosen(page) == [Chosen(act)]


def test_the_wheel_pages_topics(studio: Studio, open_stage: Open, qtbot: QtBot) -> None:
    stage = open_stage(studio.state("topics"))
    drawn(stage, qtbot)

    roll(stage, -120)

    assert chosen(stage) == [Chosen(Act.TOPICS_NEXT)]


def test_a_card_opens_its_section_and_a_swipe_over_it_does_not(
    studio: Studio, open_stage: Open, qtbot: QtBot
) -> None:
    stage = open_stage(studio.state("topics"))
    drawn(stage, qtbot)
    fingers = Fingers(stage)
    cards = [item for item in stage.items() if item.objectName() == "card"]

    fingers.tap(fingers.middle(cards[1]))
    assert chosen(stage) == [Chosen(Act.OPEN, "section-1")]

    stage.events.clear()
    point = fingers.middle(cards[1])
    fingers.down(point)
    fingers.move(point + QPoint(60, 0))
    fingers.move(point + QPoint(80, 0))
    fingers.up(point + QPoint(80, 0))
    assert chosen(stage) == []


def test_nothing_on_the_wall_follows_a_touch_but_its_labelled_buttons(
    studio: Studio, open_stage: Open, qtbot: QtBot
) -> None:
    stage = open_stage(studio.state("wall"))
    drawn(stage, qtbot)
    fingers = Fingers(stage)

    fingers.tap(QPoint(900, 400))
    fingers.tap(QPoint(60, 1040))
    assert chosen(stage) == []
    assert len(contacts(stage)) == 4

    fingers.tap(fingers.middle(stage.item("language")))
    fingers.tap(fingers.middle(stage.item("crisis")))
    assert chosen(stage) == [Chosen(Act.LANGUAGE, "es"), Chosen(Act.CRISIS)]


@pytest.mark.parametrize("on_release", [False, True])
def test_what_appears_under_the_finger_does_not_act_for_that_contact(
    on_release: bool, studio: Studio, open_stage: Open, qtbot: QtBot
) -> None:
    stage = open_stage(studio.state("paused"))
    drawn(stage, qtbot)
    fingers = Fingers(stage)
    point = fingers.middle(stage.item("read-this"))
    wall, paused = studio.state("wall"), studio.state("paused")
    stage.bridge.show_snapshot(wall)
    drawn(stage, qtbot)

    fingers.down(point)
    if not on_release:
        stage.bridge.show_snapshot(paused)
        drawn(stage, qtbot)
    fingers.up(point)
    stage.bridge.show_snapshot(paused)

    assert chosen(stage) == []
    fingers.tap(point)
    assert chosen(stage) == [Chosen(Act.READ_THIS)]


def test_the_language_keeps_its_place_when_the_wall_is_paused_under_the_finger(
    studio: Studio, open_stage: Open, qtbot: QtBot
) -> None:
    stage = open_stage(studio.state("wall"))
    drawn(stage, qtbot)
    fingers = Fingers(stage)
    point = fingers.middle(stage.item("language"))

    fingers.down(point)
    stage.bridge.show_snapshot(studio.state("paused"))
    drawn(stage, qtbot)
    fingers.up(point)

    assert chosen(stage) == [Chosen(Act.LANGUAGE, "es")]


@pytest.mark.parametrize("name", ["next", "topics", "finished", "mark", "sheet-button"])
def test_the_band_takes_every_touch_but_on_crisis_help(
    name: str, studio: Studio, open_stage: Open, qtbot: QtBot
) -> None:
    stage = open_stage(studio.state("page"))
    drawn(stage, qtbot)
    fingers = Fingers(stage)
    point = fingers.middle(next(item for item in stage.items() if item.objectName() == name))
    stage.bridge.show_snapshot(studio.state("band"))
    drawn(stage, qtbot)

    fingers.down(point)
    stage.bridge.show_snapshot(studio.state("page"))
    fingers.up(point)

    assert chosen(stage) == []
    assert [contact.down for contact in contacts(stage)] == [True, False]
    fingers.tap(point)
    assert len(chosen(stage)) == 1


def test_crisis_help_acts_from_the_band(studio: Studio, open_stage: Open, qtbot: QtBot) -> None:
    stage = open_stage(studio.state("band"))
    drawn(stage, qtbot)
    fingers = Fingers(stage)

    fingers.tap(fingers.middle(stage.item("crisis")))

    assert chosen(stage) == [Chosen(Act.CRISIS)]


@pytest.mark.parametrize("state", ["sheet", "words", "sources", "crisis"])
def test_a_panel_covers_what_is_below_it(state: str, studio: Studio, open_stage: Open, qtbot: QtBot) -> None:
    stage = open_stage(studio.state("page"))
    drawn(stage, qtbot)
    fingers = Fingers(stage)
    point = fingers.middle(stage.item("topics"))
    stage.bridge.show_snapshot(studio.state(state))
    drawn(stage, qtbot)

    fingers.tap(point)

    assert chosen(stage) == ([] if state == "crisis" else [Chosen(Act.CLOSE)])


@pytest.mark.parametrize(
    "name, event",
    [
        ("larger", Chosen(Act.TEXT_SCALE, "1.25")),
        ("theme-contrast", Chosen(Act.THEME, "contrast")),
        ("language-es", Chosen(Act.LANGUAGE, "es")),
        ("sheet-close", Chosen(Act.CLOSE)),
        ("smaller", None),
    ],
)
def test_the_sheet_says_what_was_chosen(
    name: str, event: Chosen | None, studio: Studio, open_stage: Open, qtbot: QtBot
) -> None:
    stage = open_stage(studio.state("sheet"))
    drawn(stage, qtbot)
    fingers = Fingers(stage)

    fingers.tap(fingers.middle(stage.item(name)))

    assert chosen(stage) == ([event] if event else [])


def test_a_touch_between_the_sheets_buttons_keeps_it_open(
    studio: Studio, open_stage: Open, qtbot: QtBot
) -> None:
    stage = open_stage(studio.state("sheet"))
    drawn(stage, qtbot)
    paper = stage.rect(stage.item("paper"))

    Fingers(stage).tap(QPoint(round(paper.left() + 6), round(paper.top() + 6)))

    assert chosen(stage) == []


def test_crisis_help_closes_only_by_its_button(studio: Studio, open_stage: Open, qtbot: QtBot) -> None:
    stage = open_stage(studio.state("crisis"))
    drawn(stage, qtbot)
    fingers = Fingers(stage)

    fingers.tap(QPoint(900, 500))
    assert chosen(stage) == []

    fingers.tap(fingers.middle(stage.item("crisis-close")))
    assert chosen(stage) == [Chosen(Act.CLOSE)]


def test_the_sources_are_paged(studio: Studio, open_stage: Open, qtbot: QtBot) -> None:
    stage = open_stage(studio.state("sources"))
    drawn(stage, qtbot)
    fingers = Fingers(stage)

    def seen() -> set[str]:
        return {
            str(item.property("title"))[:2] for item in stage.items() if item.property("sheet") is not None
        }

    before = seen()
    fingers.tap(fingers.middle(stage.item("sources-next")))
    drawn(stage, qtbot)
    after = seen()

    assert before
    assert after
    assert not before & (after - {"Re", "So"})
    assert chosen(stage) == []


def test_the_dark_screen_takes_a_touch_and_nothing_acts(
    studio: Studio, open_stage: Open, qtbot: QtBot
) -> None:
    stage = open_stage(studio.state("dark"))
    drawn(stage, qtbot)

    Fingers(stage).tap(QPoint(1800, 1030))

    assert chosen(stage) == []
    assert len(contacts(stage)) == 2


def test_a_button_that_cannot_be_chosen_does_not_act(studio: Studio, open_stage: Open, qtbot: QtBot) -> None:
    scene = Scene(View.TOPICS, topics_page=0, topics_pages=2)
    stage = open_stage(studio.snapshot(scene))
    drawn(stage, qtbot)
    fingers = Fingers(stage)

    fingers.tap(fingers.middle(stage.item("previous")))
    assert chosen(stage) == []
    fingers.tap(fingers.middle(stage.item("next")))
    assert chosen(stage) == [Chosen(Act.TOPICS_NEXT)]


def test_a_panel_that_comes_while_a_finger_drags_lets_the_page_go(
    page: Stage, studio: Studio, qtbot: QtBot
) -> None:
    fingers = Fingers(page)
    swipe(page, fingers, -300, qtbot)
    snapshot = studio.state("page")

    page.bridge.show_snapshot(replace(snapshot, scene=replace(snapshot.scene, panel=Panel.CRISIS)))

    qtbot.waitUntil(lambda: strip(page) == 0)
    fingers.up(QPoint(660, 400))
    assert chosen(page) == []
