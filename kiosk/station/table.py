# SPDX-License-Identifier: Apache-2.0
"""All settings: where each stands in `station.toml`, and what reads it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from kiosk.station.values import (
    COUNTRY,
    KEY,
    LANGUAGE,
    SECTION,
    Reader,
    address,
    day,
    each,
    flag,
    matching,
    number,
    one_of,
    path,
    percent,
    screen,
    span,
    text,
)

WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_LANGUAGE: Final = matching(LANGUAGE, 'Write a language\'s code in quotes, as in "es".')
_SPANS: Final = each(span, 'Write a list of stretches, as in ["08:00-12:00", "13:00-17:00"].')

SETTINGS: Final[Mapping[tuple[str, ...], Reader]] = MappingProxyType(
    {
        ("clinic_offers_this_treatment",): flag,
        ("pack",): path,
        ("notices",): path,
        ("leave_out",): each(
            matching(SECTION, "Write ids of sections: lower-case letters, figures and hyphens."),
            'Write a list of ids, as in ["questions"].',
        ),
        ("language",): _LANGUAGE,
        ("languages",): each(_LANGUAGE, 'Write a list of languages, as in ["en", "es"].'),
        ("alternate",): each(_LANGUAGE, 'Write a list of languages, as in ["en", "en", "es"].'),
        ("copies_url",): address,
        ("theme",): one_of(("light", "dark", "contrast")),
        ("text_scale",): number(1, 2),
        ("touch",): one_of(("auto", "yes", "no")),
        ("lock",): flag,
        ("screen",): screen,
        ("rotation",): one_of((0, 90, 180, 270)),
        ("safe_area",): percent,
        ("diagonal_in",): number(3, 300),
        ("width_mm",): number(50, 7000),
        ("height_mm",): number(50, 7000),
        ("wall_distance_mm",): number(300, 20_000),
        ("reading_distance_mm",): number(200, 2000),
        ("privacy_column",): flag,
        ("idle_s",): number(90, 3600),
        ("band_s",): number(20, 600),
        ("dwell_factor",): number(0.5, 10, or_zero=True),
        ("reduced_motion",): flag,
        ("reach_mode",): flag,
        ("screen_bottom_mm",): number(0, 2000),
        ("switch_key",): matching(KEY, 'Write a key in quotes, from "F1" to "F12", or "" for none.'),
        ("scan_s",): number(0.5, 20),
        ("double_press_s",): number(0, 2),
        ("listen",): one_of(("headphones", "loudspeaker", "off")),
        ("volume",): number(10, 100),
        ("speech_key",): one_of(tuple(f"F{number}" for number in range(1, 25))),
        ("log_level",): one_of(("debug", "info", "warning", "error")),
        ("clinic", "name"): text,
        ("clinic", "country"): matching(COUNTRY, 'Write two capital letters in quotes, as in "US".'),
        **{("hours", weekday): _SPANS for weekday in WEEKDAYS},
        ("hours", "closed_days"): each(day, "Write a list of dates, as in [2027-12-24]."),
        ("hours", "dark_after_min"): number(0, 1440),
    }
)
"""Key → reader."""
