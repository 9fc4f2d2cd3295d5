# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.ui.fitting import FAR, advance, height, largest, least_px
from tests.ui.studio import SIZES, Size, Studio


def test_a_text_is_taller_in_a_narrower_room(cap_ratio: float) -> None:
    text = "Something so frightening that it stays with a person."
    line = height("x", 30, 2000)

    assert height(text, 30, 2000) == line
    assert height(text, 30, advance(text, 30) / 1.9) == pytest.approx(2 * line, rel=0.05)
    assert advance(text, 30, bold=True) > advance(text, 30)


def test_a_word_that_is_wider_than_the_room_does_not_fit(cap_ratio: float) -> None:
    assert height("unbreakable", 30, 20) >= FAR


def test_chinese_breaks_between_any_two_characters(cap_ratio: float) -> None:
    text = "我们喝水因为身体需要水"
    room = advance(text, 30) / 1.8
    assert height(text, 30, room) == pytest.approx(2 * height(text, 30, 2000), rel=0.05)


@given(most=st.floats(10, 200), share=st.floats(0.1, 1.0), limit=st.floats(1, 250))
def test_the_largest_size_fits_or_is_the_least(most: float, share: float, limit: float) -> None:
    least = most * share
    found = largest(most, least, lambda px: px <= limit)

    assert least <= found <= most
    assert found <= limit or found == least


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_least_size_is_sixteen_arc_minutes_at_arms_length(
    size: Size, scale: float, studio: Studio
) -> None:
    studio.size, studio.text_scale = size, scale
    framed = studio.state("page").frame
    capital_mm = least_px(framed) * studio.cap_ratio * size.screen().mm_per_px

    assert capital_mm >= 600 * 16 / 3437.75 - 0.01
    assert least_px(framed) < framed.label_px
