# SPDX-License-Identifier: Apache-2.0
"""ICU's cut-down data: what stays is unchanged, and Qt still collates and converts with it."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import PySide6
import pytest

ROOT = Path(__file__).resolve().parents[2]
ASK = (
    "from PySide6.QtCore import QCollator, QLocale, QStringDecoder;"
    "one = QCollator(QLocale('es')); one.setNumericMode(True);"
    "print(one.compare('p 2', 'p 10'), one.compare('ñ', 'o') < 0, QLocale('tr').toUpper('i'));"
    "print(QStringDecoder('UTF-16LE').isValid())"
)

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only the Linux bundle carries ICU's data")


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("icu_data", ROOT / "resources" / "deploy" / "icu_data.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def library() -> Path:
    folder = Path(PySide6.__file__).parent / "Qt" / "lib"
    return next(path for path in folder.glob("libicudata.so.*") if path.suffix[1:].isdigit()).resolve()


def test_what_stays_is_unchanged_and_small(tool: ModuleType, library: Path, tmp_path: Path) -> None:
    made = tool.cut(library, tmp_path)
    assert made.stat().st_size < 3_000_000 < library.stat().st_size
    symbol = f"icudt{tool.SYMBOL.search(library.name)[1]}_dat"
    header, before = tool.items(library, symbol)
    again, after = tool.items(made, symbol)
    assert again == header
    kept = {name: data for name, data in before.items() if tool.wanted(name)}
    assert set(after) == set(sorted(kept)[:-1])
    assert all(after[name][: len(data)] == data for name, data in kept.items() if name in after)


def test_qt_works_with_it_as_with_the_whole(tool: ModuleType, library: Path, tmp_path: Path) -> None:
    made = tool.cut(library, tmp_path)
    said = [
        subprocess.run(
            [sys.executable, "-c", ASK], env=os.environ | more, capture_output=True, text=True, check=True
        ).stdout
        for more in ({}, {"LD_PRELOAD": str(made)})
    ]
    assert said[0] == said[1] == "-1 True İ\nTrue\n"


@pytest.mark.parametrize(
    "name, stays",
    [
        ("icudt73l/root.res", True),
        ("icudt73l/supplementalData.res", True),
        ("icudt73l/coll/ucadata.icu", True),
        ("icudt73l/coll/root.res", True),
        ("icudt73l/nfkc.nrm", True),
        ("icudt73l/de.res", False),
        ("icudt73l/zh_Hant_TW.res", False),
        ("icudt73l/coll/de.res", False),
        ("icudt73l/gb18030.cnv", False),
        ("icudt73l/brkitr/cjdict.dict", False),
        ("icudt73l/unames.icu", False),
        ("icudt73l/translit/root.res", False),
        ("icudt73l/curr/pool.res", False),
    ],
)
def test_only_what_belongs_to_no_locale_stays(name: str, stays: bool, tool: ModuleType) -> None:
    assert tool.wanted(name) is stays


def test_without_a_linker_the_whole_stays(
    tool: ModuleType, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert tool.cut(library, tmp_path) is None
    assert tool.cut(tmp_path / "libother.so.1", tmp_path) is None
