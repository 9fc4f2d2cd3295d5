# SPDX-License-Identifier: Apache-2.0
"""A reader turns pages, then the page stands: turns, memory of all processes, processor time at rest."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise
from pathlib import Path

import psutil

from tests.bench.desk import desk, seat
from tests.bench.figures import Bar, Row, Table, summary
from tests.bench.peers import KIOSK, Peer, browser, bundle, others
from tests.bench.plan import HD, UHD, Plan, pixels
from tests.bench.probe import watch
from tests.e2e.program import Program
from tests.e2e.screen import Screen

RUN = 5
QUIET_S = 0.25
OPENING_S = 2.0
SETTLE_S = 3.0
TIMEOUT_S = 10.0
ANSWER_S = 5.0
"""How long a key may go unanswered before it counts as one that nothing answered."""

SLOW_S = 0.033
WRITTEN_S = 0.006
WHOLE_S = {HD: 0.034, UHD: 0.060}
WORST_S = {HD: 0.050, UHD: 0.080}
MEMORY = {HD: 0.30, UHD: 0.60}
"""Bars of the kiosk by size of screen: whole new page, worst first pixel, share of Chromium's memory."""


@dataclass(frozen=True, slots=True)
class Turned:
    """Seconds from the key to the first changed pixel and to the last, and every moment of change between."""

    first: float
    whole: float
    at: tuple[float, ...]


@dataclass(slots=True)
class Stay:
    """What sessions with one program showed."""

    turns: list[Turned] = field(default_factory=list)
    unanswered: int = 0
    memory_mb: list[float] = field(default_factory=list)
    share: list[float] = field(default_factory=list)
    changes: list[float] = field(default_factory=list)


def tree(program: Program) -> list[psutil.Process]:
    """Return a program's process and all that came of it."""
    first = psutil.Process(program.process.pid)
    return [first, *first.children(recursive=True)]


def megabytes(processes: list[psutil.Process]) -> float:
    """Return the memory of processes in MB, what they share counted once (PSS)."""
    return sum(each.memory_full_info().pss for each in processes) / 2**20


def seconds(processes: list[psutil.Process]) -> dict[psutil.Process, float]:
    """Return the processor time that each process has used, without those that have ended."""
    used = {}
    for each in processes:
        with suppress(psutil.NoSuchProcess):
            used[each] = sum(each.cpu_times()[:2])
    return used


def turn(screen: Screen, key: str) -> Turned | None:
    """Press a key and return what the screen did; None where it did nothing."""
    seen = watch(screen, QUIET_S, ANSWER_S, partial(screen.key, key))
    return Turned(seen.at[0] - seen.begun, seen.at[-1] - seen.begun, seen.at) if seen.at else None


def open_first(screen: Screen, program: Program, peer: Peer) -> None:
    """Wait for a program's picture and open its first page to read."""
    assert watch(screen, OPENING_S, 40.0).at, f"nothing was shown:\n{program.log}"
    for key in peer.opening:
        changed = watch(screen, OPENING_S, TIMEOUT_S, partial(screen.key, key)).at
        assert changed, f"nothing changed after {key}:\n{program.log}"


