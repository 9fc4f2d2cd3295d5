# SPDX-License-Identifier: Apache-2.0
"""`python -m tests.bench`: measures everything; with `--write` the figures go into docs/performance.md."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.bench import change, frames, large, pagination, reading, size, soak, start
from tests.bench.figures import Table, markdown, met
from tests.bench.plan import FULL, SHORT, Plan
from tests.bench.results import RESULTS, TRIALS, Measured, keep, kept, machine, publish
from tests.bench.rounds import FAULTS


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the bench: what measures it, and the keys of the tables that this yields."""

    measure: Callable[[Path, Plan], Iterator[Table]]
    tables: tuple[str, ...]


PARTS = {
    "bundle": Part(size.measure, ("bundle",)),
    "start": Part(start.measure, ("start", "cold-start")),
    "reading": Part(reading.measure, ("turn", "rest", "slide")),
    "change": Part(change.measure, ("change",)),
    "large": Part(large.measure, ("large-pack",)),
    "pagination": Part(pagination.measure, ("pagination",)),
}
LONG = {"frames": Part(frames.measure, ("frames",)), "soak": Part(soak.measure, ("soak",))}


def options(arguments: list[str] | None = None) -> argparse.Namespace:
    """Return what was typed."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench", description="Measure the kiosk and its peers from outside."
    )
    parser.add_argument(
        "--write",
        action="store_true",
        help="put the figures into docs/performance.md; of parts left out or failed the last that were kept",
    )
    parser.add_argument("--short", action="store_true", help="a trial with few counts, to see that it works")
    parser.add_argument("--long", action="store_true", help="the rows that take hours instead of the others")
    parser.add_argument("--only", metavar="PART,…", help=f"of {', '.join(PARTS)}; long: {', '.join(LONG)}")
    parser.add_argument(
        "--kept", action="store_true", help="measure nothing: the figures as earlier runs have kept them"
    )
    asked = parser.parse_args(arguments)
    asked.parts = LONG if asked.long else PARTS
    asked.chosen = [] if asked.kept else asked.only.split(",") if asked.only else list(asked.parts)
    if unknown := [name for name in asked.chosen if name not in asked.parts]:
        parser.error(f"there is no part {unknown[0]!r}: choose of {', '.join(asked.parts)}")
    if asked.write and asked.short:
        parser.error("the figures of a trial are not written down: leave out --short or --write")
    return asked


def found(part: Part, folder: Path, plan: Plan, now: Mapping[str, str], keeping: Path) -> Iterator[Measured]:
    """Yield a part's tables as they are measured, each once it is kept."""
    for table in part.measure(folder, plan):
        assert table.key in part.tables, f"nobody knows that {table.key} is measured here"
        keep(table, now, keeping)
        yield table, now


def all_kept(parts: Mapping[str, Part], folder: Path = RESULTS) -> list[Measured]:
    """Return the tables of all parts as they were kept last; `LookupError` where one was never measured."""
    tables = {key: kept(key, folder) for part in parts.values() for key in part.tables}
    if lacking := ", ".join(key for key, table in tables.items() if table is None):
        raise LookupError(f"never measured in this folder: {lacking}")
    return [table for table in tables.values() if table]


def measure(asked: argparse.Namespace, folder: Path) -> tuple[list[Measured], bool]:
    """Measure what was asked for, part by part; return the tables, and whether every part came to its end."""
    plan, keeping = (SHORT, TRIALS) if asked.short else (FULL, RESULTS)
    measured: list[Measured] = []
    now, whole = machine(), True
    for name in asked.chosen:
        begun = time.monotonic()
        try:
            for table in found(asked.parts[name], folder / name, plan, now, keeping):
                measured.append(table)
                say(f"\n{markdown(table[0])}")
        except FAULTS as error:
            whole = False  # the others are measured all the same
            say(f"\n{name} failed: {error}")
        say(f"\n{name}: {time.monotonic() - begun:.0f} s")
    return measured, whole


def main() -> int:
    """Return 0 where every part was measured and every bar was met, else 1."""
    asked = options()
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        measured, whole = measure(asked, Path(name))
    if asked.write or asked.kept:
        try:
            measured = all_kept(asked.parts)
        except LookupError as error:
            say(f"\nNothing is written: {error.args[0]}.")
            return 1
    if asked.write:
        publish(measured, "long" if asked.long else "short")
    return int(not whole or any(met(row) is False for table, _ in measured for row in table.rows))


def say(words: str) -> None:
    """Print words at once, since the next part takes minutes."""
    print(words, flush=True)  # noqa: T201 # a command line prints


if __name__ == "__main__":
    sys.exit(main())
