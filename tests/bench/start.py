# SPDX-License-Identifier: Apache-2.0
"""From process start to the complete first page and to the first answer, seen from outside, in turn."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.bench.desk import desk, seat
from tests.bench.figures import Bar, Row, Table, pairs
from tests.bench.peers import FLOOR, KIOSK, Peer, browser, bundle, others
from tests.bench.plan import HD, UHD, Plan, pixels
from tests.bench.probe import watch

QUIET_S = 1.5
KEPT_S = 5.0
"""How long the uncounted start stands: by then the kiosk has kept its opening for the next one."""
PAUSE_S = 0.02
"""How long a picture stands before a key is pressed, as soon as a quick hand could."""
TIMEOUT_S = 40.0
CACHES = Path("/proc/sys/vm/drop_caches")


@dataclass(frozen=True, slots=True)
class Opening:
    """Seconds from process start to the first and to the last change of the opening picture."""

    first: float
    last: float


@dataclass(frozen=True, slots=True)
class Place:
    """A folder for every program's files, and the size of the screen."""

    folder: Path
    size: tuple[int, int]

    def of(self, peer: Peer) -> Path:
        """Return the folder of a program on this size of screen."""
        return self.folder / f"{self.size[1]}" / "".join(filter(str.isalnum, peer.name))


def opening(peer: Peer, place: Place, quiet: float = QUIET_S, *, cold: bool = False) -> Opening:
    """Start a program on a fresh screen and return when its picture came and when it was complete."""
    folder = place.of(peer)
    with desk(folder, place.size) as screen:
        program = peer.start(seat(folder, screen))
        if cold:
            empty_caches()
        begun = time.perf_counter()
        with program:
            at = watch(screen, quiet, TIMEOUT_S).at
            assert at, f"nothing was shown:\n{program.log}"
            assert program.running, f"it ended:\n{program.log}"
        return Opening(at[0] - begun, at[-1] - begun)


def answered(peer: Peer, place: Place) -> float:
    """Start a program, press a key as soon as its picture stands; return when it answered, from the start."""
    folder = place.of(peer)
    with desk(folder, place.size) as screen:
        program = peer.start(seat(folder, screen))
        begun = time.perf_counter()
        with program:
            assert watch(screen, PAUSE_S, TIMEOUT_S).at, f"nothing was shown:\n{program.log}"
            at = watch(screen, PAUSE_S, TIMEOUT_S, partial(screen.key, "Right")).at
            assert at, f"it did not answer:\n{program.log}"
        return at[0] - begun


def empty_caches() -> None:
    """Have the kernel forget what it has read of files."""
    os.sync()
    CACHES.write_text("3\n", encoding="ascii")


def not_cold() -> str:
    """Return why file caches cannot be emptied here, or nothing."""
    try:
        empty_caches()
    except OSError as error:
        return f"the file cache cannot be emptied: {error.strerror}; root may"
    return ""


def in_turn(
    peers: tuple[Peer, ...], place: Place, rounds: int, *, cold: bool = False
) -> dict[str, list[Opening]]:
    """Start every program that is there in turn, after one start of each that is not counted."""
    there = [peer for peer in peers if not peer.why]
    for peer in there:
        opening(peer, place, KEPT_S)
    found: dict[str, list[Opening]] = {peer.name: [] for peer in there}
    for _ in range(rounds):
        for peer in there:
            found[peer.name].append(opening(peer, place, cold=cold))
    return found


def last(found: dict[str, list[Opening]], peer: Peer) -> tuple[float, ...]:
    """Return when a program's picture was complete, start by start."""
    return tuple(each.last for each in found.get(peer.name, ()))


def compared(found: dict[str, list[Opening]], one: Peer, other: Peer, bar: Bar | None, size: str) -> Row:
    """Return the row of ratios of two programs, pair by pair."""
    name = f"{one.name} ÷ {other.name}, {size}"
    return Row(name, "ratio", pairs(last(found, one), last(found, other)), bar, one.why or other.why)


def sized(place: Place, plan: Plan) -> Iterator[Row]:
    """Yield the rows of one size of screen."""
    peers = (FLOOR, KIOSK, bundle(), browser())
    words = pixels(place.size)
    found = in_turn(peers, place, plan.starts)
    for peer in peers:
        yield Row(f"{peer.name}, {words}", "ms", last(found, peer), why=peer.why)
    yield compared(found, KIOSK, FLOOR, Bar(1.5), words)
    yield compared(found, KIOSK, browser(), Bar(0.40), words)
    yield compared(found, bundle(), KIOSK, Bar(1.2), words)
    if place.size == HD:
        first = tuple(each.first for each in found[KIOSK.name])
        yield Row("kiosk, first changed pixel", "ms", first, plotted=False)
        quick = tuple(answered(KIOSK, place) for _ in range(plan.starts))
        yield Row("kiosk, a key pressed at once answered", "ms", quick)
        yield Row("kiosk, its own cache empty", "ms", tuple(empty(place, plan.starts)))
        late = in_turn(others(), place, plan.starts_of_others)
        for peer in others():
            yield Row(f"{peer.name}, {words}", "ms", last(late, peer), why=peer.why)


def empty(place: Place, rounds: int) -> Iterator[float]:
    """Yield when the picture was complete in a home folder that never saw the program."""
    new = Place(place.folder / "empty", place.size)
    for _ in range(rounds):
        shutil.rmtree(new.folder, ignore_errors=True)
        yield opening(KIOSK, new).last


def cold(place: Place, plan: Plan) -> Iterator[Row]:
    """Yield the rows of starts after the file cache was emptied."""
    peers, why = (FLOOR, KIOSK, bundle(), browser()), not_cold()
    found = {} if why else in_turn(peers, place, plan.cold_starts, cold=True)
    for peer in peers:
        yield Row(f"{peer.name}", "ms", last(found, peer), why=why or peer.why)
    ratios = compared(found, KIOSK, browser(), Bar(0.6), "1080p")
    yield ratios if not why else Row(ratios.name, "ratio", (), ratios.bar, why)


def measure(folder: Path, plan: Plan) -> Iterator[Table]:
    """Yield the tables of starts."""
    warm = tuple(row for size in (HD, UHD) for row in sized(Place(folder, size), plan))
    yield Table("start", "process start to complete first page", warm)
    rows = tuple(cold(Place(folder / "cold", HD), plan))
    yield Table("cold-start", f"the same with an empty file cache, {pixels(HD)}", rows)
