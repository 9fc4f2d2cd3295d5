# SPDX-License-Identifier: Apache-2.0
"""Whether headphones are plugged in, as far as the machine can tell.

Linux tells it of sound cards that notice a plug: their jack is an input device with a switch, which the user
of the kiosk may read as a member of the group `input`. Elsewhere nothing is known.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final, Protocol

SWITCHES, HEADPHONES = 0x05, 0x02
"""EV_SW and SW_HEADPHONE_INSERT of linux/input-event-codes.h."""

_BYTES: Final = 8
_READ: Final = 2 << 30 | _BYTES << 16 | ord("E") << 8
CAN: Final = _READ | 0x20 + SWITCHES
"""EVIOCGBIT(EV_SW): which switches a device has."""

IS: Final = _READ | 0x1B
"""EVIOCGSW: which of them are on."""

Ioctl = Callable[[int, int, bytearray], object]


class Jack(Protocol):
    """Where headphones are plugged in."""

    def plugged(self) -> bool | None:
        """Tell whether a plug is in; None where the machine cannot tell."""
        ...


class LinuxJack:
    """The jacks of all sound cards together: a plug in any of them counts."""

    def __init__(self, folder: Path = Path("/dev/input"), ioctl: Ioctl | None = None) -> None:
        """Take the folder of input devices, and what asks one of them."""
        self._folder = folder
        self._ioctl = ioctl or system_ioctl()

    def plugged(self) -> bool | None:
        """Tell whether a plug is in; None where no device that may be read has such a switch."""
        found = [state for file in sorted(self._folder.glob("event*")) for state in self._states(file)]
        return any(found) if found else None

    def _states(self, file: Path) -> Iterator[bool]:
        """Yield whether a device's plug is in; nothing of a device without such a switch."""
        with suppress(OSError), _opened(file) as device:
            if self._bit(device, CAN):
                yield self._bit(device, IS)

    def _bit(self, device: int, request: int) -> bool:
        answer = bytearray(_BYTES)
        self._ioctl(device, request, answer)
        return bool(int.from_bytes(answer, "little") >> HEADPHONES & 1)


def system_ioctl() -> Ioctl:
    """Return the system's way to ask a device, one that always fails where there is none."""
    try:
        from fcntl import ioctl  # noqa: PLC0415 Windows has no such module
    except ImportError:
        return _nothing_to_ask
    return ioctl


def _nothing_to_ask(_device: int, _request: int, _answer: bytearray) -> object:
    raise OSError("This system has no such devices.")


@contextmanager
def _opened(file: Path) -> Iterator[int]:
    device = os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    try:
        yield device
    finally:
        os.close(device)
