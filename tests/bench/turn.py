# SPDX-License-Identifier: Apache-2.0
"""Page turns: from a key pressed to the first changed pixel and to the whole new page."""

from __future__ import annotations

import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.bench.figures import Rows, keep, machine, milliseconds, summary
from tests.bench.first_page import SOFTWARE
from tests.bench.probe import watch
from tests.e2e.program import kiosk
from tests.e2e.screen import Screen

TURNS = 50
RUN = 5
QUIET_S = 0.25
OPENING_S = 2.0
TIMEOUT_S = 10.0
SETTINGS = 'touch = "yes"\ndwell_factor = 0\nreduced_motion = {}\n'


@dataclass(frozen=True, slots=True)
class Turned:
    """Seconds from the key to the first changed pixel and to the last, and the pictures seen on the way."""

    first: float
    whole: float
    pictures: int


def turns(folder: Path, *, still: bool, count: int = TURNS) -> list[Turned]:
    """Open the first section by keys and turn pages, five on and five back; return each turn."""
    folder.mkdir(parents=True, exist_ok=True)
    settings = folder / "station.toml"
    settings.write_text(SETTINGS.format(str(still).lower()), encoding="utf-8")
    with Screen() as screen:
        screen.move(screen.width - 1, screen.height - 1)
        with kiosk(folder / "home", screen.environment | SOFTWARE, "--settings", str(settings)) as program:
            assert watch(screen, OPENING_S, TIMEOUT_S).at, f"nothing was shown:\n{program.log}"
            for key in ("Return", "Return"):
                screen.key(key)
                assert watch(screen, OPENING_S, TIMEOUT_S).at, f"nothing changed after {key}:\n{program.log}"
            done = [turn(screen, "Right" if number // RUN % 2 == 0 else "Left") for number in range(count)]
            assert program.running, program.log
    return done


def turn(screen: Screen, key: str) -> Turned:
    """Press a key and return what the screen did."""
    begun = time.perf_counter()
    screen.key(key)
    at = watch(screen, QUIET_S, TIMEOUT_S).at
    assert at, f"nothing changed after {key}"
    return Turned(at[0] - begun, at[-1] - begun, len(at))


def measure() -> Rows:
    """Return the seconds of every turn, as delivered and with reduced motion."""
    rows: Rows = {}
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        for words, still in (("reduced motion", True), ("sliding", False)):
            done = turns(Path(name) / words.replace(" ", "-"), still=still)
            rows[f"{words}: key to first changed pixel"] = [each.first for each in done]
            rows[f"{words}: key to whole new page"] = [each.whole for each in done]
            rows[f"{words}: changed pictures seen"] = [float(each.pictures) for each in done]
    return rows


def table(rows: Rows) -> str:
    """Return the measurements as a Markdown table."""
    lines = ["| page turn | median (quartiles; range) |", "|---|---|"]
    times = {row: values for row, values in rows.items() if "key to" in row}
    lines += [f"| {row} | {milliseconds(summary(values))} |" for row, values in times.items()]
    return "\n".join(lines)


def main() -> int:
    """Measure, keep the figures, print the table."""
    now = machine()
    rows = measure()
    keep("turn", now, rows)
    print(table(rows))  # noqa: T201 # a command line prints
    return 0


if __name__ == "__main__":
    sys.exit(main())
