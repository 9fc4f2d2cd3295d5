# SPDX-License-Identifier: Apache-2.0
"""The desk that every program is measured on: a fresh virtual screen with a window manager."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.e2e.program import Program, wait_until
from tests.e2e.screen import Screen

SOFTWARE = {"QT_QUICK_BACKEND": "software"}


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
            yield screen


def seat(folder: Path, screen: Screen) -> Seat:
    """Return the seat of a program on a screen."""
    return Seat(folder, screen.environment | SOFTWARE, (screen.width, screen.height))
