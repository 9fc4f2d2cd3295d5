# SPDX-License-Identifier: Apache-2.0
"""`kiosk check`: prints the findings of a pack."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

from kiosk.author.check import as_json, as_text, check_pack, exit_code
from kiosk.render.decoder import Decoder


def check(pack: Path, form: str) -> int:
    """Print what is wrong with a pack; return 0 where nothing is, 1 with findings, 2 without a pack."""
    if not pack.is_dir():
        print(f"kiosk: there is no folder {pack}. Name the folder that holds pack.toml.", file=sys.stderr)
        return 2
    today = datetime.now().astimezone().date()
    with Decoder() as decoder:
        findings = check_pack(pack, decoder.probe, today=today)
    print(as_json(findings) if form == "json" else as_text(findings))
    return exit_code(findings)
