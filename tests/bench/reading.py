# SPDX-License-Identifier: Apache-2.0
"""A reader turns pages, then the page stands: turns, memory of all processes, processor time at rest."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

import psutil

from tests.bench.desk import desk, runtime, seat
from tests.bench.figures import Row, Table
from tests.bench.memory import memory
from tests.bench.peers import FLOOR, KIOSK, Peer, browser, bundle, others
from tests.bench.plan import HD, UHD, Plan
from tests.bench.probe import Changes, watch
from tests.bench.reading_rows import Rest, Session, Turned, rest_rows, slide_rows, turn_rows
from tests.bench.rounds import Taken, in_rounds
from tests.bench.start import KEPT_S, Place, opening, read
from tests.e2e import look
from tests.e2e.look import Kind
from tests.e2e.program import Program, wait_until
from tests.e2e.screen import Screen

RUN = 5
QUIET_S = 0.2
OPENING_S = 1.5
SETTLE_S = 3.0
TIMEOUT_S = 10.0
ANSWER_S = 5.0
"""How long a key may go unanswered before it counts as one that nothing answered."""

SOON_S = 0.1
"""How long after a key the next one is pressed by somebody in a hurry."""


def tree(program: Program) -> list[psutil.Process]:
    """Return a program's process and all that came of it."""
    first = psutil.Process(program.process.pid)
    return [first, *first.children(recursive=True)]


def seconds(processes: list[psutil.Process]) -> float:
    """Return the processor time that processes have used, with that of their children that have ended."""
    used = 0.0
    for each in processes:
        with suppress(psutil.NoSuchProcess):
            used += sum(each.cpu_times()[:4])
    return used


def turned(seen: Changes) -> Turned | None:
    """Return a turn as the probe saw it; None where nothing changed."""
    if not seen.at:
        return None
    return Turned(seen.at[0] - seen.begun, seen.at[-1] - seen.begun, seen.at, seen.gap_s)


def turn(screen: Screen, key: str) -> Turned | None:
    """Press a key and return what the screen did; None where it did nothing."""
    return turned(watch(screen, QUIET_S, ANSWER_S, partial(screen.key, key)))


def open_first(screen: Screen, program: Program, peer: Peer) -> None:
    """Wait for a program's picture and open its first page to read."""
    assert watch(screen, OPENING_S, 40.0).at, f"nothing was shown:\n{program.log}"
    for key in peer.opening:
        changed = watch(screen, OPENING_S, TIMEOUT_S, partial(screen.key, key)).at
        assert changed, f"nothing changed after {key}:\n{program.log}"


