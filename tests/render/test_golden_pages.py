# SPDX-License-Identifier: Apache-2.0
"""A few pages as pictures: `pytest --approve` writes them anew, a miss is shown side by side."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPainter

from kiosk.layout.model import Direction
from kiosk.layout.tokens import CONTRAST, LIGHT, Theme
from tests.render.pages import GOLDEN, Painting, Setter

CASES = [
    ("ltr-light", Direction.LTR, LIGHT, False, 0),
    ("rtl-light", Direction.RTL, LIGHT, False, 255),
    ("ltr-contrast", Direction.LTR, CONTRAST, False, 0),
    ("rtl-contrast-upright", Direction.RTL, CONTRAST, True, 255),
]
MOST_DIFFERENT = 0.002


def difference(one: QImage, other: QImage) -> float:
    """Return the share of pixels that differ by more than an eye would see."""
    if one.size() != other.size():
        return 1.0
    first, second = (
        bytes(image.convertToFormat(QImage.Format.Format_RGB32).constBits()) for image in (one, other)
    )
    unlike = sum(
        1
        for at in range(0, len(first), 4)
        if first[at : at + 3] != second[at : at + 3] and far(first, second, at)
    )
    return unlike / (len(first) // 4)


def far(first: bytes, second: bytes, at: int) -> bool:
    return max(abs(first[n] - second[n]) for n in range(at, at + 3)) > 32


def side_by_side(expected: QImage, actual: QImage) -> QImage:
    sheet = QImage(
        expected.width() + actual.width() + 10,
        max(expected.height(), actual.height()),
        QImage.Format.Format_RGB32,
    )
    sheet.fill(0xFF0000)
    painter = QPainter(sheet)
    painter.drawImage(0, 0, expected)
    painter.drawImage(expected.width() + 10, 0, actual)
    painter.end()
    return sheet


@pytest.mark.parametrize("name,direction,theme,upright,alpha", CASES, ids=[case[0] for case in CASES])
def test_a_page_looks_as_approved(
    name: str,
    direction: Direction,
    theme: Theme,
    upright: bool,
    alpha: int,
    setter: Setter,
    paint: Painting,
    tmp_path: Path,
    pytestconfig: pytest.Config,
) -> None:
    size = (540, 960) if upright else (960, 540)
    actual = paint(setter.example(direction, upright=upright), size, theme, alpha)
    place = GOLDEN / f"{name}.png"
    if pytestconfig.getoption("--approve"):
        place.parent.mkdir(parents=True, exist_ok=True)
        assert actual.save(str(place))
        return
    assert place.is_file(), f"{place} is not approved yet: run pytest --approve"
    expected = QImage(str(place))
    if difference(expected, actual) > MOST_DIFFERENT:
        sheet = tmp_path / f"{name}-expected-actual.png"
        side_by_side(expected, actual).save(str(sheet))
        pytest.fail(f"{name} looks different; see {sheet}; if it is right: pytest --approve")


def test_a_difference_is_noticed(setter: Setter, paint: Painting) -> None:
    one = paint(setter.example(Direction.LTR), (960, 540))
    assert difference(one, one) == 0
    assert difference(one, paint(setter.example(Direction.LTR), (960, 540), CONTRAST)) > 0.5
    assert difference(one, paint(setter.example(Direction.LTR), (960, 541))) == 1
    assert side_by_side(one, one).width() == 1930
