# SPDX-License-Identifier: Apache-2.0
"""Where a reader writes down what it finds in one file."""

from __future__ import annotations

from msgspec import Struct, field

from kiosk.content.finding import Finding, Place, Severity
from kiosk.content.rules import RULES


def finding(rule: str, place: Place, found: str, cure: str) -> Finding:
    """Return a finding with the severity of its rule; an unknown rule is a bug and raises KeyError."""
    return Finding(rule, RULES[rule], place, found, cure)


class Report(Struct):
    """The findings of one file, in the order in which they were made."""

    file: str
    items: dict[Finding, None] = field(default_factory=dict)

    def add(self, rule: str, line: int, found: str, cure: str, column: int = 0) -> None:
        """Write down one fault of the file; the same fault at the same place counts once."""
        self.take(finding(rule, Place(self.file, line, column), found, cure))

    def take(self, item: Finding) -> None:
        """Take a finding that was made elsewhere, of this file or of one that it names."""
        self.items.setdefault(item)

    @property
    def failed(self) -> bool:
        """Tell whether one of the findings is an error."""
        return any(item.severity is Severity.ERROR for item in self.items)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return what was found."""
        return tuple(self.items)
