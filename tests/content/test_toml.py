# SPDX-License-Identifier: Apache-2.0
"""TOML within bounds, each value with its line."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kiosk.content.report import Report
from kiosk.content.toml import parse
from tests.work import calls

TEXT = '''\
a = 1
b.c = "x # no comment"  # a comment
"quoted.key" = 2
long = """
d = 3
"""
other = \'\'\'
[no]
\'\'\'
list = [
  1, # one
  { e = 4 },
]

[table.inner]
f = 5

[[rows]]
g = 6
[[rows]]
g = 7
[rows.deep]
h = 8
'''


@pytest.mark.parametrize(
    "path, line",
    [
        (("a",), 1),
        (("b", "c"), 2),
        (("b",), 2),
        (("quoted.key",), 3),
        (("long",), 4),
        (("other",), 7),
        (("list",), 10),
        (("list", 1, "e"), 10),
        (("table",), 15),
        (("table", "inner"), 15),
        (("table", "inner", "f"), 16),
        (("rows", 0, "g"), 19),
        (("rows", 1, "g"), 21),
        (("rows", 1, "deep", "h"), 23),
        (("rows", 1, "missing"), 20),
        (("nowhere",), 1),
    ],
)
def test_each_value_knows_its_line(path: tuple[str | int, ...], line: int) -> None:
    document = parse(TEXT, Report("f"))
    assert document
    assert document.values == tomllib.loads(TEXT)
    assert document.line(path) == line


def test_lines_count_from_where_the_text_starts() -> None:
    document = parse("a = 1\nb = 2", Report("f"), 10)
    assert document
    assert document.line(("b",)) == 11
    report = Report("f")
    assert parse("a = 1\nb = ?", report, 10) is None
    assert report.findings[0].place.line == 11
    assert report.findings[0].place.column == 5


def test_a_date_that_does_not_exist_costs_only_its_field() -> None:
    report = Report("f")
    document = parse('a = 2026-02-30\nb = 2026-02-28\nc = "2026-02-30"', report)
    assert document
    assert document.values["a"] == "2026-02-30"
    assert str(document.values["b"]) == "2026-02-28"
    assert report.findings == ()


@pytest.mark.parametrize("text", ["a.b.c.d.e = 1", "[a.b.c.d.e]", "[[a.b.c.d.e]]", "a = [\n" + "[" * 4000])
def test_what_is_nested_too_deep_is_refused(text: str) -> None:
    report = Report("f")
    assert parse(text, report) is None
    assert [item.rule for item in report.findings] == ["toml-too-deep"]


@pytest.mark.parametrize(
    "text", ['a = "x', "a = 'x", 'a = """x', "a = '''x", '"a', "[a", "a = {", "=", '"""\\']
)
def test_what_is_left_open_is_told(text: str) -> None:
    report = Report("f")
    assert parse(text, report) is None
    assert [item.rule for item in report.findings] == ["toml-syntax"]


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ab.=[]{}\"'#,\\ \n\t1-é", max_size=60))
@example('"""\\')
@example("2026-13-01 = 1")
def test_any_text_is_parsed_as_tomllib_does(text: str) -> None:
    report = Report("f")
    document = parse(text, report)
    assert (document is None) == bool(report.findings)
    if document:
        assert document.values == tomllib.loads(text)
    elif report.findings[0].rule == "toml-syntax":
        with pytest.raises(tomllib.TOMLDecodeError):
            tomllib.loads(text)


@pytest.mark.parametrize("piece", ['"""', '"""\\"', "'''", '"', "[", "{", "a=", "\\", '""""', "2026-99-99\n"])
def test_hostile_text_is_work_that_grows_with_it_only(piece: str) -> None:
    def work(characters: int) -> int:
        text = "a = " + piece * (characters // len(piece))
        return calls(lambda: parse(text, Report("f")))

    assert work(40_000) < 2.1 * work(20_000)
