# SPDX-License-Identifier: Apache-2.0
"""Tests of the tokens: every pair of colours that meets on screen keeps its contrast."""

from __future__ import annotations

import pytest

from kiosk.layout.model import Ink
from kiosk.layout.tokens import CONTRAST, LIGHT, THEMES, Theme

BODY, STRONG = 7.0, 15.0
GRAPHIC = 3.0


def luminance(colour: str) -> float:
    """Return the relative luminance of #rrggbb (WCAG 2.2)."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours (WCAG 2.2)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_text_keeps_seven_to_one(theme: Theme) -> None:
    """Text, muted text and accents keep 7:1 on the ground, the bar and every tint."""
    grounds = [theme.inks[Ink.GROUND], theme.inks[Ink.BAR], theme.button, *theme.tints.values()]
    for ground in grounds:
        assert contrast(theme.inks[Ink.TEXT], ground) >= BODY
    for ground in (theme.inks[Ink.GROUND], theme.inks[Ink.BAR]):
        assert contrast(theme.inks[Ink.MUTED], ground) >= BODY
        for accent in theme.accents.values():
            assert contrast(accent, ground) >= BODY
    for accent in theme.accents.values():
        assert contrast(theme.on_accent, accent) >= BODY
    assert contrast(theme.on_crisis, theme.crisis) >= BODY


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_graphics_keep_three_to_one(theme: Theme) -> None:
    """The focus ring, a button's line and the counted people stand out 3:1 from what is beside them."""
    assert contrast(theme.focus, theme.inks[Ink.BAR]) >= GRAPHIC
    assert contrast(theme.button_line, theme.inks[Ink.BAR]) >= GRAPHIC
    for accent in theme.accents.values():
        assert contrast(accent, theme.inks[Ink.EMPTY]) >= GRAPHIC


def test_high_contrast_keeps_fifteen_to_one() -> None:
    """Everything that is read in high contrast, crisis help and accents too."""
    for ground in (CONTRAST.inks[Ink.GROUND], CONTRAST.inks[Ink.BAR], *CONTRAST.tints.values()):
        assert contrast(CONTRAST.inks[Ink.TEXT], ground) >= STRONG
    for one in (CONTRAST.inks[Ink.MUTED], *CONTRAST.accents.values()):
        assert contrast(one, CONTRAST.inks[Ink.GROUND]) >= STRONG
    assert contrast(CONTRAST.on_crisis, CONTRAST.crisis) >= STRONG


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_what_cannot_be_chosen_now_can_still_be_read(theme: Theme) -> None:
    """Disabled labels need no contrast by WCAG; here they keep that of a graphic."""
    assert contrast(theme.disabled, theme.button) >= GRAPHIC


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_a_press_is_no_flash(theme: Theme) -> None:
    """A fill changes by less than a tenth of the whole range, or stays so light that it does not count."""
    low, high = sorted((luminance(theme.button), luminance(theme.pressed)))
    assert low != high
    assert high - low < 0.1 or low >= 0.8


def test_an_unknown_accent_is_teal() -> None:
    """A pack's misspelt accent still gives a page that can be read."""
    assert LIGHT.colour(Ink.ACCENT, "nonsense") == LIGHT.accents["teal"]
    assert LIGHT.colour(Ink.TINT, "nonsense") == LIGHT.tints["teal"]
    assert LIGHT.colour(Ink.TEXT, "teal") == LIGHT.inks[Ink.TEXT]
