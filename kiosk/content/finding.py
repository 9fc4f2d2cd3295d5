# SPDX-License-Identifier: Apache-2.0
"""A finding: one fault in content or settings, told so that its author can mend it."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Severity(StrEnum):
    """How much a finding matters: an error takes its section out, a warning does not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Place(Struct, frozen=True, order=True):
    """Where a finding is: a file relative to its pack, line and column from 1, or 0 for the whole file."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """Return `file:line:column`, without the parts that are 0."""
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part)


class Finding(Struct, frozen=True):
    """One fault: its rule, how much it matters, where, what was found and what to do."""

    rule: str
    severity: Severity
    place: Place
    found: str
    cure: str

    def __str__(self) -> str:
        """Return the finding as one line for a terminal."""
        return f"{self.place}: {self.severity} {self.rule}: {self.found} {self.cure}"
