# SPDX-License-Identifier: Apache-2.0
"""The desk that every program is measured on: a fresh virtual screen with a window manager."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.e2e.program import Program, wait_until
from tests.e2e.screen import Screen

SOFTWARE = {"QT_QUICK_BACKEND": "software"}


@contextmanager
def desk(folder: Path, width: int = 1920, height: int = 1080) -> Iterator[Screen]:
    """Open a screen with openbox on it and the pointer in its corner."""
    with Screen(width, height) as screen:
        screen.move(screen.width - 1, screen.height - 1)
        with Program(("openbox", "--sm-disable"), folder / "openbox", screen.environment):
            wait_until(screen.managed, "openbox")
            yield screen
