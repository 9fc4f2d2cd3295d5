# SPDX-License-Identifier: Apache-2.0
"""Tests of the words of one paragraph."""

from __future__ import annotations

import pytest

from kiosk.content.blocks import Span, Text, plain
from kiosk.content.inline import Inline, Known, Lines, new_parser
from kiosk.content.report import Report

KNOWN = Known(frozenset({"a", "b"}), frozenset({"ptsd"}))


def read(source: str) -> tuple[Text, list[str]]:
    """Return the spans of a text and the rules of what was found."""
    report = Report("en/a.md")
    inline = Inline(report, KNOWN, Lines((), 1), new_parser())
    return inline.text(source, 7), [item.rule for item in report.findings]


def test_styles_make_spans() -> None:
    """Strong, emphasis, code and taught words each are a span of their own."""
    spans, found = read("One **two** *three* `four` [five](term:ptsd).")
    assert spans == (
        Span("One "),
        Span("two", strong=True),
        Span(" "),
        Span("three", emphasis=True),
        Span(" "),
        Span("four", code=True),
        Span(" "),
        Span("five", term="ptsd"),
        Span("."),
    )
    assert found == []


def test_citations_are_no_part_of_the_text() -> None:
    """They hang on what stands before them, each source once."""
    spans, found = read("It is so. [@a; @b] [@a] Then more.")
    assert plain(spans) == "It is so. Then more."
    assert spans[0].sources == ("a", "b")
    assert found == []


@pytest.mark.parametrize(
    "source, words, rule",
    [
        ("x [@c]", "x", "citation-unknown"),
        ("x [@ a b]", "x", "citation-bad"),
        ("[w](term:no)", "w", "term-unknown"),
        ("[w](https://a.org)", "w", "link-remote"),
        ("[w](b.md)", "w", "link-unknown"),
        ("a <b>c</b>", "a c", "raw-html"),
        ("a\\\nb", "a b", "hard-break"),
        ("![x](a.svg)", "", "figure-inline"),
    ],
)
def test_what_is_wrong_is_told_and_the_words_stay(source: str, words: str, rule: str) -> None:
    """No fault takes a reader's words away."""
    spans, found = read(source)
    assert plain(spans).strip() == words
    assert set(found) == {rule}


def test_a_fault_is_told_on_the_line_of_its_text() -> None:
    """A caption or a point for the wall knows where it stands in the file."""
    report = Report("en/a.md")
    Inline(report, KNOWN, Lines((), 1), new_parser()).text("x [@c]", 7)
    assert [(item.place.line, item.place.column) for item in report.findings] == [(7, 4)]


def test_lines_find_the_place_of_a_text() -> None:
    """The first place within the lines counts; a text that is not there is on the first line."""
    lines = Lines(("one", "two three", "three"), 10)
    assert lines.locate((1, 3), "three") == (11, 5)
    assert lines.locate((0, 3), "four") == (10, 0)
