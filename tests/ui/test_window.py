# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QWindow
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.render.pixels import Pixels
from kiosk.show.model import Act, Chosen, Contact
from kiosk.ui.show_bridge import ShowBridge
from kiosk.ui.window import (
    Hall,
    Poster,
    SceneFailed,
    WindowChoice,
    ended,
    expected_glass,
    find_screen,
    furnish,
    load_hall,
    report,
    show_hall,
)
from tests.ui.studio import RESOURCES, SIZES, Open, Studio, drawn

FULL = (SIZES[0].width, SIZES[0].height)


def test_a_screen_is_found_by_name_by_number_or_is_the_first(qapp: QGuiApplication) -> None:
    first = qapp.primaryScreen()

    assert find_screen(qapp, first.name()) is first
    assert find_screen(qapp, "0") is first
    assert find_screen(qapp, "7") is first
    assert find_screen(qapp, "HDMI-9") is first
    assert find_screen(qapp, "") is first


def test_a_turned_glass_reports_its_picture_as_it_is_read(qapp: QGuiApplication) -> None:
    screen = qapp.primaryScreen()
    whole = screen.geometry()

    upright = report(screen, 800, 600, 90)
    assert (upright.width_px, upright.height_px) == (600, 800)
    assert (upright.screen_width_px, upright.screen_height_px) == (whole.width(), whole.height())
    lying = report(screen, 800, 600, 180)
    assert (lying.width_px, lying.height_px) == (800, 600)


def test_what_is_expected_is_what_is_reported(
    qapp: QGuiApplication, studio: Studio, open_stage: Open
) -> None:
    choice = WindowChoice(size=FULL)
    stage = open_stage(studio.state("page"), choice)

    glass = expected_glass(qapp, choice)
    assert (glass.width_px, glass.height_px) == (stage.window.width(), stage.window.height()) == FULL
    assert stage.glasses == []


def test_without_a_size_the_window_fills_its_screen(
    qapp: QGuiApplication, studio: Studio, open_stage: Open, qtbot: QtBot
) -> None:
    stage = open_stage(studio.state("page"), WindowChoice())
    drawn(stage, qtbot)

    assert stage.window.visibility() is QWindow.Visibility.FullScreen
    assert stage.window.geometry() == qapp.primaryScreen().geometry()
    assert stage.window.flags() & Qt.WindowType.FramelessWindowHint


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_picture_and_touch_turn_together(
    rotation: int, studio: Studio, open_stage: Open, qtbot: QtBot
) -> None:
    width, height = FULL if rotation % 180 == 0 else FULL[::-1]
    stage = open_stage(studio.state("page"), WindowChoice(rotation=rotation, size=(width, height)))
    drawn(stage, qtbot)
    root = stage.item("stage")
    assert root.size() == QSizeF(*FULL)
    assert stage.rect(root) == QRectF(0, 0, width, height)
    corner = {0: (1, 1), 90: (0, 1), 180: (0, 0), 270: (1, 0)}[rotation]
    crisis = stage.rect(stage.item("crisis")).center()
    assert (crisis.x() > width / 2, crisis.y() > height / 2) == (bool(corner[0]), bool(corner[1]))

    QTest.mouseClick(stage.window, Qt.MouseButton.LeftButton, pos=crisis.toPoint())

    assert Chosen(Act.CRISIS) in stage.events
    told = next(event for event in stage.events if isinstance(event, Contact))
    frame = studio.state("page").frame
    assert told.x_mm * frame.target_px / 25 > FULL[0] / 2
    assert told.y_mm * frame.target_px / 25 > FULL[1] / 2


@pytest.mark.parametrize("locked", [False, True])
def test_a_request_to_close_asks_to_leave_unless_it_is_locked(
    locked: bool, studio: Studio, open_stage: Open, qtbot: QtBot
) -> None:
    stage = open_stage(studio.state("page"), WindowChoice(locked=locked, size=FULL))
    drawn(stage, qtbot)

    closed = stage.window.close()

    assert (closed, stage.window.isVisible()) == (False, True)
    assert stage.left == ([] if locked else [True])


