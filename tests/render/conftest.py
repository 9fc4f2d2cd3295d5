# SPDX-License-Identifier: Apache-2.0
"""What tests of the painter share: the fonts, a measurer, a setter of pages and a painter."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.paths import resources
from kiosk.render.fonts import Families, load_fonts
from kiosk.render.measure import QtMeasure
from tests.render.pages import Painting, Setter


@pytest.fixture(scope="session")
def families(qapp: QGuiApplication) -> Families:
    return load_fonts(resources() / "fonts")


@pytest.fixture
def measure(families: Families) -> QtMeasure:
    return QtMeasure(families)


@pytest.fixture
def setter(measure: QtMeasure, families: Families) -> Setter:
    return Setter(measure, families)


@pytest.fixture
def paint(families: Families) -> Painting:
    return Painting(families)
