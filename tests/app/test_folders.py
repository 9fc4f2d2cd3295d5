# SPDX-License-Identifier: Apache-2.0
"""Folders of what ends with the program, and what a killed one left behind."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.app.folders import alive, pages_folder, room, runtime_folder


def dead_pid() -> int:
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    return child.pid


def test_what_a_killed_kiosk_left_is_taken_away(tmp_path: Path) -> None:
    left, running, other = tmp_path / f"pages-{dead_pid()}", tmp_path / "pages-1", tmp_path / "pages-x"
    for folder in (left, running, other):
        folder.mkdir()
        (folder / "page.bmp").write_bytes(b"BM")
    with pages_folder(tmp_path) as mine:
        assert not left.exists()
        assert running.exists()
        assert other.exists()
        assert mine.name == f"pages-{os.getpid()}"


def test_its_own_folder_goes_at_the_end(tmp_path: Path) -> None:
    with pages_folder(tmp_path / "not" / "there") as mine:
        mine.mkdir(parents=True)
        (mine / "page.bmp").write_bytes(b"BM")
    assert not mine.exists()


def test_who_is_alive() -> None:
    assert alive(os.getpid())
    assert alive(1)
    assert alive(10**30)
    assert not alive(dead_pid())


def test_where_it_cannot_be_asked_everybody_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert alive(dead_pid())


def test_the_runtime_folder_is_this_users(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIOSK_RUNTIME", str(tmp_path / "run"))
    assert runtime_folder() == tmp_path / "run"
    assert (tmp_path / "run").stat().st_mode & 0o077 == 0


def test_another_folder_stands_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("KIOSK_RUNTIME", str(tmp_path / "file" / "run"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert runtime_folder().is_dir()
    assert "stands in" in caplog.text


def test_room_is_a_share_of_what_is_free_and_never_more_than_enough(tmp_path: Path) -> None:
    assert room(tmp_path / "not" / "there", 1000, 0.5) == 1000
    assert 0 < room(tmp_path, 10**18, 0.5) < 10**18


def test_room_that_cannot_be_asked_for_is_enough(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> None:
        raise OSError

    monkeypatch.setattr("shutil.disk_usage", refuse)
    assert room(tmp_path, 1000, 0.5) == 1000
