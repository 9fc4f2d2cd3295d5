# SPDX-License-Identifier: Apache-2.0
"""From process start to the complete first page and to the first answer, seen from outside.

The kiosk stands beside its floor and a browser, in turn.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.bench.desk import SOFTWARE, desk
from tests.bench.figures import Rows, keep, machine, milliseconds, ratio, summary
from tests.bench.peers import chromium, missing
from tests.bench.probe import watch
from tests.e2e.program import Program, kiosk

PAIRS = 9
QUIET_S = 1.5
KEPT_S = 5.0
"""How long the uncounted start stands: by then the kiosk has kept its opening for the next one."""
PAUSE_S = 0.02
"""How long a picture stands before a key is pressed, as soon as a quick hand could."""
TIMEOUT_S = 30.0
BARS = {"ratio": 1.5, "ratio to chromium": 0.4}
NAMES = {
    "floor": "floor: bare `QQuickView`",
    "kiosk": "kiosk, default pack",
    "kiosk, first change": "kiosk, first changed pixel",
    "kiosk, first answer": "kiosk, a key pressed at once answered",
    "kiosk, its cache empty": "kiosk, own cache empty",
    "chromium": "Chromium in kiosk mode, reveal.js",
    "ratio": f"kiosk ÷ floor, pair by pair (bar ≤ {BARS['ratio']})",
    "ratio to chromium": f"kiosk ÷ Chromium, pair by pair (bar ≤ {BARS['ratio to chromium']})",
}

Start = Callable[[Path, dict[str, str]], Program]


@dataclass(frozen=True, slots=True)
class Opening:
    """Seconds from process start to the first and to the last change of the opening picture."""

    first: float
    last: float


def floor(folder: Path, environment: dict[str, str]) -> Program:
    """Return the floor, not yet started."""
    return Program((sys.executable, "-m", "tests.bench.floor"), folder, environment)


def shown(folder: Path, environment: dict[str, str]) -> Program:
    """Return the kiosk as it starts without settings, not yet started."""
    return kiosk(folder, environment)


def opening(start: Start, folder: Path, quiet: float = QUIET_S) -> Opening:
    """Start a program on a fresh screen and return when its picture came and when it was complete."""
    with desk(folder) as screen:
        program = start(folder, screen.environment | SOFTWARE)
        begun = time.perf_counter()
        with program:
            at = watch(screen, quiet, TIMEOUT_S).at
            assert at, f"nothing was shown:\n{program.log}"
            assert program.running, f"it ended:\n{program.log}"
        return Opening(at[0] - begun, at[-1] - begun)


def answered(start: Start, folder: Path) -> float:
    """Start a program, press a key as soon as its picture stands; return when it answered, from the start."""
    with desk(folder) as screen:
        program = start(folder, screen.environment | SOFTWARE)
        begun = time.perf_counter()
        with program:
            assert watch(screen, PAUSE_S, TIMEOUT_S).at, f"nothing was shown:\n{program.log}"
            screen.key("Right")
            at = watch(screen, PAUSE_S, TIMEOUT_S).at
            assert at, f"it did not answer:\n{program.log}"
        return at[0] - begun


def measure(pairs: int = PAIRS) -> Rows:
    """Return the seconds of every start, in turn, after one of each that is not counted."""
    rows: Rows = {name: [] for name in NAMES}
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        opening(floor, folder / "floor")
        opening(shown, folder / "kiosk", KEPT_S)
        if not missing():
            opening(chromium, folder / "chromium")
        for _ in range(pairs):
            least, page = opening(floor, folder / "floor"), opening(shown, folder / "kiosk")
            rows["floor"].append(least.last)
            rows["kiosk"].append(page.last)
            rows["kiosk, first change"].append(page.first)
            rows["ratio"].append(page.last / least.last)
            if not missing():
                peer = opening(chromium, folder / "chromium")
                rows["chromium"].append(peer.last)
                rows["ratio to chromium"].append(page.last / peer.last)
            rows["kiosk, first answer"].append(answered(shown, folder / "kiosk"))
            shutil.rmtree(folder / "empty", ignore_errors=True)
            rows["kiosk, its cache empty"].append(opening(shown, folder / "empty").last)
    return rows


def table(rows: Rows) -> str:
    """Return the measurements as a Markdown table; a row without measurements says why."""
    lines = ["| process start to complete first page | median (quartiles; range) |", "|---|---|"]
    for row, words in NAMES.items():
        cell = ratio if row in BARS else milliseconds
        lines.append(f"| {words} | {cell(summary(rows[row])) if rows[row] else missing()} |")
    return "\n".join(lines)


def met(rows: Rows) -> bool:
    """Tell whether every bar that was measured is met."""
    return all(summary(rows[row]).median <= bar for row, bar in BARS.items() if rows[row])


def main() -> int:
    """Measure, keep the figures, print the table; return 1 where a bar is not met."""
    now = machine()
    rows = measure()
    keep("first-page", now, rows)
    print(table(rows))  # noqa: T201 # a command line prints
    return int(not met(rows))


if __name__ == "__main__":
    sys.exit(main())
