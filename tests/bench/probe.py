# SPDX-License-Identifier: Apache-2.0
"""The probe: when a virtual screen's picture changes, read from its file about every millisecond."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from tests.e2e.screen import Screen

POLL_S = 0.0008
ROWS = 270
"""So many rows of pixels are compared, evenly over the picture: a quarter at 1080p."""


@dataclass(frozen=True, slots=True)
class Changes:
    """The moments (`time.perf_counter`) at which something was done and at which a change was seen.

    `gap_s` is the longest look-away.
    """

    begun: float
    at: tuple[float, ...]
    gap_s: float


def watch(
    screen: Screen, quiet_s: float, timeout_s: float, act: Callable[[], object] = lambda: None
) -> Changes:
    """Act, then look until the picture has changed and stood still for `quiet_s`, or until the time is over.

    What it is compared with is looked at before, so that no answer is too quick to be seen.
    """
    every = max(1, screen.height // ROWS)
    before, gap = screen.every_row(every), 0.0
    begun = time.perf_counter()
    act()
    seen = time.perf_counter()
    at: list[float] = []
    while seen - begun < timeout_s and not (at and seen - at[-1] >= quiet_s):
        time.sleep(POLL_S)  # nothing tells of a change; looking without a pause would take its core
        picture = screen.every_row(every)
        now = time.perf_counter()
        gap, seen = max(gap, now - seen), now
        if picture != before:
            at.append(now)
            before = picture
    return Changes(begun, tuple(at), gap)
