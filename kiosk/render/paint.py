# SPDX-License-Identifier: Apache-2.0
"""Draws a page on any painter: window, preview, export and tests show the same picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol
from unicodedata import bidirectional

from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen, QTextLayout, QTextOption

from kiosk.layout.code import CARD
from kiosk.layout.model import (
    Box,
    Code,
    Direction,
    Ink,
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
from kiosk.render.code import PAPER, code_image
from kiosk.render.fonts import Families
from kiosk.render.people import figure, height_in, places, visible
from kiosk.render.typeset import SOFT_HYPHEN, compose, text_layout

VERSION = 1
"""Raised when a page is drawn in another way, so that older pictures are not shown."""

_PANEL_RADIUS = 0.045
_PANEL_MARGIN = 0.08
_UNDERLINE_DROP = 0.17
_UNDERLINE_DOT = 0.065
_ENDLESS_PX = 1_000_000.0


class Pictures(Protocol):
    """Where a page's pictures come from."""

    def image(self, picture: Picture, width: int, height: int) -> QImage | None:
        """Return a picture scaled to fit a size in pixels, or None when it cannot be had."""
        ...


def paint_page(painter: QPainter, page: Page, theme: Theme, pictures: Pictures, families: Families) -> None:
    """Draw a page over all of the painter's window."""
    for _step in steps(painter, page, theme, pictures, families):
        pass


def steps(
    painter: QPainter, page: Page, theme: Theme, pictures: Pictures, families: Families
) -> Iterator[None]:
    """Draw a page in small steps, so that a thread can let others run between two lines."""
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing
        | QPainter.RenderHint.TextAntialiasing
        | QPainter.RenderHint.SmoothPixmapTransform
    )
    painter.fillRect(painter.window(), QColor(theme.inks[Ink.GROUND]))
    painter.setPen(Qt.PenStyle.NoPen)
    panels = {box: _panel(box, page.shapes) for box in page.boxes if box.picture}
    for shape in page.shapes:
        if shape in panels.values():
            continue
        painter.setBrush(QColor(theme.colour(shape.fill, page.accent)))
        painter.drawRoundedRect(_rect(shape.rect), shape.radius, shape.radius)
    yield
    for box in page.boxes:
        if box.people:
            yield from _people(painter, box.rect, box.people, page, theme)
        elif box.code:
            _code(painter, box.rect, box.code)
            yield
        elif box.picture:
            _figure(painter, box, panels[box], page, pictures)
            yield
        elif box.lines and box.style:
            layout = _typeset(box.lines, box.style, _direction(box, page), theme, families)
            yield
            yield from _text(painter, box, layout, page, theme)


def _text(painter: QPainter, box: Box, layout: QTextLayout, page: Page, theme: Theme) -> Iterator[None]:
    """Draw the lines of a box one by one."""
    em = box.style.px if box.style else 0.0
    for number, placed in enumerate(box.lines):
        _underline(painter, placed, em, QColor(theme.colour(Ink.ACCENT, page.accent)))
        line = layout.lineAt(number)
        if line.isValid():
            painter.setPen(QColor(theme.colour(box.ink, page.accent)))
            left = line.naturalTextRect().left()
            top = round(placed.baseline) - line.y() - line.ascent()
            line.draw(painter, QPointF(placed.x - left, top))
        yield


def _typeset(
    lines: Sequence[SetLine], style: TextStyle, direction: Direction, theme: Theme, families: Families
) -> QTextLayout:
    """Return the lines of a box as one text that ends its lines where they were measured to end.

    Laid out together, so that what runs the other way keeps its order across the end of a line.
    """
    runs = [run for placed in lines for run in _shown(placed)]
    wrap = QTextOption.WrapMode.NoWrap
    layout = text_layout(compose(runs), style, families, direction, wrap=wrap, mark_ink=theme.inks[Ink.MUTED])
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(_ENDLESS_PX)
    layout.endLayout()
    return layout


def _direction(box: Box, page: Page) -> Direction:
    """Return which way a box's text runs: on a page that runs to the left, Latin text keeps its own way."""
    kinds = {bidirectional(char) for char in box.text}
    return Direction.LTR if "L" in kinds and kinds.isdisjoint({"R", "AL"}) else page.direction


def _shown(placed: SetLine) -> Iterator[Run]:
    """Yield the runs of a line as they are drawn: without the space at its end, with its hyphen."""
    runs = list(placed.line.runs)
    while runs and not runs[-1].mark:
        last = runs.pop()
        text = last.text.rstrip(" \n\t\r\u2028\u2029\u3000" + SOFT_HYPHEN)
        if text:
            runs.append(replace(last, text=text))
            break
    yield from runs
    hyphen = "\u2010" if placed.line.hyphen else ""
    yield Run(f"{hyphen}\n") if not runs or runs[-1].mark else replace(runs[-1], text=f"{hyphen}\n")


