# SPDX-License-Identifier: Apache-2.0
"""The ledger: what was found out about a large pack, kept so that a later start need not find it out again.

It holds from how far each wall is read and how long every section's pages take, and is named after all that
this follows from: the files of pack and program, the glass and the settings. It may be deleted at any time.
"""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from kiosk import paths
from kiosk.app.edition import Dwells, Edition
from kiosk.content.finding import Finding, Place, Severity
from kiosk.layout.model import Layout

log = logging.getLogger(__name__)

FORMAT = 1
NAME_LENGTH = 32

MOST = 4
"""How many ledgers are kept: an update, or a screen turned on its side, may be taken back."""

MOST_FINDINGS = 100
"""How many findings are kept; the log tells no more of them either."""


class Facts(Struct, frozen=True):
    """Distances of the walls by language, seconds by edition, layout and section, and what was found."""

    distances: Mapping[str, float] = field(default_factory=dict)
    dwells: Mapping[tuple[Edition, Layout], Mapping[str, Dwells]] = field(default_factory=dict)
    unreadable: tuple[tuple[str, str], ...] = ()
    findings: tuple[Finding, ...] = ()


class Ledger(Struct, frozen=True):
    """One file of facts in a folder; `name` tells what they follow from."""

    folder: Path
    name: str

    @property
    def place(self) -> Path:
        """Return the place of the file."""
        return self.folder / f"{self.name}.json"

    def recall(self) -> Facts | None:
        """Return the facts that were kept, None where there are none."""
        try:
            mark, _, written = self.place.read_bytes().partition(b"\n")
            return _facts(json.loads(written)) if mark == _mark(written) else None
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return None

    def keep(self, facts: Facts) -> None:
        """Keep facts, and take away the oldest ledgers."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            written = json.dumps(_written(facts)).encode()
            with paths.whole(self.place) as draft:
                draft.write_bytes(_mark(written) + b"\n" + written)
            _tidy(self.folder)
        except OSError as error:
            log.warning("What was found out about the pack cannot be kept: %s", error)


def ledger_for(folder: Path, *parts: object) -> Ledger:
    """Return the ledger of facts that follow from some parts."""
    return Ledger(folder, hashlib.sha256(repr(parts).encode()).hexdigest()[:NAME_LENGTH])


def _mark(written: bytes) -> bytes:
    """Return what tells that a disk has not spoilt what was written."""
    return hashlib.sha256(written).hexdigest().encode()


def _tidy(folder: Path) -> None:
    files = sorted(folder.iterdir(), key=lambda file: file.stat().st_mtime_ns)
    for old in files[:-MOST]:
        with suppress(OSError):
            old.unlink()


def _written(facts: Facts) -> dict[str, object]:
    return {
        "format": FORMAT,
        "distances": dict(facts.distances),
        "dwells": [
            [edition.language, edition.text_scale, edition.lowered, layout, dict(known)]
            for (edition, layout), known in facts.dwells.items()
        ],
        "unreadable": facts.unreadable,
        "findings": [
            [
                each.rule,
                each.severity,
                each.place.file,
                each.place.line,
                each.place.column,
                each.found,
                each.cure,
            ]
            for each in facts.findings[:MOST_FINDINGS]
        ],
    }


def _facts(read: Any) -> Facts:  # noqa: ANN401 # whatever stands in the file
    """Return facts as they were written; an error where they were not."""
    if read["format"] != FORMAT:
        raise ValueError("another format")
    return Facts(
        distances={str(language): float(distance) for language, distance in read["distances"].items()},
        dwells={
            (Edition(language, scale, lowered), Layout(layout)): {
                str(section): tuple(map(float, seconds)) for section, seconds in known.items()
            }
            for language, scale, lowered, layout, known in read["dwells"]
        },
        unreadable=tuple((str(section), str(language)) for section, language in read["unreadable"]),
        findings=tuple(
            Finding(rule, Severity(severity), Place(file, line, column), found, cure)
            for rule, severity, file, line, column, found, cure in read["findings"]
        ),
    )
