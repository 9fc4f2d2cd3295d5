# SPDX-License-Identifier: Apache-2.0
"""Pages set by hand, and their pictures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.layout.model import (
    Box,
    BoxRole,
    Direction,
    Ink,
    Layout,
    Page,
    People,
    Picture,
    Rect,
    Run,
    SetLine,
    Shape,
    TextStyle,
)
from kiosk.layout.tokens import LIGHT, Theme
from kiosk.render.fonts import Families
from kiosk.render.measure import QtMeasure
from kiosk.render.paint import paint_page
from tests.layout.fakes import page


class FlatPictures:
    """Pictures of one colour; `alpha` below 255 makes drawings without a ground of their own."""

    def __init__(self, alpha: int = 255) -> None:
        self.alpha = alpha
        self.asked: list[tuple[str, int, int]] = []

    def image(self, picture: Picture, width: int, height: int) -> QImage | None:
        self.asked.append((picture.path, width, height))
        if picture.path == "missing.png":
            return None
        image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(QColor(255, 0, 255, self.alpha))
        return image


@dataclass
class Setter:
    """Sets runs into boxes and pages by hand, as simply as can be."""

    measure: QtMeasure
    families: Families

    def box(
        self,
        runs: Sequence[Run],
        style: TextStyle,
        rect: Rect,
        direction: Direction = Direction.LTR,
        ink: Ink = Ink.TEXT,
    ) -> Box:
        metrics = self.measure.metrics(style)
        step = style.px * style.leading
        lines = tuple(
            SetLine(
                line,
                rect.x if direction is Direction.LTR else rect.right - line.width,
                rect.y + n * step,
                rect.y + n * step + (step + metrics.ascent - metrics.descent) / 2,
            )
            for n, line in enumerate(self.measure.lines(runs, style, rect.width, direction))
        )
        grown = Rect(rect.x, rect.y, rect.width, step * len(lines))
        text = "".join(line.line.text for line in lines)
        return Box(BoxRole.PARAGRAPH, grown, text, style, lines, ink)

    def page(
        self,
        boxes: Sequence[Box],
        shapes: Sequence[Shape] = (),
        direction: Direction = Direction.LTR,
        accent: str = "teal",
    ) -> Page:
        return page(*boxes, shapes=tuple(shapes), direction=direction, layout=Layout.WALL, accent=accent)

    def example(self, direction: Direction, *, scale: float = 1.0, upright: bool = False) -> Page:
        """Return a page that holds one of everything, for 960x540 or 540x960 times the scale."""
        rtl = direction is Direction.RTL
        width, height = (540 * scale, 960 * scale) if upright else (960 * scale, 540 * scale)
        column = width - 100 * scale if upright else 500 * scale
        x = width - 50 * scale - column if rtl else 50 * scale
        lead, body = (ARABIC_LEAD, ARABIC) if rtl else (LEAD, BODY)
        first = self.box(lead, TextStyle(38 * scale, 700, 1.22), Rect(x, 40 * scale, column, 0), direction)
        second_at = Rect(x, first.rect.bottom + 20 * scale, column, 0)
        second = self.box(body, TextStyle(20 * scale), second_at, direction)
        panel = Rect(x, second.rect.bottom + 20 * scale, column, 60 * scale)
        rule = Rect(panel.right - 5 * scale if rtl else panel.x, panel.y, 5 * scale, panel.height)
        side_x = (50 if rtl else 600) * scale
        side = (
            Rect(x, 620 * scale, 220 * scale, 220 * scale)
            if upright
            else Rect(side_x, 50 * scale, 300 * scale, 280 * scale)
        )
        drawing = (
            Rect(x + 240 * scale, 620 * scale, 200 * scale, 200 * scale)
            if upright
            else Rect(side_x, 360 * scale, 300 * scale, 140 * scale)
        )
        return self.page(
            (
                first,
                second,
                Box(BoxRole.ICON_ARRAY, side, "6 of 100", people=People(6, 100, 10)),
                Box(BoxRole.FIGURE, drawing, "A square", picture=Picture("a.svg", "A square")),
            ),
            (
                Shape(Rect(width - 12 * scale if rtl else 0, 0, 12 * scale, height), Ink.ACCENT),
                Shape(panel, Ink.TINT, 8 * scale),
                Shape(rule, Ink.ACCENT),
            ),
            direction,
            "plum" if rtl else "teal",
        )


LEAD = (Run("Of 100 people, about 6 will have it at some time."), Run("1", mark=True))
BODY = (
    Run("It can get better. "),
    Run("Good treatments", strong=True),
    Run(" exist."),
    Run("2, 3", mark=True),
    Run(" A "),
    Run("taught word", term="word"),
    Run(" is "),
    Run("under", emphasis=True),
    Run("lined by dots; ≥ 5 → ≤ 6 ✓ µg 10⁴, αβγ Привет العربية."),
)
ARABIC_LEAD = (Run("حوالي 6 من كل 100 شخص."), Run("1", mark=True))
ARABIC = (
    Run("يمكن أن يتحسن (PTSD disorder) مع العلاج، و"),
    Run("العلاجات الجيدة", strong=True),
    Run(" موجودة. "),
    Run("كلمة تُدرَّس", term="word"),
    Run(" هنا."),
    Run("2", mark=True),
)


def painted(
    page: Page, families: Families, size: tuple[int, int], theme: Theme = LIGHT, alpha: int = 255
) -> QImage:
    """Return a page's picture."""
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor("#ff0000"))
    painter = QPainter(image)
    paint_page(painter, page, theme, FlatPictures(alpha), families)
    painter.end()
    return image


@dataclass(frozen=True)
class Painting:
    """Paints pages in tests."""

    families: Families

    def __call__(self, page: Page, size: tuple[int, int], theme: Theme = LIGHT, alpha: int = 255) -> QImage:
        return painted(page, self.families, size, theme, alpha)
