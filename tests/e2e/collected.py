# SPDX-License-Identifier: Apache-2.0
"""`python -m tests.e2e.collected run …`: the kiosk, telling in its log which Qt objects the collector finds.

Python's collector works on whichever thread happens to fill it. An object of Qt that a worker takes away may
crash the program, at once or later, so none may be left to it. One is, on purpose, to show that this is seen.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Mapping

from PySide6.QtCore import QObject

from kiosk.cli.main import main
from tests.e2e.program import Program

FOUND = "the collector found "
PLANTED = [f"{FOUND}Planted"]


def watched(program: Program) -> Program:
    """Return the same kiosk, not yet started, that tells what its collector finds."""
    start = program.command.index("run")
    program.command = (sys.executable, "-m", "tests.e2e.collected", *program.command[start:])
    return program


def found(program: Program) -> list[str]:
    """Return what the collector of a watched kiosk found so far: what was planted, and nothing else."""
    return sorted({line for line in program.log.splitlines() if line.startswith(FOUND)})


def tell(phase: str, _: Mapping[str, int]) -> None:
    """Write down each kind of Qt's objects among what was found, and let go of it."""
    if phase == "stop":
        for name in {type(each).__name__ for each in gc.garbage if isinstance(each, QObject)}:
            print(f"{FOUND}{name}", file=sys.stderr, flush=True)  # noqa: T201 # the test reads it
        gc.garbage.clear()


class Planted(QObject):
    """Holds itself, so that only the collector can take it away."""

    def __init__(self) -> None:
        """Take hold."""
        super().__init__()
        self.itself = self


if __name__ == "__main__":
    gc.set_debug(gc.DEBUG_SAVEALL)
    gc.set_threshold(100, 2, 2)
    gc.callbacks.append(tell)
    Planted()
    gc.collect()
    sys.exit(main())
