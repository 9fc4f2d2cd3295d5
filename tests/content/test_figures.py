# SPDX-License-Identifier: Apache-2.0
"""Tests of pictures and icon arrays within a section."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.content.blocks import plain
from kiosk.content.figures import Figures
from kiosk.content.inline import Image, Inline, Known, Lines, new_parser
from kiosk.content.pictures import Gallery
from kiosk.content.report import Report

ARRAY = 'id = "a"\ncount = 6\nof = 100\ncaption = "6 of 100 people [@s]"'


@pytest.fixture
def figures(tmp_path: Path) -> Figures:
    """Return the reader of a section of a pack with one picture and one source."""
    (tmp_path / "a.svg").write_text("<svg/>", encoding="utf-8")
    report = Report("en/a.md")
    inline = Inline(report, Known(frozenset({"s"}), frozenset()), Lines((), 1), new_parser())
    return Figures(inline, Gallery(tmp_path, report))


def rules(figures: Figures) -> list[str]:
    """Return the rules of what was found."""
    return [item.rule for item in figures.inline.report.findings]


def test_a_picture_keeps_alternative_text_and_caption(figures: Figures) -> None:
    """The caption is read as Markdown, citations and all."""
    figure = figures.picture(Image("a.svg", "A hand", "A hand [@s]", 1))
    assert figure is not None
    assert (figure.alt, plain(figure.caption).strip()) == ("A hand", "A hand")
    assert figure.caption[-1].sources == ("s",)
    assert rules(figures) == []


def test_a_picture_without_alternative_text_is_shown_and_told(figures: Figures) -> None:
    """Nobody loses the picture, and its author learns what is missing."""
    assert figures.picture(Image("a.svg", "", "", 1)) is not None
    assert rules(figures) == ["alt-missing"]


def test_a_picture_that_is_not_there_is_left_out(figures: Figures) -> None:
    """No file, no figure."""
    assert figures.picture(Image("b.svg", "x", "", 1)) is None
    assert rules(figures) == ["picture-missing"]


def test_an_icon_array_is_read(figures: Figures) -> None:
    """Counts, id and caption come out as written."""
    array = figures.icon_array(ARRAY, 10, set())
    assert array is not None
    assert (array.id, array.count, array.of) == ("a", 6, 100)
    assert rules(figures) == []


@pytest.mark.parametrize(
    "source, rule",
    [
        (ARRAY.replace("of = 100", "of = 5"), "icon-array-bad"),
        (ARRAY.replace("of = 100\n", ""), "field-missing"),
        ("id = ", "toml-syntax"),
    ],
)
def test_a_wrong_icon_array_is_left_out(figures: Figures, source: str, rule: str) -> None:
    """People who cannot be counted are not drawn."""
    assert figures.icon_array(source, 10, set()) is None
    assert rule in rules(figures)


def test_an_id_is_used_once(figures: Figures) -> None:
    """The second array of the same id is refused."""
    taken: set[str] = set()
    assert figures.icon_array(ARRAY, 1, taken) is not None
    assert figures.icon_array(ARRAY, 9, taken) is None
    assert rules(figures) == ["id-duplicate"]
