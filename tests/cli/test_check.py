# SPDX-License-Identifier: Apache-2.0
"""`kiosk check` prints findings, and its status says whether there are any."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtGui import QGuiApplication

from kiosk.cli import check as module
from kiosk.cli.check import check

TINY = Path(__file__).resolve().parents[1] / "packs" / "tiny"


@pytest.fixture(autouse=True)
def ended(qapp: QGuiApplication, monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Let the tests' application stand for the command's own, and return what the command ended."""
    gone: list[object] = []
    monkeypatch.setattr(module, "QGuiApplication", lambda _: qapp)
    monkeypatch.setattr(shiboken6, "delete", gone.append)
    return gone


def test_a_sound_pack(capsys: pytest.CaptureFixture[str], qapp: QGuiApplication, ended: list[object]) -> None:
    assert check(TINY, "text") == 0
    assert "0 errors" in capsys.readouterr().out
    assert ended == [qapp]


def test_findings_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(TINY, tmp_path / "pack")
    (tmp_path / "pack" / "en" / "plasters.md").unlink()
    assert check(tmp_path / "pack", "json") == 1
    told = json.loads(capsys.readouterr().out)
    assert "section-missing" in {finding["rule"] for finding in told["findings"]}


def test_a_character_that_no_font_has(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(TINY, tmp_path / "pack")
    text = tmp_path / "pack" / "en" / "plasters.md"
    text.write_text(
        text.read_text(encoding="utf-8").replace("## Good", "## \U0010fffd Good"), encoding="utf-8"
    )
    assert check(tmp_path / "pack", "text") == 1
    assert "en/plasters.md:6:4: warning glyph-missing" in capsys.readouterr().out


def test_no_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(tmp_path / "none", "text") == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "pack.toml" in said.err
