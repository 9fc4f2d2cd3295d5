# SPDX-License-Identifier: Apache-2.0
"""At rest on a page after fifty turns: memory of the whole tree of processes, processor time, frames."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

import psutil

from tests.bench.desk import SOFTWARE, desk
from tests.bench.figures import Rows, keep, machine, summary
from tests.bench.probe import watch
from tests.bench.turn import programs, turns
from tests.e2e.program import Program

STARTS = 3
IDLE_S = 20.0
SETTLE_S = 3.0
BAR_CPU, BAR_MEMORY = 0.003, 0.30
"""At most so much of a core while a page stands, and so much of Chromium's memory, at 1080p."""


def tree(program: Program) -> list[psutil.Process]:
    """Return a program's process and all that came of it."""
    first = psutil.Process(program.process.pid)
    return [first, *first.children(recursive=True)]


def megabytes(processes: list[psutil.Process]) -> float:
    """Return the memory of processes in MB, what they share counted once (PSS)."""
    return sum(each.memory_full_info().pss for each in processes) / 2**20


def seconds(processes: list[psutil.Process]) -> float:
    """Return the processor time that processes have used."""
    return sum(sum(each.cpu_times()[:2]) for each in processes)


def measure(starts: int = STARTS) -> Rows:
    """Return memory, share of a core and changes of the picture at rest, of each program in turn."""
    rows: Rows = {}
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        for number in range(starts):
            for who, (make, opening) in programs().items():
                folder = Path(name) / f"{who}-{number}"
                with desk(folder) as screen, make(folder, screen.environment | SOFTWARE, still=False) as one:
                    turns(screen, one, opening)
                    time.sleep(SETTLE_S)  # what a turn left to do is done
                    processes = tree(one)
                    before, begun = seconds(processes), time.perf_counter()
                    changed = watch(screen, IDLE_S, IDLE_S).at
                    share = (seconds(processes) - before) / (time.perf_counter() - begun)
                    rows.setdefault(f"{who}: memory", []).append(megabytes(processes))
                    rows.setdefault(f"{who}: share of a core", []).append(share)
                    rows.setdefault(f"{who}: changes of the picture", []).append(float(len(changed)))
    return rows


def table(rows: Rows) -> str:
    """Return the measurements as a Markdown table."""
    lines = [f"| at rest on a page for {IDLE_S:.0f} s, after 50 turns | median (range) |", "|---|---|"]
    for row, values in rows.items():
        found = summary(values)
        cell = "{:.0f} MB ({:.0f} to {:.0f})" if row.endswith("memory") else "{:.0f} ({:.0f} to {:.0f})"
        if row.endswith("core"):
            cell = "{:.2%} ({:.2%} to {:.2%})"
        lines.append(f"| {row} | {cell.format(found.median, found.least, found.most)} |")
    return "\n".join(lines)


def met(rows: Rows) -> bool:
    """Tell whether the kiosk keeps its bars at rest."""
    quiet = summary(rows["kiosk: share of a core"]).median <= BAR_CPU and not any(
        rows["kiosk: changes of the picture"]
    )
    peer = rows.get("Chromium: memory")
    return quiet and (
        peer is None or summary(rows["kiosk: memory"]).median <= BAR_MEMORY * summary(peer).median
    )


def main() -> int:
    """Measure, keep the figures, print the table; return 1 where a bar is not met."""
    now = machine()
    rows = measure()
    keep("rest", now, rows)
    print(table(rows))  # noqa: T201 # a command line prints
    return int(not met(rows))


if __name__ == "__main__":
    sys.exit(main())
