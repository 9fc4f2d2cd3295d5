# SPDX-License-Identifier: Apache-2.0
"""Rows of figures with their bars: summaries, cells of a table, and whether a bar is met."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Summary:
    """What a row of measurements says: median, quartiles, least and most, and how many there were."""

    median: float
    lower: float
    upper: float
    least: float
    most: float
    count: int


@dataclass(frozen=True, slots=True)
class Bar:
    """What a row must reach: its median, or its worst value, at most or at least a limit."""

    limit: float
    of: str = "median"
    at_least: bool = False


AHEAD = Bar(1.0)
"""A ratio that says that the kiosk takes no more than somebody else's program."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: what is measured, in which unit, the values, the bar, or why nothing was measured."""

    name: str
    unit: str
    values: tuple[float, ...] = ()
    bar: Bar | None = None
    why: str = ""
    plotted: bool = True


@dataclass(frozen=True, slots=True)
class Table:
    """Rows that belong together, under a key for files and a heading for readers."""

    key: str
    heading: str
    rows: tuple[Row, ...]


CELLS = {
    "ms": (1000.0, "{:.0f}", " ms"),
    "MB": (1.0, "{:.0f}", " MB"),
    "share": (100.0, "{:.2f}", " %"),
    "ratio": (1.0, "{:.2f}", ""),
    "frames a second": (1.0, "{:.0f}", " a second"),
    "pages a second": (1.0, "{:.0f}", " a second"),
    "count": (1.0, "{:.0f}", ""),
    "slope": (1.0, "{:.3f}", " MB per 1,000 turns"),
}
"""Units: by what a value is multiplied, how it is written, and what stands behind it."""


def summary(values: Sequence[float]) -> Summary:
    """Return the summary of at least one measurement."""
    ends = list(values) * 2 if len(values) == 1 else list(values)
    lower, median, upper = statistics.quantiles(ends, n=4, method="inclusive")
    return Summary(median, lower, upper, min(values), max(values), len(values))


def written(unit: str, value: float) -> str:
    """Return a value of a unit as it is written, without what stands behind it."""
    factor, form, _ = CELLS[unit]
    return form.format(value * factor)


def cell(row: Row) -> str:
    """Return a row's cell: median, quartiles, range and number; or why it is empty."""
    if not row.values:
        return f"not measured: {row.why or 'nothing was seen'}"
    found, behind = summary(row.values), CELLS[row.unit][2]
    if found.least == found.most:
        return f"{written(row.unit, found.median)}{behind}"
    median, lower, upper, least, most = (
        written(row.unit, value)
        for value in (found.median, found.lower, found.upper, found.least, found.most)
    )
    return f"{median}{behind} ({lower} to {upper}; {least} to {most}; {found.count})"


def told(row: Row) -> float:
    """Return the value of a row that its bar is about."""
    found = summary(row.values)
    if row.bar is not None and row.bar.of == "worst":
        return found.least if row.bar.at_least else found.most
    return found.median


def met(row: Row) -> bool | None:
    """Tell whether a row keeps its bar; None where it has none, or was not measured for a reason."""
    if row.bar is None or (not row.values and row.why):
        return None
    if not row.values:
        return False
    return told(row) >= row.bar.limit if row.bar.at_least else told(row) <= row.bar.limit


def verdict(row: Row) -> str:
    """Return a row's bar, and whether it is met."""
    if row.bar is None:
        return ""
    sign, behind = "≥" if row.bar.at_least else "≤", CELLS[row.unit][2]
    worst = "worst " if row.bar.of == "worst" else ""
    words = f"{worst}{sign} {written(row.unit, row.bar.limit)}{behind}"
    kept = met(row)
    return words if kept is None else f"{words}: {'met' if kept else '**missed**'}"


def pairs(upper: Sequence[float], lower: Sequence[float]) -> tuple[float, ...]:
    """Return the ratios of measurements that were taken in turn; of the shorter row none is left out."""
    return tuple(one / other for one, other in zip(upper, lower, strict=False))


def markdown(table: Table) -> str:
    """Return a table in Markdown."""
    lines = [f"| {table.heading} | median (quartiles; range; number) | bar |", "|---|---|---|"]
    lines += [f"| {row.name} | {cell(row)} | {verdict(row)} |" for row in table.rows]
    return "\n".join(lines)
