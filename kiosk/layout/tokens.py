# SPDX-License-Identifier: Apache-2.0
"""The design's tokens: colours by purpose, type scale, space and time. The one file to change a look."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

from kiosk.layout.model import Ink


class Theme(Struct, frozen=True):
    """Colours of one theme as #rrggbb: page inks, accents by name, and those of buttons and crisis help."""

    name: str
    inks: Mapping[Ink, str]
    accents: Mapping[str, str]
    tints: Mapping[str, str]
    crisis: str
    on_crisis: str
    on_accent: str
    button: str
    button_line: str
    pressed: str
    focus: str
    disabled: str

    def colour(self, ink: Ink, accent: str) -> str:
        """Return the colour of an ink on a page with an accent; an unknown accent is teal."""
        if ink is Ink.ACCENT:
            return self.accents.get(accent, self.accents["teal"])
        if ink is Ink.TINT:
            return self.tints.get(accent, self.tints["teal"])
        return self.inks[ink]


LIGHT = Theme(
    name="light",
    inks=MappingProxyType(
        {
            Ink.TEXT: "#1a2228",
            Ink.MUTED: "#444d55",
            Ink.GROUND: "#faf7f0",
            Ink.BAR: "#efebdf",
            Ink.LINE: "#d5cdbc",
            Ink.EMPTY: "#cfc7b5",
        }
    ),
    accents=MappingProxyType(
        {
            "teal": "#0b5457",
            "plum": "#5a2763",
            "indigo": "#2b4182",
            "slate": "#3a4a55",
            "ocean": "#0d4a6b",
            "violet": "#4a3370",
            "umber": "#5a4430",
        }
    ),
    tints=MappingProxyType(
        {
            "teal": "#e6eee9",
            "plum": "#efe7ea",
            "indigo": "#e8e9ec",
            "slate": "#e9ebe9",
            "ocean": "#e5ebec",
            "violet": "#ece8ec",
            "umber": "#eeeae2",
        }
    ),
    crisis="#1f3a5f",
    on_crisis="#ffffff",
    on_accent="#ffffff",
    button="#fdfbf6",
    button_line="#5b646b",
    pressed="#f2eee4",
    focus="#8a3b00",
    disabled="#767b80",
)

DARK = Theme(
    name="dark",
    inks=MappingProxyType(
        {
            Ink.TEXT: "#f3efe6",
            Ink.MUTED: "#c9cbca",
            Ink.GROUND: "#151b20",
            Ink.BAR: "#1e262c",
            Ink.LINE: "#434e56",
            Ink.EMPTY: "#46515a",
        }
    ),
    accents=MappingProxyType(
        {
            "teal": "#84d3c8",
            "plum": "#dfaee6",
            "indigo": "#b3c3f7",
            "slate": "#bccad3",
            "ocean": "#8fcbee",
            "violet": "#cab8f2",
            "umber": "#e0c5a4",
        }
    ),
    tints=MappingProxyType(
        {
            "teal": "#1d2b2c",
            "plum": "#2a2430",
            "indigo": "#222836",
            "slate": "#242b31",
            "ocean": "#1d2a34",
            "violet": "#272535",
            "umber": "#2b2825",
        }
    ),
    crisis="#cfe2f7",
    on_crisis="#10233a",
    on_accent="#10171c",
    button="#232c33",
    button_line="#9aa6ae",
    pressed="#3b4750",
    focus="#ffb86b",
    disabled="#8a949b",
)

CONTRAST = Theme(
    name="contrast",
    inks=MappingProxyType(
        {
            Ink.TEXT: "#ffffff",
            Ink.MUTED: "#e8e8e8",
            Ink.GROUND: "#000000",
            Ink.BAR: "#000000",
            Ink.LINE: "#ffffff",
            Ink.EMPTY: "#7a7a7a",
        }
    ),
    accents=MappingProxyType(dict.fromkeys(LIGHT.accents, "#ffe66d")),
    tints=MappingProxyType(dict.fromkeys(LIGHT.tints, "#1c1c1c")),
    crisis="#ffffff",
    on_crisis="#000000",
    on_accent="#000000",
    button="#000000",
    button_line="#ffffff",
    pressed="#3a3a3a",
    focus="#7fd4ff",
    disabled="#9a9a9a",
)

THEMES: Mapping[str, Theme] = MappingProxyType({theme.name: theme for theme in (LIGHT, DARK, CONTRAST)})


class TypeScale(Struct, frozen=True):
    """Sizes as multiples of a layout's body size; weights and line heights beside them."""

    body_leading: float = 1.45
    heading: float = 1.45
    heading_weight: int = 700
    heading_leading: float = 1.2
    subheading: float = 1.15
    subheading_leading: float = 1.25
    lead: float = 1.75
    lead_leading: float = 1.22
    lead_weight: int = 700
    title: float = 0.82
    title_weight: int = 650
    caption: float = 0.82
    foot: float = 0.72
    callout: float = 0.95


TYPE = TypeScale()


class Times(Struct, frozen=True):
    """Durations of what moves, in milliseconds; a visitor's turn is quick, the wall is slow."""

    turn_ms: int = 250
    fade_ms: int = 900
    panel_ms: int = 180


TIMES = Times()
