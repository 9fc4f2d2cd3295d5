# SPDX-License-Identifier: Apache-2.0
"""The window works with empty modules in the place of those of PySide6 that are left out of the bundle."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

SHOW = """
import sys
from pathlib import Path

sys.path.insert(0, sys.argv[1])
import stand_ins

print(*stand_ins.stand_in(Path(sys.argv[2])))
from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6 import QtQml, QtQuick

app = QGuiApplication([])
for module in (QtQml, QtQuick):
    assert len([getattr(module, name) for name in dir(module)]) > 20
engine = QQmlApplicationEngine()
engine.loadData(b"import QtQuick; Window { width: 64; height: 48; visible: true; color: 'red' }")
window = engine.rootObjects()[0]
assert isinstance(window, QtQuick.QQuickWindow)
print(window.grabWindow().pixelColor(9, 9).name(), hasattr(sys.modules["PySide6.QtOpenGL"], "QOpenGLTexture"))
"""


def show(root: Path, folder: Path) -> list[str]:
    command = [sys.executable, "-c", SHOW, str(root / "resources" / "deploy"), str(folder)]
    surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
    done = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_a_window_is_drawn_without_what_is_left_out(root: Path, tmp_path: Path) -> None:
    told, drawn = show(root, tmp_path)
    assert told == "PySide6.QtOpenGL PySide6.QtNetwork PySide6.QtDBus"
    assert drawn == "#ff0000 False"


def test_a_module_that_is_there_is_left_to_itself(root: Path, tmp_path: Path) -> None:
    for name in ("QtOpenGL", "QtNetwork", "QtDBus"):
        (tmp_path / f"{name}.abi3.so").touch()
    assert show(root, tmp_path) == ["", "#ff0000 True"]
