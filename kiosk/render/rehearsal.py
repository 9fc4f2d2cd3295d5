# SPDX-License-Identifier: Apache-2.0
"""Everything painted once in one thread, before two may paint at the same time.

PySide makes the types behind a call at its first use; two threads that do so at once crash the process.
"""

from __future__ import annotations

from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.layout.model import (
    Box,
    BoxRole,
    Direction,
    Ink,
    Layout,
    Line,
    Page,
    People,
    Picture,
    Rect,
    Run,
    SetLine,
    Shape,
    Spot,
    TextStyle,
)
from kiosk.layout.tokens import THEMES
from kiosk.render.fonts import Families
from kiosk.render.paint import paint_page

_SIDE = 64


class _Drawings:
    """An opaque picture and a drawing without a ground."""

    def image(self, picture: Picture, width: int, height: int) -> QImage | None:
        """Return a picture of a size."""
        image = QImage(max(1, width), max(1, height), QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(QColor(0, 0, 0, 255 if picture.path == "opaque" else 0))
        return image


def rehearse(families: Families) -> None:
    """Paint one of everything, too small to be seen and thrown away."""
    for direction in Direction:
        for theme in THEMES.values():
            image = QImage(_SIDE, _SIDE, QImage.Format.Format_RGB32)
            painter = QPainter(image)
            paint_page(painter, _page(direction), theme, _Drawings(), families)
            painter.end()


def _page(direction: Direction) -> Page:
    """Return a page that holds one of everything."""
    whole = Rect(0, 0, _SIDE, _SIDE)
    runs = (Run("a", strong=True), Run("b", emphasis=True), Run("c", code=True), Run("d", term="d"))
    line = Line((*runs, Run("1", mark=True)), 0, 4, 20.0, (Spot("d", 0.0, 8.0),), hyphen=True)
    style = TextStyle(8.0)
    boxes = (
        Box(BoxRole.PARAGRAPH, whole, "abcd", style, (SetLine(line, 0.0, 0.0, 8.0),)),
        Box(BoxRole.ICON_ARRAY, whole, "1 of 2", people=People(1, 2, 2)),
        Box(BoxRole.FIGURE, whole, "", picture=Picture("opaque", "")),
        Box(BoxRole.FIGURE, whole, "", picture=Picture("drawing", "")),
    )
    return Page(
        section="rehearsal",
        title="",
        language="en",
        direction=direction,
        layout=Layout.WALL,
        number=1,
        count=1,
        start=0,
        boxes=boxes,
        shapes=(Shape(whole, Ink.TINT, 2.0),),
        words=1,
        dwell_s=15.0,
        accent="teal",
    )
