# SPDX-License-Identifier: Apache-2.0
"""Painting: ink where the boxes are and nowhere else, the colours of the theme, nothing lost from a line."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.layout.model import Box, BoxRole, Direction, Ink, Page, Picture, Rect, Run, Shape, TextStyle
from kiosk.layout.tokens import CONTRAST, LIGHT, Theme
from kiosk.render.paint import steps
from tests.render.pages import FlatPictures, Painting, Setter

SIZE = (960, 540)
STYLE = TextStyle(40.0)
PINK = "#ff00ff"


def inked(image: QImage, ground: str) -> QRect:
    """Return the rectangle of everything that is not the ground."""
    paper = QColor(ground).rgb()
    found = [
        (x, y) for y in range(image.height()) for x in range(image.width()) if image.pixel(x, y) != paper
    ]
    if not found:
        return QRect()
    left, right = min(x for x, _y in found), max(x for x, _y in found)
    top, bottom = min(y for _x, y in found), max(y for _x, y in found)
    return QRect(left, top, right - left + 1, bottom - top + 1)


def colour(image: QImage, x: float, y: float) -> str:
    return image.pixelColor(int(x), int(y)).name()


@pytest.mark.parametrize("theme", [LIGHT, CONTRAST], ids=lambda theme: theme.name)
def test_an_empty_page_is_all_ground(setter: Setter, paint: Painting, theme: Theme) -> None:
    assert inked(paint(setter.page(()), SIZE, theme), theme.inks[Ink.GROUND]).isEmpty()


@pytest.mark.parametrize("theme", [LIGHT, CONTRAST], ids=lambda theme: theme.name)
@pytest.mark.parametrize("direction", Direction)
@pytest.mark.parametrize(
    "text", ["Hxg people, Ågj", "العلاج الجيد", "治疗方法有很多种", "hospitalization hospitalization"]
)
def test_text_stays_in_its_box_and_is_as_wide_as_measured(
    setter: Setter, paint: Painting, theme: Theme, direction: Direction, text: str
) -> None:
    box = setter.box((Run(text), Run("1", mark=True)), STYLE, Rect(300, 100, 270, 0), direction)
    ink = inked(paint(setter.page((box,), direction=direction), SIZE, theme), theme.inks[Ink.GROUND])
    left, right = min(line.x for line in box.lines), max(line.x + line.line.width for line in box.lines)
    assert ink.left() >= left - 2
    assert ink.left() + ink.width() <= right + 2
    assert ink.width() >= (right - left) - 12
    assert ink.top() >= box.rect.y - 2
    assert ink.bottom() <= box.rect.bottom + 2


@pytest.mark.parametrize("ink", [Ink.TEXT, Ink.MUTED, Ink.ACCENT])
def test_text_has_its_ink(setter: Setter, paint: Painting, ink: Ink) -> None:
    box = setter.box((Run("IIII", strong=True),), TextStyle(200.0), Rect(50, 50, 800, 0), ink=ink)
    image = paint(setter.page((box,), accent="plum"), SIZE)
    wanted = LIGHT.colour(ink, "plum")
    assert any(colour(image, x, 160) == wanted for x in range(50, 300))


def test_a_hyphen_is_drawn_that_is_no_part_of_the_text(setter: Setter, paint: Painting) -> None:
    box = setter.box((Run("hospitalization"),), STYLE, Rect(50, 50, 200, 0))
    first = box.lines[0]
    assert first.line.hyphen
    ink = inked(
        paint(setter.page((Box(box.role, box.rect, box.text, box.style, (first,)),)), SIZE), "#faf7f0"
    )
    assert ink.left() + ink.width() == pytest.approx(first.x + first.line.width, abs=3)


def test_what_runs_the_other_way_keeps_its_order_across_lines(setter: Setter, paint: Painting) -> None:
    runs = (Run("شرح عن (the long English name of it) هنا."),)
    box = setter.box(runs, STYLE, Rect(100, 50, 330, 0), Direction.RTL)
    assert len(box.lines) > 1
    whole = paint(setter.page((box,), direction=Direction.RTL), SIZE)
    for line in box.lines:
        strip = whole.copy(QRect(0, int(line.y), 960, int(STYLE.px * STYLE.leading)))
        ink = inked(strip, "#faf7f0")
        assert ink.width() == pytest.approx(line.line.width, abs=10)


def test_latin_text_on_a_page_that_runs_left_keeps_its_full_stop_at_the_right(
    setter: Setter, paint: Painting
) -> None:
    box = setter.box((Run("Checked."),), STYLE, Rect(100, 50, 330, 0), Direction.LTR)
    there = paint(setter.page((box,), direction=Direction.RTL), SIZE)
    assert there == paint(setter.page((box,), direction=Direction.LTR), SIZE)


def test_a_mark_is_small_muted_and_raised(setter: Setter, paint: Painting) -> None:
    bare = setter.box((Run("nnn"),), TextStyle(100.0), Rect(50, 50, 800, 0))
    marked = setter.box((Run("nnn"), Run("1", mark=True)), TextStyle(100.0), Rect(50, 50, 800, 0))
    first = inked(paint(setter.page((bare,)), SIZE), "#faf7f0")
    image = paint(setter.page((marked,)), SIZE)
    right = first.left() + first.width() + 2
    mark = inked(image.copy(QRect(right, 0, 400, 540)), "#faf7f0")
    cap_top = marked.lines[0].baseline - 66.8
    assert mark.top() == pytest.approx(cap_top, abs=4)
    assert mark.top() + mark.height() < marked.lines[0].baseline - 20
    assert any(
        colour(image, right + x, mark.center().y()) == LIGHT.inks[Ink.MUTED] for x in range(mark.left(), 60)
    )


def test_a_taught_word_has_dots_under_it_and_no_other(setter: Setter, paint: Painting) -> None:
    plain = setter.box((Run("A word here"),), STYLE, Rect(50, 50, 800, 0))
    taught = setter.box((Run("A "), Run("word", term="w"), Run(" here")), STYLE, Rect(50, 50, 800, 0))
    [spot] = taught.lines[0].line.spots
    without, with_dots = (paint(setter.page((box,)), SIZE) for box in (plain, taught))
    y = taught.lines[0].baseline + STYLE.px * 0.17 + 1
    changed = [x for x in range(960) if without.pixel(x, int(y)) != with_dots.pixel(x, int(y))]
    assert len(changed) > 10
    assert min(changed) >= 50 + spot.x - 2
    assert max(changed) <= 50 + spot.x + spot.width + 2


def test_shapes_are_drawn_under_the_text(setter: Setter, paint: Painting) -> None:
    image = paint(
        setter.page(
            (), (Shape(Rect(100, 100, 200, 200), Ink.TINT, 20), Shape(Rect(0, 0, 24, 540), Ink.ACCENT))
        ),
        SIZE,
    )
    assert colour(image, 200, 200) == LIGHT.tints["teal"]
    assert colour(image, 101, 101) == LIGHT.inks[Ink.GROUND]
    assert colour(image, 10, 539) == LIGHT.accents["teal"]


def figure_page(setter: Setter, path: str, *shapes: Shape) -> Page:
    box = Box(BoxRole.FIGURE, Rect(100, 100, 300, 200), "It", picture=Picture(path, "It"))
    return setter.page((box,), shapes)


@pytest.mark.parametrize("theme", [LIGHT, CONTRAST], ids=lambda theme: theme.name)
def test_a_drawing_stands_on_a_light_panel_in_every_theme(
    setter: Setter, paint: Painting, theme: Theme
) -> None:
    image = paint(figure_page(setter, "a.svg"), SIZE, theme, alpha=0)
    assert colour(image, 105, 200) == LIGHT.tints["teal"]
    assert colour(image, 250, 200) == LIGHT.tints["teal"]


def test_a_photograph_fills_its_box_with_round_corners(setter: Setter, paint: Painting) -> None:
    image = paint(figure_page(setter, "a.png"), SIZE)
    assert colour(image, 250, 200) == PINK
    assert colour(image, 102, 200) == PINK
    assert colour(image, 100, 100) == LIGHT.inks[Ink.GROUND]
    assert inked(image, "#faf7f0") == QRect(100, 100, 300, 200)


def test_the_layout_s_panel_is_the_drawing_s(setter: Setter, paint: Painting) -> None:
    panel = Shape(Rect(80, 80, 340, 240), Ink.TINT, 20)
    drawn = paint(figure_page(setter, "a.svg", panel), SIZE, CONTRAST, alpha=0)
    assert colour(drawn, 90, 200) == LIGHT.tints["teal"]
    photographed = paint(figure_page(setter, "a.png", panel), SIZE, CONTRAST)
    assert colour(photographed, 90, 200) == PINK


def test_a_missing_picture_leaves_a_calm_panel(setter: Setter, paint: Painting) -> None:
    assert colour(paint(figure_page(setter, "missing.png"), SIZE), 250, 200) == LIGHT.tints["teal"]


@pytest.mark.parametrize("direction", Direction)
@pytest.mark.parametrize("theme", [LIGHT, CONTRAST], ids=lambda theme: theme.name)
def test_the_counted_are_in_the_accent_the_others_in_the_empty_ink(
    setter: Setter, paint: Painting, theme: Theme, direction: Direction
) -> None:
    page = setter.example(direction)
    [box] = [box for box in page.boxes if box.people]
    image = paint(page, SIZE, theme)
    strip = image.copy(int(box.rect.x), int(box.rect.y), int(box.rect.width), int(box.rect.height))
    rgb = [
        strip.pixelColor(x, y).name() for x in range(0, strip.width(), 2) for y in range(0, strip.height(), 2)
    ]
    counted, others = rgb.count(theme.accents[page.accent]), rgb.count(theme.inks[Ink.EMPTY])
    assert counted > 0
    assert others / counted == pytest.approx(94 / 6, rel=0.35)


def test_a_page_is_painted_in_many_small_steps(setter: Setter) -> None:
    page = setter.example(Direction.LTR)
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    pictures = FlatPictures()
    count = sum(1 for _step in steps(painter, page, LIGHT, pictures, setter.families))
    painter.end()
    assert count > sum(len(box.lines) for box in page.boxes) + 10
    assert pictures.asked == [("a.svg", 300, 140)]
