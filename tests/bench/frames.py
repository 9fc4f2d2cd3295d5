# SPDX-License-Identifier: Apache-2.0
"""Every frame of changes on the wall and of turns: does it hold anything but ground and pages?

A frame counts once two looks at it are alike, so that none is judged while it is being written. On the wall a
frame must be one page at some opacity over the ground, in a turn both pages side by side at some offset.
The bar at the foot is no page and is left out.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.desk import desk, seat
from tests.bench.figures import Bar, Row, Table
from tests.bench.peers import KIOSK, PYTHON_KIOSK, show
from tests.bench.plan import HD, Plan
from tests.bench.probe import watch
from tests.bench.reading import RUN, open_first
from tests.e2e import look
from tests.e2e.screen import Screen

EVERY_ROW, EVERY_POINT = 30, 24
AGAIN_S, STILL_S, TIMEOUT_S = 0.004, 0.15, 30.0
TOLERANCE = 8
"""By how many of 255 a channel may differ from the blend; the software renderer rounds."""
WALL = 'touch = "no"\ndwell_factor = 0.5\n'
SPEED = "5"

Rows = tuple[bytes, ...]
Point = tuple[int, int, int]


@dataclass(slots=True)
class Seen:
    """Frames that were judged, and those that held something else."""

    changes: int = 0
    frames: int = 0
    other: int = 0


def rows(screen: Screen, height: int) -> Rows:
    """Return every so many rows of the screen, from its top to a height."""
    data, length = screen.every_row(EVERY_ROW), 4 * screen.width
    count = (height + EVERY_ROW - 1) // EVERY_ROW
    return tuple(data[place * length : (place + 1) * length] for place in range(count))


def change(screen: Screen, height: int, before: Rows) -> list[Rows]:
    """Return all whole frames from a first change until the picture stands again; the last is what stands."""
    frames: list[Rows] = []
    begun = since = time.perf_counter()
    while (now := time.perf_counter()) - begun < TIMEOUT_S:
        first = rows(screen, height)
        if first == (frames[-1] if frames else before):
            if frames and now - since > STILL_S:
                return frames
            time.sleep(AGAIN_S / 4)  # nothing tells of a frame; looking without a pause would take its core
            continue
        time.sleep(AGAIN_S)  # nothing tells when a frame is whole; one half written differs after that
        if rows(screen, height) == first:
            frames.append(first)
            since = now
    raise AssertionError("the picture did not change, or never stood still")


def points(frame: Rows) -> list[Point]:
    """Return an even grid of a frame's pixels as red, green and blue."""
    step = 4 * EVERY_POINT
    return [
        (row[place + 2], row[place + 1], row[place])
        for row in frame
        for place in range(0, len(row) - 3, step)
    ]


def blended(frame: Sequence[Point], page: Sequence[Point], ground: Point) -> bool:
    """Tell whether a frame is a page at one opacity over the ground: that of the least squares."""
    drawn = [[one - under for one, under in zip(whole, ground, strict=True)] for whole in page]
    shown = [[one - under for one, under in zip(seen, ground, strict=True)] for seen in frame]
    pairs = [pair for one, other in zip(drawn, shown, strict=True) for pair in zip(one, other, strict=True)]
    whole = sum(full * full for full, _ in pairs)
    strength = min(1.0, sum(full * part for full, part in pairs) / whole) if whole else 0.0
    return all(abs(part - strength * full) <= TOLERANCE for full, part in pairs)


def faded(frame: Rows, before: Rows, after: Rows) -> bool:
    """Tell whether a frame of the wall is the page before or after at some opacity over the ground."""
    if frame in {before, after}:
        return True
    pixel = before[0][-4:]
    ground, seen = (pixel[2], pixel[1], pixel[0]), points(frame)
    return any(blended(seen, points(page), ground) for page in (before, after))


def slid(frame: Rows, before: Rows, after: Rows) -> bool:
    """Tell whether a frame of a turn is both pages side by side at one offset."""
    for left, right in ((before, after), (after, before)):
        strips = [one + other for one, other in zip(left, right, strict=True)]
        busiest = max(range(len(frame)), key=lambda place: len(set(frame[place])))
        at = strips[busiest].find(frame[busiest])
        length = len(frame[0])
        if at >= 0 and all(strip[at : at + length] == row for strip, row in zip(strips, frame, strict=True)):
            return True
    return False


def judge(seen: Seen, before: Rows, frames: list[Rows], fits: Callable[[Rows, Rows, Rows], bool]) -> None:
    """Count the frames of one change, and those that do not fit."""
    seen.changes += 1
    for frame in frames:
        seen.frames += 1
        seen.other += not fits(frame, before, frames[-1])


def wall(folder: Path, count: int) -> Seen:
    """Watch the wall change."""
    seen, settings = Seen(), folder / "station.toml"
    folder.mkdir(parents=True)
    settings.write_text(WALL, encoding="utf-8")
    with desk(folder, HD) as screen:
        place = seat(folder, screen)
        place.environment["KIOSK_TIME_SCALE"] = SPEED
        with show(PYTHON_KIOSK, place, "--settings", str(settings)) as program:
            watch(screen, 0.2, TIMEOUT_S)
            height = look.page(screen.frame()).height
            change(screen, height, rows(screen, height))  # the first may be half over
            for _ in range(count):
                before = rows(screen, height)
                judge(seen, before, change(screen, height, before), faded)
            assert program.running, program.log
    return seen


def reader(folder: Path, count: int) -> Seen:
    """Watch pages slide."""
    seen = Seen()
    with desk(folder, HD) as screen, KIOSK.read(seat(folder, screen), False) as program:
        open_first(screen, program, KIOSK)
        height = look.page(screen.frame()).height
        for number in range(count):
            before = rows(screen, height)
            screen.key("Right" if number // RUN % 2 == 0 else "Left")
            judge(seen, before, change(screen, height, before), slid)
        assert program.running, program.log
    return seen


def measure(folder: Path, plan: Plan) -> Iterator[Table]:
    """Yield the table of frames."""
    told = []
    for name, seen in (
        ("wall", wall(folder / "wall", plan.frames)),
        ("turns", reader(folder / "turns", plan.frames)),
    ):
        told += [
            Row(f"{name}: changes watched", "count", (float(seen.changes),)),
            Row(f"{name}: frames judged", "count", (float(seen.frames),)),
            Row(f"{name}: frames that held anything else", "count", (float(seen.other),), Bar(0)),
        ]
    yield Table("frames", "frames that hold anything but ground and pages", tuple(told))
