# SPDX-License-Identifier: Apache-2.0
"""The look at a bundle sees a page, or that there is none; the spec takes all that the scene imports."""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path

import pytest

from tests.build.smoke import shows_a_page, sizes, smoke
from tests.e2e.look import GROUND
from tests.e2e.picture import Area, Frame
from tests.e2e.program import NotSeen

AREA = Area(0, 0, 80, 60)


def frame(*colours: int) -> Frame:
    """Return a picture whose columns have these colours in turn, mostly the first."""
    row = b"".join(
        (colours[x % len(colours)] if x % 3 == 0 else colours[0]).to_bytes(4, "little") for x in range(80)
    )
    return Frame(80, 60, 320, row * 60)


def test_a_page_is_ground_with_writing() -> None:
    assert shows_a_page(frame(GROUND, 1, 2, 3, 4, 5, 6), AREA)
    assert not shows_a_page(frame(GROUND), AREA)
    assert not shows_a_page(frame(0, 1, 2, 3, 4, 5, 6), AREA)


def test_sizes_are_told() -> None:
    first, second, third, fourth = sizes({"large": 2_000_000, "small": 1}, 0.5).splitlines()
    assert "2.0 MB" in first
    assert "large" in second
    assert "small" in third
    assert "0.5 MB" in fourth
    assert "no zstd" in sizes({}, None)


@pytest.mark.e2e
def test_a_bundle_that_ends_at_once_is_no_bundle(tmp_path: Path) -> None:
    program = tmp_path / "kiosk"
    program.write_text(f"#!{sys.executable}\nprint('no')\n", encoding="utf-8")
    program.chmod(0o755)
    with pytest.raises((AssertionError, NotSeen), match="it ended by itself"):
        smoke(tmp_path, tmp_path / "run")


def spec(root: Path) -> dict[str, object]:
    """Return the plain values that the spec names."""
    module = ast.parse((root / "build_spec.spec").read_text(encoding="utf-8"))
    found = {}
    for node in module.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            try:
                found[node.targets[0].id] = ast.literal_eval(node.value)
            except ValueError:
                continue
    return found


def test_the_spec_takes_every_module_that_the_scene_imports(root: Path) -> None:
    files = list((root / "resources" / "qml").rglob("*.qml"))
    assert files
    imported = {
        name.replace(".", "/")
        for file in files
        for name in re.findall(r"^import ([A-Z][\w.]*)", file.read_text(encoding="utf-8"), re.MULTILINE)
    }
    own = {"Exhibit", "Exhibit/Backend"}
    taken = spec(root)["QML_MODULES"]
    assert isinstance(taken, set)
    assert imported - own <= taken


def test_what_the_spec_holds_as_spare_is_loaded_from_there(root: Path) -> None:
    start = (root / "resources" / "deploy" / "bundle_start.py").read_text(encoding="utf-8")
    order = re.findall(r'^    "(lib\S+)",$', start, re.MULTILINE)
    spare = spec(root)["SPARE"]
    assert isinstance(spare, tuple)
    assert sorted(order) == sorted(spare)
