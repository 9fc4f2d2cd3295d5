# SPDX-License-Identifier: Apache-2.0
"""The voice: asks the child process that speaks, and outlives it."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import asdict
from PySide6.QtCore import QElapsedTimer, QObject, QProcess, QProcessEnvironment, QTimer, Signal, Slot

import kiosk
from kiosk.show.hearing import Obstacle

LOADING_MS, START_MS = 20_000, 8000
"""How long the child may take to load, and its engine then to be ready: without sound it never is.

Qt asks Speech Dispatcher for all voices of espeak-ng, some ten thousand with their variants: 2 s of work.
"""

BUSY = 8
"""On a busy machine the engine may take so many times as long as loading the child has taken."""

REST_MS = 60_000
"""How long a child that nobody listens to is kept."""

SAYING_MS, CHARACTER_MS = 6000, 200
"""How long saying something may take, at the slowest; what takes longer is not heard."""


def child_command() -> tuple[str, ...]:
    """Return the command that starts this same program as the speaker."""
    if getattr(sys, "frozen", False):
        return (sys.executable, "speak")
    return (sys.executable, "-m", "kiosk.ui.speak")


class Words(Struct, frozen=True):
    """Something to be said: rate from -1 to 1, volume from 0 to 1.

    `sound` is a recording that says it from second to second; the text is said where it cannot be played.
    """

    text: str
    language: str
    rate: float = 0.0
    volume: float = 1.0
    sound: str = ""
    from_s: float = 0.0
    to_s: float = 0.0

    @property
    def longest_ms(self) -> int:
        """Return how long saying it may take, at the slowest, once it has begun."""
        return CHARACTER_MS * len(self.text) + round(2000 * (self.to_s - self.from_s))


class Voice(QObject):
    """Says one thing at a time in a child process that is started when it is first needed."""

    said = Signal(int)
    failed = Signal(str)

    def __init__(
        self,
        command: Sequence[str] | None = None,
        start_ms: int = START_MS,
        saying_ms: int = SAYING_MS,
        parent: QObject | None = None,
    ) -> None:
        """Take the child's command and how long it may take; nothing is started yet."""
        super().__init__(parent)
        self._command = tuple(command or child_command())
        self._saying_ms = saying_ms
        self._child: QProcess | None = None
        self._ready = False
        self._waiting: tuple[int, Words] | None = None
        self._start_ms = start_ms
        self._since = QElapsedTimer()
        self._starting = self._timer(start_ms, self._lose_sound)
        self._saying = self._timer(saying_ms, self._lose_sound)
        self._resting = self._timer(REST_MS, self.end)

    def say(self, number: int, words: Words) -> None:
        """Say something in place of what is being said; `said` tells its number once it was."""
        self._resting.stop()
        self._waiting = (number, words)
        if self._child is None:
            self._start()
        elif self._ready:
            self._hand_over()

    def wake(self) -> None:
        """Get the child ready: somebody is about to listen."""
        self._resting.start()
        if self._child is None:
            self._start()

    def stop(self) -> None:
        """Be silent at once."""
        self._waiting = None
        self._saying.stop()
        self._ask({"do": "stop"})
        self._resting.start()

    def set_volume(self, volume: float) -> None:
        """Change how loud it is, from 0 to 1; some engines do so only with what is said next."""
        self._ask({"do": "volume", "volume": volume})

    @Slot()
    def end(self) -> None:
        """End the child."""
        for timer in (self._starting, self._saying, self._resting):
            timer.stop()
        child, self._child = self._child, None
        self._ready = False
        if child is None:
            return
        child.blockSignals(True)  # noqa: FBT003 # Qt's own signature
        child.kill()
        child.waitForFinished(1000)
        child.deleteLater()

    def _timer(self, wait_ms: int, ring: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(wait_ms)
        timer.timeout.connect(ring)
        return timer

    def _start(self) -> None:
        child = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        home = str(Path(kiosk.__file__).resolve().parent.parent)
        path = os.pathsep.join(filter(None, (home, os.environ.get("PYTHONPATH", ""))))
        environment.insert("PYTHONPATH", path)
        child.setProcessEnvironment(environment)
        child.setStandardErrorFile(QProcess.nullDevice())
        child.readyReadStandardOutput.connect(self._hear)
        child.finished.connect(self._lose_sound)
        child.errorOccurred.connect(self._lose_sound)
        self._child = child
        self._starting.start(max(LOADING_MS, self._start_ms))
        self._since.start()
        child.start(self._command[0], list(self._command[1:]))

    @Slot()
    def _hear(self) -> None:
        """Take the child's news."""
        while self._child is not None and self._child.canReadLine():
            news = json.loads(bytes(self._child.readLine().data()))
            match news["is"]:
                case "here":
                    self._starting.start(max(self._start_ms, BUSY * self._since.elapsed()))
                case "ready":
                    self._ready = True
                    self._starting.stop()
                    self._hand_over()
                case "done":
                    self._saying.stop()
                    self._resting.start()
                    self.said.emit(news["id"])
                case _:
                    self._fail(Obstacle(news["why"]))

    def _hand_over(self) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            number, words = waiting
            self._saying.start(self._saying_ms + words.longest_ms)
            self._ask({"do": "say", "id": number, **asdict(words)})

    def _ask(self, asked: dict[str, object]) -> None:
        if self._child is not None and self._ready:
            self._child.write(json.dumps(asked).encode() + b"\n")

    @Slot()
    def _lose_sound(self) -> None:
        """Give up a child that died, or hangs as it does without sound."""
        self._fail(Obstacle.SOUND)

    def _fail(self, obstacle: Obstacle) -> None:
        self._waiting = None
        self.end()
        self.failed.emit(obstacle.value)
