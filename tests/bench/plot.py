# SPDX-License-Identifier: Apache-2.0
"""A table as a plot in SVG: medians, quartiles, and what must be reached."""

from __future__ import annotations

from collections import Counter
from html import escape

from tests.bench.figures import CELLS, Row, Table, cell, met, summary

WIDTH, NAME, LINE, SCALE = 960, 430, 26, 330
INK, BARS, MISSED, LIMIT, PAPER = "#1c2429", "#0f4c4f", "#9a3b26", "#6b7280", "#faf7f0"


def plot(table: Table) -> str:
    """Return a table's rows of its commonest unit as SVG; nothing where it has fewer than two.

    Counts are left out: how often something was watched is no figure to compare.
    """
    rows = [row for row in table.rows if row.values and row.plotted and row.unit != "count"]
    unit, _ = Counter(row.unit for row in rows).most_common(1)[0] if rows else ("", 0)
    rows = [row for row in rows if row.unit == unit]
    if len(rows) < 2:
        return ""
    most = max(max(summary(row.values).upper, row.bar.limit if row.bar else 0) for row in rows) or 1.0
    height = LINE * (len(rows) + 1) + 16
    lines = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
            f'font-family="sans-serif" font-size="13" fill="{INK}">'
        ),
        f"<title>{escape(table.heading)}</title>",
        f'<rect width="{WIDTH}" height="{height}" fill="{PAPER}"/>',
        (
            f'<text x="12" y="20" font-weight="bold">{escape(table.heading)}{CELLS[unit][2] and ","}'
            f"{escape(CELLS[unit][2])}</text>"
        ),
    ]
    for number, row in enumerate(rows, 1):
        lines += drawn(row, LINE * number + 8, SCALE / most)
    return "\n".join([*lines, "</svg>"]) + "\n"


def drawn(row: Row, y: int, scale: float) -> list[str]:
    """Return one row: name, bar, quartiles, limit, figure."""
    found = summary(row.values)
    colour = MISSED if met(row) is False else BARS
    left, middle = NAME + 10, y + LINE // 2
    shapes = [
        f'<text x="{NAME}" y="{middle + 5}" text-anchor="end">{escape(row.name.replace("`", ""))}</text>',
        (
            f'<rect x="{left}" y="{y + 5}" width="{max(1.0, found.median * scale):.1f}" height="{LINE - 10}" '
            f'fill="{colour}"/>'
        ),
        (
            f'<path d="M{left + found.lower * scale:.1f} {middle}H{left + found.upper * scale:.1f}" '
            f'stroke="{INK}" stroke-width="2"/>'
        ),
        (
            f'<text x="{WIDTH - 12}" y="{middle + 5}" text-anchor="end">'
            f"{escape(cell(row).partition(' (')[0])}</text>"
        ),
    ]
    if row.bar is not None:
        shapes.append(
            f'<path d="M{left + row.bar.limit * scale:.1f} {y + 2}V{y + LINE - 2}" stroke="{LIMIT}" '
            'stroke-width="2" stroke-dasharray="3 2"/>'
        )
    return shapes
