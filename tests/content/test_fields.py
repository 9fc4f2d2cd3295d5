# SPDX-License-Identifier: Apache-2.0
"""Tests of the readers of single fields."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from kiosk.content.fields import Table
from kiosk.content.report import Report
from kiosk.content.toml import parse


def table(source: str) -> Table:
    """Return the table of a TOML text."""
    report = Report("pack.toml")
    document = parse(source, report)
    assert document is not None
    return Table(document, (), document.values, report)


def rules(found: Table) -> list[tuple[str, int]]:
    """Return rule and line of what was found."""
    return [(item.rule, item.place.line) for item in found.report.findings]


def test_sound_fields_are_read() -> None:
    """Each reader gives the value in its own type."""
    one = table('t = "x"\nid = "a-1"\nn = 3\ns = 2.5\nd = 2027-01-31\nf = true\nl = ["a", "a", "b"]')
    assert (one.text("t"), one.id(), one.whole("n", 0, 5), one.seconds("s", 0, 9)) == ("x", "a-1", 3, 2.5)
    assert (one.day("d"), one.flag("f"), one.texts("l")) == (date(2027, 1, 31), True, ("a", "b"))
    assert one.sound
    assert rules(one) == []


@pytest.mark.parametrize(
    "source, read, rule",
    [
        ("", "text", "field-missing"),
        ("k = 3", "text", "type-wrong"),
        ('k = "  "', "text", "value-wrong"),
        ('k = "A b"', "id", "id-bad"),
        ("k = true", "whole", "type-wrong"),
        ("k = 9", "whole", "value-wrong"),
        ("k = 99.0", "seconds", "value-wrong"),
        ('k = "2027-01-31"', "day", "date-bad"),
        ("k = 2027-01-31T10:00:00", "day", "date-bad"),
        ("k = [1]", "texts", "type-wrong"),
        ('k = "maybe"', "flag", "type-wrong"),
        ("k = 1", "table", "type-wrong"),
    ],
)
def test_unsound_fields_are_found_on_their_line(source: str, read: str, rule: str) -> None:
    """A wrong field is told with its line, and the table is no longer sound."""
    one = table(source)
    readers: dict[str, Callable[[], object]] = {
        "text": lambda: one.text("k"),
        "id": lambda: one.id("k"),
        "whole": lambda: one.whole("k", 1, 5),
        "seconds": lambda: one.seconds("k", 1, 90),
        "day": lambda: one.day("k", needed=True),
        "texts": lambda: one.texts("k"),
        "flag": lambda: one.flag("k"),
        "table": lambda: one.table("k"),
    }
    readers[read]()
    assert [found for found, _ in rules(one)] == [rule]
    assert not one.sound


def test_a_missing_date_that_is_needed_is_found() -> None:
    """A date that need not be there is just absent."""
    one = table("")
    assert one.day("d") is None
    assert rules(one) == []
    assert one.day("d", needed=True) is None
    assert [rule for rule, _ in rules(one)] == ["field-missing"]


def test_unknown_fields_do_not_make_a_table_unsound() -> None:
    """A field that nobody reads is told, and the rest still counts."""
    one = table("a = 1\nb = 2")
    one.only(frozenset({"a"}))
    assert rules(one) == [("field-unknown", 2)]
    assert one.sound


def test_a_choice_falls_back_to_its_default() -> None:
    """An unknown word is told and the default stands in."""
    one = table('k = "loud"')
    assert one.choice("k", ("soft", "hard"), "soft") == "soft"
    assert one.choice("other", ("soft",), "soft") == "soft"
    assert rules(one) == [("value-wrong", 1)]


def test_a_list_of_tables_has_a_limit() -> None:
    """More tables than allowed are told, and no more than allowed are read."""
    one = table("[[k]]\na = 1\n[[k]]\na = 2\n[[k]]\na = 3")
    assert [inner.values["a"] for inner in one.tables("k", 2)] == [1, 2]
    assert [rule for rule, _ in rules(one)] == ["too-many"]


def test_each_entry_comes_with_its_name() -> None:
    """A table of tables yields names and tables; what is no table is told."""
    one = table("[k.a]\nx = 1\n[k.b]\nx = 2\n")
    assert [(name, inner.values["x"]) for name, inner in one.each("k")] == [("a", 1), ("b", 2)]
    assert list(table("k = 3").each("k")) == []
