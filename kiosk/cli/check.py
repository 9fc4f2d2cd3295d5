# SPDX-License-Identifier: Apache-2.0
"""`kiosk check`: prints the findings of a pack."""

from __future__ import annotations

import os
import sys
from datetime import datetime
from pathlib import Path

import shiboken6
from PySide6.QtGui import QGuiApplication

from kiosk import paths
from kiosk.author.check import as_json, as_text, check_pack, exit_code
from kiosk.content.finding import Finding
from kiosk.render.decoder import Decoder
from kiosk.render.fonts import load_fonts
from kiosk.render.sound import can_decode, duration


def check(pack: Path, form: str) -> int:
    """Print what is wrong with a pack; return 0 where nothing is, 1 with findings, 2 without a pack."""
    if not pack.is_dir():
        print(f"kiosk: there is no folder {pack}. Name the folder that holds pack.toml.", file=sys.stderr)
        return 2
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QGuiApplication(["kiosk"])
    try:
        findings = find(pack)
    finally:
        shiboken6.delete(app)
    print(as_json(findings) if form == "json" else as_text(findings))
    return exit_code(findings)


def find(pack: Path) -> tuple[Finding, ...]:
    """Return what is wrong with a pack today; wants fonts of Qt."""
    today = datetime.now().astimezone().date()
    families = load_fonts(paths.resources() / "fonts")
    with Decoder() as decoder:
        return check_pack(pack, decoder.probe, today, families.missing, duration if can_decode() else None)
