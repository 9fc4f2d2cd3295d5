# SPDX-License-Identifier: Apache-2.0
"""Where log lines go: standard error, in a form that journald sorts by weight and a person can read."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Mapping
from typing import TextIO

OWN = "kiosk"
"""The name under which all of this program's own lines stand."""

SYSLOG = {logging.DEBUG: 7, logging.INFO: 6, logging.WARNING: 4, logging.ERROR: 3, logging.CRITICAL: 2}


class Journal(logging.Formatter):
    """One line a record, led by the weight in angle brackets, which journald takes off again."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the record with its weight before each line; journald adds the time itself."""
        said = f"{record.name}: {super().format(record)}"
        weight = SYSLOG.get(record.levelno, 6)
        return "\n".join(f"<{weight}>{line}" for line in said.splitlines())


class Terminal(logging.Formatter):
    """One line a record for a person: time, weight, where, what."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s", "%H:%M:%S")


def set_up(environment: Mapping[str, str], stream: TextIO | None = None) -> logging.Handler:
    """Send log lines to standard error, from `info` upwards; return the handler, to be taken off."""
    where = sys.stderr if stream is None else stream
    handler = logging.StreamHandler(where)
    handler.setFormatter(Journal() if _is_journal(environment, where) else Terminal())
    root = logging.getLogger()
    root.addHandler(handler)
    set_level("info")
    return handler


def set_level(level: str) -> None:
    """Write lines of a level and above; of libraries, which may tell what is read, warnings at least."""
    logging.getLogger().setLevel("ERROR" if level == "error" else "WARNING")
    logging.getLogger(OWN).setLevel(level.upper())


def take_down(handler: logging.Handler) -> None:
    """Take a handler off again."""
    logging.getLogger().removeHandler(handler)
    handler.close()


def _is_journal(environment: Mapping[str, str], stream: TextIO) -> bool:
    """Tell whether a stream is the one that journald opened; a terminal may inherit only the variable."""
    try:
        facts = os.fstat(stream.fileno())
    except (OSError, ValueError):
        return False
    return environment.get("JOURNAL_STREAM") == f"{facts.st_dev}:{facts.st_ino}"
