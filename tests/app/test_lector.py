# SPDX-License-Identifier: Apache-2.0
"""The lector with Qt's own measure: each sentence is marked where its glyphs stand."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from kiosk.app.lector import Lector
from kiosk.layout.model import Direction, Page, Rect, Run, TextStyle
from kiosk.layout.tokens import LIGHT
from kiosk.paths import resources
from kiosk.render.fonts import Families, load_fonts
from kiosk.render.measure import QtMeasure
from kiosk.render.paint import paint_page
from tests.layout.fakes import page
from tests.render.pages import FlatPictures, Setter

STYLE = TextStyle(40.0)
TEXTS = {
    Direction.LTR: ("en", ("The first one is here. ", "A second, longer one follows it.")),
    Direction.RTL: ("ar", ("هذه هي الجملة الأولى. ", "وهذه جملة ثانية أطول منها.")),
}


@pytest.fixture(scope="module")
def families(qapp: QGuiApplication) -> Families:
    return load_fonts(resources() / "fonts")


def set_page(families: Families, language: str, direction: Direction, *runs: Run) -> Page:
    measure = QtMeasure(families, language)
    box = Setter(measure, families).box(runs, STYLE, Rect(50, 50, 1500, 0), direction)
    return page(box, language=language, direction=direction, number=2, count=2)


def inked(page: Page, families: Families) -> list[bool]:
    """Tell of each column of pixels whether a glyph stands in it."""
    image = QImage(1600, 160, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_page(painter, page, LIGHT, FlatPictures(), families)
    painter.end()
    ground = image.pixel(0, 0)
    return [any(image.pixel(x, y) != ground for y in range(160)) for x in range(1600)]


@pytest.mark.parametrize("direction", Direction)
def test_a_sentence_s_rectangle_holds_its_glyphs_and_no_other_s(
    direction: Direction, families: Families
) -> None:
    language, texts = TEXTS[direction]
    page = set_page(families, language, direction, *(Run(text) for text in texts))
    first, second = Lector(partial(QtMeasure, families)).read(page)
    assert [first.text, second.text] == [text.strip() for text in texts]
    columns = inked(page, families)
    left, right = sorted((first.rects[0], second.rects[0]), key=lambda rect: rect.x)
    assert any(columns)
    assert columns.index(True) == pytest.approx(left.x, abs=4)
    gap = range(round(left.right) + 2, round(right.x) - 2)
    assert len(gap) > 4
    assert not any(columns[x] for x in gap)
    assert (first.rects[0].x > second.rects[0].x) == (direction is Direction.RTL)


def test_a_page_is_measured_once(families: Families) -> None:
    asked: list[str] = []

    def measure(language: str) -> QtMeasure:
        asked.append(language)
        return QtMeasure(families, language)

    lector = Lector(measure)
    page = set_page(families, "en", Direction.LTR, Run("One. Two."))
    assert lector.read(page) is lector.read(page)
    assert asked == ["en"]
