# SPDX-License-Identifier: Apache-2.0
"""Which screen pages are set for: settings first, then what is reported if it can be true, then a guess."""

from __future__ import annotations

import math

import pytest
from PySide6.QtGui import QGuiApplication, QInputDevice

from kiosk.app.glass import GUESSED_DIAGONAL_IN, has_touchscreen, screen_of
from kiosk.station.settings import Settings
from kiosk.ui.window import Glass

DIAGONAL_PX = math.hypot(1920, 1080)
HONEST = Glass(1920, 1080, 1920, 1080, 527.0, 296.0)


def diagonal_mm(reported: Glass, settings: Settings) -> float:
    return screen_of(reported, settings).mm_per_px * DIAGONAL_PX


def test_what_is_reported_counts() -> None:
    screen = screen_of(HONEST, Settings())
    assert screen.mm_per_px * DIAGONAL_PX == pytest.approx(math.hypot(527, 296))
    assert not screen.guessed


@pytest.mark.parametrize(
    "settings, expected",
    [
        (Settings(diagonal_in=43), 43 * 25.4),
        (Settings(width_mm=940, height_mm=529), math.hypot(940, 529)),
        (Settings(diagonal_in=10, width_mm=940, height_mm=529), math.hypot(940, 529)),
        (Settings(width_mm=940, diagonal_in=43), 43 * 25.4),
    ],
)
def test_what_is_set_counts_more(settings: Settings, expected: float) -> None:
    assert diagonal_mm(HONEST, settings) == pytest.approx(expected)


@pytest.mark.parametrize(
    "width, height",
    [(0, 0), (527, 0), (160, 90), (90, 160), (16, 9), (1600, 900), (527, 100), (2, 1), (90_000, 50_000)],
)
def test_what_cannot_be_true_is_a_guess(width: float, height: float) -> None:
    screen = screen_of(HONEST._replace(width_mm=width, height_mm=height), Settings())
    assert screen.guessed
    assert screen.mm_per_px * DIAGONAL_PX == pytest.approx(GUESSED_DIAGONAL_IN * 25.4)


def test_a_turned_report_is_believed() -> None:
    assert not screen_of(HONEST._replace(width_mm=296.0, height_mm=527.0), Settings()).guessed


def test_an_impossible_setting_leaves_the_report() -> None:
    assert diagonal_mm(HONEST, Settings(diagonal_in=0.3)) == pytest.approx(math.hypot(527, 296))


def test_a_window_has_the_pixels_of_its_screen() -> None:
    window = HONEST._replace(width_px=640, height_px=360)
    screen = screen_of(window, Settings(safe_area=0.05, wall_distance_mm=2000, reading_distance_mm=500))
    assert (screen.width_px, screen.height_px) == (640, 360)
    assert screen.mm_per_px == pytest.approx(screen_of(HONEST, Settings()).mm_per_px)
    assert (screen.safe_area, screen.wall_distance_mm, screen.reading_distance_mm) == (0.05, 2000, 500)


def test_a_touchscreen_is_known_by_its_kind(qapp: QGuiApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    class Device:
        def type(self) -> QInputDevice.DeviceType:
            return QInputDevice.DeviceType.TouchScreen

    assert isinstance(has_touchscreen(), bool)
    monkeypatch.setattr(QInputDevice, "devices", lambda: [Device()])
    assert has_touchscreen()
