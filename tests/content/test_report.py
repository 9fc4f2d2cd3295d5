# SPDX-License-Identifier: Apache-2.0
"""Tests of where findings are written down."""

from __future__ import annotations

import pytest

from kiosk.content.finding import Place, Severity
from kiosk.content.report import Report, finding


def test_a_finding_has_the_severity_of_its_rule() -> None:
    """The rule decides how much a finding matters."""
    assert finding("id-bad", Place("a"), "x", "y").severity is Severity.ERROR
    assert finding("not-nfc", Place("a"), "x", "y").severity is Severity.NOTE


def test_an_unknown_rule_is_a_bug() -> None:
    """Nobody makes up a rule in passing."""
    with pytest.raises(KeyError):
        finding("no-such-rule", Place("a"), "x", "y")


def test_the_same_fault_counts_once_and_order_is_kept() -> None:
    """A fault met twice at one place is one fault; another line is another."""
    report = Report("pack.toml")
    report.add("id-bad", 3, "x", "y")
    report.add("not-nfc", 1, "x", "y", 4)
    report.add("id-bad", 3, "x", "y")
    report.add("id-bad", 4, "x", "y")
    assert [str(item.place) for item in report.findings] == ["pack.toml:3", "pack.toml:1:4", "pack.toml:4"]


def test_only_errors_make_a_file_fail() -> None:
    """Notes and warnings leave a file as it is."""
    report = Report("a.md")
    report.add("not-nfc", 1, "x", "y")
    report.add("alt-missing", 1, "x", "y")
    assert not report.failed
    report.add("raw-html", 2, "x", "y")
    assert report.failed
