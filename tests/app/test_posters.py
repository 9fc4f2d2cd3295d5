# SPDX-License-Identifier: Apache-2.0
"""Posters: what is kept comes back, until anything it was made of is another or its time is over."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.app.asked import Asked
from kiosk.app.foundations import foundations
from kiosk.app.posters import Posters, Record, posters_for, print_of

NOW = "2026-03-02T10:00:00"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "pack"
    (folder / "en").mkdir(parents=True)
    (folder / "pack.toml").write_text("one", encoding="utf-8")
    (folder / "en" / "first.md").write_text("two", encoding="utf-8")
    return folder


@pytest.fixture
def posters(tmp_path: Path) -> Posters:
    return posters_for(tmp_path / "posters", Asked(), None, {})


def made_of(pack: Path) -> Record:
    return Record(
        folders=(str(pack),),
        print=print_of([pack]),
        glass=(1920, 1080, 1920, 1080, 508.0, 286.0),
        spans=(
            ("2026-03-02T08:00:00", "2026-03-02T17:00:00"),
            ("2026-03-03T08:00:00", "2026-03-03T17:00:00"),
        ),
        ground="#faf7f0",
        size=(1024, 768),
    )


def test_what_is_kept_comes_back_whole(posters: Posters, pack: Path) -> None:
    assert posters.recall(NOW) is None
    posters.keep(b"picture", made_of(pack))
    assert posters.recall(NOW) == made_of(pack)
    assert posters.picture.read_bytes() == b"picture"


@pytest.mark.parametrize(
    "now, hangs",
    [
        ("2026-03-02T07:59:59", False),
        ("2026-03-02T08:00:00", True),
        ("2026-03-02T16:59:59", True),
        ("2026-03-02T17:00:00", False),
        ("2026-03-03T09:00:00", True),
        ("2026-03-04T09:00:00", False),
        ("1970-01-01T00:00:01", False),
    ],
)
def test_it_hangs_only_within_its_spans(now: str, hangs: bool, posters: Posters, pack: Path) -> None:
    posters.keep(b"picture", made_of(pack))
    assert (posters.recall(now) is not None) is hangs


def test_another_word_in_the_pack_takes_it_down(posters: Posters, pack: Path) -> None:
    posters.keep(b"picture", made_of(pack))
    (pack / "en" / "first.md").write_text("TWO", encoding="utf-8")
    os.utime(pack / "en" / "first.md", ns=(5, 5))
    assert posters.recall(NOW) is None


@pytest.mark.parametrize("change", ["a new file", "a lost file", "a lost folder"])
def test_another_file_in_the_pack_takes_it_down(change: str, posters: Posters, pack: Path) -> None:
    posters.keep(b"picture", made_of(pack))
    if change == "a new file":
        (pack / "en" / "second.md").touch()
    else:
        (pack / "en" / "first.md").unlink()
    if change == "a lost folder":
        (pack / "en").rmdir()
    assert posters.recall(NOW) is None


def test_another_program_takes_it_down(
    posters: Posters, pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    posters.keep(b"picture", made_of(pack))
    monkeypatch.setattr("sys.executable", str(tmp_path / "kiosk"))
    assert posters.recall(NOW) is None


@pytest.fixture
def qt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return the one library of Qt in the only folder in which Python looks for packages."""
    library = tmp_path / "site-packages" / "PySide6" / "Qt" / "lib" / "libQt6Gui.so.6"
    library.parent.mkdir(parents=True)
    library.write_text("6.11.3", encoding="utf-8")
    monkeypatch.setattr("sys.path", [str(tmp_path / "site-packages")])
    foundations.cache_clear()
    yield library
    foundations.cache_clear()


def test_another_qt_takes_it_down(posters: Posters, pack: Path, qt: Path) -> None:
    posters.keep(b"picture", made_of(pack))
    foundations.cache_clear()
    assert posters.recall(NOW) == made_of(pack)
    qt.write_text("6.11.10", encoding="utf-8")
    foundations.cache_clear()
    assert posters.recall(NOW) is None


def test_compiled_modules_are_no_part_of_the_program(
    posters: Posters, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.paths.PACKAGE", pack / "en")
    before = print_of([pack])
    (pack / "en" / "__pycache__").mkdir()
    (pack / "en" / "__pycache__" / "first.pyc").touch()
    assert print_of([pack]) == before


def test_each_command_and_each_word_of_the_settings_has_its_own(tmp_path: Path) -> None:
    file = tmp_path / "station.toml"
    file.write_text("lock = true", encoding="utf-8")
    names = [
        posters_for(tmp_path, Asked(), None, {}).name,
        posters_for(tmp_path, Asked(touch="no"), None, {}).name,
        posters_for(tmp_path, Asked(), file, {}).name,
        posters_for(tmp_path, Asked(), None, {"QT_QUICK_BACKEND": "software"}).name,
    ]
    file.write_text("lock = false", encoding="utf-8")
    names.append(posters_for(tmp_path, Asked(), file, {}).name)
    assert len(set(names)) == len(names)
    assert posters_for(tmp_path, Asked(), tmp_path / "none", {"HOME": "/"}).name == names[0]


def test_only_the_last_one_is_kept(tmp_path: Path, pack: Path) -> None:
    old = posters_for(tmp_path / "posters", Asked(touch="no"), None, {})
    new = posters_for(tmp_path / "posters", Asked(), None, {})
    old.keep(b"old", made_of(pack))
    new.keep(b"new", made_of(pack))
    assert sorted((tmp_path / "posters").iterdir()) == sorted([new.picture, new.note])


def test_a_full_disk_is_told_and_nothing_hangs(
    posters: Posters, pack: Path, caplog: pytest.LogCaptureFixture
) -> None:
    posters.folder.write_text("in the way", encoding="utf-8")
    posters.keep(b"picture", made_of(pack))
    assert "cannot be kept" in caplog.text
    caplog.clear()
    assert posters.recall(NOW) is None


@pytest.mark.parametrize(
    "note",
    [
        b"",
        b"\xff",
        b"[]",
        b"3",
        b"{}",
        b'{"format": 2}',
        b'{"format": 1}',
        b'{"format": 1, "spans": 3}',
        b'{"format": 1, "spans": [[1]]}',
    ],
)
def test_a_spoilt_note_is_none(note: bytes, posters: Posters) -> None:
    posters.folder.mkdir()
    posters.note.write_bytes(note)
    assert posters.recall(NOW) is None


def test_a_note_with_an_unknown_field_is_none(posters: Posters, pack: Path) -> None:
    posters.keep(b"picture", made_of(pack))
    posters.note.write_text(json.dumps(json.loads(posters.note.read_text()) | {"more": 1}), encoding="utf-8")
    assert posters.recall(NOW) is None


@given(st.binary(max_size=60))
def test_any_bytes_are_a_note_or_none(tmp_path_factory: pytest.TempPathFactory, note: bytes) -> None:
    posters = Posters(tmp_path_factory.mktemp("posters"), "name")
    posters.note.write_bytes(note)
    assert posters.known() is None


def test_a_record_tells_every_difference(pack: Path) -> None:
    assert made_of(pack)._replace(locked=True) != made_of(pack)
