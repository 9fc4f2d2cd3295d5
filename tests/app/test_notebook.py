# SPDX-License-Identifier: Apache-2.0
"""What was found is remembered, within bounds, and nothing that would tell of a visitor."""

from __future__ import annotations

import pytest

from kiosk.app.edition import Edition
from kiosk.app.notebook import Notebook
from kiosk.content.finding import Finding, Place, Severity

HOME, LARGE = Edition("en"), Edition("en", 2.0)
PLACE = ("plasters", "en")


def found(number: int) -> Finding:
    return Finding("alt-missing", Severity.WARNING, Place("en/plasters.md", number), "It has none.", "")


def test_findings_are_told_once_in_their_order() -> None:
    book = Notebook(lays_aside=False)
    book.write((found(2), found(1)))
    book.write((found(2),), HOME, PLACE)
    assert book.told(HOME) == (found(2), found(1))


def test_what_only_another_edition_shows_is_not_told() -> None:
    book = Notebook(lays_aside=False)
    book.write((found(1), found(2)), LARGE)
    book.write((found(2),), HOME)
    assert book.told(HOME) == (found(2),)


def test_no_more_are_remembered_than_anybody_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.app.notebook.MOST_FINDINGS", 2)
    book = Notebook(lays_aside=True)
    book.write((found(1), found(2), found(3)), LARGE)
    book.write((found(2), found(3)))
    assert book.told(HOME) == (found(2),)


def test_what_a_visitor_may_have_caused_waits_until_its_section_is_gone_through(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("kiosk.app.notebook.MOST_FINDINGS", 1)
    book = Notebook(lays_aside=True)
    book.write((found(1),), asked=PLACE)
    book.write((found(2),), asked=("paper-cuts", "en"))
    assert book.told(HOME) == ()
    book.go_through(PLACE)
    book.go_through(("paper-cuts", "en"))
    assert book.told(HOME) == (found(1),)
