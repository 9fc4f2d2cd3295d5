# SPDX-License-Identifier: Apache-2.0
"""The front matter of a Markdown file: TOML between two lines of plus signs."""

from __future__ import annotations

from msgspec import Struct

from kiosk.content.fields import Table
from kiosk.content.report import Report
from kiosk.content.toml import parse

_FENCE = "+++"


class Parts(Struct, frozen=True):
    """A file's front matter as a table, and the body with the line on which it starts."""

    front: Table
    body: str
    body_line: int


def split(text: str, report: Report, fields: str = 'title = "…", key_message = "…"') -> Parts | None:
    """Return front matter and body, or None with a finding that names the least of its fields."""
    lines = text.split("\n")
    fences = [number for number, line in enumerate(lines) if line.rstrip() == _FENCE][:2]
    if len(fences) < 2 or any(line.strip() for line in lines[: fences[0]]):
        report.add(
            "front-matter-missing",
            1,
            "The file does not begin with TOML between two lines of +++.",
            f"Begin it with a line of +++, then {fields}, then a line of +++.",
        )
        return None
    start, end = fences
    document = parse("\n".join(lines[start + 1 : end]), report, start + 2)
    if document is None:
        return None
    return Parts(Table(document, (), document.values, report), "\n".join(lines[end + 1 :]), end + 2)
