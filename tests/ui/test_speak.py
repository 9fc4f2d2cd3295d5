# SPDX-License-Identifier: Apache-2.0
"""The child that speaks, as a real process with Qt's mock engine."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtTextToSpeech import QTextToSpeech
from pytestqt.qtbot import QtBot

from kiosk.ui import speak

LONG = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen"


@dataclass
class Child:
    """The child's pipes."""

    process: subprocess.Popen[str]

    def ask(self, **asked: object) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(asked) + "\n")
        self.process.stdin.flush()

    def say(self, number: int, text: str, language: str = "en", rate: float = 0.0) -> None:
        self.ask(do="say", id=number, text=text, language=language, rate=rate, volume=0.5)

    def news(self) -> dict[str, object]:
        assert self.process.stdout is not None
        told: dict[str, object] = json.loads(self.process.stdout.readline())
        return told

    def end(self) -> int:
        assert self.process.stdin is not None
        self.process.stdin.close()
        return self.process.wait(10)


def start(*arguments: str) -> Child:
    command = [sys.executable, "-m", "kiosk.ui.speak", *arguments]
    return Child(subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True))


@pytest.fixture
def child() -> Iterator[Child]:
    """A child with the mock engine that has said it is ready."""
    with start("mock").process as process:
        made = Child(process)
        assert made.news() == {"is": "here"}
        assert made.news() == {"is": "ready"}
        yield made
        process.kill()


def test_it_says_one_after_the_other_and_ends_with_its_parent(child: Child) -> None:
    child.say(1, "Hello there.")
    assert child.news() == {"is": "done", "id": 1}
    child.say(2, "And again.")
    assert child.news() == {"is": "done", "id": 2}
    assert child.end() == 0


def test_what_is_asked_for_last_is_said_and_what_it_interrupts_is_never_done(child: Child) -> None:
    child.say(1, LONG)
    child.say(2, LONG)
    child.say(3, "Three.")
    assert child.news() == {"is": "done", "id": 3}


def test_a_stop_is_followed_by_nothing(child: Child) -> None:
    child.say(1, LONG)
    child.ask(do="volume", volume=0.2)
    child.ask(do="stop")
    child.say(2, "Two.")
    assert child.news() == {"is": "done", "id": 2}
    child.ask(do="stop")
    assert child.end() == 0


def test_a_language_without_a_voice_is_told(child: Child) -> None:
    child.say(1, "مرحبا", "ar")
    assert child.news() == {"is": "failed", "why": "voice"}
    child.say(2, "你好", "zh")
    assert child.news() == {"is": "failed", "why": "voice"}
    child.say(3, "But this.")
    assert child.news() == {"is": "done", "id": 3}


def test_an_engine_that_is_not_there_is_told() -> None:
    missing = start("no-such-engine")
    with missing.process:
        assert missing.news() == {"is": "here"}
        assert missing.news() == {"is": "ready"}, "a recording needs none"
        missing.say(1, "Hello there.")
        assert missing.news() == {"is": "failed", "why": "engine"}
        assert missing.end() == 0


@pytest.mark.parametrize(
    "engines, taken",
    [
        (["mock", "speechd"], "speechd"),
        (["mock", "winrt", "sapi"], "winrt"),
        (["flite", "speechd"], "speechd"),
        (["mock"], ""),
        ([], ""),
    ],
)
def test_the_system_s_engine_is_taken_and_never_the_mock(engines: list[str], taken: str) -> None:
    assert speak.engine_to_take(engines) == taken


@dataclass
class Named:
    """A voice with a name."""

    words: str

    def name(self) -> str:
        return self.words


@pytest.mark.parametrize(
    "names, language, nameless, taken",
    [
        (
            ["English (Caribbean)", "English (America)+Adam", "English (America)"],
            "en",
            False,
            "English (America)",
        ),
        (["English (America)+Adam"], "en-GB", False, "English (America)+Adam"),
        (["Alex", "Samantha"], "en", False, "Alex"),
        (
            ["Klingon", "Chinese (Mandarin, latin as English)"],
            "zh",
            True,
            "Chinese (Mandarin, latin as English)",
        ),
        (["Klingon"], "zh", True, None),
        ([], "fr", False, None),
    ],
)
def test_a_plain_voice_is_liked_best(
    names: list[str], language: str, nameless: bool, taken: str | None
) -> None:
    voice = speak.liked([Named(name) for name in names], language, nameless=nameless)  # type: ignore[misc] # as a voice
    assert (voice.name() if voice else None) == taken


@pytest.mark.parametrize(
    "names, language, taken",
    [
        (["en_US", "es_ES", "es_419"], "es", "es_419"),
        (["en_US", "es_ES"], "es", "es_ES"),
        (["es_ES", "es_419"], "es-ES", "es_ES"),
        (["en_US"], "en", "en_US"),
    ],
)
def test_spanish_is_spoken_as_most_speak_it(names: list[str], language: str, taken: str) -> None:
    assert speak.spoken([QLocale(name) for name in names], language).name() == taken


def test_the_mock_engine_takes_a_voice_of_the_language(qtbot: QtBot) -> None:
    engine = QTextToSpeech("mock")
    assert speak.has_voice(engine, "fi")
    assert engine.voice().locale().name() == "fi_FI"
    assert not speak.has_voice(engine, "fr")


WITHOUT_THE_EXTRA = """
import sys
sys.modules["PySide6.QtTextToSpeech"] = None
from kiosk.ui.speak import main
sys.exit(main())
"""


def test_a_program_without_the_extra_says_that_it_cannot_speak() -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_THE_EXTRA], capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, json.loads(done.stdout)) == (0, {"is": "failed", "why": "engine"})
