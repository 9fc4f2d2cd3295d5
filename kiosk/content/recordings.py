# SPDX-License-Identifier: Apache-2.0
"""A section's own recording: a sound file, and beside it the times of its sentences as WebVTT."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path, PurePosixPath

from kiosk.content.fields import Table
from kiosk.content.files import find, plain_name, read_text
from kiosk.content.limits import LIMITS
from kiosk.content.pack import Cue, Recording
from kiosk.content.report import Report, finding

KINDS = (".flac", ".mp3", ".ogg", ".wav")

_STAMP = r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
_TIMES = re.compile(rf"{_STAMP}[ \t]+-->[ \t]+{_STAMP}(?:[ \t].*)?")
_TAG = re.compile(r"<[^>]*>")
_BESIDE = ("NOTE", "STYLE", "REGION")


def read_recording(front: Table, root: Path) -> Recording | None:
    """Return the recording that a section's front matter names; with a fault there is none, and a finding."""
    path = front.text("recording", needed=False)
    kind = PurePosixPath(path).suffix
    if kind not in KINDS or not plain_name(path):
        found = f"“{path[:80]}” is no recording."
        front.warn("recording-bad", "recording", found, f"Name a file that ends in {_kinds()}.")
        return None
    asked = Report(front.report.file)
    file = find(root, path, asked, front.line_of("recording"))
    if file is not None and file.stat().st_size > LIMITS.recording_bytes:
        most = LIMITS.recording_bytes // 1024 // 1024
        found = f"“{path}” has more than {most} MB."
        asked.add("file-too-large", front.line_of("recording"), found, "Save it as MP3, in one channel.")
    words = Report(Recording(path).times)
    text = read_text(root, words.file, words, LIMITS.cues_bytes)
    cues = tuple(_cues(text, words)) if text is not None else ()
    for item in (*asked.items, *words.items):
        front.report.take(finding("recording-bad", item.place, item.found, item.cure))
    return Recording(path, cues) if cues and not asked.items else None


def _kinds() -> str:
    return f"{', '.join(KINDS[:-1])} or {KINDS[-1]}"


def _cues(text: str, report: Report) -> Iterator[Cue]:
    """Yield the cues of a WebVTT file in their order; what cannot be read is left out, with a finding.

    The form is the W3C's (https://www.w3.org/TR/webvtt1/); settings, tags and notes mean nothing here.
    """
    lines = text.split("\n")
    if not re.fullmatch(r"WEBVTT(?:[ \t].*)?", lines[0]):
        report.add("value-wrong", 1, "This is no WebVTT.", "Begin the file with a line WEBVTT.")
        return
    until = 0.0
    for start, block in _blocks(lines):
        if block[0].split(maxsplit=1)[0] in _BESIDE:
            continue
        named = int("-->" not in block[0] and "-->" in "".join(block[1:2]))
        times = _TIMES.fullmatch(block[named].strip())
        said = " ".join(unescape(_TAG.sub("", " ".join(block[named + 1 :]))).split())
        if times is None or not said:
            found = f"“{block[named][:40]}” is no time with words under it."
            report.add(
                "value-wrong", start + named, found, "Write 00:01.000 --> 00:04.500, then the sentence."
            )
            continue
        begin, end = _seconds(times.groups()[:4]), _seconds(times.groups()[4:])
        if not until <= begin < end:
            found = f"“{block[named][:40]}” does not follow what stands before it."
            report.add(
                "value-wrong", start + named, found, "Let each begin where the one before it has ended."
            )
            continue
        if end - begin > LIMITS.cue_s:
            found = f"“{block[named][:40]}” is longer than {LIMITS.cue_s} s."
            report.add("value-wrong", start + named, found, "Give each sentence a cue of its own.")
            continue
        until = end
        yield Cue(begin, end, said)


def _blocks(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield what stands between empty lines behind the heading, each with the number of its first line."""
    block: list[str] = []
    for number, line in enumerate([*lines, ""], 1):
        if line.strip():
            block.append(line)
        else:
            if block and number > len(block) + 1:
                yield number - len(block), block
            block = []


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in parts)
    return hours * 3600 + minutes * 60 + seconds + thousandths / 1000
