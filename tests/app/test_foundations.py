# SPDX-License-Identifier: Apache-2.0
"""What the program stands on is told in the same way, until a file of it is another."""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.app import foundations as below
from kiosk.app.foundations import PARTS, foundations


@pytest.fixture(autouse=True)
def _asked_anew() -> Iterator[None]:
    """Let each test be the first that asks, and leave nothing of it to others."""
    foundations.cache_clear()
    yield
    foundations.cache_clear()


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of packages, which is all that Python looks into, besides one that is not there."""
    folder = tmp_path / "site-packages"
    for part in PARTS:
        (folder / part).parent.mkdir(parents=True, exist_ok=True)
        (folder / part).write_text(part, encoding="utf-8")
    monkeypatch.setattr("sys.path", [str(tmp_path / "none"), str(folder)])
    return folder


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder that holds what the system would: the linker's list, the choice of fonts, a font."""
    folder = tmp_path / "system"
    (folder / "fonts" / "opentype" / "noto").mkdir(parents=True)
    (folder / "conf.d").mkdir()
    (folder / "ld.so.cache").write_text("one", encoding="utf-8")
    monkeypatch.setattr(below, "LIBRARIES", str(folder / "ld.so.cache"))
    monkeypatch.setattr(below, "CHOICE", (str(folder / "conf.d"),))
    monkeypatch.setattr(below, "_font_places", lambda: (str(folder / "fonts"),))
    return folder


def told_anew() -> str:
    foundations.cache_clear()
    return foundations()


def exchange(file: Path) -> None:
    """Put another file of the same size and time in the place of one, as installers do."""
    before = file.stat()
    other = file.with_name(f"{file.name}.new")
    other.write_bytes(b"x" * before.st_size)
    os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))
    other.replace(file)


def test_nothing_changed_tells_the_same(site: Path, system: Path) -> None:
    assert told_anew() == told_anew()


@pytest.mark.parametrize("part", PARTS)
def test_another_file_of_qt_or_of_a_package_is_told(part: str, site: Path, system: Path) -> None:
    before = foundations()
    exchange(site / part)
    assert told_anew() != before


def test_a_library_behind_a_link_is_told(site: Path, system: Path) -> None:
    link = site / "PySide6" / "Qt" / "lib" / "libQt6Gui.so.6"
    link.rename(link.with_name("libQt6Gui.so.6.11.3"))
    link.symlink_to("libQt6Gui.so.6.11.3")
    before = told_anew()
    exchange(link.with_name("libQt6Gui.so.6.11.3"))
    assert told_anew() != before


def test_a_package_that_is_not_there_is_passed_over(site: Path, system: Path) -> None:
    before = foundations()
    (site / "segno" / "__init__.py").unlink()
    after = told_anew()
    assert "segno/__init__.py " in before
    assert "segno/__init__.py" in after.splitlines()


def test_another_package_and_a_compiled_module_change_nothing(site: Path, system: Path) -> None:
    before = foundations()
    (site / "pytest").mkdir()
    (site / "pyphen" / "__pycache__").mkdir()
    assert told_anew() == before


def test_another_python_is_told(site: Path, system: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = foundations()
    monkeypatch.setattr("sys.version", "3.11.99")
    assert told_anew() != before


def test_another_library_of_the_system_is_told(site: Path, system: Path) -> None:
    before = foundations()
    exchange(system / "ld.so.cache")
    assert told_anew() != before


def test_a_font_that_comes_or_goes_is_told(site: Path, system: Path) -> None:
    folder = system / "fonts" / "opentype" / "noto"
    os.utime(folder, ns=(5, 5))
    before = foundations()
    (folder / "NotoSansCJK-Regular.ttc").touch()
    after = told_anew()
    assert after != before
    os.utime(folder, ns=(5, 5))
    (folder / "NotoSansCJK-Regular.ttc").unlink()
    assert told_anew() != after


def test_a_font_is_looked_for_where_the_user_keeps_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_DATA_HOME")
    (tmp_path / ".local" / "share" / "fonts").mkdir(parents=True)
    lines = foundations()
    assert f"{tmp_path}/.fonts" in lines.splitlines()
    assert f"{tmp_path}/.local/share/fonts " in lines


def test_what_changes_under_a_running_program_is_not_what_it_uses(site: Path, system: Path) -> None:
    before = foundations()
    exchange(site / "PySide6" / "__init__.py")
    assert foundations() == before


def test_the_packages_that_are_imported_are_those_that_are_told() -> None:
    lines = foundations()
    for part in PARTS:
        package, _, file = part.partition("/")
        found = importlib.util.find_spec(package)
        assert found is not None
        assert found.origin is not None
        assert f"{Path(found.origin).parent / file} " in lines
    assert sys.version in lines
