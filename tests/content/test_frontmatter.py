# SPDX-License-Identifier: Apache-2.0
"""Tests of the front matter's split from the body."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.content.frontmatter import split
from kiosk.content.report import Report


def test_front_and_body_come_apart_with_their_lines() -> None:
    """The body knows the line of the file on which it starts, the front the lines of its fields."""
    report = Report("en/a.md")
    parts = split('+++\ntitle = "A"\n+++\nBody\n', report)
    assert parts is not None
    assert parts.front.text("title") == "A"
    assert parts.front.line_of("title") == 2
    assert (parts.body, parts.body_line) == ("Body\n", 4)
    assert report.findings == ()


@pytest.mark.parametrize("text", ["", "Body", "+++\ntitle = 1", "Body\n+++\na = 1\n+++\n"])
def test_a_file_without_front_matter_is_found(text: str) -> None:
    """Both fences are needed, and nothing stands before the first."""
    report = Report("en/a.md")
    assert split(text, report) is None
    assert [item.rule for item in report.findings] == ["front-matter-missing"]
    assert 'title = "…", key_message = "…"' in report.findings[0].cure


def test_a_fault_in_the_toml_is_told_on_its_line() -> None:
    """The line counts from the file's beginning, not from the fence."""
    report = Report("en/a.md")
    assert split("\n+++\ntitle = \n+++\nBody", report) is None
    assert [(item.rule, item.place.line) for item in report.findings] == [("toml-syntax", 3)]


@given(st.text(alphabet="ab +\n", max_size=40))
def test_the_body_is_never_changed(body: str) -> None:
    """Whatever stands behind the second fence is the body, to the letter."""
    parts = split(f"+++\n+++\n{body}", Report("a"))
    assert parts is not None
    assert parts.body == body
