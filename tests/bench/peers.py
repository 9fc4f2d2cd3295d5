# SPDX-License-Identifier: Apache-2.0
"""The peers: programs that a clinic would use instead, started as it would start them."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from tests.bench.deck import deck
from tests.e2e.program import Program

CHROMIUM = "chromium"
FLAGS = (
    "--kiosk",
    "--window-position=0,0",
    "--window-size=1920,1080",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-gpu",
    "--password-store=basic",
    "--noerrdialogs",
    "--disable-infobars",
    "--disable-session-crashed-bubble",
)


def missing() -> str:
    """Return why Chromium with the deck cannot be measured here, or nothing."""
    gone = [name for name in (CHROMIUM, "npm") if shutil.which(name) is None]
    return f"{' and '.join(gone)} not installed" if gone else ""


def chromium(folder: Path, environment: dict[str, str], transition: str = "none") -> Program:
    """Return Chromium in kiosk mode with the deck, not yet started; its profile stays in the folder."""
    place = deck(folder / "deck", transition)
    root = ("--no-sandbox",) if os.geteuid() == 0 else ()
    profile = f"--user-data-dir={folder / 'profile'}"
    return Program((CHROMIUM, *FLAGS, *root, profile, place.as_uri()), folder, environment)
