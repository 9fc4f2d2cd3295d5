# SPDX-License-Identifier: Apache-2.0
"""Readers of values: each takes what it says, and tells what is wrong with all else."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.station import values
from kiosk.station.table import SETTINGS
from kiosk.station.values import OpenHours, Reader, Wrong

NAN = float("nan")


@pytest.mark.parametrize(
    "reader, given_value, expected",
    [
        (values.text, " a clinic ", "a clinic"),
        (values.path, "a/b", Path("a/b")),
        (values.flag, True, True),
        (values.address, "https://clinic.example/ptsd/", "https://clinic.example/ptsd"),
        (values.address, "https://a-b.example:8443", "https://a-b.example:8443"),
        (values.number(1, 2), 2, 2.0),
        (values.number(1, 2, or_zero=True), 0, 0.0),
        (values.percent, 2.5, 0.025),
        (values.one_of((0, 90)), 90, 90),
        (values.screen, "HDMI-1", "HDMI-1"),
        (values.screen, 0, "0"),
        (values.day, date(2027, 1, 1), date(2027, 1, 1)),
        (values.span, "22:00-06:00", OpenHours(time(22), time(6))),
        (values.each(values.flag, "x"), [True, False], (True, False)),
    ],
)
def test_what_is_right_is_read(reader: Reader, given_value: object, expected: object) -> None:
    assert reader(given_value) == expected


@pytest.mark.parametrize(
    "reader, given_value, rule",
    [
        (values.text, 1, "type-wrong"),
        (values.text, "a\x00b", "value-wrong"),
        (values.text, "a" * 201, "value-wrong"),
        (values.path, 1, "type-wrong"),
        (values.path, " ", "value-wrong"),
        (values.flag, 1, "type-wrong"),
        (values.address, 1, "type-wrong"),
        *(
            (values.address, wrong, "value-wrong")
            for wrong in (
                "",
                "clinic.example",
                "http://clinic.example",
                "https://clinic",
                "https://user@clinic.example",
                "https://clinic.example/a?b=1",
                "https://clinic.example/#a",
                "https://clinic.example/a b",
                "https://clinic.example//a",
                "https://-clinic.example",
                "https://clínica.example",
                "https://clinic.example/" + "a" * 200,
            )
        ),
        (values.number(1, 2), NAN, "value-wrong"),
        (values.number(1, 2), 0, "value-wrong"),
        (values.number(1, 2), "1", "type-wrong"),
        (values.percent, 11, "value-wrong"),
        (values.percent, "5", "type-wrong"),
        (values.one_of((0, 90)), False, "type-wrong"),
        (values.one_of((0, 90)), 45, "value-wrong"),
        (values.screen, True, "type-wrong"),
        (values.screen, 1.0, "type-wrong"),
        (values.screen, -1, "value-wrong"),
        (values.matching(values.COUNTRY, "x"), "us", "value-wrong"),
        (values.matching(values.COUNTRY, "x"), 1, "type-wrong"),
        (values.day, datetime(2027, 1, 1), "date-bad"),  # noqa: DTZ001 - as TOML gives it
        (values.span, 8, "value-wrong"),
        (values.span, "08:00-29:00", "value-wrong"),
        (values.each(values.flag, "x"), True, "type-wrong"),
        (values.each(values.flag, "x"), [True, 1], "type-wrong"),
        (values.each(values.flag, "x"), [True] * 401, "value-wrong"),
    ],
)
def test_what_is_wrong_is_told(reader: Reader, given_value: object, rule: str) -> None:
    wrong = reader(given_value)
    assert isinstance(wrong, Wrong)
    assert wrong.rule == rule
    assert wrong.found
    assert wrong.cure.endswith(".") or wrong.cure == "x"


def test_a_long_value_is_shortened() -> None:
    assert len(values.shown("a" * 1000)) < 61


@settings(max_examples=60)
@given(
    key=st.sampled_from(sorted(SETTINGS)),
    value=st.none() | st.booleans() | st.floats() | st.text() | st.lists(st.integers()) | st.dates(),
)
def test_no_reader_raises(key: tuple[str, ...], value: object) -> None:
    read = SETTINGS[key](value)
    assert read is not None
