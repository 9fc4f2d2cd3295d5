# SPDX-License-Identifier: Apache-2.0
"""What a setting may be: readers that turn a value of TOML into one of ours, or say what is wrong with it."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from pathlib import Path

from msgspec import Struct

COUNTRY = re.compile(r"[A-Z]{2}")
KEY = re.compile(r"(F([1-9]|1[0-2]))?")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}")
SECTION = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
ADDRESS = re.compile(
    r"https://[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+"
    r"(?::[1-9]\d{0,4})?(?:/[A-Za-z0-9._~%-]+)*/?"
)
SPAN = re.compile(r"([0-2]\d:[0-5]\d)-([0-2]\d:[0-5]\d)")
TEXT_CHARS = 200
LIST_ITEMS = 400


class Wrong(Struct, frozen=True):
    """What is wrong with a value: its rule, what was found, what to do."""

    rule: str
    found: str
    cure: str


class OpenHours(Struct, frozen=True):
    """From when to when the clinic is open; `closes` at or before `opens` is on the next day."""

    opens: time
    closes: time


Reader = Callable[[object], object]
"""Takes a value of TOML, returns ours or what is wrong with it."""


def shown(value: object) -> str:
    """Return a value as a finding names it, shortened."""
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}…"


def _type(value: object, cure: str) -> Wrong:
    return Wrong("type-wrong", f"{shown(value)} is of another kind.", cure)


def _value(value: object, cure: str) -> Wrong:
    return Wrong("value-wrong", f"{shown(value)} will not do.", cure)


def text(value: object) -> str | Wrong:
    """Read a short text without control characters."""
    cure = f'Write a text in quotes of at most {TEXT_CHARS} characters, as in "North Clinic".'
    if not isinstance(value, str):
        return _type(value, cure)
    return value.strip() if len(value) <= TEXT_CHARS and value.isprintable() else _value(value, cure)


def path(value: object) -> Path | Wrong:
    """Read the name of a folder, relative to the settings or from the root."""
    cure = 'Write the folder in quotes, as in "packs/ptsd".'
    if not isinstance(value, str):
        return _type(value, cure)
    return Path(value) if value.strip() and value.isprintable() else _value(value, cure)


def flag(value: object) -> bool | Wrong:
    """Read true or false."""
    return value if isinstance(value, bool) else _type(value, "Write true or false, without quotes.")


def number(least: float, most: float, *, or_zero: bool = False) -> Callable[[object], float | Wrong]:
    """Return a reader of numbers between two bounds, and of 0 where that has a meaning of its own."""
    cure = f"Write a number from {least:g} to {most:g}{', or 0' if or_zero else ''}."

    def read(value: object) -> float | Wrong:
        if isinstance(value, bool) or not isinstance(value, int | float):
            return _type(value, cure)
        sound = math.isfinite(value) and (least <= value <= most or (or_zero and value == 0))
        return float(value) if sound else _value(value, cure)

    return read


def address(value: object) -> str | Wrong:
    """Read an address: https, a host, maybe folders; nothing that could tell one visitor from another."""
    cure = 'Write an https address without "?" and "#", as in "https://clinic.example/ptsd".'
    if not isinstance(value, str):
        return _type(value, cure)
    sound = len(value) <= TEXT_CHARS and ADDRESS.fullmatch(value)
    return value.rstrip("/") if sound else _value(value, cure)


def percent(value: object) -> float | Wrong:
    """Read a number of percent from 0 to 10 as a share."""
    read = number(0, 10)(value)
    return read if isinstance(read, Wrong) else read / 100


def one_of(choices: Sequence[str | int]) -> Reader:
    """Return a reader of one of a few words or numbers."""
    cure = f"Use {', '.join(map(repr, choices))}.".replace("'", '"')

    def read(value: object) -> object:
        if isinstance(value, bool) or not isinstance(value, type(choices[0])):
            return _type(value, cure)
        return value if value in choices else _value(value, cure)

    return read


def screen(value: object) -> str | Wrong:
    """Read a screen's name, or its number from 0."""
    cure = 'Write the screen\'s name in quotes, as in "HDMI-1", or its number from 0.'
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value) if 0 <= value < 32 else _value(value, cure)
    return value if isinstance(value, str) and value.isprintable() else _type(value, cure)


def matching(pattern: re.Pattern[str], cure: str) -> Reader:
    """Return a reader of texts of one form."""

    def read(value: object) -> str | Wrong:
        if not isinstance(value, str):
            return _type(value, cure)
        return value if pattern.fullmatch(value) else _value(value, cure)

    return read


def each(read_one: Reader, cure: str) -> Reader:
    """Return a reader of lists that reads each item alike; one wrong item makes the list wrong."""

    def read(value: object) -> object:
        if not isinstance(value, list):
            return _type(value, cure)
        if len(value) > LIST_ITEMS:
            return Wrong("value-wrong", f"The list has {len(value)} items.", f"Use at most {LIST_ITEMS}.")
        items = tuple(map(read_one, value))
        return next((item for item in items if isinstance(item, Wrong)), items)

    return read


def day(value: object) -> date | Wrong:
    """Read a date of the calendar."""
    cure = "Write dates as in 2027-12-24, without quotes."
    if isinstance(value, datetime) or not isinstance(value, date):
        return Wrong("date-bad", f"{shown(value)} is no date of the calendar.", cure)
    return value


def span(value: object) -> OpenHours | Wrong:
    """Read opening hours as in 08:00-12:00; 24:00 is midnight at the end of the day."""
    cure = 'Write each stretch as in "08:00-12:00".'
    match = SPAN.fullmatch(value) if isinstance(value, str) else None
    if not match:
        return _value(value, cure)
    try:
        opens, closes = (time.fromisoformat(part.replace("24:00", "00:00")) for part in match.groups())
    except ValueError:
        return _value(value, cure)
    return OpenHours(opens, closes)
