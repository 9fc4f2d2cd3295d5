# SPDX-License-Identifier: Apache-2.0
"""Writing a folder of files whole or not at all, and never over what somebody else made."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

MARK = ".kiosk-export"


class NotOursError(Exception):
    """The folder holds something that this program did not write."""


def may_write(folder: Path) -> bool:
    """Tell whether a folder is absent, empty, or was made by an earlier export."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        return False
    return not folder.exists() or (folder / MARK).is_file() or not any(folder.iterdir())


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Put files into a folder: written beside it first, then exchanged for it by renaming."""
    if not may_write(folder):
        raise NotOursError(folder)
    parent = folder.absolute().parent
    parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=parent) as place:
        made, old = Path(place) / "new", Path(place) / "old"
        made.mkdir(mode=0o755)
        for name, data in {**files, MARK: b"Written by kiosk export; the next export replaces it.\n"}.items():
            (made / name).parent.mkdir(parents=True, exist_ok=True)
            (made / name).write_bytes(data)
        _exchange(made, folder, old)


def _exchange(made: Path, folder: Path, old: Path) -> None:
    there = folder.exists()
    if there:
        folder.rename(old)
    try:
        made.rename(folder)
    except OSError:
        if there:
            old.rename(folder)
        raise
    shutil.rmtree(old, ignore_errors=True)
