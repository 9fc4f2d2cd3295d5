# SPDX-License-Identifier: Apache-2.0
"""How long each thing waits for a visitor."""

from __future__ import annotations

from math import inf

from kiosk.show.model import ShowSettings, Stop
from kiosk.show.rotation import Leaf


def dwell(leaf: Leaf, factor: float) -> float:
    """Return how long a wall page stands; a factor of 0 lets it stand for ever."""
    return max(1.0, leaf.dwell * factor) if factor > 0 else inf


def alone(leaf: Leaf, factor: float) -> float:
    """Return how long a paused wall page waits, also where the wall stands still: twice its dwell."""
    return 2 * max(1.0, leaf.dwell * (factor if factor > 0 else 1))


def patience(settings: ShowSettings, stop: Stop | None, page: int) -> float:
    """Return how long a page may be read without a touch before the band appears; no stop means Topics."""
    if stop is None:
        return settings.idle_s
    if stop.private:
        return settings.idle_s / 2
    return max(settings.idle_s, 3 * stop.reading[page])
