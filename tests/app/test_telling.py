# SPDX-License-Identifier: Apache-2.0
"""What is found is told once, and not without end."""

from __future__ import annotations

import logging

import pytest

from kiosk.app.telling import MOST, Teller
from kiosk.content.finding import Finding, Place, Severity


def finding(line: int, severity: Severity = Severity.WARNING) -> Finding:
    return Finding("value-wrong", severity, Place("pack.toml", line), "It is wrong.", "Mend it.")


def test_each_is_told_once(caplog: pytest.LogCaptureFixture) -> None:
    teller = Teller()
    teller.tell([finding(1), finding(1), finding(2)])
    teller.tell([finding(2)])
    assert len(caplog.messages) == 2
    assert "pack.toml:1" in caplog.messages[0]


def test_notes_weigh_less(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        Teller().tell([finding(1, Severity.NOTE), finding(2, Severity.ERROR)])
    assert [record.levelname for record in caplog.records] == ["INFO", "WARNING"]


def test_a_flood_is_dammed(caplog: pytest.LogCaptureFixture) -> None:
    teller = Teller()
    teller.tell(finding(line) for line in range(MOST + 50))
    assert len(caplog.messages) == MOST + 1
    assert "kiosk check" in caplog.messages[-1]


def test_a_sentence_is_said_once(caplog: pytest.LogCaptureFixture) -> None:
    teller = Teller()
    for _ in range(3):
        teller.say("The screen is guessed.")
    assert caplog.messages == ["The screen is guessed."]


def test_of_another_pack_everything_is_told_once_more(caplog: pytest.LogCaptureFixture) -> None:
    teller = Teller()
    teller.tell([finding(1)])
    teller.begin_anew()
    teller.tell([finding(1)])
    assert len(caplog.messages) == 2
