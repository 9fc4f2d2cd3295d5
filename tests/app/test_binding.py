# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.app.binding import FEATURES, leave_sources_unread

ASK = """
import linecache, sys
import shiboken6
from kiosk.app.binding import leave_sources_unread
if sys.argv[1] == "leave":
    assert leave_sources_unread()
linecache.clearcache()
import this_program_needs_none
import PySide6.QtCore
print(any("needs_none" in name for name in linecache.cache), hasattr(PySide6.QtCore.QObject, "objectName"))
"""


@pytest.mark.parametrize("how, read", [("leave", False), ("read", True)])
def test_a_module_imported_later_is_not_read_for_features(how: str, read: bool, tmp_path: Path) -> None:
    """Should the second case fail, PySide has stopped reading, and the first is needed no more."""
    (tmp_path / "this_program_needs_none.py").write_text("answer = 42\n")
    said = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.append({str(tmp_path)!r})\n{ASK}", how],
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout.split() == [str(read), "True"]


def test_another_pyside_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, FEATURES, sys)
    assert not leave_sources_unread()