def _underline(painter: QPainter, placed: SetLine, em: float, colour: QColor) -> None:
    """Draw dots under the taught words of a line."""
    dot = max(1.5, em * _UNDERLINE_DOT)
    y = round(placed.baseline) + em * _UNDERLINE_DROP
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for spot in placed.line.spots:
        count = max(2, int(spot.width / (2.3 * dot)))
        step = (spot.width - dot) / (count - 1)
        for n in range(count):
            painter.drawEllipse(QRectF(placed.x + spot.x + n * step, y, dot, dot))


def _people(painter: QPainter, rect: Rect, people: People, page: Page, theme: Theme) -> Iterator[None]:
    """Draw an icon array."""
    person = figure(height_in(rect, people))
    full, empty = QColor(theme.colour(Ink.ACCENT, page.accent)), QColor(theme.inks[Ink.EMPTY])
    edge = visible(theme.inks[Ink.EMPTY], theme.inks[Ink.GROUND], theme.inks[Ink.TEXT])
    outline = QPen(edge, max(1.0, person.boundingRect().height() / 40))
    if edge == empty:
        outline = QPen(Qt.PenStyle.NoPen)
    for number, (corner, counted) in enumerate(places(rect, people, page.direction)):
        painter.setPen(QPen(Qt.PenStyle.NoPen) if counted else outline)
        painter.setBrush(full if counted else empty)
        painter.drawPath(person.translated(corner))
        if number % 10 == 9:
            yield
    yield


def _code(painter: QPainter, rect: Rect, code: Code) -> None:
    """Draw a code on a light card with round corners, each module the same whole number of pixels."""
    card = QRectF(round(rect.x), round(rect.y), code.modules * code.px, code.modules * code.px)
    edge = CARD * code.px
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(PAPER))
    painter.drawRoundedRect(card, edge, edge)
    smooth = QPainter.RenderHint.SmoothPixmapTransform
    painter.setRenderHint(smooth, on=False)
    painter.drawImage(card.adjusted(edge, edge, -edge, -edge), code_image(code.words))
    painter.setRenderHint(smooth)


def _panel(box: Box, shapes: Sequence[Shape]) -> Shape | None:
    """Return the panel that the layout put under a picture, if any."""
    around = (shape for shape in shapes if shape.fill is Ink.TINT and _inside(box.rect, shape.rect))
    return min(around, key=lambda shape: shape.rect.width * shape.rect.height, default=None)


def _inside(inner: Rect, outer: Rect) -> bool:
    """Tell whether a rectangle lies within another."""
    across = outer.x <= inner.x and inner.right <= outer.right
    return across and outer.y <= inner.y and inner.bottom <= outer.bottom


def _figure(painter: QPainter, box: Box, panel: Shape | None, page: Page, pictures: Pictures) -> None:
    """Draw a picture: one with a ground of its own in place of the panel, any other upon it.

    The panel is the light theme's in every theme, since drawings are made for a light ground.
    """
    if box.picture is None:
        return
    outer, inner = _whole(panel.rect if panel else box.rect), _whole(box.rect)
    radius = panel.radius if panel else min(outer.width(), outer.height()) * _PANEL_RADIUS
    if panel is None:
        inset = round(min(outer.width(), outer.height()) * _PANEL_MARGIN)
        inner = outer.adjusted(inset, inset, -inset, -inset)
    image = pictures.image(box.picture, int(outer.width()), int(outer.height()))
    painter.setPen(Qt.PenStyle.NoPen)
    if image is not None and _has_ground(image):
        _rounded_image(painter, image, outer, radius)
        return
    painter.setBrush(QColor(LIGHT.colour(Ink.TINT, page.accent)))
    painter.drawRoundedRect(outer, radius, radius)
    image = pictures.image(box.picture, int(inner.width()), int(inner.height()))
    if image is not None:
        painter.drawImage(_centred(image, inner), image)


def _has_ground(image: QImage) -> bool:
    """Tell whether a picture is opaque in the middle of each edge."""
    right, bottom = image.width() - 1, image.height() - 1
    edges = ((0, bottom // 2), (right, bottom // 2), (right // 2, 0), (right // 2, bottom))
    return all(image.pixelColor(x, y).alpha() > 250 for x, y in edges)


def _rounded_image(painter: QPainter, image: QImage, rect: QRectF, radius: float) -> None:
    """Draw a picture in the middle of a rectangle with rounded corners."""
    corner = _centred(image, rect)
    painter.setBrush(QBrush(image))
    painter.setBrushOrigin(corner)
    painter.drawRoundedRect(QRectF(corner, image.size()), radius, radius)
    painter.setBrushOrigin(QPointF(0, 0))


def _centred(image: QImage, rect: QRectF) -> QPointF:
    """Return the whole pixel at which a picture stands in the middle of a rectangle."""
    x = rect.x() + (rect.width() - image.width()) / 2
    return QPointF(round(x), round(rect.y() + (rect.height() - image.height()) / 2))


def _rect(rect: Rect) -> QRectF:
    """Return a rectangle as Qt's."""
    return QRectF(rect.x, rect.y, rect.width, rect.height)


def _whole(rect: Rect) -> QRectF:
    """Return a rectangle on whole pixels, inside the one given."""
    return QRectF(round(rect.x), round(rect.y), int(rect.width), int(rect.height))
