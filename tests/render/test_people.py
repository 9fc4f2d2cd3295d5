# SPDX-License-Identifier: Apache-2.0
"""Icon arrays: as many people as there were, the counted ones first, all within their box."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor

from kiosk.layout.model import Direction, Ink, People, Rect
from kiosk.layout.tokens import CONTRAST, LIGHT, Theme
from kiosk.render.people import _contrast, figure, height_in, places, visible


@given(
    of=st.integers(1, 100),
    share=st.floats(0, 1),
    columns=st.integers(1, 10),
    width=st.integers(100, 1500),
    height=st.integers(100, 1500),
    direction=st.sampled_from(Direction),
)
def test_everyone_stands_inside_and_apart(
    of: int, share: float, columns: int, width: int, height: int, direction: Direction
) -> None:
    people = People(round(of * share), of, columns)
    rect = Rect(50, 60, width, height)
    person = figure(height_in(rect, people))
    all_of_them = [
        (person.translated(corner).boundingRect(), counted)
        for corner, counted in places(rect, people, direction)
    ]
    assert len(all_of_them) == of
    assert sum(counted for _place, counted in all_of_them) == people.count
    if height_in(rect, people) < 8:
        return
    for place, _counted in all_of_them:
        assert rect.x - 1 <= place.left()
        assert place.right() <= rect.right + 1
        assert rect.y - 1 <= place.top()
        assert place.bottom() <= rect.bottom + 1
    for one, other in pairwise(all_of_them):
        assert not one[0].intersects(other[0])


def test_counting_begins_where_reading_begins() -> None:
    rect, people = Rect(0, 0, 300, 300), People(1, 4, 2)
    left = next(places(rect, people, Direction.LTR))
    right = next(places(rect, people, Direction.RTL))
    assert left[1]
    assert right[1]
    assert left[0].x() < 150 < right[0].x()


@pytest.mark.parametrize("theme", [LIGHT, CONTRAST], ids=lambda theme: theme.name)
def test_those_not_counted_are_seen_too(theme: Theme) -> None:
    edge = visible(theme.inks[Ink.EMPTY], theme.inks[Ink.GROUND], theme.inks[Ink.TEXT])
    assert _contrast(edge, QColor(theme.inks[Ink.GROUND])) >= 3


def test_contrast_is_counted_as_wcag_does() -> None:
    assert _contrast(QColor("#000000"), QColor("#ffffff")) == pytest.approx(21)
    assert _contrast(QColor("#777777"), QColor("#ffffff")) == pytest.approx(4.48, abs=0.01)


def test_where_nothing_stands_out_the_text_s_colour_is_used() -> None:
    assert visible("#ffffff", "#ffffff", "#eeeeee") == QColor("#eeeeee")
