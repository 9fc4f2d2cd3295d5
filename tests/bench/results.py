# SPDX-License-Identifier: Apache-2.0
"""Where results go: JSON in build/bench, tables and plots in docs."""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from importlib.metadata import version
from pathlib import Path

from tests.bench.figures import Row, Table, markdown, met, summary
from tests.bench.plot import plot
from tests.e2e.program import ROOT

RESULTS = ROOT / "build" / "bench"
PAGE = ROOT / "docs" / "performance.md"
PLOTS = ROOT / "docs" / "performance"
MARKS = {
    "short": ("<!-- figures: written by make bench -->", "<!-- end of figures -->"),
    "long": ("<!-- long figures: written by make bench-long -->", "<!-- end of long figures -->"),
}
VERSIONS = {
    "Chromium": ("chromium", "--version"),
    "pdfpc": ("dpkg-query", "-W", "-f", "${Version}", "pdf-presenter-console"),
    "LibreOffice": ("dpkg-query", "-W", "-f", "${Version}", "libreoffice-impress"),
}


def said(command: Sequence[str]) -> str:
    """Return the first line that a command prints, or nothing where it is not there or fails."""
    if shutil.which(command[0]) is None:
        return ""
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=30)
    return done.stdout.strip().partition("\n")[0] if done.returncode == 0 else ""


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
        "Python": platform.python_version(),
        "PySide6": version("PySide6-Essentials"),
        "kiosk": said(("git", "-C", str(ROOT), "describe", "--always", "--dirty")) or version("clinic-kiosk"),
    } | {name: found for name, command in VERSIONS.items() if (found := said(command))}


def as_told(row: Row) -> dict[str, object]:
    """Return a row as JSON holds it, with its summary and verdict."""
    if not row.values:
        return asdict(row)
    return asdict(row) | {"summary": asdict(summary(row.values)), "met": met(row)}


def keep(table: Table, now: Mapping[str, str]) -> None:
    """Write a table's measurements as JSON, so that what was measured stays if a later part fails."""
    RESULTS.mkdir(parents=True, exist_ok=True)
    found = {"machine": dict(now), "rows": [as_told(row) for row in table.rows]}
    path = RESULTS / f"{table.key}.json"
    path.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def words(tables: Sequence[Table], now: Mapping[str, str]) -> str:
    """Return the facts of the machine and all tables in Markdown, each with its plot."""
    parts = ["\n".join(f"* {name}: {fact}" for name, fact in now.items())]
    for table in tables:
        parts.append(markdown(table))
        if plot(table):
            parts.append(f"![{table.heading}](performance/{table.key}.svg)")
    return "\n\n".join(parts) + "\n"


def publish(tables: Sequence[Table], now: Mapping[str, str], mark: str) -> None:
    """Put tables between their marks in docs/performance.md, and their plots beside it."""
    begin, end = MARKS[mark]
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(begin)
    _, _, after = rest.partition(end)
    PAGE.write_text(f"{before}{begin}\n\n{words(tables, now)}\n{end}{after}", encoding="utf-8")
    PLOTS.mkdir(exist_ok=True)
    for table in tables:
        drawn = plot(table)
        if drawn:
            (PLOTS / f"{table.key}.svg").write_text(drawn, encoding="utf-8")
