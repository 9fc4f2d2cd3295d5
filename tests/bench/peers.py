# SPDX-License-Identifier: Apache-2.0
"""What is measured: the kiosk, its floor, and the programs that a clinic would use instead."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.bench import deck
from tests.bench.desk import Seat
from tests.e2e.program import ROOT, Program

BROWSER = "Chromium, reveal.js"
BUNDLE = ROOT / "dist" / "kiosk" / "kiosk"
FLAGS = (
    "--kiosk",
    "--window-position=0,0",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-gpu",
    "--password-store=basic",
    "--noerrdialogs",
    "--disable-infobars",
    "--disable-session-crashed-bubble",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
SETTINGS = 'touch = "yes"\ndwell_factor = 0\nreduced_motion = {}\n'
PYTHON_KIOSK = (sys.executable, "-m", "kiosk")


@dataclass(frozen=True, slots=True)
class Peer:
    """A program: how it is started as it comes and for reading (still, or with pages that slide).

    `opening` are the keys that open its first page to read; `why` says why it cannot be measured here.
    A `foreign` program is somebody else's: where it fails, the others are measured all the same.
    """

    name: str
    start: Callable[[Seat], Program]
    read: Callable[[Seat, bool], Program]
    opening: tuple[str, ...] = ()
    why: str = ""
    foreign: bool = False


def lacking(*commands: str) -> str:
    """Return which commands are not installed, as a reason, or nothing."""
    gone = [name for name in commands if shutil.which(name) is None]
    return f"{' and '.join(gone)} not installed" if gone else ""


def floor(seat: Seat, _still: bool = True) -> Program:
    """Return the floor, not yet started."""
    return Program((sys.executable, "-m", "tests.bench.floor"), seat.folder, seat.environment)


def show(command: tuple[str, ...], seat: Seat, *more: str) -> Program:
    """Return a kiosk as it starts without settings, not yet started."""
    return Program((*command, "run", *more), seat.folder, seat.environment)


def reader(command: tuple[str, ...], seat: Seat, still: bool, *more: str) -> Program:
    """Return a kiosk with a wall that stands, not yet started."""
    seat.folder.mkdir(parents=True, exist_ok=True)
    settings = seat.folder / "station.toml"
    settings.write_text(SETTINGS.format(str(still).lower()), encoding="utf-8")
    return show(command, seat, "--settings", str(settings), *more)


def chromium(seat: Seat, still: bool = True) -> Program:
    """Return Chromium in kiosk mode with the deck, not yet started; its profile stays in the folder."""
    place = deck.web(seat.folder / "deck", "none" if still else "slide")
    root = ("--no-sandbox",) if os.geteuid() == 0 else ()
    size = f"--window-size={seat.size[0]},{seat.size[1]}"
    profile = f"--user-data-dir={seat.folder / 'profile'}"
    return Program(("chromium", *FLAGS, size, *root, profile, place.as_uri()), seat.folder, seat.environment)


def pdfpc(seat: Seat, _still: bool = True) -> Program:
    """Return pdfpc with the deck as PDF on its only screen, not yet started."""
    place = deck.pdf(seat.folder / "deck")
    return Program(
        ("pdfpc", "--single-screen", "--switch-screens", str(place)), seat.folder, seat.environment
    )


def impress(seat: Seat, _still: bool = True) -> Program:
    """Return LibreOffice Impress showing the deck full screen, not yet started."""
    place = deck.slides(seat.folder / "deck")
    profile = f"-env:UserInstallation={(seat.folder / 'profile').as_uri()}"
    if not (seat.folder / "profile").exists():
        filled = ("soffice", profile, "--headless", "--convert-to", "txt:Text", "--outdir", str(seat.folder))
        subprocess.run((*filled, str(place)), check=False, capture_output=True, timeout=120)
    office = Path(shutil.which("soffice") or "soffice").resolve().with_name("soffice.bin")
    command = (str(office), profile, "--norestore", "--nologo", "--nolockcheck", "--show", str(place))
    return Program(command, seat.folder, seat.environment)


def a_kiosk(name: str, command: tuple[str, ...], why: str = "") -> Peer:
    """Return a kiosk as a peer."""
    return Peer(name, partial(show, command), partial(reader, command), ("Return", "Return"), why)


FLOOR = Peer("floor: bare `QQuickView`", floor, floor)
KIOSK = a_kiosk("kiosk", PYTHON_KIOSK)


def bundle() -> Peer:
    """Return the built bundle."""
    why = "" if BUNDLE.exists() else "dist/kiosk is not built"
    return a_kiosk("kiosk, the bundle", (str(BUNDLE),), why)


def browser() -> Peer:
    """Return Chromium with reveal.js."""
    return Peer(BROWSER, chromium, chromium, why=lacking("chromium"), foreign=True)


def others() -> tuple[Peer, ...]:
    """Return what shows slides and no more."""
    return (
        Peer("pdfpc", pdfpc, pdfpc, why=lacking("pdfpc"), foreign=True),
        Peer("LibreOffice Impress", impress, impress, why=lacking("soffice"), foreign=True),
    )