def keys(count: int) -> Iterator[str]:
    """Yield keys that turn five pages on and five back."""
    return ("Right" if number // RUN % 2 == 0 else "Left" for number in range(count))


def turns(screen: Screen, program: Program, count: int) -> list[Turned]:
    """Turn five pages on and five back; return each turn, without the keys that nothing answered."""
    done = [answer for answer in (turn(screen, key) for key in keys(count)) if answer]
    assert program.running, program.log
    assert done, f"no key was answered:\n{program.log}"
    return done


def hurried(screen: Screen, count: int) -> list[Turned]:
    """Press a key twice in a tenth of a second, so often; return what followed the second press."""
    done = []
    for key in keys(count):
        screen.key(key)
        time.sleep(SOON_S)  # the pace of a hand is what is measured; an answer may come before or after
        done.append(turn(screen, key))
    return [answer for answer in done if answer]


def touched(screen: Screen, count: int) -> list[Turned]:
    """Press the kiosk's Next as a finger does, five times and back by key; return turns from the release.

    The arrow of the mouse is waited for: it goes some time after the mouse stood still, which no finger sees.
    """
    done = []
    for number in range(count):
        if number and number % RUN == 0:
            for _ in range(RUN):
                turn(screen, "Left")
        button = next(each for each in look.buttons(screen.frame()) if each.kind is Kind.MAIN)
        screen.move(*button.area.centre)
        wait_until(lambda: not screen.cursor_shown(), "the arrow to go")
        watch(screen, QUIET_S, QUIET_S, partial(screen.down, *button.area.centre))
        done.append(turned(watch(screen, QUIET_S, ANSWER_S, screen.up)))
    return [answer for answer in done if answer]


def rest(screen: Screen, program: Program, idle_s: float) -> Rest:
    """Let the page stand and return what happens nevertheless."""
    time.sleep(SETTLE_S)  # a picture that stands does not tell when a peer has done what a turn left
    with screen.damage() as drawn:
        before, begun = seconds(tree(program)), time.perf_counter()
        changed = watch(screen, idle_s, idle_s).at
        spent = seconds(tree(program)) - before
        share = spent / (time.perf_counter() - begun)
        return Rest(share, len(changed), drawn(), memory(tree(program), runtime(screen)))


def session(peer: Peer, place: Place, plan: Plan, number: int) -> Session:
    """Read with reduced motion, then let the page stand in the first sessions; return what was seen."""
    folder, seen = place.of(peer), Session()
    with desk(folder, place.size) as screen, read(peer, seat(folder, screen)) as program:
        open_first(screen, program, peer)
        if peer is KIOSK:
            seen.touched = touched(screen, plan.touches)
            for _ in range((plan.touches - 1) % RUN + 1):
                turn(screen, "Left")
        if peer is KIOSK or peer.name == browser().name:
            seen.hurried = hurried(screen, plan.hurries)
        if peer is not FLOOR:
            seen.turns = turns(screen, program, plan.turns)
            seen.unanswered = plan.turns - len(seen.turns)
        seen.memory = memory(tree(program), runtime(screen))
        if number < plan.rests:
            seen.rest = rest(screen, program, plan.idle_s)
    return seen


def sessions(rounds: dict[Peer, int], place: Place, plan: Plan) -> Taken[Session]:
    """Have sessions with every program in turn, after one start of each that is not counted."""
    return in_rounds(
        rounds,
        lambda peer, number: session(peer, place, plan, number),
        lambda peer: opening(peer, place, KEPT_S, how=read),
    )


def sliding(peer: Peer, place: Place, plan: Plan) -> list[Turned]:
    """Turn pages that slide; return each turn."""
    folder = place.of(peer)
    with desk(folder, place.size) as screen, peer.read(seat(folder, screen), False) as program:
        open_first(screen, program, peer)
        return turns(screen, program, plan.sliding_turns)


def slides(peers: tuple[Peer, ...], place: Place, plan: Plan) -> Taken[list[Turned]]:
    """Turn pages that slide, with every program once."""
    return in_rounds(dict.fromkeys(peers, 1), lambda peer, _: sliding(peer, place, plan))


def measure(folder: Path, plan: Plan) -> Iterator[Table]:
    """Yield the tables of turns, of rest and of motion."""
    tables: dict[str, list[Row]] = {"turn": [], "rest": [], "slide": []}
    for size in (HD, UHD):
        place, chromium = Place(folder, size), browser()
        rounds = dict.fromkeys((FLOOR, KIOSK, chromium), plan.sessions)
        if size == HD:
            rounds |= dict.fromkeys((bundle(), *others()), plan.sessions_of_others)
        seen = sessions(rounds, place, plan)
        tables["turn"] += turn_rows(tuple(rounds), seen, size)
        tables["rest"] += rest_rows(tuple(rounds), seen, size)
        slid = slides((KIOSK, chromium), Place(folder / "slide", size), plan)
        tables["slide"] += slide_rows((KIOSK, chromium), slid, size)
    yield Table("turn", "page turn with reduced motion", tuple(tables["turn"]))
    yield Table("rest", f"after {plan.turns} turns, and {plan.idle_s:.0f} s at rest", tuple(tables["rest"]))
    yield Table("slide", "page turn that slides for 250 ms", tuple(tables["slide"]))
