# SPDX-License-Identifier: Apache-2.0
"""Each command leads to what does it, with what was typed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.app.asked import Asked
from kiosk.cli.main import CUT_OFF, main
from kiosk.cli.pages import Sought

ROOT = Path(__file__).resolve().parents[2]
TINY = ROOT / "tests" / "packs" / "tiny"


@pytest.mark.parametrize(
    "given, asked",
    [
        ([], Asked()),
        (["run"], Asked()),
        (["--window", "1280x720"], Asked(window=(1280, 720))),
        (
            ["run", "--settings", "s.toml", "--pack", "p", "--screen", "1", "--touch", "no"],
            Asked(Path("s.toml"), Path("p"), None, "1", "no"),
        ),
    ],
)
def test_run_is_what_happens_without_a_command(
    given: list[str], asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Asked] = []

    def run(each: Asked) -> int:
        seen.append(each)
        return 7

    monkeypatch.setattr("kiosk.app.run.run", run)
    assert main(given) == 7
    assert seen == [asked]


def test_the_command_line_is_read_where_nothing_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["kiosk", "check", "p", "--format", "json"])
    monkeypatch.setattr("kiosk.cli.check.check", lambda pack, form: [Path("p"), "json"] == [pack, form])
    assert main() == 1


def test_a_reader_that_goes_away_is_no_fault() -> None:
    source, sink = os.pipe()
    os.close(source)
    command = [sys.executable, "-m", "kiosk", "check", str(TINY)]
    with os.fdopen(sink, "wb") as out:
        done = subprocess.run(command, cwd=ROOT, stdout=out, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (CUT_OFF, "")


def test_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Sought] = []

    def pages(each: Sought) -> int:
        seen.append(each)
        return 0

    monkeypatch.setattr("kiosk.cli.pages.pages", pages)
    assert main(["pages", "p", "--json", "--layout", "wall", "--language", "es"]) == 0
    assert seen == [Sought(Path("p"), layout="wall", language="es")]


def test_export(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[Path, Path, str]] = []

    def export(pack: Path, folder: Path, country: str) -> int:
        seen.append((pack, folder, country))
        return 0

    monkeypatch.setattr("kiosk.cli.export.export", export)
    assert main(["export", "p", "--to", "web", "site", "--country", "US"]) == 0
    assert seen == [(Path("p"), Path("site"), "US")]


def test_the_decoder_is_there_and_not_told_of(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("kiosk.render.decode.main", lambda: 5)
    assert main(["decode-picture"]) == 5
    with pytest.raises(SystemExit):
        main(["decode"])
    assert "decode-picture" not in capsys.readouterr().err


def test_the_speaker_is_there_and_not_told_of(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    seen: list[list[str]] = []
    monkeypatch.setattr("kiosk.ui.speak.main", seen.append)
    main(["speak", "mock"])
    main(["speak"])
    assert seen == [["mock"], []]
    with pytest.raises(SystemExit):
        main(["spea"])
    assert "speak" not in capsys.readouterr().err


@pytest.mark.parametrize("given", ["--help", "-h", "--version"])
def test_help_and_version_do_not_start_anything(given: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([given])
    assert ended.value.code == 0
    assert "kiosk" in capsys.readouterr().out
