# SPDX-License-Identifier: Apache-2.0
"""A few pages as pictures: `pytest --approve` writes them anew, a miss is shown side by side."""

from __future__ import annotations

import pytest

from kiosk.layout.model import Direction
from kiosk.layout.tokens import CONTRAST, LIGHT, Theme
from tests.golden.approval import Approval, difference
from tests.render.pages import Painting, Setter

CASES = [
    ("ltr-light", Direction.LTR, LIGHT, False, 0),
    ("rtl-light", Direction.RTL, LIGHT, False, 255),
    ("ltr-contrast", Direction.LTR, CONTRAST, False, 0),
    ("rtl-contrast-upright", Direction.RTL, CONTRAST, True, 255),
]


@pytest.mark.parametrize("name,direction,theme,upright,alpha", CASES, ids=[case[0] for case in CASES])
def test_a_page_looks_as_approved(
    name: str,
    direction: Direction,
    theme: Theme,
    upright: bool,
    alpha: int,
    setter: Setter,
    paint: Painting,
    approval: Approval,
) -> None:
    size = (540, 960) if upright else (960, 540)
    approval.check(f"pages/{name}", paint(setter.example(direction, upright=upright), size, theme, alpha))


def test_a_difference_of_themes_is_noticed(setter: Setter, paint: Painting) -> None:
    one = paint(setter.example(Direction.LTR), (960, 540))
    assert difference(one, one) == 0
    assert difference(one, paint(setter.example(Direction.LTR), (960, 540), CONTRAST)) > 0.5
