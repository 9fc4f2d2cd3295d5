# SPDX-License-Identifier: Apache-2.0
"""What was measured is kept, comes back as it was, and is told under the machine that measured it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench.__main__ import options
from tests.bench.figures import Bar, Row, Table
from tests.bench.results import keep, kept, words

ROWS = (Row("fast", "ms", (0.01, 0.02), Bar(0.02, "worst")), Row("none", "MB", why="npm not installed"))
TABLE, OTHER = Table("some", "some rows", ROWS), Table("other", "other rows", ROWS)
HERE, THERE = {"kiosk": "1234abc"}, {"kiosk": "5678def"}


def test_a_table_comes_back_as_it_was_kept(tmp_path: Path) -> None:
    keep(TABLE, HERE, tmp_path / "bench")
    assert kept("some", tmp_path / "bench") == (TABLE, HERE)
    assert kept("other", tmp_path / "bench") is None


def test_facts_stand_once_above_the_tables_of_their_run() -> None:
    together, apart = words([(TABLE, HERE), (OTHER, HERE)]), words([(TABLE, HERE), (OTHER, THERE)])
    assert together.count("* kiosk:") == 1
    assert (
        apart.index("1234abc") < apart.index("some rows") < apart.index("5678def") < apart.index("other rows")
    )


def test_a_trial_is_not_written_down(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        options(["--short", "--write"])
    assert "not written down" in capsys.readouterr().err
    assert options(["--long", "--write"]).write
