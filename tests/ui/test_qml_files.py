# SPDX-License-Identifier: Apache-2.0
"""The scene's files: linted against the real bridges, formatted, listed, short, and named as agreed."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

ROOT = Path(__file__).resolve().parents[2]
SCENE = ROOT / "resources" / "qml" / "Exhibit"
FILES = sorted(SCENE.glob("*.qml"))
BRIDGES = sorted(path for path in (ROOT / "kiosk" / "ui").glob("*.py") if "@QmlElement" in path.read_text())
QT = Path(PySide6.__file__).parent
TOOLS = Path(sys.executable).parent
MOST_LINES = 250


def run(tool: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(TOOLS / f"pyside6-{tool}"), *arguments], capture_output=True, text=True, check=False, timeout=120
    )


@pytest.fixture(scope="module")
def backend(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The import folder with the types of the bridges, made from their Python files."""
    base = tmp_path_factory.mktemp("qml")
    folder = base / "Exhibit" / "Backend"
    folder.mkdir(parents=True)
    dumps = []
    for bridge in BRIDGES:
        dump = folder / f"{bridge.stem}.json"
        made = run("metaobjectdump", "-o", str(dump), str(bridge))
        assert made.returncode == 0, made.stderr
        # The tool reads one file at a time, so it takes a bridge whose base stands in another for no QObject.
        dump.write_text(dump.read_text().replace('"object": false', '"object": true'))
        dumps.append(str(dump))
    foreign = ",".join(
        str(QT / "Qt" / "metatypes" / f"qt6{part}_metatypes.json") for part in ("core", "gui", "qml")
    )
    made = run(
        "qmltyperegistrar",
        "--generate-qmltypes",
        str(folder / "bridges.qmltypes"),
        "-o",
        str(folder / "unused.cpp"),
        *dumps,
        "--import-name",
        "Exhibit.Backend",
        "--major-version",
        "1",
        f"--foreign-types={foreign}",
    )
    assert made.returncode == 0, made.stderr
    (folder / "qmldir").write_text(
        "module Exhibit.Backend\ntypeinfo bridges.qmltypes\ndepends QtQml.Models\ndepends QtQuick\n"
    )
    return base


def lint(backend: Path, *files: Path) -> subprocess.CompletedProcess[str]:
    return run(
        "qmllint",
        "--max-warnings",
        "0",
        "--context-properties",
        "error",
        "--stale-property-read",
        "disable",
        "-I",
        str(SCENE.parent),
        "-I",
        str(backend),
        *map(str, files),
    )


def test_the_linter_finds_nothing(backend: Path) -> None:
    found = lint(backend, *FILES)

    assert found.returncode == 0, found.stdout + found.stderr


def test_the_linter_would_find_a_misspelt_property(backend: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "Wrong.qml"
    wrong.write_text(
        "import QtQuick\nimport Exhibit.Backend\n"
        "Text {\n    id: root\n    required property ShowBridge show\n    text: root.show.clinicc\n}\n"
    )

    assert lint(backend, wrong).returncode != 0


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_file_is_formatted(file: Path) -> None:
    formatted = run("qmlformat", str(file))

    assert formatted.returncode == 0, formatted.stderr
    assert formatted.stdout == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_file_keeps_the_habits_of_the_house(file: Path) -> None:
    text = file.read_text(encoding="utf-8")

    assert text.startswith("// SPDX-License-Identifier: Apache-2.0\n")
    assert "pragma ComponentBehavior: Bound" in text
    assert len(text.splitlines()) <= MOST_LINES
    assert re.search(r"^\w+ \{\n    id: root$", text, re.MULTILINE)
    assert "property var" not in text
    assert not re.search(r"textFormat: Text\.(?!PlainText)|RichText|MarkdownText|StyledText", text)
    assert all(re.search(r"\): \w+ \{", line) for line in re.findall(r"^\s*function .*$", text, re.MULTILINE))
    assert file.name == "Prose.qml" or not re.search(r"^\s*Text \{", text, re.MULTILINE)


def test_every_file_is_in_the_module_and_every_entry_exists() -> None:
    entries = re.findall(r"^(\w+) 1\.0 (\w+\.qml)$", (SCENE / "qmldir").read_text(), re.MULTILINE)

    assert len(FILES) > 10
    assert sorted(name for _, name in entries) == [file.name for file in FILES]
    assert all(f"{kind}.qml" == name for kind, name in entries)


def test_bridges_have_names_of_their_own() -> None:
    stems = [bridge.stem for bridge in BRIDGES]

    assert len(stems) >= 4
    assert len(set(stems)) == len(stems)
