# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from kiosk.show.model import Turn
from kiosk.ui.lists import FIRST_ROLE
from kiosk.ui.page_bridge import PageBridge
from tests.ui.studio import Studio


def test_the_page_is_the_snapshots(studio: Studio) -> None:
    snapshot = studio.state("page")
    bridge = PageBridge()
    bridge.take(snapshot)

    assert (bridge.property("picture"), bridge.property("previous"), bridge.property("next")) == (
        snapshot.picture,
        snapshot.previous,
        snapshot.next,
    )
    assert (bridge.property("title"), bridge.property("label"), bridge.property("text")) == (
        "Understanding PTSD",
        "Page 2 of 4",
        "PTSD can get better.",
    )
    assert (bridge.property("turn"), bridge.property("sequence"), bridge.property("teaches")) == (
        "none",
        0,
        True,
    )


def test_the_line_of_sources_is_a_mark_without_a_word(studio: Studio) -> None:
    bridge = PageBridge()
    bridge.take(studio.state("page"))

    terms = [
        bridge._marks.data(bridge._marks.index(row), FIRST_ROLE) for row in range(bridge._marks.rowCount())
    ]
    assert terms == ["flashback", ""]


def test_before_the_first_snapshot_there_is_no_page(qapp: object) -> None:
    bridge = PageBridge()

    assert [bridge.property(name) for name in ("picture", "title", "turn", "sequence", "teaches")] == [
        "",
        "",
        "none",
        0,
        False,
    ]


def test_only_what_differs_is_announced(studio: Studio, qtbot: QtBot) -> None:
    snapshot = studio.state("page")
    bridge = PageBridge()
    bridge.take(snapshot)

    with qtbot.assertNotEmitted(bridge.turned), qtbot.assertNotEmitted(bridge.textChanged):
        bridge.take(studio.state("sheet"))
    with qtbot.waitSignal(bridge.textChanged), qtbot.assertNotEmitted(bridge.turned):
        bridge.take(replace(snapshot, page_label="Page 3 of 4"))
    again = replace(snapshot.scene, turn=Turn.FORWARD, sequence=1)
    with qtbot.waitSignal(bridge.turned):
        bridge.take(replace(snapshot, page_label="Page 3 of 4", scene=again))
