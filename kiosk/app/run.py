# SPDX-License-Identifier: Apache-2.0
"""`kiosk run`: builds everything by hand in one written order, and ends it in the other."""

from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import MutableMapping
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from kiosk import paths
from kiosk.app.display import trouble
from kiosk.content.finding import Finding
from kiosk.station.settings import Settings, read_settings

log = logging.getLogger(__name__)

DONE, NOTHING_TO_SHOW, NO_SCREEN = 0, 1, 2


def run(options: argparse.Namespace) -> int:
    """Show the pack until told to leave; return 0, 1 where there is no pack to show, 2 without a display."""
    said = trouble()
    if said:
        print(said, file=sys.stderr)
        return NO_SCREEN
    settings, findings = read_settings(options.settings)
    settings = _overridden(settings, options)
    logging.basicConfig(level=settings.log_level.upper(), format="%(levelname)s %(message)s", stream=sys.stderr)
    tell(findings)
    _prepare_qt(os.environ)
    from kiosk.app.station import open_station  # noqa: PLC0415 Qt is loaded once it is known that it can start

    with ExitStack() as stack:
        return open_station(settings, options.window, stack)


def tell(findings: tuple[Finding, ...]) -> None:
    """Write findings into the log, one line each."""
    for finding in findings:
        log.warning("%s", finding)


def _overridden(settings: Settings, options: argparse.Namespace) -> Settings:
    given: dict[str, object] = {
        "pack": options.pack,
        "screen": options.screen,
        "touch": options.touch,
    }
    return replace(settings, **{name: value for name, value in given.items() if value is not None})  # type: ignore[arg-type]  # argparse gives the settings' own types


def _prepare_qt(environment: MutableMapping[str, str]) -> None:
    """Set what Qt reads from the environment, unless somebody already has.

    The software renderer draws the scene without any GPU driver; pixels are the screen's own.
    """
    environment.setdefault("QT_QUICK_BACKEND", "software")
    environment.setdefault("QT_ENABLE_HIGHDPI_SCALING", "0")
