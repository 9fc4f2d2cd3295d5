# SPDX-License-Identifier: Apache-2.0
"""Asks the bounded child process to decode pictures, and outlives it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import kiosk
from kiosk.content.probe import PictureFacts, PictureFault
from kiosk.render.headers import header_facts

PATIENCE_S = 10.0
IDLE_S = 4.0
"""How long the child waits for another picture before it ends and gives back its memory."""

EXPECTED_S = 30.0
"""How long it waits where pictures are likely to be asked for: for who thinks about sizes of text."""


def child_command() -> tuple[str, ...]:
    """Return the command that starts this same program as the decoder."""
    if getattr(sys, "frozen", False):
        return (sys.executable, "decode-picture")
    return (sys.executable, "-m", "kiosk.render.decode")


class Decoder:
    """Asks a bounded child process to decode pictures, one after the other; a dead child is replaced."""

    def __init__(
        self,
        command: Sequence[str] | None = None,
        patience_s: float = PATIENCE_S,
        idle_s: float = IDLE_S,
    ) -> None:
        self._command = tuple(command or child_command())
        self._patience_s = patience_s
        self._idle_s = idle_s
        self._idle: threading.Timer | None = None
        self._stays_until = 0.0
        self._child: subprocess.Popen[str] | None = None
        self._lock = threading.Lock()

    def probe(self, path: Path) -> PictureFacts | PictureFault:
        """Return what a picture is once it was decoded whole, or why it cannot be shown."""
        facts = header_facts(path)
        return facts if isinstance(facts, PictureFault) else self._ask(path, None, 0, 0)

    def decode(self, source: Path, target: Path, width: int, height: int) -> PictureFacts | PictureFault:
        """Write a picture, fitted into a size, as an uncompressed PNG."""
        return self._ask(source, target, width, height)

    def expect(self) -> None:
        """Start the child now and let it wait longer, since it will likely be asked; never waits."""
        threading.Thread(target=self._start_ahead, name="starting the decoder", daemon=True).start()

    def close(self) -> None:
        """End the child."""
        with self._lock:
            self._end()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _ask(self, source: Path, target: Path | None, width: int, height: int) -> PictureFacts | PictureFault:
        place = str(target.absolute()) if target else ""
        asked = {"source": str(source.absolute()), "target": place, "width": width, "height": height}
        with self._lock:
            answer = self._exchange(json.dumps(asked) + "\n")
            self._wait_idle(self._idle_s)
            if not answer.endswith("\n"):
                self._end()
                return PictureFault(
                    "picture-bad",
                    f"decoding it takes more than 1 GB or {self._patience_s:g} s.",
                    "Save it again, smaller and simpler.",
                )
        found = json.loads(answer)
        return PictureFault(**found) if "rule" in found else PictureFacts(**found)

    def _exchange(self, line: str) -> str:
        """Send a line and return the child's, or less than a line if it dies or is ended for being slow."""
        child = self._running()
        if child is None or child.stdin is None or child.stdout is None:
            return ""
        watch = threading.Timer(self._patience_s, child.kill)
        watch.daemon = True
        watch.start()
        try:
            child.stdin.write(line)
            child.stdin.flush()
            return child.stdout.readline()
        except OSError:
            return ""
        finally:
            watch.cancel()

    def _start_ahead(self) -> None:
        with self._lock:
            if self._running() is not None:
                self._wait_idle(EXPECTED_S)

    def _wait_idle(self, idle_s: float) -> None:
        """End the child once nobody has asked for so long, or for as long as was said before."""
        if self._idle is not None:
            self._idle.cancel()
        now = time.monotonic()
        self._stays_until = max(self._stays_until, now + idle_s)
        self._idle = threading.Timer(self._stays_until - now, self.close)
        self._idle.daemon = True
        self._idle.start()

    def _running(self) -> subprocess.Popen[str] | None:
        """Return the child, started if need be."""
        if self._child is None or self._child.poll() is not None:
            self._end()
            home = str(Path(kiosk.__file__).resolve().parent.parent)
            path = os.pathsep.join(filter(None, (home, os.environ.get("PYTHONPATH", ""))))
            try:
                self._child = subprocess.Popen(  # noqa: S603 the command is this program itself
                    self._command,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    text=True,
                    encoding="utf-8",
                    env={**os.environ, "PYTHONPATH": path, "QT_QPA_PLATFORM": "offscreen"},
                )
            except OSError:
                return None
        return self._child

    def _end(self) -> None:
        """End the child and take its pipes down."""
        if self._idle is not None:
            self._idle.cancel()
            self._idle = None
        self._stays_until = 0.0
        child, self._child = self._child, None
        if child is None:
            return
        child.kill()
        for pipe in (child.stdin, child.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:
                    continue
        child.wait()
