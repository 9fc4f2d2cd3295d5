# SPDX-License-Identifier: Apache-2.0
"""What was measured is kept, comes back as it was, and is told under the machine that measured it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench.__main__ import PARTS, Part, all_kept, found, options
from tests.bench.figures import Bar, Row, Table
from tests.bench.plan import FULL
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


def test_what_is_written_is_of_all_parts_or_nothing(tmp_path: Path) -> None:
    part = Part(lambda *_: iter((TABLE,)), ("some",))
    assert list(found(part, tmp_path, FULL, HERE, tmp_path)) == [(TABLE, HERE)]
    assert all_kept({"a": part}, tmp_path) == [(TABLE, HERE)]
    with pytest.raises(LookupError, match="other"):
        all_kept({"a": part, "b": Part(part.measure, ("other",))}, tmp_path)


def test_a_part_yields_no_table_that_nobody_would_look_for(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="other"):
        list(found(Part(lambda *_: iter((OTHER,)), ("some",)), tmp_path, FULL, HERE, tmp_path))


def test_only_parts_that_there_are_can_be_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert options([]).chosen == list(PARTS)
    assert options(["--long", "--only", "soak"]).chosen == ["soak"]
    assert options(["--kept"]).chosen == []
    with pytest.raises(SystemExit):
        options(["--only", "soak"])
    assert "choose of bundle" in capsys.readouterr().err


def test_a_trial_is_not_written_down(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        options(["--short", "--write"])
    assert "not written down" in capsys.readouterr().err
    assert options(["--long", "--write"]).write
