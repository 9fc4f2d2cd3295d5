# SPDX-License-Identifier: Apache-2.0
"""The voice with the real child on Qt's mock engine, and with children that hang, die or are not there."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import psutil
import pytest
from pytestqt.qtbot import QtBot

from kiosk.app.voice import Voice, Words, child_command
from kiosk.show.hearing import Obstacle

MOCK = (*child_command(), "mock")
NEVER_LOADS = (sys.executable, "-c", "import sys; sys.stdin.read()")
HANGS = (sys.executable, "-c", 'import sys; print(\'{"is": "here"}\', flush=True); sys.stdin.read()')
DIES = (sys.executable, "-c", "pass")
NEVER_SAYS = (
    sys.executable,
    "-c",
    """
import sys
print('{"is": "ready"}', flush=True)
for line in sys.stdin:
    pass
""",
)


class Heard:
    """What a voice told, in order."""

    def __init__(self, voice: Voice) -> None:
        self.news: list[object] = []
        voice.said.connect(self.news.append)
        voice.failed.connect(self.news.append)


def children() -> list[psutil.Process]:
    return [child for child in psutil.Process().children() if child.status() != psutil.STATUS_ZOMBIE]


@pytest.fixture
def voice(qtbot: QtBot) -> Iterator[Voice]:
    """A voice on the mock engine."""
    made = Voice(MOCK, start_ms=20_000)
    yield made
    made.end()


def test_nothing_is_started_until_something_is_to_be_said(voice: Voice, qtbot: QtBot) -> None:
    before = children()
    voice.stop()
    voice.set_volume(0.5)
    assert children() == before
    with qtbot.waitSignal(voice.said, timeout=20_000) as said:
        voice.say(7, Words("Hello there.", "en"))
    assert said.args == [7]
    assert len(children()) == len(before) + 1
    voice.end()
    assert children() == before


def test_the_last_word_counts_before_the_child_is_ready_and_after(voice: Voice, qtbot: QtBot) -> None:
    heard = Heard(voice)
    voice.say(1, Words("One.", "en"))
    voice.say(2, Words("Two.", "en"))
    qtbot.waitUntil(lambda: heard.news == [2], timeout=20_000)
    voice.say(3, Words("three " * 40, "en"))
    voice.set_volume(0.2)
    voice.stop()
    voice.say(4, Words("Four.", "en"))
    qtbot.waitUntil(lambda: heard.news == [2, 4], timeout=20_000)


def test_a_language_without_a_voice_is_told(voice: Voice, qtbot: QtBot) -> None:
    with qtbot.waitSignal(voice.failed, timeout=20_000) as failed:
        voice.say(1, Words("مرحبا", "ar"))
    assert failed.args == [Obstacle.VOICE]


@pytest.mark.parametrize(
    "command, start_ms, saying_ms, obstacle",
    [
        (HANGS, 100, 6000, Obstacle.SOUND),
        (DIES, 20_000, 6000, Obstacle.SOUND),
        (NEVER_SAYS, 20_000, 100, Obstacle.SOUND),
        (("no/such/program",), 20_000, 6000, Obstacle.SOUND),
        ((*child_command(), "no-such-engine"), 20_000, 6000, Obstacle.ENGINE),
    ],
)
def test_a_child_that_cannot_speak_is_killed_and_told_of_once(
    command: tuple[str, ...], start_ms: int, saying_ms: int, obstacle: Obstacle, qtbot: QtBot
) -> None:
    before = children()
    voice = Voice(command, start_ms, saying_ms)
    heard = Heard(voice)
    with qtbot.waitSignal(voice.failed, timeout=20_000):
        voice.say(1, Words("", "en"))
    assert children() == before
    with qtbot.waitSignal(voice.failed, timeout=20_000):
        voice.say(2, Words("", "en"))
    assert heard.news == [obstacle.value, obstacle.value]


def test_a_child_that_never_loads_is_killed(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.app.voice.LOADING_MS", 100)
    before = children()
    voice = Voice(NEVER_LOADS, start_ms=50)
    with qtbot.waitSignal(voice.failed, timeout=20_000) as failed:
        voice.say(1, Words("", "en"))
    assert (failed.args, children()) == ([Obstacle.SOUND], before)


def test_a_child_that_is_killed_is_told_of_and_replaced(voice: Voice, qtbot: QtBot) -> None:
    before = children()
    with qtbot.waitSignal(voice.said, timeout=20_000):
        voice.say(1, Words("One.", "en"))
    [child] = [each for each in children() if each not in before]
    with qtbot.waitSignal(voice.failed, timeout=20_000) as failed:
        child.kill()
    assert failed.args == [Obstacle.SOUND]
    with qtbot.waitSignal(voice.said, timeout=20_000) as said:
        voice.say(2, Words("Two.", "en"))
    assert said.args == [2]


@pytest.mark.parametrize("stopped", [True, False])
def test_a_child_that_nobody_listens_to_is_ended(stopped: bool, voice: Voice, qtbot: QtBot) -> None:
    before = children()
    with qtbot.waitSignal(voice.said, timeout=20_000):
        voice.say(1, Words("One.", "en"))
    assert voice._resting.isActive()
    voice._resting.setInterval(1)
    if stopped:
        voice.stop()
    qtbot.waitUntil(lambda: children() == before)


def test_a_child_that_was_woken_says_nothing_until_it_is_asked(voice: Voice, qtbot: QtBot) -> None:
    before, heard = children(), Heard(voice)
    voice.wake()
    voice.wake()
    qtbot.waitUntil(lambda: voice._ready, timeout=20_000)
    assert (len(children()), heard.news) == (len(before) + 1, [])
    voice.say(1, Words("One.", "en"))
    qtbot.waitUntil(lambda: heard.news == [1], timeout=20_000)


def test_a_bundle_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert child_command() == (sys.executable, "speak")
