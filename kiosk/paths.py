# SPDX-License-Identifier: Apache-2.0
"""Where things lie, the same in a checkout, a wheel and the bundle, and how a file gets there whole."""

from __future__ import annotations

import os
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
NAME = "clinic-kiosk"


def resources(package: Path = PACKAGE) -> Path:
    """Return the folder of resources: inside the package in a wheel and the bundle, else beside it."""
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"


def state(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the folder of what must outlive the program; `KIOSK_STATE` names another."""
    return _folder(environment, "KIOSK_STATE", "XDG_STATE_HOME", ".local/state")


def cache(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the folder of what can be made again; `KIOSK_CACHE` names another."""
    return _folder(environment, "KIOSK_CACHE", "XDG_CACHE_HOME", ".cache")


def runtime(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the folder of what ends with the session: painted pages, the lock; memory where there is one."""
    own = environment.get("KIOSK_RUNTIME", "")
    if own:
        return Path(own)
    session = environment.get("XDG_RUNTIME_DIR", "")
    if session and os.access(session, os.W_OK | os.X_OK):
        return Path(session) / NAME
    memory = Path("/dev/shm")  # noqa: S108 - the folder inside is named by user and made for that user alone
    base = memory if os.access(memory, os.W_OK | os.X_OK) else Path(tempfile.gettempdir())
    return base / f"{NAME}-{os.getuid() if hasattr(os, 'getuid') else 'user'}"


def private(folder: Path) -> Path:
    """Make a folder for this user alone and return it; another user's folder or a link is refused."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if folder.is_symlink() or (hasattr(os, "getuid") and folder.stat().st_uid != os.getuid()):
        raise PermissionError(f"{folder} belongs to somebody else")
    return folder


@contextmanager
def whole(place: Path) -> Iterator[Path]:
    """Give the place of a draft, which becomes the file when all went well and is gone when not."""
    draft = place.with_name(f"{place.name}.{os.getpid()}-{threading.get_ident()}.part")
    try:
        yield draft
        draft.replace(place)
    finally:
        draft.unlink(missing_ok=True)


def _folder(environment: Mapping[str, str], own: str, base: str, usual: str) -> Path:
    if environment.get(own):
        return Path(environment[own])
    above = Path(environment.get(base, ""))
    if above.is_absolute():
        return above / NAME
    if os.name == "nt" and environment.get("LOCALAPPDATA"):
        return Path(environment["LOCALAPPDATA"]) / NAME
    return Path.home() / usual / NAME
