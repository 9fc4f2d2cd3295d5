# SPDX-License-Identifier: Apache-2.0
"""`docs/accessibility.md`: every row names tests that there are, or what a clinic must add."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LINES = (ROOT / "docs" / "accessibility.md").read_text(encoding="utf-8").splitlines()
ROWS = [[cell.strip() for cell in line.strip("|").split("|")] for line in LINES if line.startswith("| ")]
CLAUSES = [row for row in ROWS[1:] if not set(row[0]) <= {"-"} and not row[0].startswith("**")]


def test_the_table_is_whole() -> None:
    assert len(CLAUSES) > 40
    assert {len(row) for row in ROWS} == {4}


@pytest.mark.parametrize("row", CLAUSES, ids=lambda row: row[0])
def test_a_clause_has_a_test_or_a_duty(row: list[str]) -> None:
    clause, does, shown_by, duty = row
    tests = re.findall(r"`(tests/\S+\.py)`", shown_by)
    assert clause
    assert duty
    if does == "—":
        assert not tests
        assert duty != "Nothing"
        return
    assert tests
    for test in tests:
        assert "def test_" in (ROOT / test).read_text(encoding="utf-8"), test
