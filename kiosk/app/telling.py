# SPDX-License-Identifier: Apache-2.0
"""Telling in the log, each thing once: findings, however often they are found, and what was guessed."""

from __future__ import annotations

import logging
from collections.abc import Iterable

from kiosk.content.finding import Finding, Severity

log = logging.getLogger(__name__)

MOST = 60
LEVELS = {Severity.ERROR: logging.WARNING, Severity.WARNING: logging.WARNING, Severity.NOTE: logging.INFO}


class Teller:
    """Writes findings and sentences into the log, each once."""

    def __init__(self) -> None:
        """Begin with nothing told."""
        self._told: set[Finding] = set()
        self._said: set[str] = set()

    def tell(self, findings: Iterable[Finding]) -> None:
        """Tell what was not told before; where there is very much, say how to see the rest."""
        for finding in findings:
            if finding in self._told or len(self._told) > MOST:
                continue
            self._told.add(finding)
            if len(self._told) > MOST:
                log.warning("There are more findings; `kiosk check` prints all of them.")
            else:
                log.log(LEVELS[finding.severity], "%s", finding)

    def begin_anew(self) -> None:
        """Tell findings once more, for they are another pack's."""
        self._told.clear()

    def say(self, sentence: str) -> None:
        """Say a sentence, unless it was said before."""
        if sentence not in self._said:
            self._said.add(sentence)
            log.warning("%s", sentence)
