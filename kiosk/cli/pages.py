# SPDX-License-Identifier: Apache-2.0
"""`kiosk pages`: prints the book of a pack as JSON, so that its pages can be checked from outside."""

from __future__ import annotations

import argparse
import math
import os
import sys

from PySide6.QtGui import QGuiApplication

from kiosk import paths
from kiosk.app.workshop import phrases_of
from kiosk.author.pages import book_as_json
from kiosk.content.manifest import read_pack
from kiosk.content.probe import PictureFacts
from kiosk.content.section import read_sections
from kiosk.layout.book import SetUp, make_book
from kiosk.layout.model import Layout, Screen
from kiosk.render.fonts import load_fonts
from kiosk.render.headers import header_facts
from kiosk.render.measure import QtMeasure


def pages(options: argparse.Namespace) -> int:
    """Print a pack's book; return 0, or 2 where there is no pack or no such language."""
    pack, findings = read_pack(options.pack)
    if pack is None:
        for finding in findings:
            print(finding, file=sys.stderr)
        return 2
    language = options.language or pack.manifest.default_language
    if language not in pack.manifest.languages:
        known = ", ".join(pack.manifest.languages)
        print(f"kiosk: the pack is not in {language!r}; it is in {known}.", file=sys.stderr)
        return 2
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QGuiApplication(["kiosk"])
    families = load_fonts(paths.resources() / "fonts")
    sections, found = read_sections(pack, language, header_facts)

    def size(path: str) -> tuple[int, int] | None:
        facts = header_facts(pack.root / path)
        return (facts.width, facts.height) if isinstance(facts, PictureFacts) else None

    set_up = SetUp(
        screen=_screen(options),
        layout=Layout(options.layout),
        text_scale=options.text_scale,
        phrases=phrases_of(paths.resources() / "i18n", (language,))[language],
        manifest=pack.manifest,
        measure=QtMeasure(families, language),
        picture_size=size,
        cap_ratio=families.cap_ratio,
    )
    book = make_book(set_up, sections)
    for finding in (*findings, *found, *book.findings):
        print(finding, file=sys.stderr)
    print(book_as_json(book))
    app.quit()
    return 0


def _screen(options: argparse.Namespace) -> Screen:
    width, height = options.size
    distance = options.distance_mm
    wall = options.layout == "wall"
    return Screen(
        width_px=width,
        height_px=height,
        mm_per_px=options.diagonal_in * 25.4 / math.hypot(width, height),
        reading_distance_mm=600.0 if wall or distance is None else distance,
        wall_distance_mm=distance if wall else None,
    )
