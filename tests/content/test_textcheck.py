# SPDX-License-Identifier: Apache-2.0
"""What no text on the screen may hold."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.content.report import Report
from kiosk.content.textcheck import clean, clean_lines


@pytest.mark.parametrize(
    "text, shown, rules",
    [
        ("plain words", "plain words", []),
        ("Línea ≥ 5 µg → ✓", "Línea ≥ 5 µg → ✓", []),
        ("الماء 250 ml", "الماء 250 ml", []),
        (
            "a\N{ZERO WIDTH JOINER}b\N{RIGHT-TO-LEFT MARK}",
            "a\N{ZERO WIDTH JOINER}b\N{RIGHT-TO-LEFT MARK}",
            [],
        ),
        ("a\x00b\x07", "ab", ["control-character"] * 2),
        ("a\u202eb\u2066", "ab", ["control-character"] * 2),
        ("a\ud800b", "ab", ["control-character"]),
        ("a\x85b\u2028c", "abc", ["control-character"] * 2),
        ("e\u0301", "é", ["not-nfc"]),
        ("a" + "\u0301" * 9, unicodedata.normalize("NFC", "a" + "\u0301" * 4), ["combining-marks"]),
        ("x" * 65, "x" * 65, ["word-too-long"]),
        ("x" * 64, "x" * 64, []),
        ("水" * 100, "水" * 100, []),
    ],
)
def test_what_is_left_and_what_is_told(text: str, shown: str, rules: list[str]) -> None:
    report = Report("f")
    assert clean(text, report, 3) == shown
    assert [item.rule for item in report.findings] == sorted(rules)
    assert all(item.place.line == 3 for item in report.findings)


def test_an_address_may_be_one_long_word() -> None:
    report = Report("f")
    assert clean("h" * 200, report, 1, address=True) == "h" * 200
    assert report.findings == ()


def test_a_file_is_cleaned_line_by_line_with_columns() -> None:
    report = Report("f")
    assert clean_lines("ok\nab\u202ec\nde\u0301", report) == "ok\nabc\ndé"
    assert [(i.rule, i.place.line, i.place.column) for i in report.findings] == [
        ("control-character", 2, 3),
        ("not-nfc", 3, 0),
    ]


@settings(deadline=None)
@given(st.text(max_size=50))
def test_cleaned_text_is_clean(text: str) -> None:
    shown = clean(text, Report("f"), 1)
    report = Report("f")
    assert clean(shown, report, 1, address=True) == shown
    assert report.findings == ()
    assert unicodedata.is_normalized("NFC", shown)
