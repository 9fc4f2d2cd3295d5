# SPDX-License-Identifier: Apache-2.0
"""The two clocks of the running program: one that never goes back, and the one on the wall."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import NamedTuple

SCALE = "KIOSK_TIME_SCALE"
FASTEST = 10_000.0


class Clocks(NamedTuple):
    """Seconds that never go back, date and time of the station's zone, and how fast the first one runs."""

    monotonic: Callable[[], float]
    wall: Callable[[], datetime]
    speed: float = 1.0


def system_clocks(environment: Mapping[str, str] = os.environ) -> Clocks:
    """Return the machine's clocks; `KIOSK_TIME_SCALE` lets a test's hour pass in minutes.

    A scale that is no number above 0 raises `ValueError` with the sentence to tell.
    """
    given = environment.get(SCALE) or "1"
    try:
        speed = float(given)
    except ValueError:
        speed = 0.0
    if not 0 < speed <= FASTEST:
        raise ValueError(f"{SCALE} is {given!r}; it must be a number above 0 and at most {FASTEST:g}.")
    return Clocks(lambda: time.monotonic() * speed, lambda: datetime.now().astimezone(), speed)
