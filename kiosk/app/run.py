# SPDX-License-Identifier: Apache-2.0
"""`kiosk run`: looks whether anything can be shown at all, and opens the station."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator, MutableMapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from kiosk.app.clock import system_clocks
from kiosk.app.display import trouble
from kiosk.app.doorbell import Doorbell, comes_first
from kiosk.app.ending import signals_kept
from kiosk.app.folders import runtime_folder
from kiosk.app.telling import Teller
from kiosk.station.log import set_up, take_down
from kiosk.station.settings import Settings, read_settings

DONE, CANNOT_RUN = 0, 2

ALREADY = "kiosk: it already runs for this user and has been asked to come forward."


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed after `kiosk run`; what was not is None and left to the settings."""

    settings: Path | None = None
    pack: Path | None = None
    window: tuple[int, int] | None = None
    screen: str | None = None
    touch: str | None = None


def run(asked: Asked) -> int:
    """Show the pack until told to leave; return 0, or 2 where nothing can be shown at all."""
    said = trouble()
    if said:
        return _cannot(said)
    try:
        clocks = system_clocks()
    except ValueError as error:
        return _cannot(f"kiosk: {error}")
    settings, findings = read_settings(asked.settings)
    settings = overridden(settings, asked)
    with ExitStack() as stack:
        stack.enter_context(garbage_kept())
        stack.callback(take_down, set_up(settings.log_level, os.environ))
        signals = stack.enter_context(signals_kept())
        doorbell, runtime, teller = Doorbell(), runtime_folder(), Teller()
        if not comes_first(runtime, doorbell, stack):
            print(ALREADY, file=sys.stderr)  # noqa: T201 # whoever started it reads it there
            return DONE
        teller.tell(findings)
        prepare_qt(os.environ)
        from kiosk.app.station import Station, Surroundings  # noqa: PLC0415 # Qt comes once it can start

        around = Surroundings(clocks, runtime, doorbell, signals, teller)
        return Station(settings, around, stack).run(asked.window)


def overridden(settings: Settings, asked: Asked) -> Settings:
    """Return the settings with what was typed in place of what they say."""
    return replace(
        settings,
        pack=asked.pack or settings.pack,
        screen=settings.screen if asked.screen is None else asked.screen,
        touch=asked.touch or settings.touch,
    )


@contextmanager
def garbage_kept() -> Iterator[None]:
    """Look for no garbage while starting, which makes none; the station begins to look once a page stands."""
    gc.disable()
    try:
        yield
    finally:
        gc.unfreeze()
        gc.enable()


def prepare_qt(environment: MutableMapping[str, str]) -> None:
    """Set what Qt reads from the environment, unless somebody already has.

    The software renderer draws the scene without any GPU driver; pixels are the screen's own.
    """
    environment.setdefault("QT_QUICK_BACKEND", "software")
    environment.setdefault("QT_ENABLE_HIGHDPI_SCALING", "0")


def _cannot(said: str) -> int:
    print(said, file=sys.stderr)  # noqa: T201 # whoever started it reads it there
    return CANNOT_RUN
