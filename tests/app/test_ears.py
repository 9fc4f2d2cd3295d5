# SPDX-License-Identifier: Apache-2.0
"""Listening put together: the real child on Qt's mock engine reads the tiny pack word by word."""

from __future__ import annotations

from contextlib import ExitStack

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from kiosk.app.ears import open_ears
from kiosk.app.lector import Lector
from kiosk.app.voice import Voice, Words, child_command
from kiosk.show.hearing import Speech
from kiosk.show.model import Act
from kiosk.ui.show_bridge import ShowBridge
from tests.app.conftest import Build
from tests.app.test_plug import FakeJack
from tests.app.theatre import SETTINGS, Sketcher, Theatre
from tests.layout.fakes import Monospace

WHOLE_SECTION = [
    "What a paper cut is",
    "A small cut that stings",
    "A sheet of paper has a thin edge.",
    "When it slides along a finger it can open the skin.",
    "The cut is not deep, but it stings, since a finger feels more than most of the body.",
    "Wash it.",
    "Use clean water.",
    "Dry it.",
    "Press a soft cloth on it.",
    "A towel will do.",
    "Cover it.",
    "A plaster keeps dirt out.",
    "An open hand with one small line on a finger",
    "Most paper cuts are on the hand you write with",
    "How many people",
    "10 of 15",
    "10 of 15 people in the study: at least one paper cut in a year",
    "A cut that is red and hot after two days should be seen by a nurse.",
    "This topic ends here. Next topic reads on.",
]


class Recorded(Voice):
    """The real voice, which also writes down what it is to say."""

    def __init__(self) -> None:
        super().__init__((*child_command(), "mock"), start_ms=20_000)
        self.words: list[str] = []

    def say(self, number: int, words: Words) -> None:
        self.words.append(words.text)
        super().say(number, replace(words, text=words.text[:8]))


def with_lector(theatre: Theatre) -> Theatre:
    stage = theatre.director._stage
    fixtures = replace(stage.fixtures, read=Lector(lambda _language: Monospace()).read)
    theatre.director._stage = replace(stage, fixtures=fixtures)
    return theatre


@pytest.mark.parametrize("listen", ["loudspeaker", "headphones"])
def test_the_mock_engine_reads_a_section_to_its_end(
    listen: str, build: Build, sketcher: Sketcher, qtbot: QtBot
) -> None:
    theatre = with_lector(build(sketcher, replace(SETTINGS, listen=listen)))
    bridge = ShowBridge(theatre.director.handle, lambda: None)
    voice = Recorded()
    with ExitStack() as stack:
        theatre.begin()
        open_ears(
            listen,
            theatre.hands.clocks(),
            theatre.director,
            bridge,
            stack,
            voice=voice,
            jack=FakeJack(state=True),
        )
        theatre.touch()
        theatre.choose(Act.READ_THIS)
        theatre.choose(Act.LISTEN)
        theatre.choose(Act.LISTEN_START)

        def ended() -> bool:
            return theatre.now.scene.listening.status is Speech.ENDED and len(voice.words) >= len(
                WHOLE_SECTION
            )

        qtbot.waitUntil(ended, timeout=60_000)
    assert voice.words == WHOLE_SECTION
    assert voice._child is None


def test_a_machine_without_a_jack_offers_nothing(build: Build, sketcher: Sketcher, qtbot: QtBot) -> None:
    theatre = with_lector(build(sketcher, replace(SETTINGS, listen="headphones")))
    bridge = ShowBridge(theatre.director.handle, lambda: None)
    with ExitStack() as stack:
        theatre.begin()
        reader = open_ears(
            "headphones", theatre.hands.clocks(), theatre.director, bridge, stack, jack=FakeJack()
        )
        theatre.touch()
        theatre.choose(Act.READ_THIS)
        assert not theatre.now.scene.offers_listening
        theatre.choose(Act.LISTEN)
        bridge.focusMoved.emit("Next, button")
        assert theatre.now.scene.listening.status is Speech.OFF
        assert reader._number == 0
