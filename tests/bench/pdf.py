# SPDX-License-Identifier: Apache-2.0
"""Writes a deck as PDF: texts of pages come in as JSON, one page each goes out."""

from __future__ import annotations

import json
import os
import sys

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QPageSize, QPainter, QPdfWriter

from tests.bench.deck import FONT

DOTS = 72
SIZE = (960.0, 540.0)


def main() -> int:
    """Write the file that is named on the command line."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QGuiApplication([])
    family = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(FONT)))[0]
    writer = QPdfWriter(sys.argv[1])
    writer.setResolution(DOTS)
    writer.setPageSize(QPageSize(QSizeF(*SIZE), QPageSize.Unit.Point))
    writer.setPageMargins(QMarginsF())
    painter = QPainter(writer)
    painter.setFont(QFont(family, 18))
    for number, texts in enumerate(json.load(sys.stdin)):
        if number:
            writer.newPage()
        flags = Qt.TextFlag.TextWordWrap
        painter.drawText(QRectF(40, 40, SIZE[0] - 80, SIZE[1] - 80), flags, "\n".join(texts))
    painter.end()
    del app
    return 0


if __name__ == "__main__":
    sys.exit(main())
