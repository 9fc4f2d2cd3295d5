# SPDX-License-Identifier: Apache-2.0
"""The small values: spans, places, findings, flags, reports."""

from __future__ import annotations

from datetime import date

import pytest

from kiosk.content.blocks import Span, cited, plain
from kiosk.content.finding import Finding, Place, Severity
from kiosk.content.pack import Flags
from kiosk.content.report import Report, finding


def test_a_text_is_read_without_its_citations() -> None:
    text = (Span("a ", sources=("two", "one")), Span("b", strong=True, sources=("one",)))
    assert plain(text) == "a b"
    assert cited(text) == ("two", "one")


def test_a_place_shows_what_is_known() -> None:
    assert [str(Place("f")), str(Place("f", 3)), str(Place("f", 3, 4))] == ["f", "f:3", "f:3:4"]


def test_a_finding_is_one_line() -> None:
    item = Finding("raw-html", Severity.ERROR, Place("f", 3), "Found.", "Cure.")
    assert str(item) == "f:3: error raw-html: Found. Cure."


@pytest.mark.parametrize(
    "day, valid",
    [
        (date(2026, 1, 1), False),
        (date(2026, 1, 2), True),
        (date(2026, 1, 3), True),
        (date(2026, 1, 4), False),
    ],
)
def test_first_and_last_day_count(day: date, valid: bool) -> None:
    assert Flags("a", valid_from=date(2026, 1, 2), valid_until=date(2026, 1, 3)).valid_on(day) is valid
    assert Flags("a").valid_on(day)


def test_a_report_tells_the_same_fault_once() -> None:
    report = Report("f")
    report.add("hard-break", 1, "a", "b")
    report.add("hard-break", 1, "a", "b")
    assert len(report.findings) == 1
    assert not report.failed
    report.add("raw-html", 1, "a", "b")
    assert report.failed


def test_a_rule_that_does_not_exist_is_a_bug() -> None:
    with pytest.raises(KeyError):
        finding("no-such-rule", Place("f"), "a", "b")
