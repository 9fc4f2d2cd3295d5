# SPDX-License-Identifier: Apache-2.0
"""Figures are summed up, held to their bars, written and drawn as they should be."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from tests.bench.figures import Bar, Row, Table, cell, markdown, met, pairs, summary, verdict
from tests.bench.plot import plot

FAST = Row("fast", "ms", (0.010, 0.020, 0.030), Bar(0.020))
SLOW = Row("slow", "ms", (0.010, 0.020, 0.090), Bar(0.050, "worst"))
NONE = Row("none", "ms", (), Bar(1.0), "npm not installed")


def test_one_measurement_is_its_own_summary() -> None:
    found = summary([3.0])
    assert (found.median, found.lower, found.upper, found.least, found.most) == (3.0,) * 5


def test_a_median_and_a_worst_value_are_held_to_their_bars() -> None:
    assert met(FAST) is True
    assert met(SLOW) is False
    assert met(Row("none", "ms", (1.0,))) is None
    assert met(NONE) is None


@pytest.mark.parametrize("value, kept", [(56.0, True), (54.0, False)])
def test_some_bars_are_to_be_passed(value: float, kept: bool) -> None:
    assert met(Row("frames", "frames a second", (value,), Bar(55, at_least=True))) is kept


def test_a_table_says_figures_bars_and_reasons() -> None:
    lines = markdown(Table("some", "some rows", (FAST, SLOW, NONE))).splitlines()
    assert lines[2] == "| fast | 20 ms (15 to 25; 10 to 30; 3) | ≤ 20 ms: met |"
    assert lines[3] == "| slow | 20 ms (15 to 55; 10 to 90; 3) | worst ≤ 50 ms: **missed** |"
    assert lines[4] == "| none | not measured: npm not installed | ≤ 1000 ms |"


def test_a_share_and_equal_values_are_written_shortly() -> None:
    assert cell(Row("rest", "share", (0.002, 0.002))) == "0.20 %"
    assert verdict(Row("rest", "share", (0.002,), Bar(0.003))) == "≤ 0.30 %: met"


def test_ratios_are_made_pair_by_pair() -> None:
    assert pairs([2.0, 9.0], [1.0, 3.0]) == (2.0, 3.0)


def test_a_plot_has_a_bar_for_each_row_and_marks_what_is_missed() -> None:
    drawn = plot(Table("some", "some & rows", (FAST, SLOW, NONE)))
    tree = ET.fromstring(drawn)  # noqa: S314 # it was made here
    fills = [each.get("fill") for each in tree.iter("{http://www.w3.org/2000/svg}rect")]
    assert len(fills) == 3
    assert fills[1] != fills[2]
    assert plot(Table("some", "rows", (FAST, NONE))) == ""