@pytest.mark.qt_log_ignore("is not installed", "failed to load component", "No module named")
def test_a_window_that_is_not_there_is_said(qapp: QGuiApplication, tmp_path: Path) -> None:
    with pytest.raises(SceneFailed, match="could not be loaded"):
        load_hall(tmp_path, WindowChoice(size=FULL))


@pytest.mark.qt_log_ignore("Loader", "Stage.qml")
def test_a_stage_that_cannot_be_loaded_is_said(qapp: QGuiApplication, studio: Studio, tmp_path: Path) -> None:
    scene = tmp_path / "Exhibit"
    shutil.copytree(RESOURCES / "qml" / "Exhibit", scene)
    (scene / "Stage.qml").write_text("import QtQuick\nItem { nonsense: 1 }\n", encoding="utf-8")
    bridge = ShowBridge(print, print)
    bridge.show_snapshot(studio.state("page"))
    hall = load_hall(tmp_path, WindowChoice(size=FULL))

    with pytest.raises(SceneFailed, match="stage could not be loaded"):
        furnish(hall, bridge)
    ended(hall.engine)


@pytest.fixture
def poster() -> Poster:
    """Return a poster of one colour."""
    image = QImage(FULL[0], FULL[1], QImage.Format.Format_RGB32)
    image.fill(QColor("#a01060"))
    pixels = Pixels(*FULL, bytes(image.constBits()))
    return Poster(lambda: pixels, "#204060")


@pytest.fixture
def hung(qapp: QGuiApplication, poster: Poster) -> Iterator[Hall]:
    """Open a turned window with the poster in it and no show."""
    hall = load_hall(RESOURCES / "qml", WindowChoice(size=FULL, rotation=180), poster)
    show_hall(qapp, hall)
    yield hall
    ended(hall.engine)


def poster_of(hall: Hall) -> QQuickItem:
    """Return the item that shows the poster."""
    item = hall.window.findChild(QQuickItem, "poster")
    assert isinstance(item, QQuickItem)
    return item


def test_a_poster_hangs_until_the_stage_takes_its_place(hung: Hall, studio: Studio, qtbot: QtBot) -> None:
    qtbot.waitUntil(hung.window.isExposed)
    assert hung.window.property("hung")
    seen = hung.window.grabWindow()
    corners = ((0, 0), (FULL[0] - 1, FULL[1] - 1))
    assert [seen.pixelColor(x, y).name() for x, y in corners] == ["#a01060", "#a01060"]
    bridge = ShowBridge(print, print)
    bridge.show_snapshot(studio.state("page"))

    furnish(hung, bridge)

    seen = hung.window.grabWindow()
    assert "#a01060" not in {seen.pixelColor(x, y).name() for x in range(0, 1900, 50) for y in (5, 500, 1000)}
    ended(hung.engine)


def test_a_poster_goes_where_there_is_no_page(hung: Hall, studio: Studio) -> None:
    bridge = ShowBridge(print, print)
    bridge.show_snapshot(studio.state("closed"))

    furnish(hung, bridge)

    assert not poster_of(hung).isVisible()
    assert poster_of(hung).property("source").isEmpty()
    bridge.show_snapshot(replace(studio.state("wall"), picture=""))
    assert poster_of(hung).property("source").isEmpty()
    ended(hung.engine)


def test_the_poster_stays_until_the_page_is_there(hung: Hall, studio: Studio) -> None:
    bridge = ShowBridge(print, print)
    bridge.show_snapshot(replace(studio.state("wall"), picture=""))

    furnish(hung, bridge)

    assert poster_of(hung).isVisible()
    ended(hung.engine)


@pytest.mark.qt_log_ignore("poster")
def test_a_spoilt_poster_does_not_hang(qapp: QGuiApplication, poster: Poster) -> None:
    hall = load_hall(RESOURCES / "qml", WindowChoice(size=FULL), poster._replace(pixels=lambda: None))

    assert not hall.window.property("hung")
    ended(hall.engine)


def test_without_a_show_the_window_cannot_be_closed_and_shows_no_cursor(hung: Hall, qtbot: QtBot) -> None:
    qtbot.waitUntil(hung.window.isExposed)

    assert (hung.window.close(), hung.window.isVisible()) == (False, True)
    assert hung.window.cursor().shape() is Qt.CursorShape.BitmapCursor
