# SPDX-License-Identifier: Apache-2.0
"""Every frame of changes on the wall and of turns: does it hold anything but ground and pages?

The X server draws nothing while a frame is read, so that none is judged half written. On the wall a frame
must be one page at some opacity over the ground, in a turn both pages side by side at some offset. The bar at
the foot is no page and is left out.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from multiprocessing import get_context
from operator import mul
from pathlib import Path

from tests.bench.desk import desk, seat
from tests.bench.figures import Bar, Row, Table
from tests.bench.peers import KIOSK, PYTHON_KIOSK, show
from tests.bench.plan import HD, Plan
from tests.bench.probe import watch
from tests.bench.reading import RUN, open_first
from tests.bench.results import RESULTS
from tests.e2e import look
from tests.e2e.picture import Frame
from tests.e2e.screen import Screen

EVERY_ROW, EVERY_POINT = 30, 24
LOOK_S, STILL_S, TIMEOUT_S = 0.002, 0.15, 30.0
TOLERANCE = 8
"""By how many of 255 a channel may differ from the blend; the software renderer rounds."""
WALL = 'touch = "no"\ndwell_factor = 0.5\n'
SPEED = "7"

OTHER = RESULTS / "other"
"""Where the frames of a change are kept that held anything else."""

Rows = tuple[bytes, ...]


@dataclass(slots=True)
class Seen:
    """Frames that were judged, and those that held something else."""

    changes: int = 0
    frames: int = 0
    other: int = 0


def rows(screen: Screen, height: int) -> Rows:
    """Return every so many rows of the screen, from its top to a height, none of them half written."""
    with screen.held():
        data = screen.every_row(EVERY_ROW)
    length = 4 * screen.width
    count = (height + EVERY_ROW - 1) // EVERY_ROW
    return tuple(data[place * length : (place + 1) * length] for place in range(count))


def change(screen: Screen, height: int, before: Rows) -> list[Rows]:
    """Return all frames from a first change until the picture stands again; the last is what stands."""
    frames: list[Rows] = []
    begun = since = time.perf_counter()
    while (now := time.perf_counter()) - begun < TIMEOUT_S:
        seen = rows(screen, height)
        if seen != (frames[-1] if frames else before):
            frames.append(seen)
            since = now
        elif frames and now - since > STILL_S:
            return frames
        time.sleep(LOOK_S)  # nothing tells of a frame; looking without a pause would take its core
    raise AssertionError("the picture did not change, or never stood still")


@lru_cache(maxsize=8)
def drawn(frame: Rows, ground: bytes) -> list[int]:
    """Return by how much an even grid of a frame's pixels differs from the ground, channel by channel."""
    step = 4 * EVERY_POINT
    return [value - ground[channel] for row in frame for channel in range(3) for value in row[channel::step]]


def blended(frame: Rows, page: Rows, ground: bytes) -> bool:
    """Tell whether a frame is a page at one opacity over the ground: that of the least squares."""
    part, full = drawn(frame, ground), drawn(page, ground)
    whole = sum(map(mul, full, full))
    strength = min(1.0, sum(map(mul, full, part)) / whole) if whole else 0.0
    return all(abs(seen - strength * one) <= TOLERANCE for seen, one in zip(part, full, strict=True))


def faded(frame: Rows, before: Rows, after: Rows) -> bool:
    """Tell whether a frame of the wall is the page before or after at some opacity over the ground."""
    ground = before[0][-4:]
    return frame in {before, after} or any(blended(frame, page, ground) for page in (before, after))


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


def judge(
    seen: Seen, before: Rows, frames: list[Rows], fits: Callable[[Rows, Rows, Rows], bool], kept: Path
) -> None:
    """Count the frames of one change, and those that do not fit; all frames of such a change are kept."""
    wrong = [frame for frame in frames if not fits(frame, before, frames[-1])]
    seen.changes += 1
    seen.frames += len(frames)
    seen.other += len(wrong)
    if wrong:
        kept.mkdir(parents=True, exist_ok=True)
        for place, frame in enumerate((before, *frames)):
            name = f"{seen.changes}-{place}{'-wrong' * (frame in wrong)}.png"
            Frame(len(frame[0]) // 4, len(frame), len(frame[0]), b"".join(frame)).save(kept / name)


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
            before = change(screen, height, rows(screen, height))[-1]  # the first may be half over
            for _ in range(count):
                frames = change(screen, height, before)
                judge(seen, before, frames, faded, OTHER / "wall")
                before = frames[-1]
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
            judge(seen, before, change(screen, height, before), slid, OTHER / "turns")
        assert program.running, program.log
    return seen


def measure(folder: Path, plan: Plan) -> Iterator[Table]:
    """Yield the table of frames; wall and turns are watched side by side, each on a screen of its own."""
    shutil.rmtree(OTHER, ignore_errors=True)
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        watched = {
            "wall": pool.submit(wall, folder / "wall", plan.frames),
            "turns": pool.submit(reader, folder / "turns", plan.frames),
        }
    told = []
    for name, each in watched.items():
        seen = each.result()
        told += [
            Row(f"{name}: changes watched", "count", (float(seen.changes),)),
            Row(f"{name}: frames judged", "count", (float(seen.frames),)),
            Row(f"{name}: frames that held anything else", "count", (float(seen.other),), Bar(0)),
        ]
    yield Table("frames", "frames that hold anything but ground and pages", tuple(told))
