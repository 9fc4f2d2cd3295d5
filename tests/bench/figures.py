# SPDX-License-Identifier: Apache-2.0
"""Figures of a row of measurements, the machine they come from, and the files they go to."""

from __future__ import annotations

import json
import os
import platform
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path

from tests.e2e.program import ROOT

Rows = dict[str, list[float]]
RESULTS = ROOT / "build" / "bench"


@dataclass(frozen=True, slots=True)
class Summary:
    """What a row of measurements says: median, quartiles, least and most, and how many there were."""

    median: float
    lower: float
    upper: float
    least: float
    most: float
    count: int


def summary(values: Sequence[float]) -> Summary:
    """Return the summary of at least two measurements."""
    lower, median, upper = statistics.quantiles(values, n=4, method="inclusive")
    return Summary(median, lower, upper, min(values), max(values), len(values))


def milliseconds(row: Summary) -> str:
    """Return a summary as a table's cell: median, quartiles, range."""
    cells = (1000 * value for value in (row.median, row.lower, row.upper, row.least, row.most))
    return "{:.0f} ms ({:.0f} to {:.0f}; {:.0f} to {:.0f})".format(*cells)


def ratio(row: Summary) -> str:
    """Return a summary of ratios as a table's cell."""
    return f"{row.median:.2f} ({row.lower:.2f} to {row.upper:.2f}; {row.least:.2f} to {row.most:.2f})"


def machine() -> dict[str, str]:
    """Return what is worth knowing of this machine and of the versions measured."""
    facts = Path("/proc/cpuinfo").read_text(encoding="utf-8") if Path("/proc/cpuinfo").exists() else ""
    names = [line.partition(":")[2].strip() for line in facts.splitlines() if line.startswith("model name")]
    distribution = platform.freedesktop_os_release().get("PRETTY_NAME", "")
    kernel, _, _ = platform.release().partition("-")
    return {
        "date": date.today().isoformat(),  # noqa: DTZ011 # the day where the machine stands
        "processor": f"{names[0] if names else platform.processor()}, {os.cpu_count()} cores",
        "load before": f"{os.getloadavg()[0]:.2f}",
        "system": f"{distribution}, Linux {kernel}",
        "python": platform.python_version(),
        "pyside": version("PySide6-Essentials"),
    }


def keep(name: str, machine_now: Mapping[str, str], rows: Rows) -> Path:
    """Write the measurements and their summaries as JSON; return the file."""
    RESULTS.mkdir(parents=True, exist_ok=True)
    path = RESULTS / f"{name}.json"
    summaries = {row: asdict(summary(values)) for row, values in rows.items() if len(values) > 1}
    found = {"machine": dict(machine_now), "rows": {row: list(values) for row, values in rows.items()}}
    path.write_text(json.dumps(found | {"summaries": summaries}, indent=1) + "\n", encoding="utf-8")
    return path
