# SPDX-License-Identifier: Apache-2.0
"""How fast sections are read and pages set on one core, and whether twice the text takes twice the time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from tests.bench.figures import Bar, Row, Table
from tests.bench.plan import Plan
from tests.e2e.program import ROOT

TIMES = {1: "once", 2: "twice", 4: "four times", 8: "eight times"}
"""How often a section's text stands in it one after the other, and how that is said."""
MOST = max(TIMES)
RATE, LINEAR = Bar(200, at_least=True), Bar(0.8, at_least=True)
"""Pages a second, and the speed with most text divided by that with the text once."""


def main() -> int:
    """Read and set the default pack as often as the command line says; print what it took as JSON.

    "read" holds the seconds for one section, "set" how often the text stood there, pages, and seconds.
    """
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 # only the measured process needs Qt

    from kiosk.app.workshop import new_press  # noqa: PLC0415 # the same
    from kiosk.cli.pages import Sought, screen_of  # noqa: PLC0415 # the same
    from kiosk.content.manifest import read_pack  # noqa: PLC0415 # the same
    from kiosk.content.section import read_sections  # noqa: PLC0415 # the same
    from kiosk.layout.book import section_pages  # noqa: PLC0415 # the same
    from kiosk.layout.model import Layout  # noqa: PLC0415 # the same
    from kiosk.render.fonts import load_fonts  # noqa: PLC0415 # the same

    app = QGuiApplication(["bench"])
    resources = ROOT / "resources"
    pack, _ = read_pack(resources / "packs" / "ptsd")
    assert pack is not None
    press = new_press(pack, ("en",), load_fonts(resources / "fonts"), resources / "i18n")
    sections, _ = read_sections(pack, "en", press.probe)
    read, told = [], []
    for _ in range(int(sys.argv[1])):
        begun = time.process_time()
        read_sections(pack, "en", press.probe)
        read.append((time.process_time() - begun) / len(sections))
        for times in TIMES:
            set_up = press.set_up(screen_of(Sought(pack.root)), Layout.READING, "en", 1.0)
            longer = [replace(section, blocks=section.blocks * times) for section in sections]
            begun = time.process_time()
            count = sum(len(section_pages(set_up, section)[0]) for section in longer)
            told.append((times, count, time.process_time() - begun))
    sys.stdout.write(json.dumps({"read": read, "set": told}))
    del app
    return 0


def measure(_folder: Path, plan: Plan) -> Iterator[Table]:
    """Yield the table of pagination."""
    command = [sys.executable, "-m", "tests.bench.pagination", str(plan.paginations)]
    surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, cwd=ROOT, env=surroundings, capture_output=True, text=True, check=True)
    told = json.loads(done.stdout)
    rates = {
        times: tuple(pages / seconds for one, pages, seconds in told["set"] if one == times)
        for times in TIMES
    }
    rows = [
        Row(f"the pack's text {often}", "pages a second", rates[times], RATE)
        for times, often in TIMES.items()
    ]
    slowest = tuple(long / short for short, long in zip(rates[1], rates[MOST], strict=True))
    name = f"speed with {TIMES[MOST]} the text ÷ speed with the text"
    rows.append(Row(name, "ratio", slowest, LINEAR))
    rows.append(Row("a section read from its file", "ms", tuple(told["read"]), Bar(0.02)))
    yield Table("pagination", "sections read and pages set on one core, processor time", tuple(rows))


if __name__ == "__main__":
    sys.exit(main())
