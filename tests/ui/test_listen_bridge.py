# SPDX-License-Identifier: Apache-2.0
"""The bridge of listening says what a snapshot says, and announces only what differs."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from kiosk.show.hearing import Obstacle, Speech
from kiosk.ui.listen_bridge import ListenBridge
from kiosk.ui.snapshot import Mark, Snapshot
from tests.ui.studio import Studio


def of(bridge: ListenBridge, *names: str) -> tuple[object, ...]:
    return tuple(bridge.property(name) for name in names)


def heard(studio: Studio, **values: object) -> Snapshot:
    made = studio.state("heard-speaking")
    listening = replace(made.scene.listening, **values)
    return replace(made, scene=replace(made.scene, listening=listening))


def test_without_a_snapshot_nothing_is_heard() -> None:
    bridge = ListenBridge()
    assert of(bridge, "offered", "opened", "status", "speechKey") == (False, False, "off", 0)
    assert of(bridge, "label", "notice") == ("", "")


@pytest.mark.parametrize(
    "status, opened, speaking, notice",
    [
        (Speech.OFF, False, False, ""),
        (Speech.ASKING, True, False, "Others will hear this. Start?"),
        (Speech.SPEAKING, True, True, ""),
        (Speech.HUSHED, True, True, ""),
        (Speech.PAUSED, True, False, ""),
        (Speech.ENDED, True, False, "This topic ends here. Next topic reads on."),
    ],
)
def test_each_status(status: Speech, opened: bool, speaking: bool, notice: str, studio: Studio) -> None:
    bridge = ListenBridge()
    bridge.take(heard(studio, status=status))
    assert of(bridge, "status", "opened", "speaking") == (status, opened, speaking)
    assert of(bridge, "notice", "label", "offered") == (notice, "Listen", True)


@pytest.mark.parametrize(
    "obstacle, label, notice",
    [
        (Obstacle.ENGINE, "No reading aloud", "This screen cannot read aloud. Please ask at the desk."),
        (
            Obstacle.SOUND,
            "No sound here",
            "There is no sound on this screen just now. Please ask at the desk.",
        ),
        (Obstacle.VOICE, "No voice here", "This screen has no voice for this language."),
    ],
)
def test_what_cannot_be_heard_is_said_in_words(
    obstacle: Obstacle, label: str, notice: str, studio: Studio
) -> None:
    bridge = ListenBridge()
    bridge.take(heard(studio, status=Speech.FAILED, obstacle=obstacle))
    assert of(bridge, "label", "notice") == (label, notice)


def test_the_ends_of_speed_and_volume(studio: Studio) -> None:
    bridge = ListenBridge()
    ends = []
    for rate, volume in ((-2, 1), (0, 5), (2, 10)):
        bridge.take(heard(studio, rate=rate, volume=volume))
        ends.append(of(bridge, "slowest", "softest", "fastest", "loudest"))
    assert ends == [(True, True, False, False), (False,) * 4, (False, False, True, True)]


def test_only_what_differs_is_announced(studio: Studio, qtbot: QtBot) -> None:
    bridge = ListenBridge()
    told: list[int] = []
    bridge.listenChanged.connect(lambda: told.append(1))
    bridge.take(heard(studio))
    bridge.take(heard(studio))
    assert len(told) == 1
    bridge.take(heard(studio, guided=True))
    assert len(told) == 2
    assert of(bridge, "guided") == (True,)


def test_the_marks_of_the_sentence_are_a_list(studio: Studio) -> None:
    bridge = ListenBridge()
    bridge.take(replace(heard(studio), spoken_marks=(Mark("", 1.0, 2.0, 3.0, 4.0),)))
    marks = bridge._marks
    assert marks.rowCount() == 1
    roles = {bytes(name).decode() for name in marks.roleNames().values()}
    assert roles == {"leftEdge", "topEdge", "breadth", "tallness"}


def test_the_focus_is_handed_on(qtbot: QtBot) -> None:
    bridge = ListenBridge()
    with qtbot.waitSignal(bridge.focusMoved) as moved:
        bridge.focused("Next, button")
    assert moved.args == ["Next, button"]
