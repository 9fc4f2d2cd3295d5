# SPDX-License-Identifier: Apache-2.0
"""`python -m tests.bench`: measures everything; with `--write` the figures go into docs/performance.md."""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench import change, frames, large, pagination, reading, size, soak, start
from tests.bench.figures import Table, markdown, met
from tests.bench.plan import FULL, SHORT, Plan
from tests.bench.results import RESULTS, TRIALS, Measured, keep, kept, machine, publish

Part = Callable[[Path, Plan], Iterator[Table]]
PARTS: dict[str, Part] = {
    "bundle": size.measure,
    "start": start.measure,
    "reading": reading.measure,
    "change": change.measure,
    "large": large.measure,
    "pagination": pagination.measure,
}
LONG: dict[str, Part] = {"frames": frames.measure, "soak": soak.measure}


def options(arguments: list[str] | None = None) -> argparse.Namespace:
    """Return what was typed."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench", description="Measure the kiosk and its peers from outside."
    )
    parser.add_argument(
        "--write",
        action="store_true",
        help="put the figures into docs/performance.md, in the place of those that are there",
    )
    parser.add_argument("--short", action="store_true", help="a trial with few counts, to see that it works")
    parser.add_argument("--long", action="store_true", help="the rows that take hours instead of the others")
    parser.add_argument("--only", metavar="PART,…", help=f"of {', '.join(PARTS)}; long: {', '.join(LONG)}")
    parser.add_argument(
        "--kept", action="store_true", help="measure nothing: the long rows as earlier runs have kept them"
    )
    asked = parser.parse_args(arguments)
    if asked.write and asked.short:
        parser.error("the figures of a trial are not written down: leave out --short or --write")
    return asked


def main() -> int:
    """Return 0 where every bar was met, else 1."""
    asked = options()
    parts = LONG if asked.long or asked.kept else PARTS
    chosen = asked.only.split(",") if asked.only else list(parts)
    plan, now = (SHORT if asked.short else FULL), machine()
    measured: list[Measured] = []
    failed = False
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        for part in () if asked.kept else chosen:
            begun = time.monotonic()
            try:
                for table in parts[part](Path(name) / part, plan):
                    keep(table, now, TRIALS if asked.short else RESULTS)
                    measured.append((table, now))
                    print(f"\n{markdown(table)}", flush=True)  # noqa: T201 # a command line prints
            except (AssertionError, OSError, subprocess.SubprocessError) as error:
                failed = True  # the others are measured all the same
                print(f"\n{part} failed: {error}", flush=True)  # noqa: T201 # the same
            print(f"\n{part}: {time.monotonic() - begun:.0f} s", flush=True)  # noqa: T201 # the same
    if parts is LONG and not asked.short:
        measured = [found for part in LONG if (found := kept(part))]
    if asked.write:
        publish(measured, "long" if parts is LONG else "short")
    return int(failed or any(met(row) is False for table, _ in measured for row in table.rows))


if __name__ == "__main__":
    sys.exit(main())
