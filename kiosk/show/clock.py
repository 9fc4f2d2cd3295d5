# SPDX-License-Identifier: Apache-2.0
"""The wall clock, reckoned from the monotonic clock between two looks at it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Final

from msgspec import Struct

_EARLIEST: Final = datetime(1970, 1, 2, tzinfo=UTC).replace(tzinfo=None)
_LATEST: Final = datetime(2900, 1, 1, tzinfo=UTC).replace(tzinfo=None)


class Clock(Struct, frozen=True):
    """What the wall clock said at a monotonic time; plain local time, no zone."""

    wall: datetime
    at: float

    def read(self, now: float) -> datetime:
        """Return the wall time at a monotonic time."""
        return self.wall + timedelta(seconds=now - self.at)

    def when(self, wall: datetime) -> float:
        """Return the monotonic time at which the wall clock will say this."""
        return self.at + (wall - self.wall).total_seconds()


def set_clock(wall: datetime, now: float) -> Clock:
    """Return a clock set to what the wall clock says now, kept within years that can be reckoned with."""
    return Clock(min(max(wall.replace(tzinfo=None), _EARLIEST), _LATEST), now)
