# SPDX-License-Identifier: Apache-2.0
"""From process start to the complete first page and to the first answer, seen from outside, in turn."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.bench.desk import Seat, desk, seat
from tests.bench.figures import Row, Table
from tests.bench.peers import FLOOR, KIOSK, Peer, browser, bundle, others
from tests.bench.plan import HD, UHD, Plan
from tests.bench.probe import watch
from tests.bench.rounds import Taken, in_rounds
from tests.bench.start_rows import Opening, answer_rows, cold_rows, first_rows, warm_rows
from tests.e2e.program import Program

QUIET_S = 1.5
KEPT_S = 5.0
"""How long the uncounted start stands: by then the kiosk has kept its opening for the next one."""
PAUSE_S = 0.02
"""How long a picture stands before a key is pressed, as soon as a quick hand could."""
ANSWER_S, PATIENCE_S = 0.5, 3.0
"""How long an answer stands until it counts as whole, and when whoever sees none presses again."""
PRESSES = 4
TIMEOUT_S = 40.0
CACHES = Path("/proc/sys/vm/drop_caches")


@dataclass(frozen=True, slots=True)
class Place:
    """A folder for every program's files, and the size of the screen."""

    folder: Path
    size: tuple[int, int]

    def of(self, peer: Peer) -> Path:
        """Return the folder of a program on this size of screen."""
        return self.folder / f"{self.size[1]}" / "".join(filter(str.isalnum, peer.name))


def begin(peer: Peer, seat: Seat) -> Program:
    """Return a program as it comes, not yet started."""
    return peer.start(seat)


def read(peer: Peer, seat: Seat) -> Program:
    """Return a program for reading without motion, not yet started."""
    return peer.read(seat, True)


def opening(
    peer: Peer,
    place: Place,
    quiet: float = QUIET_S,
    *,
    cold: bool = False,
    how: Callable[[Peer, Seat], Program] = begin,
) -> Opening:
    """Start a program on a fresh screen and return when its picture came and when it was complete."""
    folder = place.of(peer)
    with desk(folder, place.size) as screen:
        program = how(peer, seat(folder, screen))
        if cold:
            empty_caches()
        begun = time.perf_counter()
        with program:
            at = watch(screen, quiet, TIMEOUT_S).at
            assert at, f"nothing was shown:\n{program.log}"
            assert program.running, f"it ended:\n{program.log}"
        return Opening(at[0] - begun, at[-1] - begun)


def answered(peer: Peer, place: Place) -> float:
    """Start a program for reading, press a key as soon as its picture stands; return when it has answered.

    Seconds from process start to the last change after the key; it is pressed again if nothing comes of it.
    """
    folder = place.of(peer)
    with desk(folder, place.size) as screen:
        program = read(peer, seat(folder, screen))
        begun = time.perf_counter()
        with program:
            assert watch(screen, PAUSE_S, TIMEOUT_S).at, f"nothing was shown:\n{program.log}"
            for _ in range(PRESSES):
                at = watch(screen, ANSWER_S, PATIENCE_S, partial(screen.key, "Right")).at
                if at:
                    return at[-1] - begun
        raise AssertionError(f"it did not answer:\n{program.log}")


def first(peer: Peer, place: Place, *, cold: bool = False) -> Opening:
    """Start a program in a home folder that never saw it."""
    new = Place(place.folder / "first", place.size)
    shutil.rmtree(new.folder, ignore_errors=True)
    return opening(peer, new, cold=cold)


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


def openings(rounds: dict[Peer, int], place: Place, *, cold: bool = False) -> Taken[Opening]:
    """Start every program in turn, after one start of each that is not counted."""
    return in_rounds(
        rounds,
        lambda peer, _: opening(peer, place, cold=cold),
        lambda peer: opening(peer, place, KEPT_S),
    )


def sized(folder: Path, size: tuple[int, int], plan: Plan) -> Iterator[Row]:
    """Yield the rows of one size of screen."""
    chromium, packed, slow = browser(), bundle(), others() if size == HD else ()
    rounds = dict.fromkeys((FLOOR, KIOSK, packed, chromium), plan.starts)
    rounds |= dict.fromkeys(slow, plan.starts_of_others)
    yield from warm_rows(tuple(rounds), openings(rounds, Place(folder, size)), size)

    place = Place(folder / "answer", size)
    rounds = dict.fromkeys((KIOSK, chromium), plan.starts) | dict.fromkeys(slow, plan.starts_of_others)
    answers = in_rounds(
        rounds,
        lambda peer, _: answered(peer, place),
        lambda peer: opening(peer, place, KEPT_S, how=read),
    )
    yield from answer_rows(tuple(rounds), answers, size)

    rounds = dict.fromkeys((KIOSK, chromium), plan.first_starts)
    new = in_rounds(rounds, lambda peer, _: first(peer, Place(folder, size)))
    yield from first_rows(tuple(rounds), new, size)


def cold(folder: Path, size: tuple[int, int], plan: Plan) -> Iterator[Row]:
    """Yield the rows of starts after the file cache was emptied."""
    peers, why = (FLOOR, KIOSK, bundle(), browser()), not_cold()
    opened: Taken[Opening] = Taken(reasons={peer.name: why for peer in peers})
    new = opened
    if not why:
        opened = openings(dict.fromkeys(peers, plan.cold_starts), Place(folder, size), cold=True)
        new = in_rounds(
            {KIOSK: plan.first_starts}, lambda peer, _: first(peer, Place(folder, size), cold=True)
        )
    yield from cold_rows(peers, opened, new, size)


def measure(folder: Path, plan: Plan) -> Iterator[Table]:
    """Yield the tables of starts."""
    warm = tuple(row for size in (HD, UHD) for row in sized(folder, size, plan))
    yield Table("start", "process start to complete first page", warm)
    rows = tuple(row for size in (HD, UHD) for row in cold(folder / "cold", size, plan))
    yield Table("cold-start", "the same with an empty file cache", rows)
