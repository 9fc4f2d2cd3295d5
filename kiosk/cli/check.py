# SPDX-License-Identifier: Apache-2.0
"""`kiosk check`: prints the findings of a pack."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from kiosk.author.check import as_json, as_text, check_pack
from kiosk.content.finding import Severity
from kiosk.render.pictures import probe


def check(pack: Path, form: str) -> int:
    """Print what is wrong with a pack; return 0 where nothing is, 1 with findings, 2 where there is no pack."""
    if not pack.is_dir():
        print(f"kiosk: there is no folder {pack}. Name the folder that holds pack.toml.", file=sys.stderr)
        return 2
    findings = check_pack(pack, probe, today=date.today())
    print(as_json(findings) if form == "json" else as_text(findings))
    return 1 if any(finding.severity is not Severity.NOTE for finding in findings) else 0
