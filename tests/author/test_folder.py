# SPDX-License-Identifier: Apache-2.0
"""A folder is written whole or not at all, and nobody else's is touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.author.folder import NotOursError, write_folder


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_new_and_an_empty_folder_are_written(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for name in ("new", "empty"):
        write_folder(tmp_path / name, {"a/b.html": b"x"})
        assert (tmp_path / name / "a" / "b.html").read_bytes() == b"x"
    assert names(tmp_path) == {"new", "empty"}


def test_an_earlier_export_is_replaced_whole(tmp_path: Path) -> None:
    write_folder(tmp_path / "site", {"old.html": b"x"})
    write_folder(tmp_path / "site", {"new.html": b"y"})
    assert names(tmp_path / "site") == {".kiosk-export", "new.html"}


def test_the_folder_of_somebody_else_stays(tmp_path: Path) -> None:
    (tmp_path / "letters.txt").write_text("dear", encoding="utf-8")
    with pytest.raises(NotOursError):
        write_folder(tmp_path, {"a.html": b"x"})
    assert names(tmp_path) == {"letters.txt"}


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with pytest.raises(NotOursError):
        write_folder(tmp_path / "link", {"a.html": b"x"})
    assert names(tmp_path / "real") == set()


def test_what_was_there_stays_where_writing_fails(tmp_path: Path) -> None:
    write_folder(tmp_path / "site", {"old.html": b"x"})
    with pytest.raises(OSError, match=r"exists|directory"):
        write_folder(tmp_path / "site", {"a": b"x", "a/b": b"y"})
    assert "old.html" in names(tmp_path / "site")
    assert names(tmp_path) == {"site"}
