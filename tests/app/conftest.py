# SPDX-License-Identifier: Apache-2.0
"""A theatre for each test that wants one, closed behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.app.curtain import Painter
from kiosk.layout.model import Screen
from kiosk.render.decoder import Decoder
from kiosk.station.settings import Settings
from tests.app.theatre import SCREEN, SETTINGS, Sketcher, Theatre, open_theatre

Build = Callable[..., Theatre]


@pytest.fixture
def sketcher() -> Sketcher:
    """Return a painter that paints nothing."""
    return Sketcher()


@pytest.fixture
def build(qapp: QGuiApplication, tmp_path: Path) -> Iterator[Build]:
    """Build theatres, and end their directors after the test."""
    theatres: list[Theatre] = []
    decoder = Decoder()

    def opened(painter: Painter, settings: Settings = SETTINGS, screen: Screen = SCREEN) -> Theatre:
        theatre = open_theatre(tmp_path, painter, decoder, settings, screen)
        theatres.append(theatre)
        return theatre

    yield opened
    for theatre in theatres:
        theatre.director.end()
    decoder.close()


@pytest.fixture
def theatre(build: Build, sketcher: Sketcher) -> Theatre:
    """Return the tiny pack's theatre with its first page shown."""
    made = build(sketcher)
    made.begin()
    return made
