# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from math import inf

import pytest

from kiosk.show.idle import alone, dwell, patience
from kiosk.show.model import ShowSettings, Stop
from kiosk.show.rotation import Leaf


@pytest.mark.parametrize(
    "seconds, factor, stands, waits",
    [
        (20.0, 1.0, 20.0, 40.0),
        (20.0, 0.5, 10.0, 20.0),
        (20.0, 10.0, 200.0, 400.0),
        (20.0, 0.0, inf, 40.0),
        (0.0, 1.0, 1.0, 2.0),
    ],
)
def test_dwell(seconds: float, factor: float, stands: float, waits: float) -> None:
    assert dwell(Leaf("a", 0, seconds), factor) == stands
    assert alone(Leaf("a", 0, seconds), factor) == waits


@pytest.mark.parametrize(
    "stop, page, waits",
    [
        (None, 0, 90.0),
        (Stop("a", (), (20.0, 40.0)), 0, 90.0),
        (Stop("a", (), (20.0, 40.0)), 1, 120.0),
        (Stop("a", (), (20.0, 40.0), private=True), 1, 45.0),
    ],
)
def test_patience(stop: Stop | None, page: int, waits: float) -> None:
    assert patience(ShowSettings(), stop, page) == waits
