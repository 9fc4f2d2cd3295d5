# SPDX-License-Identifier: Apache-2.0
"""Stretches of a recording on a sound card that is none: what was heard, how loud, and when it ended."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.program import wait_until
from tests.e2e.sound import RATE, Sound, null_sink
from tests.render.tones import pitch_of, write_tones

TONES = ((300.0, 1.0), (500.0, 1.0), (700.0, 1.0))


class Child:
    """The child that speaks, with an engine that is silent and a sound card of the test's own."""

    def __init__(self, sound: Sound, file: Path, engine: str = "mock") -> None:
        command = [sys.executable, "-m", "kiosk.ui.speak", engine]
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env=os.environ | sound.environment,
        )
        self.file = file
        assert [self.news()["is"], self.news()["is"]] == ["here", "ready"]

    def ask(self, **asked: object) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(asked) + "\n")
        self.process.stdin.flush()

    def play(self, number: int, from_s: float, to_s: float, rate: float = 0.0, volume: float = 1.0) -> None:
        told = {"text": "Words.", "language": "en", "rate": rate, "volume": volume}
        self.ask(do="say", id=number, sound=str(self.file), from_s=from_s, to_s=to_s, **told)

    def news(self) -> dict[str, object]:
        assert self.process.stdout is not None
        told: dict[str, object] = json.loads(self.process.stdout.readline())
        return told


@pytest.fixture(scope="module")
def card(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sound]:
    with null_sink(tmp_path_factory.mktemp("card") / "sound") as made:
        yield made


@pytest.fixture
def sound(card: Sound) -> Sound:
    """The card, with nothing recorded yet."""
    os.truncate(card.recording, 0)
    return card


@pytest.fixture
def child(sound: Sound, tmp_path: Path) -> Iterator[Child]:
    made = Child(sound, write_tones(tmp_path / "tones.wav", TONES))
    yield made
    made.process.kill()
    made.process.communicate()


def heard_pitch(sound: Sound, since_s: float) -> float:
    """Return the pitch of the middle of what was heard since."""
    samples = sound.samples()[round(since_s * RATE) :]
    loud = [place for place, sample in enumerate(samples) if abs(sample) > 2000]
    middle, half = (loud[0] + loud[-1]) // 2, RATE // 10
    return pitch_of(samples[middle - half : middle + half], RATE)


def recorded_s(sound: Sound) -> float:
    return len(sound.samples()) / RATE


def test_each_stretch_is_heard_in_turn_and_told_to_be_done(child: Child, sound: Sound) -> None:
    for number, place, pitch in ((1, 2, 700.0), (2, 0, 300.0)):
        since = recorded_s(sound)
        child.play(number, place, place + 1.0)
        assert child.news() == {"is": "done", "id": number}
        assert heard_pitch(sound, since) == pytest.approx(pitch, abs=8)


def test_slower_is_longer_and_no_lower(child: Child, sound: Sound) -> None:
    child.play(1, 1.0, 2.0, rate=-0.5)
    assert child.news() == {"is": "done", "id": 1}
    assert heard_pitch(sound, 0.0) == pytest.approx(500, rel=0.05)
    wait_until(lambda: sound.heard_s() > 1.2, "more than the second that it lasts at its own speed")


def test_a_stop_silences_and_what_it_cut_off_is_never_done(child: Child, sound: Sound) -> None:
    child.play(1, 0.0, 3.0)
    wait_until(lambda: sound.heard_s() > 0.3, "the recording")
    child.ask(do="stop")
    wait_until(lambda: sound.loudest(0.5) == 0, "silence")
    assert sound.heard_s() < 2.0
    child.play(2, 0.0, 0.3)
    assert child.news() == {"is": "done", "id": 2}


def test_it_is_as_loud_as_was_asked_for_also_while_it_plays(child: Child, sound: Sound) -> None:
    child.play(1, 0.0, 3.0, volume=0.2)
    wait_until(lambda: sound.heard_s() > 0.3, "the recording")
    soft = sound.loudest()
    child.ask(do="volume", volume=1.0)
    wait_until(lambda: sound.loudest() > 3 * soft, "the same, louder")
    assert child.news() == {"is": "done", "id": 1}


def test_what_cannot_be_played_is_said_by_the_engine(child: Child, sound: Sound) -> None:
    child.file = Path("/nowhere.mp3")
    child.play(1, 0.0, 1.0)
    assert child.news() == {"is": "done", "id": 1}
    assert sound.loudest() == 0, "the mock engine is silent"


def test_without_an_engine_recordings_are_heard_and_words_are_not(sound: Sound, tmp_path: Path) -> None:
    child = Child(sound, write_tones(tmp_path / "tones.wav", TONES), "no-such-engine")
    child.play(1, 0.0, 1.0)
    assert child.news() == {"is": "done", "id": 1}
    assert heard_pitch(sound, 0.0) == pytest.approx(300, abs=8)
    child.file = Path("/nowhere.mp3")
    child.play(2, 0.0, 1.0)
    assert child.news() == {"is": "failed", "why": "engine"}
    child.ask(do="volume", volume=1.0)
    child.ask(do="stop")
    told, _ = child.process.communicate(timeout=10)
    assert told == ""
    assert child.process.returncode == 0
