# SPDX-License-Identifier: Apache-2.0
"""A book as JSON: every page with its boxes, as `kiosk pages` prints it."""

from __future__ import annotations

import json

from kiosk.layout.model import Book, Box, Page

FORMAT = 1


def book_as_json(book: Book) -> str:
    """Return a book as JSON text of format 1; lengths are pixels unless the name says otherwise."""
    pages = [_page(page, number) for number, page in enumerate(book.pages, 1)]
    told = {
        "format": FORMAT,
        "pack": book.pack,
        "language": book.language,
        "layout": book.layout.value,
        "text_scale": book.text_scale,
        "screen": {
            "width_px": book.screen.width_px,
            "height_px": book.screen.height_px,
            "mm_per_px": round(book.screen.mm_per_px, 4),
            "distance_mm": round(book.distance_mm),
        },
        "pages": pages,
    }
    return json.dumps(told, ensure_ascii=False, indent=1)


def _page(page: Page, number: int) -> dict[str, object]:
    return {
        "number": number,
        "section": page.section,
        "dwell_s": page.dwell_s,
        "words": page.words,
        "boxes": [_box(box) for box in page.boxes],
    }


def _box(box: Box) -> dict[str, object]:
    told: dict[str, object] = {
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
