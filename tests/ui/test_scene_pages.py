# SPDX-License-Identifier: Apache-2.0
"""The strip of pages: what is shown, how it turns, and that nothing is loaded twice or shown half."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QColor, QImage
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from kiosk.show.model import Turn
from kiosk.ui.page_provider import page_url
from kiosk.ui.snapshot import Snapshot
from tests.ui.studio import Open, Stage, Studio, drawn, loaded

GROUND = (0xFA, 0xF7, 0xF0)


def rgb(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()


def shown(stage: Stage) -> list[str]:
    """Return the pictures that can be seen now, by the place of their left edge."""
    seen = [item for item in stage.items() if item.objectName() == "picture"]
    return [leaf.property("source").toString() for leaf in sorted(seen, key=QQuickItem.x)]


def held(stage: Stage) -> set[str]:
    """Return the pictures that lie in memory."""
    return {leaf.property("source").toString() for leaf in loaded(stage)}


def turned(snapshot: Snapshot, turn: Turn, picture: str, **values: object) -> Snapshot:
    scene = replace(snapshot.scene, turn=turn, sequence=snapshot.scene.sequence + 1)
    return replace(snapshot, scene=scene, picture=picture, **values)


@pytest.fixture
def page(studio: Studio) -> Snapshot:
    return studio.state("page")


@pytest.fixture
def stage(page: Snapshot, open_stage: Open, qtbot: QtBot) -> Stage:
    opened = open_stage(page)
    drawn(opened, qtbot)
    return opened


def test_the_first_picture_simply_stands_there(studio: Studio, open_stage: Open) -> None:
    wall = studio.state("wall")
    stage = open_stage(replace(wall, scene=replace(wall.scene, turn=Turn.FADE, sequence=1)))

    assert shown(stage) == [wall.picture]
    assert not stage.item("pages").property("busy")


def test_only_what_is_shown_lies_in_memory(stage: Stage, page: Snapshot) -> None:
    assert held(stage) == {page.picture}
    assert shown(stage) == [page.picture]


@pytest.mark.parametrize("turn, first", [(Turn.FORWARD, "old"), (Turn.BACK, "new")])
def test_a_turn_slides_both_pages_side_by_side(
    turn: Turn, first: str, stage: Stage, page: Snapshot, qtbot: QtBot
) -> None:
    fresh = page.next if turn is Turn.FORWARD else page.previous
    stage.bridge.show_snapshot(turned(page, turn, fresh))

    qtbot.waitUntil(lambda: len(shown(stage)) == 2)
    pair = [page.picture, fresh] if first == "old" else [fresh, page.picture]
    assert shown(stage) == pair
    places = sorted(item.x() for item in stage.items() if item.objectName() == "picture")
    assert places[1] - places[0] == stage.window.width()
    drawn(stage, qtbot)
    assert shown(stage) == [fresh]
    assert stage.item("pages").property("offset") == 0


def test_a_turn_is_mirrored_where_text_runs_to_the_left(
    studio: Studio, open_stage: Open, qtbot: QtBot
) -> None:
    studio.language = "ar"
    page = studio.state("page")
    stage = open_stage(page)
    drawn(stage, qtbot)

    stage.bridge.show_snapshot(turned(page, Turn.FORWARD, page.next))

    qtbot.waitUntil(lambda: len(shown(stage)) == 2)
    assert shown(stage) == [page.next, page.picture]


def test_a_page_that_has_left_is_let_go(stage: Stage, page: Snapshot, qtbot: QtBot) -> None:
    stage.bridge.show_snapshot(turned(page, Turn.FORWARD, page.next, previous=page.picture))
    assert held(stage) == {page.picture, page.next}
    drawn(stage, qtbot)
    assert held(stage) == {page.next}


def test_a_page_without_neighbours_is_the_only_one_in_memory(
    stage: Stage, page: Snapshot, studio: Studio, qtbot: QtBot
) -> None:
    far = studio.picture("far", page.frame.bar.y)
    stage.bridge.show_snapshot(turned(page, Turn.NONE, far, previous="", next=""))
    assert held(stage) == {far}
    drawn(stage, qtbot)
    assert shown(stage) == [far]


def test_the_old_page_stays_until_the_new_one_is_there(stage: Stage, page: Snapshot, qtbot: QtBot) -> None:
    stage.bridge.show_snapshot(turned(page, Turn.FORWARD, ""))
    drawn(stage, qtbot)
    assert shown(stage) == [page.picture]

    late = turned(page, Turn.FORWARD, page.next)
    stage.bridge.show_snapshot(late)
    drawn(stage, qtbot)
    assert shown(stage) == [page.next]


def test_a_page_from_elsewhere_never_leaves_a_gap(
    stage: Stage, page: Snapshot, studio: Studio, qtbot: QtBot
) -> None:
    far = [studio.picture(name, page.frame.bar.y) for name in ("far", "further", "furthest")]
    jump = turned(page, Turn.NONE, far[0], previous=far[1], next=far[2])
    seen: list[int] = []
    stage.window.frameSwapped.connect(lambda: seen.append(len(shown(stage))))

    stage.bridge.show_snapshot(jump)
    assert len(shown(stage)) == 1
    drawn(stage, qtbot)

    assert shown(stage) == [far[0]]
    assert seen
    assert min(seen) == 1


def test_quick_turns_end_at_the_last_one(stage: Stage, page: Snapshot, studio: Studio, qtbot: QtBot) -> None:
    beyond = studio.picture("three", page.frame.bar.y)
    first = turned(page, Turn.FORWARD, page.next, previous=page.picture, next=beyond)
    second = turned(first, Turn.FORWARD, beyond, previous=page.next, next="")

    stage.bridge.show_snapshot(first)
    qtbot.waitUntil(lambda: len(shown(stage)) == 2)
    stage.bridge.show_snapshot(second)
    drawn(stage, qtbot)

    assert shown(stage) == [beyond]


def test_the_wall_fades_out_and_in_on_an_unchanging_ground(
    studio: Studio, open_stage: Open, qtbot: QtBot
) -> None:
    wall = studio.state("wall")
    stage = open_stage(wall)
    drawn(stage, qtbot)
    frames: list[tuple[int, float]] = []
    corners: list[QColor] = []

    def look() -> None:
        leaves = [item for item in stage.items() if item.objectName() == "picture"]
        frames.append((len(leaves), max((leaf.opacity() for leaf in leaves), default=0.0)))
        image: QImage = stage.window.grabWindow()
        corners.append(image.pixelColor(image.width() - 5, 5))

    stage.bridge.show_snapshot(turned(wall, Turn.FADE, wall.next))
    qtbot.waitUntil(lambda: stage.item("pages").property("busy"))
    while stage.item("pages").property("busy"):
        with qtbot.waitSignal(stage.window.frameSwapped):
            stage.window.update()
        look()

    assert max(count for count, _ in frames) == 1
    assert min(strength for _, strength in frames) < 0.3
    assert (
        max(abs(part - whole) for colour in corners for part, whole in zip(rgb(colour), GROUND, strict=True))
        <= 1
    )
    assert shown(stage) == [wall.next]


def test_with_reduced_motion_a_turn_is_at_once(studio: Studio, open_stage: Open, qtbot: QtBot) -> None:
    page = studio.still("page")
    stage = open_stage(page)
    drawn(stage, qtbot)

    stage.bridge.show_snapshot(turned(page, Turn.FORWARD, page.next))

    assert shown(stage) == [page.next]
    assert not stage.item("pages").property("busy")


def test_a_picture_that_is_painted_anew_takes_the_others_place_at_once(
    stage: Stage, page: Snapshot, studio: Studio, qtbot: QtBot
) -> None:
    other = studio.picture("larger", page.frame.bar.y)

    stage.bridge.show_snapshot(replace(page, picture=other))
    drawn(stage, qtbot)

    assert shown(stage) == [other]


@pytest.mark.qt_log_ignore("Failed to get image from provider")
def test_a_picture_that_cannot_be_loaded_leaves_the_old_one(
    stage: Stage, page: Snapshot, studio: Studio, qtbot: QtBot
) -> None:
    gone = page_url(studio.folder / "gone.bmp")

    stage.bridge.show_snapshot(turned(page, Turn.FORWARD, gone))
    qtbot.waitUntil(lambda: gone not in {leaf.property("source").toString() for leaf in loaded(stage)})

    assert shown(stage) == [page.picture]
    stage.bridge.show_snapshot(turned(page, Turn.NONE, page.next))
    drawn(stage, qtbot)
    assert shown(stage) == [page.next]


@pytest.mark.parametrize("still", [False, True])
def test_a_panel_comes_softly_unless_nothing_may_move(
    still: bool, studio: Studio, open_stage: Open, qtbot: QtBot
) -> None:
    stage = open_stage(studio.still("page", still=still))
    drawn(stage, qtbot)

    stage.bridge.show_snapshot(studio.still("crisis", still=still))

    panel = stage.item("crisis-panel").parentItem()
    assert (panel.opacity() == 1.0) is still
    qtbot.waitUntil(lambda: panel.opacity() == 1.0)
