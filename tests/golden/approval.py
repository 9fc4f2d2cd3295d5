# SPDX-License-Identifier: Apache-2.0
"""Golden pictures: what is drawn now against what was approved, and both side by side on a miss."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPainter

GOLDEN = Path(__file__).resolve().parent
MOST_DIFFERENT = 0.0002
"""Which share of the pixels may look different: another release of a library draws edges its own way.

A page number on the other side of a scene is three times as much.
"""

LEAST_SEEN = 32
"""How far a channel of 255 may differ before an eye sees it."""

GAP_PX = 10


def difference(one: QImage, other: QImage) -> float:
    """Return the share of pixels that differ by more than an eye would see."""
    if one.size() != other.size():
        return 1.0
    first, second = (image.convertToFormat(QImage.Format.Format_RGB32) for image in (one, other))
    stride, before, after = first.bytesPerLine(), bytes(first.constBits()), bytes(second.constBits())
    rows = (slice(start, start + stride) for start in range(0, len(before), stride))
    unlike = sum(_unlike(before[row], after[row]) for row in rows if before[row] != after[row])
    return unlike / (first.width() * first.height())


def _unlike(first: bytes, second: bytes) -> int:
    """Return how many pixels of two rows an eye can tell apart."""
    return sum(
        first[at : at + 3] != second[at : at + 3]
        and max(abs(first[n] - second[n]) for n in range(at, at + 3)) > LEAST_SEEN
        for at in range(0, len(first), 4)
    )


def side_by_side(expected: QImage, actual: QImage) -> QImage:
    """Return one picture of both, what was approved first."""
    sheet = QImage(
        expected.width() + actual.width() + GAP_PX,
        max(expected.height(), actual.height()),
        QImage.Format.Format_RGB32,
    )
    sheet.fill(0xFF0000)
    painter = QPainter(sheet)
    painter.drawImage(0, 0, expected)
    painter.drawImage(expected.width() + GAP_PX, 0, actual)
    painter.end()
    return sheet


@dataclass(frozen=True, slots=True)
class Approval:
    """Compares pictures with approved ones, or, with `--approve`, writes them anew."""

    approving: bool
    misses: Path

    def check(self, name: str, actual: QImage) -> None:
        """Fail unless a picture looks as approved under its name; what it looks like is told."""
        place = GOLDEN / f"{name}.png"
        if self.approving:
            place.parent.mkdir(parents=True, exist_ok=True)
            assert actual.save(str(place))
            return
        assert place.is_file(), f"{place} is not approved yet: run pytest --approve"
        expected = QImage(str(place))
        if difference(expected, actual) > MOST_DIFFERENT:
            sheet = self.misses / f"{place.stem}-expected-actual.png"
            side_by_side(expected, actual).save(str(sheet))
            pytest.fail(f"{name} looks different; see {sheet}; if it is right: pytest --approve")
