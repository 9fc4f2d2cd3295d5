# SPDX-License-Identifier: Apache-2.0
"""`kiosk pages` prints a book as JSON, from outside and without any display."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtGui import QGuiApplication

from kiosk.cli import pages as module
from kiosk.cli.pages import Sought, pages, read_book, screen_of
from kiosk.content.manifest import read_pack

ROOT = Path(__file__).resolve().parents[2]
PACKS = ROOT / "tests" / "packs"
TINY = PACKS / "tiny"


def printed(*arguments: str, pack: Path = TINY) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("QT_")}
    environment = {name: value for name, value in kept.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    command = [sys.executable, "-m", "kiosk", "pages", str(pack), "--json", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def test_a_book_in_the_promised_shape() -> None:
    done = printed("--text-scale", "1.25", "--language", "es", "--size", "1024x768", "--diagonal-in", "15")
    assert (done.returncode, done.stderr) == (0, "")
    told = json.loads(done.stdout)
    assert list(told)[:7] == ["format", "pack", "language", "layout", "text_scale", "screen", "pages"]
    assert (told["format"], told["pack"], told["language"]) == (1, "tiny", "es")
    assert (told["layout"], told["text_scale"]) == ("reading", 1.25)
    assert told["screen"] == {"width_px": 1024, "height_px": 768, "mm_per_px": 0.2977, "distance_mm": 600}
    assert [page["number"] for page in told["pages"]] == list(range(1, len(told["pages"]) + 1))
    assert {page["section"] for page in told["pages"]} == {"paper-cuts", "plasters"}
    assert (
        printed(
            "--text-scale", "1.25", "--language", "es", "--size", "1024x768", "--diagonal-in", "15"
        ).stdout
        == done.stdout
    )


def test_findings_stand_beside_the_book(tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    shutil.copytree(TINY, pack)
    (pack / "es" / "plasters.md").unlink()
    done = printed("--language", "es", pack=pack)
    assert done.returncode == 0
    assert "language-missing" in done.stderr
    assert json.loads(done.stdout)["pages"]


def test_no_pack_and_no_such_language(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert pages(Sought(tmp_path)) == 2
    assert "pack.toml" in capsys.readouterr().err
    assert pages(Sought(TINY, language="fr")) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "en, es" in said.err


def test_a_language_that_the_program_does_not_speak_is_named(qapp: QGuiApplication) -> None:
    pack, _ = read_pack(PACKS / "rtl")
    assert pack is not None
    book, _ = read_book(pack, "ar", Sought(PACKS / "rtl"))
    assert book.language == "ar"
    assert book.pages


@pytest.mark.parametrize("layout, distance, expected", [("reading", 500.0, 500), ("reading", None, 600)])
def test_reading_distances(layout: str, distance: float | None, expected: float) -> None:
    screen = screen_of(Sought(TINY, layout=layout, distance_mm=distance))
    assert (screen.reading_distance_mm, screen.wall_distance_mm) == (expected, None)


@pytest.mark.parametrize("distance", [2500.0, None])
def test_wall_distances(distance: float | None) -> None:
    screen = screen_of(Sought(TINY, layout="wall", distance_mm=distance))
    assert (screen.reading_distance_mm, screen.wall_distance_mm) == (600, distance)


def test_printed_in_this_process(
    qapp: QGuiApplication, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ended: list[object] = []
    monkeypatch.setattr(module, "QGuiApplication", lambda _: qapp)
    monkeypatch.setattr(shiboken6, "delete", ended.append)
    assert pages(Sought(TINY, layout="wall", distance_mm=2000.0)) == 0
    said = capsys.readouterr()
    assert json.loads(said.out)["screen"]["distance_mm"] == 2000
    assert ended == [qapp]
