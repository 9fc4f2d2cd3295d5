# SPDX-License-Identifier: Apache-2.0
"""`kiosk export` writes a site, or says why it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.cli.export import export

TINY = Path(__file__).resolve().parents[1] / "packs" / "tiny"


def test_a_site_is_written_and_told_of(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert export(TINY, tmp_path / "site") == 0
    assert (tmp_path / "site" / "index.html").is_file()
    assert capsys.readouterr().out == f"7 pages in {tmp_path / 'site'}\n"


def test_a_folder_that_is_not_empty_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "letter").touch()
    assert export(TINY, tmp_path) == 2
    assert "is not empty and no export" in capsys.readouterr().err


def test_without_a_pack_nothing_is_written(tmp_path: Path) -> None:
    assert export(tmp_path / "none", tmp_path / "site") == 2
    assert not (tmp_path / "site").exists()


def test_a_country_without_lines_is_told_of(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert export(TINY, tmp_path / "site", "XX") == 0
    assert "crisis lines" in capsys.readouterr().err
    assert "In the US: 988 / 911" in (tmp_path / "site" / "en" / "index.html").read_text(encoding="utf-8")
