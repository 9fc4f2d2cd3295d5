# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from kiosk.layout.code import CARD
from kiosk.ui.copy_bridge import CopyBridge
from tests.ui.studio import ADDRESS, Studio


def test_without_a_copy_there_is_nothing(studio: Studio) -> None:
    bridge = CopyBridge()
    bridge.take(studio.state("page"))
    for name in ("picture", "label", "host"):
        assert bridge.property(name) == ""
    assert (bridge.property("side"), bridge.property("edge"), bridge.property("said")) == (0, 0, [])


def test_a_copy_brings_its_code_and_what_is_said(studio: Studio) -> None:
    bridge = CopyBridge()
    bridge.take(studio.state("copy"))
    assert bridge.property("picture").endswith(".png")
    assert bridge.property("label") == f"Code that opens {ADDRESS}"
    assert bridge.property("host") == "clinic.example"
    assert bridge.property("edge") * (33 + 10) == bridge.property("side") * CARD
    assert not bridge.property("stacked")
    assert min(bridge.property(name) for name in ("wordsWidth", "wordsText", "lead", "between", "gutter")) > 1
    assert bridge.property("said") == [
        "Scan with your phone's camera.",
        "No phone? Ask the desk for a printed copy.",
    ]


def test_a_code_of_words_says_so(studio: Studio) -> None:
    bridge = CopyBridge()
    bridge.take(studio.state("copy", copy=studio.copy("PTSD can get better.")))
    assert "The words of this topic are in the code itself." in bridge.property("said")[1]


def test_without_a_picture_only_the_desk_is_named(studio: Studio) -> None:
    bridge = CopyBridge()
    bridge.take(studio.state("copy", copy=replace(studio.copy(), picture="")))
    assert bridge.property("said") == ["No phone? Ask the desk for a printed copy."]


def test_only_another_copy_is_announced(studio: Studio, qtbot: QtBot) -> None:
    bridge = CopyBridge()
    bridge.take(studio.state("copy"))
    with qtbot.assertNotEmitted(bridge.copyChanged):
        bridge.take(studio.state("copy"))
    with qtbot.waitSignal(bridge.copyChanged):
        bridge.take(studio.state("page"))
