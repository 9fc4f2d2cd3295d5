# SPDX-License-Identifier: Apache-2.0
"""Contrast measured on pixels: every text, every edge of a control, every icon and the ring of the focus."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from kiosk.layout.model import Ink
from kiosk.layout.tokens import THEMES, Theme
from kiosk.show.model import Panel
from kiosk.ui.snapshot import Passage, Snapshot
from tests.ui.scenery import SCENES, STILL, Build
from tests.ui.seeing import alike, contrast, ink_contrast, pixel
from tests.ui.studio import STATES, Open, Stage, Studio, drawn

TEXT, STRONG, GRAPHIC = 7.0, 15.0, 3.0
RING_PX, GAP_PX = 3, 2


def least(theme: Theme) -> float:
    return STRONG if theme.name == "contrast" else TEXT


def texts(stage: Stage) -> Iterator[tuple[str, QRectF, bool]]:
    """Yield each text of the chrome that is in force, where its words stand, and if it can be chosen."""
    for item in stage.items():
        words = item.property("text")
        if item.property("contentWidth") is None or not words or not item.parentItem().isEnabled():
            continue
        holder = stage.holder(item)
        available = holder is None or holder.property("available") is not False
        if holder is None or holder.isEnabled() or not available:
            yield words, stage.inked(item), available


def controls(stage: Stage) -> Iterator[QQuickItem]:
    """Yield the buttons and cards that can be chosen now."""
    for item in stage.items():
        button = item.property("natural") is not None and item.property("available")
        if (button or item.objectName() == "card") and item.isEnabled():
            yield item


def leaves(passages: tuple[Passage, ...]) -> Iterator[Passage]:
    """Yield what is written on a page, without what is drawn."""
    for passage in passages:
        if passage.parts:
            yield from passage.parts
        elif passage.kind != "graphic":
            yield passage


def measured(stage: Stage, theme: Theme) -> list[str]:
    """Return what misses its contrast in a scene, text by text and control by control."""
    picture = stage.window.grabWindow()
    found = list(texts(stage))
    missed = [
        f"“{words}” {ratio:.1f}"
        for words, place, available in found
        if (ratio := ink_contrast(picture, place)) < (least(theme) if available else GRAPHIC)
    ]
    for control in controls(stage):
        ratio = edge(picture, stage.rect(control))
        if ratio < GRAPHIC:
            missed.append(f"the edge of {control.objectName()} {ratio:.1f}")
        missed += [
            f"the icon of {control.objectName()}"
            for icon in icons(stage, control)
            if ink_contrast(picture, icon) < GRAPHIC
        ]
    assert found or stage.bridge.property("view") == "dark"
    return missed


def edge(picture: QImage, rect: QRectF) -> float:
    """Return the contrast of a control's edge, at the middle of its right side, with what is beside it."""
    y = rect.center().y()
    right = int(rect.right())
    return contrast(pixel(picture, right - 1, y), pixel(picture, right + 2, y))


def icons(stage: Stage, control: QQuickItem) -> Iterator[QRectF]:
    for item in stage.below(control):
        if item.property("source") is not None and item.property("source").toString():
            yield stage.rect(item)


@pytest.mark.sweep
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
@pytest.mark.parametrize("state", STATES)
def test_every_state_keeps_its_contrast(
    open_stage: Open, studio: Studio, qtbot: QtBot, state: str, theme: Theme, language: str
) -> None:
    stage = open_stage(replace(studio, theme=theme, language=language).still(state))
    drawn(stage, qtbot)
    assert measured(stage, theme) == []


def on_page(shown: Snapshot, picture: QImage, theme: Theme) -> list[str]:
    """Return the texts of a page that miss their contrast."""
    return [
        f"“{passage.text}” {ratio:.1f}"
        for passage in leaves(shown.passages)
        if (ratio := ink_contrast(picture, QRectF(passage.x, passage.y, passage.width, passage.height)))
        < least(theme)
    ]


@pytest.mark.sweep
@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
@pytest.mark.parametrize("name", SCENES)
def test_every_scene_of_the_golden_pictures_keeps_its_contrast(
    name: str, theme: Theme, scenery: Build, open_stage: Open, qtbot: QtBot
) -> None:
    come, wished = SCENES[name]
    scene = scenery(replace(STILL, **(wished | {"theme": theme.name})))
    come(scene.theatre)
    qtbot.waitUntil(scene.settled, timeout=20_000)
    shown = scene.theatre.now
    stage = open_stage(shown)
    drawn(stage, qtbot)
    assert measured(stage, theme) == []
    if shown.passages and shown.scene.panel is Panel.NONE:
        assert on_page(shown, stage.window.grabWindow(), theme) == []


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
@pytest.mark.parametrize(
    "state, name",
    [
        ("page", "topics"),
        ("page", "next"),
        ("page", "crisis"),
        ("topics", "card"),
        ("sheet", "larger"),
        ("paused", "read-this"),
    ],
)
def test_the_ring_of_the_focus_is_thick_and_stands_out_on_both_sides(
    open_stage: Open, studio: Studio, qtbot: QtBot, state: str, name: str, theme: Theme
) -> None:
    stage = open_stage(replace(studio, theme=theme).still(state))
    drawn(stage, qtbot)
    control = next(item for item in stage.items() if item.objectName() == name)
    control.forceActiveFocus()
    drawn(stage, qtbot)
    picture, rect = stage.window.grabWindow(), stage.rect(control)
    y, focus = rect.center().y(), QColor(theme.focus).rgb() & 0xFFFFFF
    outwards = [pixel(picture, rect.left() - distance, y) for distance in range(1, 20)]
    ring = [place for place, colour in enumerate(outwards) if alike(colour, focus)]
    assert len(ring) >= RING_PX
    assert ring == list(range(ring[0], ring[-1] + 1))
    assert contrast(focus, outwards[ring[-1] + 2]) >= GRAPHIC
    assert ring[0] >= GAP_PX
    assert min(contrast(focus, colour) for colour in outwards[: ring[0]]) >= GRAPHIC


def test_pale_words_would_be_found(open_stage: Open, studio: Studio, qtbot: QtBot) -> None:
    light = THEMES["light"]
    pale = replace(light, inks={**light.inks, Ink.TEXT: "#8a8f94"}, button_line="#e6e0d2")
    stage = open_stage(replace(studio, theme=pale).still("page"))
    drawn(stage, qtbot)
    missed = measured(stage, pale)
    assert any("Previous" in words for words in missed)
    assert any("the edge of previous" in words for words in missed)
