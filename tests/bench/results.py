# SPDX-License-Identifier: Apache-2.0
"""Where results go: JSON in build/bench, tables and plots in docs."""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields
from datetime import date
from importlib.metadata import version
from pathlib import Path

import psutil

from tests.bench.deck import REVEAL
from tests.bench.figures import Bar, Row, Table, markdown, met, summary
from tests.bench.plot import plot
from tests.e2e.program import ROOT

Measured = tuple[Table, Mapping[str, str]]
"""A table, and the facts of the machine and the versions that were measured."""

RESULTS = ROOT / "build" / "bench"
TRIALS = RESULTS / "short"
PAGE = ROOT / "docs" / "performance.md"
PLOTS = ROOT / "docs" / "performance"
MARKS = {
    "short": ("<!-- figures: written by make bench -->", "<!-- end of figures -->"),
    "long": ("<!-- long figures: written by make bench-long -->", "<!-- end of long figures -->"),
}
VERSIONS = {
    "Xvfb": ("dpkg-query", "-W", "-f", "${Version}", "xvfb"),
    "openbox": ("dpkg-query", "-W", "-f", "${Version}", "openbox"),
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
        "memory": f"{psutil.virtual_memory().total / 2**30:.0f} GB",
        "load before": f"{os.getloadavg()[0]:.2f}",
        "system": f"{distribution}, Linux {kernel}",
        "Python": platform.python_version(),
        "PySide6": version("PySide6-Essentials"),
        "kiosk": described() or version("clinic-kiosk"),
        "reveal.js": REVEAL.partition("@")[2],
        "run as": "root, Chromium without its sandbox" if os.geteuid() == 0 else "a user",
    } | {name: found for name, command in VERSIONS.items() if (found := said(command))}


def described() -> str:
    """Return which commit is measured, and whether anything but docs differs from it; nothing outside git."""
    git = ("git", "-C", str(ROOT))
    changed = said((*git, "status", "--porcelain", "--", ".", ":!docs"))
    return said((*git, "describe", "--always")) + ("-dirty" if changed else "")


def as_told(row: Row) -> dict[str, object]:
    """Return a row as JSON holds it, with its summary and verdict."""
    if not row.values:
        return asdict(row)
    return asdict(row) | {"summary": asdict(summary(row.values)), "met": met(row)}


def keep(table: Table, now: Mapping[str, str], folder: Path = RESULTS) -> None:
    """Write a table's measurements as JSON, so that what was measured stays if a later part fails."""
    folder.mkdir(parents=True, exist_ok=True)
    found = {"machine": dict(now), "heading": table.heading, "rows": [as_told(row) for row in table.rows]}
    path = folder / f"{table.key}.json"
    path.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def kept(key: str, folder: Path = RESULTS) -> Measured | None:
    """Return the table that was kept under a key, and the facts of the machine; nothing where none was."""
    path = folder / f"{key}.json"
    if not path.exists():
        return None
    found = json.loads(path.read_text(encoding="utf-8"))
    names = [field.name for field in fields(Row)]
    rows = []
    for told in found["rows"]:
        values = {name: told[name] for name in names}
        bar = Bar(**values["bar"]) if values["bar"] else None
        rows.append(Row(**(values | {"values": tuple(values["values"]), "bar": bar})))
    return Table(key, found["heading"], tuple(rows)), found["machine"]


def words(measured: Sequence[Measured]) -> str:
    """Return tables in Markdown, each with its plot, below the facts of the machine that measured them."""
    parts: list[str] = []
    told: Mapping[str, str] = {}
    for table, now in measured:
        if now != told:
            parts.append("\n".join(f"* {name}: {fact}" for name, fact in now.items()))
            told = now
        parts.append(markdown(table))
        if plot(table):
            parts.append(f"![{table.heading}](performance/{table.key}.svg)")
    return "\n\n".join(parts) + "\n"


def publish(measured: Sequence[Measured], mark: str) -> None:
    """Put tables between their marks in docs/performance.md, and their plots beside it."""
    begin, end = MARKS[mark]
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(begin)
    _, _, after = rest.partition(end)
    PAGE.write_text(f"{before}{begin}\n\n{words(measured)}\n{end}{after}", encoding="utf-8")
    PLOTS.mkdir(exist_ok=True)
    for table, _ in measured:
        drawn = plot(table)
        if drawn:
            (PLOTS / f"{table.key}.svg").write_text(drawn, encoding="utf-8")
