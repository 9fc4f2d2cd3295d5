# SPDX-License-Identifier: Apache-2.0
"""Headings and captions give way on small glass, the body never."""

from itertools import pairwise

import pytest

from kiosk.layout.frame import frame
from kiosk.layout.model import Layout
from kiosk.layout.styles import TIGHTNESS, Styles
from tests.layout.fakes import CAP_RATIO, SCREENS, screen


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("name", SCREENS)
def test_headings_shrink_step_by_step_down_to_the_body_s_size_before_enlargement(
    name: str, scale: float
) -> None:
    fitted = frame(screen(name), Layout.READING, scale, CAP_RATIO)
    styles = [Styles.of(fitted, tightness) for tightness in TIGHTNESS]
    assert {style.body.px for style in styles} == {fitted.body_px}
    for one, tighter in pairwise(styles):
        assert one.heading.px >= tighter.heading.px >= fitted.body_px / scale - 1e-9
        assert one.caption.px >= tighter.caption.px >= fitted.least_px
        assert one.air > tighter.air > 0


@pytest.mark.parametrize("scale", [1.0, 1.25, 2.0])
@pytest.mark.parametrize("name", SCREENS)
def test_at_arm_s_length_no_word_of_a_block_has_capitals_below_4_8_mm(name: str, scale: float) -> None:
    glass = screen(name)
    fitted = frame(glass, Layout.READING, scale, CAP_RATIO)
    for tightness in TIGHTNESS:
        styles = Styles.of(fitted, tightness)
        for style in (styles.body, styles.heading, styles.subheading, styles.callout, styles.caption):
            assert style.px * CAP_RATIO * glass.mm_per_px >= 4.8 - 1e-9


def test_a_heading_leaves_room_for_a_few_characters_a_line() -> None:
    made = frame(screen("7"), Layout.READING, 2.0, CAP_RATIO)
    styles = Styles.of(made)
    assert made.body_px <= styles.heading.px < 1.45 * made.body_px


def test_without_need_the_scale_of_the_tokens_holds() -> None:
    made = frame(screen("24"), Layout.READING, 1.0, CAP_RATIO)
    styles = Styles.of(made)
    assert styles.heading.px == pytest.approx(1.45 * made.body_px)
    assert styles.caption.px == pytest.approx(0.82 * made.body_px)
    assert styles.air == 1.0
