# SPDX-License-Identifier: Apache-2.0
"""Posters: how the opening looked after an earlier start, kept for as long as a start would look the same.

A poster is two files named after the command and its settings: the picture, and beside it what it was made
of. It hangs for the half second or less in which the show is built, and only where no file of pack, notices
and program has changed, nor what the program stands on, the glass is the same, and the clock stands within
the spans for which it was kept.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from kiosk import paths
from kiosk.app.foundations import foundations

log = logging.getLogger(__name__)

FORMAT = 1
NAME_LENGTH = 32

Span = tuple[str, str]
"""From when (included) to when (not included), in the station's own time as in 2026-03-01T08:00:00."""


class Record(NamedTuple):
    """What a poster was made of: folders and their print, the glass in pixels and millimetres, the window.

    `size` is empty for a full screen, `ground` the colour around the picture.
    """

    folders: tuple[str, ...]
    print: str
    glass: tuple[float, ...]
    spans: tuple[Span, ...]
    ground: str
    screen: str = ""
    rotation: int = 0
    locked: bool = False
    size: tuple[int, ...] = ()


class Posters(NamedTuple):
    """The posters in a folder for one command with its settings; `name` tells them apart."""

    folder: Path
    name: str

    @property
    def picture(self) -> Path:
        """Return the place of the picture."""
        return self.folder / f"{self.name}.packed"

    @property
    def note(self) -> Path:
        """Return the place of what the picture was made of."""
        return self.folder / f"{self.name}.json"

    def recall(self, now: str) -> Record | None:
        """Return the record of a poster that may hang now; None where there is none."""
        record = self.known()
        if record is None or not any(opens <= now < closes for opens, closes in record.spans):
            return None
        return record if record.print == print_of(map(Path, record.folders)) else None

    def known(self) -> Record | None:
        """Return the record of the poster, whether it may hang now or not."""
        try:
            return _record(json.loads(self.note.read_bytes()))
        except (OSError, ValueError, TypeError, KeyError):
            return None

    def keep(self, picture: bytes, record: Record) -> None:
        """Keep a poster, and take away those of other commands and settings."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self.note.unlink(missing_ok=True)
            for place, content in ((self.picture, picture), (self.note, _written(record))):
                with paths.whole(place) as draft:
                    draft.write_bytes(content)
            for other in self.folder.iterdir():
                if other not in {self.picture, self.note}:
                    other.unlink()
        except OSError as error:
            log.warning("The opening's picture cannot be kept: %s", error)


def posters_for(
    folder: Path, typed: object, settings: Path | None, environment: Mapping[str, str] = os.environ
) -> Posters:
    """Return the posters for what was typed, a file of settings, and what else a start depends on."""
    told = sorted((name, value) for name, value in environment.items() if name.startswith(("QT_", "KIOSK_")))
    try:
        read = b"" if settings is None else settings.read_bytes()
    except OSError:
        read = b""
    parts = repr((typed, told, Path.cwd())).encode(), read
    return Posters(folder, hashlib.sha256(b"\0".join(parts)).hexdigest()[:NAME_LENGTH])


def print_of(folders: Iterable[Path]) -> str:
    """Return a print of folders, the program and what it stands on: each file's name, size, time, number."""
    told = f"{_line(sys.executable)}{foundations()}\n"
    whole = hashlib.sha256(told.encode(errors="surrogateescape"))
    for folder in (paths.PACKAGE, paths.resources(), *folders):
        lines = "".join(sorted(_lines(os.fspath(folder))))
        whole.update(f"{folder}\n{lines}".encode(errors="surrogateescape"))
    return whole.hexdigest()


def _lines(folder: str) -> list[str]:
    try:
        entries = os.scandir(folder)
    except OSError as error:
        return [f"{folder} {error.errno}\n"]
    lines = []
    with entries:
        for entry in entries:
            if not entry.is_dir(follow_symlinks=False):
                lines.append(_line(entry.path))
            elif entry.name != "__pycache__":
                lines += _lines(entry.path)
    return lines


def _line(file: str) -> str:
    try:
        facts = os.lstat(file)
    except OSError as error:
        return f"{file} {error.errno}\n"
    return f"{file} {facts.st_size} {facts.st_mtime_ns} {facts.st_ino}\n"


def _written(record: Record) -> bytes:
    return json.dumps({"format": FORMAT} | record._asdict()).encode()


def _record(read: object) -> Record:
    """Return a record as it was written; `ValueError`, `TypeError` or `KeyError` where it was not."""
    if not isinstance(read, dict) or read.pop("format") != FORMAT:
        raise ValueError("another format")
    lists = {name: tuple(value) for name, value in read.items() if isinstance(value, list)}
    lists["spans"] = tuple((str(opens), str(closes)) for opens, closes in lists["spans"])
    return Record(**(read | lists))
