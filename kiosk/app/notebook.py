# SPDX-License-Identifier: Apache-2.0
"""The notebook: what was found while reading and setting, for the log, and never what a visitor asked for."""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.app.edition import Edition
from kiosk.content.finding import Finding

MOST_FINDINGS = 200
"""How many findings are remembered; the log tells fewer, and `kiosk check` all."""

InLanguage = tuple[str, str]
"""A section in a language."""


class Notebook:
    """Remembers findings and on the pages of which edition they were made; None stands for all."""

    def __init__(self, *, lays_aside: bool) -> None:
        """Take whether findings wait that a visitor may have caused: where not all is read ahead of time."""
        self._lays_aside = lays_aside
        self._findings: dict[Finding, set[Edition | None]] = {}
        self._aside: dict[InLanguage, dict[tuple[Finding, Edition | None], None]] = {}

    def write(
        self, findings: Iterable[Finding], edition: Edition | None = None, asked: InLanguage | None = None
    ) -> None:
        """Write down what was found, no more than anybody will read.

        What was found in a section that a visitor may have `asked` for is laid aside until all sections are
        gone through: the log would tell what somebody read, and when.
        """
        if asked is not None and self._lays_aside:
            if len(self._aside) < MOST_FINDINGS:
                self._aside.setdefault(asked, {}).update(((each, edition), None) for each in findings)
            return
        for each in findings:
            if len(self._findings) < MOST_FINDINGS or each in self._findings:
                self._findings.setdefault(each, set()).add(edition)

    def go_through(self, section: InLanguage) -> None:
        """Write down what was laid aside of a section, whose turn it is."""
        for each, edition in self._aside.pop(section, ()):
            self.write((each,), edition)

    def told(self, home: Edition) -> tuple[Finding, ...]:
        """Return what was found so far, each once, in the order in which it was found.

        What was found only on pages to read in another edition than the station's own is left out: it would
        tell what a visitor chose.
        """
        return tuple(each for each, editions in self._findings.items() if editions & {None, home})
