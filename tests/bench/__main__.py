# SPDX-License-Identifier: Apache-2.0
"""`python -m tests.bench`: measures everything; with `--write` the figures go into docs/performance.md."""

from __future__ import annotations

import argparse
import sys

from tests.bench import first_page, rest, turn
from tests.bench.figures import RESULTS, keep, machine
from tests.e2e.program import ROOT

PAGE = ROOT / "docs" / "performance.md"
BEGIN, END = "<!-- figures: written by make bench -->", "<!-- end of figures -->"


def report() -> tuple[str, bool]:
    """Measure and return the tables with the machine's facts, and whether every bar was met."""
    now = machine()
    opened, turned, rested = first_page.measure(), turn.measure(), rest.measure()
    for name, rows in (("first-page", opened), ("turn", turned), ("rest", rested)):
        keep(name, now, rows)
    facts = "\n".join(f"* {name}: {fact}" for name, fact in now.items())
    tables = (first_page.table(opened), turn.table(turned), rest.table(rested))
    met = first_page.met(opened) and turn.met(turned) and rest.met(rested)
    return "\n\n".join((facts, *tables)) + "\n", met


def main() -> int:
    """Return 0 where every bar was met, else 1."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench", description="Measure the kiosk from outside."
    )
    parser.add_argument("--write", action="store_true", help="put the figures into docs/performance.md")
    options = parser.parse_args()
    words, met = report()
    (RESULTS / "figures.md").write_text(words, encoding="utf-8")
    print(words)  # noqa: T201 # a command line prints
    if options.write:
        before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
        _, _, after = rest.partition(END)
        PAGE.write_text(f"{before}{BEGIN}\n\n{words}\n{END}{after}", encoding="utf-8")
    return int(not met)


if __name__ == "__main__":
    sys.exit(main())
