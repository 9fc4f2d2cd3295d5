# SPDX-License-Identifier: Apache-2.0
"""No path leaves a pack, and nothing is read beyond its limit."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.content.files import find, inside, plain_name, read_text
from kiosk.content.report import Report


@pytest.mark.parametrize(
    "path", ["", "..", "../a", "a/../b", "/a", "a//b", "a/", "./a", "C:\\a", "C:a", "a\\b", "a\0b", "a/."]
)
def test_a_path_that_leaves_is_refused(tmp_path: Path, path: str) -> None:
    report = Report("f")
    assert not inside(path)
    assert find(tmp_path, path, report) is None
    assert [item.rule for item in report.findings] == ["path-leaves-pack"]


@settings(deadline=None)
@given(st.text(alphabet="ab./\\:\0~", max_size=12))
def test_a_path_inside_stays_inside(path: str) -> None:
    if inside(path):
        root = Path("/root")
        assert Path(os.path.normpath(root / path)).is_relative_to(root)
        assert os.path.normpath(root / path) != "/root"


def test_links_are_refused_wherever_they_stand(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "a").write_text("secret")
    root = tmp_path / "pack"
    root.mkdir()
    (root / "link").symlink_to(tmp_path / "out" / "a")
    (root / "folder").symlink_to(tmp_path / "out")
    for path in ("link", "folder/a"):
        report = Report("f")
        assert find(root, path, report, 7) is None
        assert [(item.rule, item.place.line) for item in report.findings] == [("path-leaves-pack", 7)]


def test_a_root_that_is_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "release").mkdir()
    (tmp_path / "release" / "a").write_text("a")
    (tmp_path / "current").symlink_to(tmp_path / "release")
    assert read_text(tmp_path / "current", "a", Report("f"), 10) == "a"


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    for path, rule in (("folder", "file-unreadable"), ("pipe", "file-unreadable"), ("none", "file-missing")):
        report = Report("f")
        assert read_text(tmp_path, path, report, 10) is None
        assert [item.rule for item in report.findings] == [rule]


def test_a_file_that_may_not_be_opened_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_text("a")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    report = Report("f")
    assert read_text(tmp_path, "a", report, 10) is None
    assert [item.rule for item in report.findings] == ["file-unreadable"]


def test_the_limit_of_size_is_exact(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * 2048)
    assert read_text(tmp_path, "a", Report("f"), 2048) == "x" * 2048
    report = Report("f")
    assert read_text(tmp_path, "a", report, 2047) is None
    assert [item.rule for item in report.findings] == ["file-too-large"]


def test_line_ends_become_equal_and_a_byte_order_mark_goes(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"\xef\xbb\xbfa\r\nb\rc\n")
    assert read_text(tmp_path, "a", Report("f"), 100) == "a\nb\nc\n"


def test_another_encoding_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes("a\nb\nñ".encode("latin-1"))
    report = Report("f")
    assert read_text(tmp_path, "a", report, 100) is None
    assert [(item.rule, item.place.line) for item in report.findings] == [("not-utf8", 3)]


@pytest.mark.parametrize(
    "path, good",
    [("media/a-b_c.1.svg", True), ("a b.svg", False), ("é.svg", False), ("a/b/c/d/e", False), (".a", False)],
)
def test_names_that_survive_being_packed(path: str, good: bool) -> None:
    assert plain_name(path) is good
