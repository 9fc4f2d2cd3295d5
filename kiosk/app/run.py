# SPDX-License-Identifier: Apache-2.0
"""`kiosk run`: looks whether anything can be shown at all, and opens the entrance."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator, MutableMapping
from contextlib import ExitStack, contextmanager

from kiosk.app.asked import Asked, Surroundings
from kiosk.app.binding import leave_sources_unread
from kiosk.app.clock import Clocks, system_clocks
from kiosk.app.display import trouble
from kiosk.app.doorbell import Doorbell, comes_first
from kiosk.app.ending import signals_kept
from kiosk.app.folders import runtime_folder
from kiosk.app.hanging import hanging_for
from kiosk.app.memory import give_back_large_pieces
from kiosk.station.log import set_up, take_down

DONE, CANNOT_RUN = 0, 2

ALREADY = "kiosk: it already runs for this user and has been asked to come forward."


def run(asked: Asked) -> int:
    """Show the pack until told to leave; return 0, or 2 where nothing can be shown at all."""
    said = trouble()
    if said:
        return _cannot(said)
    try:
        clocks = system_clocks()
    except ValueError as error:
        return _cannot(f"kiosk: {error}")
    with ExitStack() as stack:
        stack.enter_context(garbage_kept())
        stack.callback(take_down, set_up(os.environ))
        return _opened(asked, clocks, stack)


def _opened(asked: Asked, clocks: Clocks, stack: ExitStack) -> int:
    """Open the entrance, unless another kiosk of this user has; return the exit status."""
    signals = stack.enter_context(signals_kept())
    doorbell, runtime = Doorbell(), runtime_folder()
    if not comes_first(runtime, doorbell, stack):
        print(ALREADY, file=sys.stderr)  # noqa: T201 # whoever started it reads it there
        return DONE
    prepare_qt(os.environ)
    give_back_large_pieces()
    hanging = hanging_for(asked, clocks)
    leave_sources_unread()
    from kiosk.app.entrance import Entrance  # noqa: PLC0415 # Qt comes once it can start

    return Entrance(asked, Surroundings(clocks, runtime, doorbell, signals), stack, hanging).run()


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
