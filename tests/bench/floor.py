# SPDX-License-Identifier: Apache-2.0
"""The floor: the least that PySide6 can show, a bare view with one rectangle and one line of text."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickView

SCENE = """
import QtQuick

Item {
    Rectangle {
        anchors.fill: parent
        color: "#faf7f0"
    }
    Text {
        anchors.centerIn: parent
        font.pixelSize: 64
        text: "One line of text"
    }
}
"""


def main() -> int:
    """Show the scene over the whole screen until the process is ended."""
    app = QGuiApplication(sys.argv)
    view = QQuickView()
    view.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
    with tempfile.TemporaryDirectory() as folder:
        scene = Path(folder) / "Floor.qml"
        scene.write_text(SCENE, encoding="utf-8")
        view.setSource(QUrl.fromLocalFile(str(scene)))
        view.setGeometry(view.screen().geometry())
        view.show()
        return app.exec()


if __name__ == "__main__":
    sys.exit(main())
