# SPDX-License-Identifier: Apache-2.0
"""Reading the files of a pack: none leaves its folder, none is read beyond its limit."""

from __future__ import annotations

import re
import stat
from pathlib import Path

from kiosk.content.limits import LIMITS
from kiosk.content.report import Report

_PART = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]{0,63}")
_OUTSIDE = "This would leave the pack's folder: “{path}”."
_INSIDE = "Name a file inside the pack, without .., without a leading slash and without links."


def inside(path: str) -> bool:
    """Tell whether a relative path stays in its folder by its words alone."""
    parts = path.split("/")
    return not (set("\\:\0") & set(path)) and all(part not in {"", ".", ".."} for part in parts)


def plain_name(path: str) -> bool:
    """Tell whether each part of a path has only letters, figures, dots, hyphens and underscores."""
    parts = path.split("/")
    return len(parts) <= 4 and all(_PART.fullmatch(part) for part in parts)


def find(
    root: Path, path: str, report: Report, line: int = 0, *, absent: str = "file-missing"
) -> Path | None:
    """Return the file that a relative path names, or None with a finding; `absent` is the rule for a gap."""
    if not inside(path):
        report.add("path-leaves-pack", line, _OUTSIDE.format(path=path[:80]), _INSIDE)
        return None
    place, mode = root, 0
    for part in path.split("/"):
        place /= part
        try:
            mode = place.lstat().st_mode
        except (OSError, ValueError):
            report.add(absent, line, f"There is no file “{path[:80]}”.", "Add the file, or mend its name.")
            return None
        if stat.S_ISLNK(mode):
            report.add("path-leaves-pack", line, f"“{path}” goes through a link.", _INSIDE)
            return None
    if not stat.S_ISREG(mode):
        report.add("file-unreadable", line, f"“{path}” is no ordinary file.", "Put a file in its place.")
        return None
    return place


def read_text(root: Path, path: str, report: Report, limit: int) -> str | None:
    """Return the text of a file of a pack, line ends made equal, or None with a finding."""
    place = find(root, path, report)
    if place is None:
        return None
    try:
        with place.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        report.add(
            "file-unreadable", 0, f"The file cannot be read: {error.strerror}.", "Mend its permissions."
        )
        return None
    if len(data) > limit:
        report.add("file-too-large", 0, f"The file has more than {limit // 1024} KB.", "Split or shorten it.")
        return None
    text = decoded(data, report)
    return None if text is None or _long_line(text, report) else text


def decoded(data: bytes, report: Report) -> str | None:
    """Return the text of a file's bytes, line ends made equal, or None with a finding."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        report.add("not-utf8", line, "The file is not UTF-8 here.", "Save it as UTF-8.")
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _long_line(text: str, report: Report) -> bool:
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > LIMITS.line_chars:
            report.add(
                "line-too-long",
                number,
                f"The line has {len(line)} characters.",
                f"Break it; a line has at most {LIMITS.line_chars} characters.",
            )
            return True
    return False
