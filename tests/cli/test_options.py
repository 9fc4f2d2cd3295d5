# SPDX-License-Identifier: Apache-2.0
"""What can be typed, and how it is refused."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from kiosk.cli.options import parser, program_version


def test_everything_has_its_default() -> None:
    run = parser().parse_args(["run"])
    assert (run.settings, run.pack, run.window, run.screen, run.touch) == (None, None, None, None, None)
    pages = parser().parse_args(["pages", "p", "--json"])
    assert (pages.layout, pages.size, pages.diagonal_in) == ("reading", (1920, 1080), 24.0)
    assert (pages.distance_mm, pages.text_scale, pages.language) == (None, 1.0, None)
    assert parser().parse_args(["check", "p"]).format == "text"


def test_everything_can_be_typed() -> None:
    given = "pages p --json --layout wall --size 1080x1920 --diagonal-in 32 --distance-mm 2500 --language es"
    typed = parser().parse_args([*given.split(), "--text-scale", "1.5"])
    assert typed.pack == Path("p")
    assert (typed.size, typed.diagonal_in, typed.distance_mm) == ((1080, 1920), 32.0, 2500.0)
    assert (typed.layout, typed.text_scale, typed.language) == ("wall", 1.5, "es")
    assert parser().parse_args(["run", "--window", "1280x720"]).window == (1280, 720)


@pytest.mark.parametrize(
    "given",
    [
        ["run", "--window", "1280"],
        ["run", "--window", "1280x"],
        ["run", "--window", "-1x720"],
        ["run", "--window", "100x100"],
        ["run", "--window", "99999x720"],
        ["run", "--window", "20000x720"],
        ["run", "--window", "\N{ARABIC-INDIC DIGIT NINE}99x720"],
        ["run", "--touch", "maybe"],
        ["pages", "p"],
        ["pages", "p", "--json", "--text-scale", "3"],
        ["pages", "p", "--json", "--text-scale", "nan"],
        ["pages", "p", "--json", "--diagonal-in", "0"],
        ["pages", "p", "--json", "--diagonal-in", "big"],
        ["pages", "p", "--json", "--distance-mm", "1"],
        ["check"],
        ["check", "p", "--format", "xml"],
        ["fly"],
        [],
    ],
)
def test_what_is_wrong_is_refused_with_2(given: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parser().parse_args(given)
    assert ended.value.code == 2
    assert "error:" in capsys.readouterr().err


@pytest.mark.parametrize("given", [["--help"], ["run", "--help"], ["check", "--help"], ["pages", "--help"]])
def test_help_reads_well(given: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parser().parse_args(given)
    assert ended.value.code == 0
    said = capsys.readouterr().out
    assert "decode" not in said
    assert "==SUPPRESS==" not in said
    assert "None" not in said


def test_the_version_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert program_version()

    def missing(_: str) -> str:
        raise PackageNotFoundError

    monkeypatch.setattr("importlib.metadata.version", missing)
    assert program_version() == "(not installed)"
