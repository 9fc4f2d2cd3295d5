# SPDX-License-Identifier: Apache-2.0
"""The probe: when a virtual screen's picture changes, read from its file about every millisecond."""

from __future__ import annotations

import time
from dataclasses import dataclass

from tests.e2e.screen import Screen

POLL_S = 0.0008
ROWS = 270
"""So many rows of pixels are compared, evenly over the picture: a quarter at 1080p."""


@dataclass(frozen=True, slots=True)
class Changes:
    """The moments (`time.perf_counter`) at which a change was seen; `gap_s` is the longest look-away."""

    at: tuple[float, ...]
    gap_s: float


def watch(screen: Screen, quiet_s: float, timeout_s: float) -> Changes:
    """Look until the picture has changed and then stood still for `quiet_s`; or until the time is over."""
    every = max(1, screen.height // ROWS)
    begun = seen = time.perf_counter()
    before, gap = screen.every_row(every), 0.0
    at: list[float] = []
    while seen - begun < timeout_s and not (at and seen - at[-1] >= quiet_s):
        time.sleep(POLL_S)  # nothing tells of a change; looking without a pause would take its core
        picture = screen.every_row(every)
        now = time.perf_counter()
        gap, seen = max(gap, now - seen), now
        if picture != before:
            at.append(now)
            before = picture
    return Changes(tuple(at), gap)