def turns(screen: Screen, program: Program, count: int) -> list[Turned]:
    """Turn five pages on and five back; return each turn, without the keys that nothing answered."""
    pressed = (turn(screen, "Right" if number // RUN % 2 == 0 else "Left") for number in range(count))
    done = [answer for answer in pressed if answer]
    assert program.running, program.log
    assert done, f"no key was answered:\n{program.log}"
    return done


def session(peer: Peer, folder: Path, size: tuple[int, int], plan: Plan, stay: Stay) -> None:
    """Read with reduced motion, then let the page stand; add to what was seen."""
    with desk(folder, size) as screen, peer.read(seat(folder, screen), True) as program:
        open_first(screen, program, peer)
        done = turns(screen, program, plan.turns)
        stay.turns += done
        stay.unanswered += plan.turns - len(done)
        time.sleep(SETTLE_S)  # a picture that stands does not tell when a peer has done what a turn left
        processes = tree(program)
        before, begun = seconds(processes), time.perf_counter()
        changed = watch(screen, plan.idle_s, plan.idle_s).at
        spent = sum(after - before[each] for each, after in seconds(processes).items())
        stay.share.append(spent / (time.perf_counter() - begun))
        stay.memory_mb.append(megabytes(tree(program)))
        stay.changes.append(float(len(changed)))


def sessions(
    peers: tuple[Peer, ...], folder: Path, size: tuple[int, int], plan: Plan, rounds: int
) -> dict[str, Stay]:
    """Have sessions with every program that is there, in turn."""
    there = [peer for peer in peers if not peer.why]
    stays = {peer.name: Stay() for peer in there}
    for number in range(rounds):
        for peer in there:
            place = folder / f"{size[1]}-{number}-{''.join(filter(str.isalnum, peer.name))}"
            session(peer, place, size, plan, stays[peer.name])
    return stays


def turn_rows(peers: tuple[Peer, ...], stays: dict[str, Stay], size: tuple[int, int]) -> Iterator[Row]:
    """Yield the rows of turns without motion on one size of screen."""
    words, chromium = pixels(size), stays.get(browser().name)
    for peer in peers:
        stay = stays.get(peer.name, Stay())
        first, whole = tuple(each.first for each in stay.turns), tuple(each.whole for each in stay.turns)
        ours = peer is KIOSK
        name = f"{peer.name}, {words}: key to"
        yield Row(
            f"{name} first changed pixel",
            "ms",
            first,
            Bar(WORST_S[size], "worst") if ours else None,
            peer.why,
        )
        yield Row(f"{name} whole new page", "ms", whole, Bar(WHOLE_S[size]) if ours else None, peer.why)
        lost = (float(stay.unanswered),) if whole else ()
        bar = Bar(0, "worst") if ours else None
        yield Row(f"{peer.name}, {words}: keys that nothing answered", "count", lost, bar, peer.why)
    own = summary([each.first for each in stays[KIOSK.name].turns]).median
    ratio = (own / summary([each.first for each in chromium.turns]).median,) if chromium else ()
    yield Row(f"kiosk ÷ Chromium, {words}: first changed pixel", "ratio", ratio, Bar(1.0), browser().why)


def rest_rows(peers: tuple[Peer, ...], stays: dict[str, Stay], size: tuple[int, int]) -> Iterator[Row]:
    """Yield the rows of the page that stands on one size of screen."""
    words, chromium = pixels(size), stays.get(browser().name)
    for peer in peers:
        stay, ours = stays.get(peer.name, Stay()), peer is KIOSK
        name = f"{peer.name}, {words}"
        yield Row(f"{name}: memory", "MB", tuple(stay.memory_mb), why=peer.why)
        yield Row(
            f"{name}: share of a core", "share", tuple(stay.share), Bar(0.003) if ours else None, peer.why
        )
        bar = Bar(0, "worst") if ours else None
        yield Row(f"{name}: changes of the picture", "count", tuple(stay.changes), bar, peer.why)
    own = summary(stays[KIOSK.name].memory_mb).median
    ratio = (own / summary(chromium.memory_mb).median,) if chromium else ()
    yield Row(f"kiosk ÷ Chromium, {words}: memory", "ratio", ratio, Bar(MEMORY[size]), browser().why)


def sliding(peer: Peer, folder: Path, size: tuple[int, int], plan: Plan) -> list[Turned]:
    """Turn pages that slide; return each turn."""
    place = folder / f"slide-{size[1]}-{''.join(filter(str.isalnum, peer.name))}"
    with desk(place, size) as screen, peer.read(seat(place, screen), False) as program:
        open_first(screen, program, peer)
        return turns(screen, program, plan.sliding_turns)


def frames(at: tuple[float, ...]) -> list[float]:
    """Return when frames began; a look at one that is only half written saw it twice."""
    return [moment for place, moment in enumerate(at) if not place or moment - at[place - 1] > WRITTEN_S]


def slide_rows(peer: Peer, size: tuple[int, int], done: list[Turned]) -> Iterator[Row]:
    """Yield how smoothly pages slid."""
    words, ours = f"{peer.name}, {pixels(size)}", peer is KIOSK and size == HD
    shown = [frames(each.at) for each in done]
    gaps = [later - sooner for at in shown for sooner, later in pairwise(at)]
    rates = tuple((len(at) - 1) / (at[-1] - at[0]) for at in shown if len(at) > 1)
    late = (sum(gap > SLOW_S for gap in gaps) / len(gaps),) if gaps else ()
    yield Row(
        f"{words}: frames", "frames a second", rates, Bar(55, at_least=True) if ours else None, peer.why
    )
    yield Row(f"{words}: share over 33 ms", "share", late, Bar(0.02) if ours else None, peer.why)
    whole = tuple(each.whole for each in done)
    yield Row(f"{words}: key to whole new page", "ms", whole, why=peer.why, plotted=False)


def measure(folder: Path, plan: Plan) -> Iterator[Table]:
    """Yield the tables of turns, of rest and of motion."""
    turned: list[Row] = []
    rested: list[Row] = []
    for size in (HD, UHD):
        peers = (KIOSK, browser(), *((bundle(), *others()) if size == HD else ()))
        stays = sessions(peers[:2], folder, size, plan, plan.sessions)
        stays |= sessions(peers[2:], folder, size, plan, 1)
        turned += turn_rows(peers, stays, size)
        rested += rest_rows(peers, stays, size)
    yield Table("turn", "page turn with reduced motion", tuple(turned))
    yield Table("rest", f"{plan.idle_s:.0f} s at rest after {plan.turns} turns", tuple(rested))
    moved: list[Row] = []
    for peer, size in ((KIOSK, HD), (browser(), HD), (KIOSK, UHD)):
        moved += slide_rows(peer, size, [] if peer.why else sliding(peer, folder, size, plan))
    yield Table("slide", "page turn that slides for 250 ms", tuple(moved))
