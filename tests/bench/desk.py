# SPDX-License-Identifier: Apache-2.0
"""The desk that every program is measured on: a fresh virtual screen with a window manager."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.e2e.program import Program, wait_until
from tests.e2e.screen import Screen

SOFTWARE = {"QT_QUICK_BACKEND": "software"}
MEMORY = Path("/dev/shm")  # noqa: S108 # a folder of its own is made there


@dataclass(frozen=True, slots=True)
class Seat:
    """Where a program is started: its own folder, what finds the screen, and the screen's pixels."""

    folder: Path
    environment: dict[str, str]
    size: tuple[int, int]


@contextmanager
def desk(folder: Path, size: tuple[int, int] = (1920, 1080)) -> Iterator[Screen]:
    """Open a screen with openbox on it and the pointer in its corner."""
    with Screen(*size) as screen:
        screen.move(screen.width - 1, screen.height - 1)
        with Program(("openbox", "--sm-disable"), folder / "openbox", screen.environment):
            wait_until(screen.managed, "openbox")
            try:
                yield screen
            finally:
                shutil.rmtree(runtime(screen), ignore_errors=True)


def runtime(screen: Screen) -> Path:
    """Return the runtime folder of who sits at a screen: in memory, as it is wherever a user logs in."""
    return MEMORY / f"bench-{os.getpid()}{screen.name.replace(':', '-')}"


def seat(folder: Path, screen: Screen) -> Seat:
    """Return the seat of a program on a screen."""
    environment = screen.environment | SOFTWARE
    if MEMORY.is_dir():
        runtime(screen).mkdir(mode=0o700, exist_ok=True)
        environment |= {"XDG_RUNTIME_DIR": str(runtime(screen))}
    return Seat(folder, environment, (screen.width, screen.height))
