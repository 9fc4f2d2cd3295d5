# SPDX-License-Identifier: Apache-2.0
"""A book as JSON, so that where its boxes stand can be checked from outside."""

from __future__ import annotations

import json

from kiosk.content.pack import Manifest
from kiosk.layout.model import Book, Box, Page, Screen

FORMAT = 1
"""The version of the JSON's shape; raised when a key changes its meaning or goes."""

Value = str | float | bool | list["Value"] | dict[str, "Value"]


def book_as_json(book: Book, manifest: Manifest) -> str:
    """Return a book as JSON: its screen, and each page with its boxes in reading order."""
    told: dict[str, Value] = {
        "format": FORMAT,
        "pack": manifest.id,
        "language": book.language,
        "layout": book.layout.value,
        "text_scale": book.text_scale,
        "screen": _screen(book.screen, book.distance_mm),
        "pages": [_page(page) for page in book.pages],
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _screen(screen: Screen, distance_mm: float) -> dict[str, Value]:
    return {
        "width_px": screen.width_px,
        "height_px": screen.height_px,
        "mm_per_px": round(screen.mm_per_px, 4),
        "distance_mm": round(distance_mm, 1),
    }


def _page(page: Page) -> dict[str, Value]:
    return {
        "number": page.number,
        "section": page.section,
        "dwell_s": round(page.dwell_s, 1),
        "boxes": [_box(box) for box in page.boxes],
    }


def _box(box: Box) -> dict[str, Value]:
    """Return a box; sizes of text only where it holds text, `repeat` only where it is one."""
    told: dict[str, Value] = {
        "role": box.role.value,
        "x": round(box.rect.x, 2),
        "y": round(box.rect.y, 2),
        "width": round(box.rect.width, 2),
        "height": round(box.rect.height, 2),
        "text": box.text,
    }
    if box.style is not None:
        told["font_px"] = round(box.style.px, 2)
        told["cap_mm"] = round(box.cap_mm, 2)
    if box.repeat:
        told["repeat"] = True
    return told
