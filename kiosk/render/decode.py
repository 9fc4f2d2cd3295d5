# SPDX-License-Identifier: Apache-2.0
"""The bounded child process that decodes pictures: one request a line on stdin, one answer a line on stdout.

Memory and processor time are bounded on POSIX; on Windows, which has no such limits here, the parent's
patience is the only bound, beside Qt's own limit on the memory of one picture.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QImageReader, QPainter
from PySide6.QtSvg import QSvgRenderer

from kiosk.content.probe import PictureFacts, PictureFault
from kiosk.render.headers import facts_of, header_facts
from kiosk.render.png import write_png

MEMORY_BYTES = 1024 * 1024 * 1024
PROCESSOR_S = 10
PICTURE_MB = 96
_KEEP = Qt.AspectRatioMode.KeepAspectRatio
_TRIAL = QSize(1024, 1024)
_CURE = "Save it again, smaller and simpler."


def main(request: Sequence[str] = ()) -> int:
    """Answer requests until stdin ends; nothing is taken from the command line."""
    del request
    _bound_memory()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QGuiApplication(["kiosk"])
    QImageReader.setAllocationLimit(PICTURE_MB)
    for line in sys.stdin:
        _bound_time()
        asked = json.loads(line)
        target = Path(asked["target"]) if asked["target"] else None
        answer = decode(Path(asked["source"]), target, asked["width"], asked["height"])
        sys.stdout.write(json.dumps(answer._asdict()) + "\n")
        sys.stdout.flush()
    del application
    return 0


def decode(source: Path, target: Path | None, width: int, height: int) -> PictureFacts | PictureFault:
    """Decode a picture, fit it into a size and write it as an uncompressed PNG; without a target only try."""
    facts = header_facts(source)
    if isinstance(facts, PictureFault):
        return facts
    data = source.read_bytes()
    if facts_of(data, source.suffix.lower()) != facts:
        return PictureFault("picture-bad", "it changed while it was read.", _CURE)
    bounds = QSize(width, height) if target else None
    if facts.format == "svg":
        image = _svg(data, QSize(facts.width, facts.height).scaled(bounds or _TRIAL, _KEEP))
    else:
        image = _raster(data, facts.format)
        facts = PictureFacts(facts.format, image.width(), image.height())
    if image.isNull():
        return PictureFault("picture-bad", "it cannot be decoded.", _CURE)
    if bounds is not None and image.size() != bounds:
        image = image.scaled(bounds, _KEEP, Qt.TransformationMode.SmoothTransformation)
    if target is not None:
        try:
            write_png(image, target)
        except OSError:
            return PictureFault("picture-unwritten", f"{target} cannot be written.", "Free some of the disk.")
    return facts


def _svg(data: bytes, size: QSize) -> QImage:
    """Return a drawing at a size, or no picture."""
    renderer = QSvgRenderer(QByteArray(data))
    image = QImage(size.expandedTo(QSize(1, 1)), QImage.Format.Format_ARGB32_Premultiplied)
    if not renderer.isValid() or image.isNull():
        return QImage()
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    return image


def _raster(data: bytes, kind: str) -> QImage:
    """Return a picture, turned as its camera says, or no picture."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind.encode()))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    return reader.read().convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def _bound_memory() -> None:
    """Let this process have no more than so much memory, and leave no core file."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 Windows has no such module

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _bound_time() -> None:
    """Let the next picture have no more than so much processor time."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 Windows has no such module

    used = resource.getrusage(resource.RUSAGE_SELF)
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + PROCESSOR_S, hard))


if __name__ == "__main__":
    sys.exit(main())
