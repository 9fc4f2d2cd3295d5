# SPDX-License-Identifier: Apache-2.0
"""What was typed, and what was there before Qt."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kiosk.app.clock import Clocks
from kiosk.app.doorbell import Doorbell

if TYPE_CHECKING:
    from kiosk.station.settings import Settings


class Asked(NamedTuple):
    """What was typed after `kiosk run`; what was not is None and left to the settings."""

    settings: Path | None = None
    pack: Path | None = None
    window: tuple[int, int] | None = None
    screen: str | None = None
    touch: str | None = None


class Surroundings(NamedTuple):
    """What was there before Qt: clocks, the runtime folder, the doorbell, kept signals."""

    clocks: Clocks
    runtime: Path
    doorbell: Doorbell
    signals: socket.socket


def overridden(settings: Settings, asked: Asked) -> Settings:
    """Return the settings with what was typed in place of what they say."""
    from msgspec.structs import replace  # noqa: PLC0415 # a poster does not wait for it

    return replace(
        settings,
        pack=asked.pack or settings.pack,
        screen=settings.screen if asked.screen is None else asked.screen,
        touch=asked.touch or settings.touch,
    )
