# SPDX-License-Identifier: Apache-2.0
"""`kiosk check` prints findings, and its status says whether there are any."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from kiosk.cli.check import check

TINY = Path(__file__).resolve().parents[1] / "packs" / "tiny"


def test_a_sound_pack(capsys: pytest.CaptureFixture[str]) -> None:
    assert check(TINY, "text") == 0
    assert "0 errors" in capsys.readouterr().out


def test_findings_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(TINY, tmp_path / "pack")
    (tmp_path / "pack" / "en" / "plasters.md").unlink()
    assert check(tmp_path / "pack", "json") == 1
    told = json.loads(capsys.readouterr().out)
    assert "section-missing" in {finding["rule"] for finding in told["findings"]}


def test_no_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(tmp_path / "none", "text") == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "pack.toml" in said.err
