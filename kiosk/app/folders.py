# SPDX-License-Identifier: Apache-2.0
"""The folders of what ends with the program, and of what an earlier one left behind."""

from __future__ import annotations

import logging
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk import paths

log = logging.getLogger(__name__)

PAGES = "pages-"


def runtime_folder() -> Path:
    """Return this user's runtime folder, or a fresh one where that cannot be used."""
    try:
        return paths.private(paths.runtime())
    except OSError as error:
        other = Path(tempfile.mkdtemp(prefix=f"{paths.NAME}-"))
        log.warning("The runtime folder cannot be used (%s); %s stands in.", error, other)
        return other


@contextmanager
def pages_folder(base: Path) -> Iterator[Path]:
    """Give a folder for this process's painted pages, and take away those of processes that are dead."""
    for old in base.glob(f"{PAGES}*"):
        pid = old.name.removeprefix(PAGES)
        if pid.isdigit() and not alive(int(pid)):
            shutil.rmtree(old, ignore_errors=True)
    folder = base / f"{PAGES}{os.getpid()}"
    shutil.rmtree(folder, ignore_errors=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def alive(pid: int) -> bool:
    """Tell whether a process may still run; where that cannot be asked without harm, it may."""
    if sys.platform == "win32":
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True


def room(folder: Path, most: int, share: float) -> int:
    """Return how many bytes may be kept in a folder: a share of what is free, and never more than a limit."""
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    try:
        return min(most, int(share * shutil.disk_usage(folder).free))
    except OSError:
        return most
