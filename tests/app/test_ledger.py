# SPDX-License-Identifier: Apache-2.0
"""A ledger gives back what it was given, or nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kiosk.app.edition import Edition
from kiosk.app.ledger import MOST, Facts, Ledger, ledger_for
from kiosk.content.finding import Finding, Place, Severity
from kiosk.layout.model import Layout

FACTS = Facts(
    distances={"en": 2400.0},
    dwells={
        (Edition("en"), Layout.WALL): {"cuts": (15.0, 20.5), "burns": ()},
        (Edition("en", 1.25, lowered=True), Layout.READING): {"cuts": (40.0,)},
    },
    unreadable=(("burns", "en"),),
    findings=(
        Finding("section-empty", Severity.ERROR, Place("en/burns.md", 3), "It is empty.", "Write it."),
    ),
)


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return ledger_for(tmp_path / "ledgers", "pack", 1920)


def test_facts_come_back(ledger: Ledger) -> None:
    assert ledger.recall() is None
    ledger.keep(FACTS)
    assert ledger.recall() == FACTS


def test_what_follows_from_something_else_has_another_ledger(ledger: Ledger, tmp_path: Path) -> None:
    ledger.keep(FACTS)
    assert ledger_for(tmp_path / "ledgers", "pack", 1280).recall() is None
    assert ledger_for(tmp_path / "ledgers", "pack", 1920).recall() == FACTS


def test_a_spoilt_ledger_is_none(ledger: Ledger) -> None:
    ledger.keep(FACTS)
    whole = ledger.place.read_bytes()
    for spoilt in (b"", whole[:-1], whole.replace(b"2400", b"2401"), b"\0" * len(whole)):
        ledger.place.write_bytes(spoilt)
        assert ledger.recall() is None


def test_a_ledger_of_another_format_is_none(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.app.ledger.FORMAT", 99)
    ledger.keep(FACTS)
    monkeypatch.undo()
    assert ledger.recall() is None


def test_what_a_killed_program_left_half_written_goes(tmp_path: Path) -> None:
    (tmp_path / "old.json.1-2.part").write_text("{")
    os.utime(tmp_path / "old.json.1-2.part", (0, 0))
    for number in range(MOST):
        ledger_for(tmp_path, number).keep(Facts())
    assert not list(tmp_path.glob("*.part"))


def test_the_oldest_ledgers_go(tmp_path: Path) -> None:
    made = [ledger_for(tmp_path, number) for number in range(MOST + 2)]
    for age, each in enumerate(made):
        each.keep(Facts())
        os.utime(each.place, (age, age))
    made[-1].keep(Facts())
    assert [each.recall() is None for each in made] == [True, True, *([False] * MOST)]


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "ledgers").write_text("", encoding="utf-8")
    ledger_for(tmp_path / "ledgers").keep(FACTS)
    assert [record.levelname for record in caplog.records] == ["WARNING"]
