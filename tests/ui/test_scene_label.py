# SPDX-License-Identifier: Apache-2.0
"""The words of a focused or held control in the size of large text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.studio import SIZES, Open, Size, Stage, Studio, drawn

LARGE_MM = 600 * 42 / 3437.75
"""Capitals of 0.7 degrees at arm's length (EN 301 549, 5.1.4)."""


def labels(stage: Stage) -> list[QQuickItem]:
    return [item for item in stage.items() if item.objectName() == "big-label"]


def walk_to(stage: Stage, name: str) -> QQuickItem:
    for _ in range(30):
        QTest.qWait(120)  # as a finger takes at least between two presses
        QTest.keyClick(stage.window, Qt.Key.Key_Down)
        item: QQuickItem | None = stage.window.activeFocusItem()
        if item is not None and item.objectName() == name:
            return item
    raise AssertionError(f"{name} was never reached")


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_in_large_text_the_focused_label_is_large_and_covers_nothing_that_it_names(
    size: Size, language: str, studio: Studio, open_stage: Open, qtbot: QtBot
) -> None:
    studio.size, studio.language, studio.text_scale = size, language, 2.0
    stage = open_stage(studio.state("sheet"))
    drawn(stage, qtbot)
    for name in ("sheet-close", "theme-contrast", "crisis"):
        focused = walk_to(stage, name)
        [label] = labels(stage)
        [words] = [item for item in stage.below(label) if item.property("text")]
        font_px = words.property("px")
        assert font_px * studio.cap_ratio * size.screen().mm_per_px >= LARGE_MM - 0.01
        assert words.property("text") == focused.property("label")
        assert not words.property("truncated")
        assert not stage.rect(label).intersects(stage.rect(focused))
        assert stage.rect(stage.window.contentItem()).contains(stage.rect(label))


def test_at_the_usual_size_labels_stay_as_they_are(studio: Studio, open_stage: Open, qtbot: QtBot) -> None:
    stage = open_stage(studio.state("page"))
    drawn(stage, qtbot)
    walk_to(stage, "next")
    assert labels(stage) == []


def test_a_button_that_is_held_shows_its_label_and_still_acts_when_it_is_let_go(
    studio: Studio, open_stage: Open, qtbot: QtBot
) -> None:
    studio.text_scale = 2.0
    stage = open_stage(studio.state("page"))
    drawn(stage, qtbot)
    place = stage.rect(stage.item("next")).center()
    at = QPoint(round(place.x()), round(place.y()))
    QTest.mousePress(stage.window, Qt.MouseButton.LeftButton, pos=at)
    assert labels(stage) == []
    qtbot.waitUntil(lambda: len(labels(stage)) == 1)
    QTest.mouseRelease(stage.window, Qt.MouseButton.LeftButton, pos=at)
    assert any("next" in str(event) for event in stage.events)
