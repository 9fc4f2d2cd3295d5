# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from kiosk.ui.cards import grid
from kiosk.ui.frame_bridge import FrameBridge
from tests.ui.studio import SIZES, Size, Studio


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_lengths_are_the_frames(size: Size, studio: Studio) -> None:
    studio.size = size
    snapshot = studio.state("page")
    bridge = FrameBridge()
    bridge.take(snapshot)
    framed = snapshot.frame

    assert {name: bridge.property(name) for name in ("pageLeft", "pageTop", "pageWidth", "pageHeight")} == {
        "pageLeft": framed.page.x,
        "pageTop": framed.page.y,
        "pageWidth": framed.page.width,
        "pageHeight": framed.page.height,
    }
    assert (bridge.property("barTop"), bridge.property("barHeight")) == (framed.bar.y, framed.bar.height)
    sizes = ("button", "target", "gap", "label", "body", "small", "margin")
    assert [bridge.property(name) for name in sizes] == [getattr(framed, f"{name}_px") for name in sizes]
    assert (bridge.property("rows"), bridge.property("narrow")) == (framed.bar_rows, framed.narrow)
    assert bridge.property("millimetre") == pytest.approx(1 / size.screen().mm_per_px, rel=0.02)


def test_the_grid_is_that_of_the_cards(studio: Studio) -> None:
    snapshot = studio.state("topics")
    bridge = FrameBridge()
    bridge.take(snapshot)
    standing = grid(snapshot.frame, snapshot.cards_in_all)

    assert [bridge.property(f"grid{name}") for name in ("Left", "Top", "Width", "Height", "Gap")] == [
        standing.x,
        standing.y,
        standing.width,
        standing.height,
        standing.gap,
    ]
    assert (bridge.property("cardWidth"), bridge.property("cardHeight")) == (
        standing.card_width,
        standing.card_height,
    )
    assert (bridge.property("columns"), bridge.property("heading")) == (standing.columns, standing.heading_px)
    assert bridge.property("cardText") > 0


def test_without_a_frame_lengths_are_nothing(qapp: object) -> None:
    bridge = FrameBridge()

    assert bridge.property("button") == bridge.property("gridLeft") == 0.0
    assert (bridge.property("millimetre"), bridge.property("columns"), bridge.property("rows")) == (1.0, 1, 1)
    assert bridge.property("narrow") is False


def test_only_another_frame_is_announced(studio: Studio, qtbot: QtBot) -> None:
    bridge = FrameBridge()
    with qtbot.waitSignals([bridge.frameChanged, bridge.cardsChanged]):
        bridge.take(studio.state("topics"))

    with qtbot.assertNotEmitted(bridge.frameChanged), qtbot.assertNotEmitted(bridge.cardsChanged):
        bridge.take(studio.state("topics"))
        bridge.take(studio.state("sheet"))
