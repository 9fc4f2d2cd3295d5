# SPDX-License-Identifier: Apache-2.0
"""The two clocks of the running program: one that never goes back, and the one on the wall."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Clocks:
    """Seconds that never go back, the date and time of the station's zone, and how fast the first one runs."""

    monotonic: Callable[[], float]
    wall: Callable[[], datetime]
    speed: float = 1.0


def system_clocks(environment: Mapping[str, str] = os.environ) -> Clocks:
    """Return the machine's clocks; `KIOSK_TIME_SCALE` lets a test's hour pass in minutes."""
    speed = float(environment.get("KIOSK_TIME_SCALE", "1"))
    return Clocks(lambda: time.monotonic() * speed, lambda: datetime.now().astimezone(), speed)
