# SPDX-License-Identifier: Apache-2.0
"""A program started from outside: its own process, folders and log; and waiting for what it does."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Self, TypeVar

ROOT = Path(__file__).resolve().parents[2]
POLL_S = 0.01
FOLDERS = ("HOME", "XDG_RUNTIME_DIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
KEPT = (
    "PATH",
    "LANG",
    "LC_ALL",
    "TMPDIR",
    "LD_LIBRARY_PATH",
    "COVERAGE_PROCESS_START",
    "COVERAGE_PROCESS_CONFIG",
)

T = TypeVar("T")


class NotSeen(AssertionError):  # noqa: N818 # it says what happened
    """What was waited for did not come."""


def wait_until(predicate: Callable[[], T], what: str, timeout_s: float = 20.0) -> T:
    """Ask again and again until the answer is true, and return it; `what` is told if it never is."""
    end = time.monotonic() + timeout_s
    while not (answer := predicate()):
        if time.monotonic() > end:
            raise NotSeen(f"waited {timeout_s:.0f} s for: {what}")
        time.sleep(POLL_S)  # between two looks: nothing tells from inside what a screen shows
    return answer


def stop(process: subprocess.Popen[bytes] | subprocess.Popen[str], timeout_s: float = 10.0) -> int:
    """Ask a process to end, and return its exit status; one that does not is ended all the same, and told."""
    process.terminate()
    try:
        return process.wait(timeout_s)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(timeout_s)
        raise NotSeen(f"{process.args!r} did not end when it was asked to") from None


def surroundings(folder: Path, more: Mapping[str, str]) -> dict[str, str]:
    """Return an environment with nothing of the caller's but paths and locale, and folders of its own."""
    environment = {name: os.environ[name] for name in KEPT if name in os.environ}
    for name in FOLDERS:
        (folder / name.lower()).mkdir(parents=True, exist_ok=True, mode=0o700)
        environment[name] = str(folder / name.lower())
    return environment | dict(more)


class Program:
    """A running program; what it writes is kept in one log, and it is ended when the `with` ends."""

    def __init__(
        self, command: tuple[str, ...], folder: Path, environment: Mapping[str, str], cwd: Path = ROOT
    ) -> None:
        """Take the command and where its folders and its log are to be."""
        self.command = command
        self.cwd = cwd
        self.environment = surroundings(folder, environment)
        folder.mkdir(parents=True, exist_ok=True)
        self.log_path = folder / "log"
        self.on_fault: Callable[[], None] = lambda: None
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        """Start the program."""
        with self.log_path.open("wb") as log:
            self._process = subprocess.Popen(
                self.command,
                cwd=self.cwd,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        return self

    def __exit__(self, fault: type[BaseException] | None, *_: object) -> None:
        """End the program, if it still runs; after a fault what is on the screen is kept first."""
        if fault is not None:
            self.on_fault()
        self.end()

    def start(self) -> Self:
        """Start the program for as long as it runs, or until `end`."""
        return self.__enter__()

    def end(self) -> None:
        """End the program, if it was started and still runs."""
        if not self.never_ran and self.running:
            stop(self.process)

    @property
    def never_ran(self) -> bool:
        """Tell whether it was not started yet."""
        return self._process is None

    @property
    def process(self) -> subprocess.Popen[bytes]:
        """Return the process, which must have been started."""
        assert self._process is not None, "the program was not started"
        return self._process

    @property
    def log(self) -> str:
        """Return everything it has written so far."""
        return self.log_path.read_text(encoding="utf-8", errors="replace") if self.log_path.exists() else ""

    @property
    def running(self) -> bool:
        """Tell whether it still runs."""
        return self.process.poll() is None

    def ended(self, timeout_s: float = 20.0) -> int:
        """Wait until it ends by itself; return its exit status."""
        wait_until(lambda: not self.running, f"the end of {' '.join(self.command)}", timeout_s)
        return self.process.wait()


def kiosk(folder: Path, environment: Mapping[str, str], *arguments: str) -> Program:
    """Return `python -m kiosk run` with folders of its own, not yet started."""
    return Program((sys.executable, "-m", "kiosk", "run", *arguments), folder, environment)
