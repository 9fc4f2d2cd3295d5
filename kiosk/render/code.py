# SPDX-License-Identifier: Apache-2.0
"""QR codes: made here, a pixel a module, dark on light whatever the theme."""

from __future__ import annotations

from PySide6.QtGui import QImage, qRgb

from kiosk.layout.code import QUIET, version_of

INK, PAPER = qRgb(0, 0, 0), qRgb(255, 255, 255)


def get_ready() -> None:
    """Load what makes codes, so that the first one comes at once."""
    import segno  # noqa: F401, PLC0415 # loaded here so that it is there later


def code_image(words: str) -> QImage:
    """Return the code of a text with its quiet zone, a pixel a module, error correction M or better."""
    rows = matrix(words)
    side = len(rows) + 2 * QUIET
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(PAPER)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                image.setPixel(QUIET + x, QUIET + y, INK)
    return image


def matrix(words: str) -> tuple[bytes, ...]:
    """Return the modules of a text's code, row by row, 1 where they are dark.

    Always in bytes of UTF-8, which it says itself where a text is not ASCII: a reader would else guess.
    """
    import segno  # noqa: PLC0415 # a screen that shows no code does not wait for it

    made = segno.make(
        words,
        error="m",
        version=version_of(words),
        mode="byte",
        encoding="utf-8",
        eci=not words.isascii(),
        micro=False,
    )
    return tuple(bytes(row) for row in made.matrix)
