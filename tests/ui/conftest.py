# SPDX-License-Identifier: Apache-2.0
"""A fresh engine, window and bridge for each scene test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from kiosk.show.model import Event
from kiosk.ui.keys_bridge import Manners
from kiosk.ui.placement import Placement
from kiosk.ui.show_bridge import ShowBridge
from kiosk.ui.snapshot import Snapshot
from kiosk.ui.window import Glass, WindowChoice, furnish, load_hall, show_hall
from tests.app.theatre import loaded
from tests.ui.scenery import Build, sceneries
from tests.ui.studio import RESOURCES, Open, Stage, Studio


@pytest.fixture(scope="session")
def qapp_cls() -> type[QGuiApplication]:
    """Use Qt without widgets."""
    return QGuiApplication


@pytest.fixture(scope="session")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of stand-in pictures."""
    return tmp_path_factory.mktemp("pictures")


@pytest.fixture(scope="session")
def cap_ratio(qapp: QGuiApplication) -> float:
    """Load the fonts once and return the height of capitals."""
    return loaded().cap_ratio


@pytest.fixture
def studio(pictures: Path, cap_ratio: float) -> Studio:
    """Return a studio at 1920 by 1080, light, English."""
    return Studio(pictures, cap_ratio)


@pytest.fixture
def open_stage(qapp: QGuiApplication, qtbot: QtBot) -> Iterator[Open]:
    """Open a window on a snapshot, of the snapshot's size unless a choice says otherwise."""
    stages: list[Stage] = []

    def opened(
        snapshot: Snapshot, choice: WindowChoice | None = None, manners: Manners | None = None
    ) -> Stage:
        events: list[Event] = []
        left: list[bool] = []
        glasses: list[Glass] = []
        bridge = ShowBridge(events.append, lambda: left.append(True), manners)
        bridge.show_snapshot(snapshot)
        bar, page = snapshot.frame.bar, snapshot.frame.page
        choice = choice or WindowChoice(size=(round(page.width), round(page.height + bar.height)))
        hall = load_hall(RESOURCES / "qml", choice)
        furnish(hall, bridge)
        bridge.pointed.connect(Placement(qapp, hall, glasses.append).show_cursor)
        show_hall(qapp, hall)
        stage = Stage(hall.window, hall.engine, bridge, events, left, glasses)
        stages.append(stage)
        qtbot.waitUntil(hall.window.isExposed)
        return stage

    yield opened
    for stage in stages:
        shiboken6.delete(stage.engine)


@pytest.fixture
def scenery(tmp_path: Path, qtbot: QtBot) -> Iterator[Build]:
    """Build theatres that paint."""
    with sceneries(tmp_path, qtbot) as built:
        yield built
