# SPDX-License-Identifier: Apache-2.0
"""Tests of the manifest's entries."""

from __future__ import annotations

from datetime import date

from kiosk.content.entries import read_crisis, read_people, read_translations
from kiosk.content.fields import Languages, Table
from kiosk.content.report import Report
from kiosk.content.toml import parse

LANGUAGES = Languages(("en", "es"), "en")


def top(source: str) -> Table:
    """Return the top table of a manifest."""
    report = Report("pack.toml")
    document = parse(source, report)
    assert document is not None
    return Table(document, (), document.values, report)


def rules(table: Table) -> list[str]:
    """Return the rules of what was found."""
    return [item.rule for item in table.report.findings]


def test_reviewers_have_a_date_and_authors_none() -> None:
    """A date under an author is told; a nameless person is left out."""
    table = top(
        '[[authors]]\nname = "A"\ndate = 2026-01-01\n'
        '[[reviewers]]\nname = "R"\ncredentials = "MD"\ndate = 2026-01-01\n[[reviewers]]\ncredentials = "x"'
    )
    (author,) = read_people(table, "authors")
    (reviewer,) = read_people(table, "reviewers")
    assert (author.name, author.date) == ("A", None)
    assert (reviewer.credentials, reviewer.date) == ("MD", date(2026, 1, 1))
    assert rules(table) == ["field-unknown", "field-missing"]


def test_a_translation_counts_as_reviewed_only_when_somebody_signed() -> None:
    """A review without a reviewer is none, and a foreign language is told."""
    table = top("[translations.es]\nreviewed = true\n[translations.fr]\nreviewed = false")
    found = read_translations(table, LANGUAGES)
    assert list(found) == ["es"]
    assert not found["es"].reviewed
    assert sorted(rules(table)) == ["field-missing", "language-unknown"]


def test_a_signed_translation() -> None:
    """The signer's name comes along."""
    table = top('[translations.es]\nreviewed = true\nreviewer = "S"')
    assert read_translations(table, LANGUAGES)["es"].reviewer == "S"
    assert rules(table) == []


def test_crisis_lines_are_read_per_country() -> None:
    """A country with a label and a line is there; gaps in a language take the default's text."""
    table = top(
        '[crisis.US]\nlabel = { en = "Help: 988" }\n[[crisis.US.lines]]\nnumber = "988"\n'
        'name = { en = "Lifeline" }\nhow = { en = "Call." }\nemergency = true'
    )
    crisis = read_crisis(table, LANGUAGES)["US"]
    assert crisis.label["es"] == "Help: 988"
    assert (crisis.lines[0].number, crisis.lines[0].emergency) == ("988", True)


def test_a_country_without_lines_is_left_out() -> None:
    """No crisis help is better shown as missing than as empty."""
    table = top('[crisis.US]\nlabel = { en = "Help" }\nlines = []\n[crisis.usa]\nlabel = { en = "x" }')
    assert read_crisis(table, LANGUAGES) == {}
    assert rules(table).count("value-wrong") == 2
