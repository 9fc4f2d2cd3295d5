# SPDX-License-Identifier: Apache-2.0
"""A folder within its bytes: what was not used for the longest time goes first."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kiosk.render.recent import Recent


def fill(folder: Path, *names: str) -> None:
    """Write files of 100 bytes, the first named the oldest."""
    folder.mkdir(exist_ok=True)
    for date, name in enumerate(names):
        (folder / name).write_bytes(b"x" * 100)
        os.utime(folder / name, (date, date))


def left(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_within_the_limit_everything_stays(tmp_path: Path) -> None:
    fill(tmp_path, "a", "b", "c")
    Recent(tmp_path, 300).make_room()
    assert left(tmp_path) == {"a", "b", "c"}


def test_the_oldest_of_earlier_runs_go_first(tmp_path: Path) -> None:
    fill(tmp_path, "a", "b", "c", "d")
    Recent(tmp_path, 250).make_room()
    assert left(tmp_path) == {"c", "d"}


def test_what_was_used_in_this_run_outlives_what_was_not(tmp_path: Path) -> None:
    fill(tmp_path, "a", "b", "c", "d")
    recent = Recent(tmp_path, 250)
    for name in ("b", "a", "b"):
        recent.use(tmp_path / name)
    recent.make_room()
    assert left(tmp_path) == {"a", "b"}
    fill(tmp_path, "e")
    recent.use(tmp_path / "e")
    recent.make_room()
    assert left(tmp_path) == {"b", "e"}


def test_the_next_run_knows_what_this_one_used(tmp_path: Path) -> None:
    fill(tmp_path, "a", "b", "c")
    Recent(tmp_path, 100).use(tmp_path / "a")
    Recent(tmp_path, 100).make_room()
    assert left(tmp_path) == {"a"}


def test_the_last_used_stays_even_if_it_is_too_large(tmp_path: Path) -> None:
    fill(tmp_path, "a", "b")
    recent = Recent(tmp_path, 50)
    recent.use(tmp_path / "a")
    recent.make_room()
    assert left(tmp_path) == {"a"}


def test_what_cannot_be_deleted_or_is_not_there_is_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nowhere = Recent(tmp_path / "none", 50)
    nowhere.use(tmp_path / "none" / "a")
    nowhere.make_room()
    fill(tmp_path, "a", "b")

    def refuse(_self: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "unlink", refuse)
    Recent(tmp_path, 50).make_room()
    assert left(tmp_path) == {"a", "b"}
