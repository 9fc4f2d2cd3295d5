# SPDX-License-Identifier: Apache-2.0
"""Page turns: from a key pressed to the first changed pixel and to the whole new page."""

from __future__ import annotations

import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from tests.bench.desk import SOFTWARE, desk
from tests.bench.figures import Rows, keep, machine, milliseconds, summary
from tests.bench.peers import chromium, missing
from tests.bench.probe import watch
from tests.e2e.program import Program, kiosk
from tests.e2e.screen import Screen

TURNS = 50
RUN = 5
QUIET_S = 0.25
OPENING_S = 2.0
TIMEOUT_S = 10.0
WHOLE_S, WORST_S = 0.034, 0.050
"""Bars of the kiosk's turns at 1080p: median to the whole new page, worst to the first changed pixel."""
SETTINGS = 'touch = "yes"\ndwell_factor = 0\nreduced_motion = {}\n'


class Make(Protocol):
    """Makes a program, not yet started, that turns with or without motion."""

    def __call__(self, folder: Path, environment: dict[str, str], *, still: bool) -> Program:
        """Return it with its folders in a folder."""
        ...


@dataclass(frozen=True, slots=True)
class Turned:
    """Seconds from the key to the first changed pixel and to the last, and the pictures seen on the way."""

    first: float
    whole: float
    pictures: int


def reader(folder: Path, environment: dict[str, str], *, still: bool) -> Program:
    """Return the kiosk with a wall that stands, not yet started."""
    folder.mkdir(parents=True, exist_ok=True)
    settings = folder / "station.toml"
    settings.write_text(SETTINGS.format(str(still).lower()), encoding="utf-8")
    return kiosk(folder / "home", environment, "--settings", str(settings))


def browser(folder: Path, environment: dict[str, str], *, still: bool) -> Program:
    """Return Chromium with the deck, not yet started."""
    return chromium(folder, environment, "none" if still else "slide")


def programs() -> dict[str, tuple[Make, tuple[str, ...]]]:
    """Return what is measured, each with the keys that open its first page to read."""
    found: dict[str, tuple[Make, tuple[str, ...]]] = {"kiosk": (reader, ("Return", "Return"))}
    return found if missing() else found | {"Chromium": (browser, ())}


def turns(screen: Screen, program: Program, opening: tuple[str, ...], count: int = TURNS) -> list[Turned]:
    """Wait for a program's picture, open it by keys, turn five on and five back; return each turn."""
    assert watch(screen, OPENING_S, TIMEOUT_S).at, f"nothing was shown:\n{program.log}"
    for key in opening:
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
    """Return the seconds of every turn, with reduced motion and sliding, of the kiosk and of Chromium."""
    rows: Rows = {}
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        for words, still in (("reduced motion", True), ("sliding", False)):
            for who, (make, opening) in programs().items():
                folder = Path(name) / who / words.replace(" ", "-")
                with desk(folder) as screen, make(folder, screen.environment | SOFTWARE, still=still) as one:
                    done = turns(screen, one, opening)
                rows[f"{who}, {words}: key to first changed pixel"] = [each.first for each in done]
                rows[f"{who}, {words}: key to whole new page"] = [each.whole for each in done]
                rows[f"{who}, {words}: changed pictures seen"] = [float(each.pictures) for each in done]
    return rows


def table(rows: Rows) -> str:
    """Return the measurements as a Markdown table."""
    lines = ["| page turn | median (quartiles; range) |", "|---|---|"]
    times = {row: values for row, values in rows.items() if "key to" in row}
    lines += [f"| {row} | {milliseconds(summary(values))} |" for row, values in times.items()]
    return "\n".join(lines)


def met(rows: Rows) -> bool:
    """Tell whether turns keep their bars: the whole page, the worst first pixel, and the peer's median."""
    whole = summary(rows["kiosk, reduced motion: key to whole new page"]).median <= WHOLE_S
    first = summary(rows["kiosk, reduced motion: key to first changed pixel"])
    peer = rows.get("Chromium, reduced motion: key to first changed pixel")
    return whole and first.most <= WORST_S and (peer is None or first.median <= summary(peer).median)


def main() -> int:
    """Measure, keep the figures, print the table."""
    now = machine()
    rows = measure()
    keep("turn", now, rows)
    print(table(rows))  # noqa: T201 # a command line prints
    return 0


if __name__ == "__main__":
    sys.exit(main())
