# SPDX-License-Identifier: Apache-2.0
"""`kiosk pages`: prints the book of a pack as JSON, so that its pages can be checked from outside."""

from __future__ import annotations

import math
import os
import sys
from collections.abc import Iterable
from pathlib import Path

import shiboken6
from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtGui import QGuiApplication

from kiosk import paths
from kiosk.app.workshop import new_press
from kiosk.author.pages import book_as_json
from kiosk.content.finding import Finding
from kiosk.content.manifest import read_pack
from kiosk.content.pack import Pack
from kiosk.content.section import read_sections
from kiosk.layout.book import make_book
from kiosk.layout.model import Book, Layout, Screen
from kiosk.render.fonts import load_fonts

PRINTED, NO_PACK = 0, 2
ARM_MM = 600.0


class Sought(Struct, frozen=True):
    """Which book is to be printed, as it was typed."""

    pack: Path
    layout: str = "reading"
    size: tuple[int, int] = (1920, 1080)
    diagonal_in: float = 24.0
    distance_mm: float | None = None
    text_scale: float = 1.0
    language: str | None = None


def pages(sought: Sought) -> int:
    """Print a pack's book; return 0, or 2 where there is no pack or no such language."""
    pack, findings = read_pack(sought.pack)
    if pack is None:
        tell(findings)
        return NO_PACK
    known = pack.manifest.languages
    language = sought.language or pack.manifest.default_language
    if language not in known:
        print(f"kiosk: the pack is not in {language!r}; it is in {', '.join(known)}.", file=sys.stderr)
        return NO_PACK
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QGuiApplication(["kiosk"])
    try:
        book, found = read_book(pack, language, sought)
    finally:
        shiboken6.delete(app)
    tell((*findings, *found))
    print(book_as_json(book))
    return PRINTED


def read_book(pack: Pack, language: str, sought: Sought) -> tuple[Book, tuple[Finding, ...]]:
    """Read a pack's sections and set their pages, and return what was found on the way; wants fonts of Qt."""
    resources = paths.resources()
    press = new_press(pack, (language,), load_fonts(resources / "fonts"), resources / "i18n")
    sections, findings = read_sections(pack, language, press.probe)
    layout = Layout(sought.layout)
    book = make_book(press.set_up(screen_of(sought), layout, language, sought.text_scale), sections)
    return replace(book, language=language), (*findings, *book.findings)


def screen_of(sought: Sought) -> Screen:
    """Return the screen that was asked for."""
    wall = sought.layout == "wall"
    return Screen(
        width_px=sought.size[0],
        height_px=sought.size[1],
        mm_per_px=sought.diagonal_in * 25.4 / math.hypot(*sought.size),
        reading_distance_mm=ARM_MM if wall else sought.distance_mm or ARM_MM,
        wall_distance_mm=sought.distance_mm if wall else None,
    )


def tell(findings: Iterable[Finding]) -> None:
    """Print findings beside the book, each once."""
    for finding in dict.fromkeys(findings):
        print(finding, file=sys.stderr)
