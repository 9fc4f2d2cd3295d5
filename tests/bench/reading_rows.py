# SPDX-License-Identifier: Apache-2.0
"""What is told of a reader's sessions, and what it must reach."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from tests.bench.figures import AHEAD, Bar, Row, pairs
from tests.bench.memory import Memory
from tests.bench.peers import BROWSER, FLOOR, KIOSK, Peer
from tests.bench.plan import HD, UHD, pixels
from tests.bench.rounds import Taken

SLOW_S = 0.033
WRITTEN_S = 0.006
WHOLE = {HD: Bar(0.034), UHD: Bar(0.060)}
FIRST = {HD: Bar(0.050, "worst"), UHD: Bar(0.080, "worst")}
MEMORY = {HD: Bar(0.30), UHD: Bar(0.60)}
"""What the kiosk must reach by size of screen: whole new page, first pixel, share of Chromium's memory."""

NONE, CALM = Bar(0, "worst"), Bar(0.003)
SMOOTH, LATE = Bar(55, at_least=True), Bar(0.02)


@dataclass(frozen=True, slots=True)
class Turned:
    """Seconds from the key to the first changed pixel and to the last, and every moment of change between.

    `gap_s` is the probe's longest look-away meanwhile.
    """

    first: float
    whole: float
    at: tuple[float, ...]
    gap_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Rest:
    """How a page stood: share of a core, changes of the picture, pieces drawn, and the memory at its end."""

    share: float
    changes: int
    drawn: int
    memory: Memory


@dataclass(slots=True)
class Session:
    """What one session with a program showed; keys that nothing answered are in none of the lists."""

    turns: list[Turned] = field(default_factory=list)
    unanswered: int = 0
    touched: list[Turned] = field(default_factory=list)
    hurried: list[Turned] = field(default_factory=list)
    memory: Memory | None = None
    rest: Rest | None = None


def ours(peer: Peer) -> bool:
    """Tell whether a program is a kiosk, from source or the bundle."""
    return not peer.foreign and peer is not FLOOR


def held(peer: Peer, bar: Bar) -> Bar | None:
    """Return the bar of a kiosk; others have none."""
    return bar if ours(peer) else None


def turn_rows(peers: Sequence[Peer], seen: Taken[Session], size: tuple[int, int]) -> Iterator[Row]:
    """Yield the rows of turns without motion on one size of screen."""
    turning = [peer for peer in peers if peer is not FLOOR]
    for peer in turning:
        name, why, stays = f"{peer.name}, {pixels(size)}", seen.why(peer), seen.of(peer)
        yield from answer_rows(
            f"{name}: key", peer, [each for stay in stays for each in stay.turns], size, why
        )
        lost = tuple(float(stay.unanswered) for stay in stays)
        yield Row(f"{name}: keys that nothing answered", "count", lost, held(peer, NONE), why)
        if peer is KIOSK:
            touches = [each for stay in stays for each in stay.touched]
            yield from answer_rows(f"{name}: touch", peer, touches, size, why)
        if peer is KIOSK or peer.name == BROWSER:
            soon = tuple(each.first for stay in stays for each in stay.hurried)
            yield Row(
                f"{name}: a second key 0.1 s later to first changed pixel", "ms", soon, why=why, plotted=False
            )
    for what, told in (("first changed pixel", first), ("whole new page", whole)):
        yield from beside(turning, seen, f"{pixels(size)}: {what}", told, AHEAD)
    gaps = tuple(each.gap_s for peer in turning for stay in seen.of(peer) for each in stay.turns)
    yield Row(
        f"the probe's longest look-away, {pixels(size)}", "ms", (max(gaps),) if gaps else (), plotted=False
    )


def answer_rows(
    name: str, peer: Peer, done: Sequence[Turned], size: tuple[int, int], why: str
) -> Iterator[Row]:
    """Yield the rows of what came of keys or touches."""
    begun, over = tuple(each.first for each in done), tuple(each.whole for each in done)
    yield Row(f"{name} to first changed pixel", "ms", begun, held(peer, FIRST[size]), why)
    yield Row(f"{name} to whole new page", "ms", over, held(peer, WHOLE[size]), why)


def first(stay: Session) -> float:
    """Return a session's median from the key to the first changed pixel."""
    return median(each.first for each in stay.turns)


def whole(stay: Session) -> float:
    """Return a session's median from the key to the whole new page."""
    return median(each.whole for each in stay.turns)


def beside(
    peers: Sequence[Peer], seen: Taken[Session], words: str, told: Callable[[Session], float], bar: Bar
) -> Iterator[Row]:
    """Yield the kiosk's figures divided by those of somebody else's programs, session by session."""
    for peer in peers:
        if peer.foreign:
            ratio = pairs([told(stay) for stay in seen.of(KIOSK)], [told(stay) for stay in seen.of(peer)])
            yield Row(f"kiosk ÷ {peer.name}, {words}", "ratio", ratio, bar, seen.why(KIOSK, peer))


def rest_rows(peers: Sequence[Peer], seen: Taken[Session], size: tuple[int, int]) -> Iterator[Row]:
    """Yield the rows of memory, and of the page that stands, on one size of screen."""
    for peer in peers:
        name, why, stays = f"{peer.name}, {pixels(size)}", seen.why(peer), seen.of(peer)
        rests = [stay.rest for stay in stays if stay.rest]
        busy = tuple(stay.memory.processes for stay in stays if stay.memory)
        yield Row(f"{name}: memory after the turns", "MB", busy, why=why)
        yield Row(f"{name}: memory at rest", "MB", tuple(each.memory.processes for each in rests), why=why)
        both = tuple(each.memory.with_files for each in rests)
        yield Row(f"{name}: memory at rest with files in memory", "MB", both, why=why)
        share = tuple(each.share for each in rests)
        yield Row(f"{name}: share of a core", "share", share, held(peer, CALM), why)
        changes = tuple(float(each.changes) for each in rests)
        yield Row(f"{name}: changes of the picture", "count", changes, held(peer, NONE), why)
        drawn = tuple(float(each.drawn) for each in rests)
        yield Row(f"{name}: pieces drawn", "count", drawn, held(peer, NONE), why)
    for one in filter(ours, peers):
        for other in (peer for peer in peers if peer.foreign):
            yield from memory_rows(one, other, seen, size)


def memory_rows(one: Peer, other: Peer, seen: Taken[Session], size: tuple[int, int]) -> Iterator[Row]:
    """Yield a kiosk's memory divided by that of somebody else's program, session by session."""
    name, why = f"{one.name} ÷ {other.name}, {pixels(size)}", seen.why(one, other)
    bar = MEMORY[size] if other.name == BROWSER else AHEAD

    def ratio(told: Callable[[Session], Iterator[float]]) -> tuple[float, ...]:
        upper, lower = ([value for stay in seen.of(peer) for value in told(stay)] for peer in (one, other))
        return pairs(upper, lower)

    def busy(stay: Session) -> Iterator[float]:
        yield from (stay.memory.processes,) if stay.memory else ()

    def resting(stay: Session) -> Iterator[float]:
        yield from (stay.rest.memory.processes,) if stay.rest else ()

    def with_files(stay: Session) -> Iterator[float]:
        yield from (stay.rest.memory.with_files,) if stay.rest else ()

    yield Row(f"{name}: memory after the turns", "ratio", ratio(busy), bar, why)
    yield Row(f"{name}: memory at rest", "ratio", ratio(resting), bar, why)
    yield Row(f"{name}: memory at rest with files in memory", "ratio", ratio(with_files), AHEAD, why)


def frames(at: Sequence[float]) -> list[float]:
    """Return when frames began; a look at one that is only half written saw it twice."""
    return [moment for place, moment in enumerate(at) if not place or moment - at[place - 1] > WRITTEN_S]


def slide_rows(peers: Sequence[Peer], slid: Taken[list[Turned]], size: tuple[int, int]) -> Iterator[Row]:
    """Yield how smoothly pages slid on one size of screen."""
    for peer in peers:
        name, why = f"{peer.name}, {pixels(size)}", slid.why(peer)
        done = [each for run in slid.of(peer) for each in run]
        shown = [frames(each.at) for each in done]
        gaps = [later - sooner for at in shown for sooner, later in pairwise(at)]
        rates = tuple((len(at) - 1) / (at[-1] - at[0]) for at in shown if len(at) > 1)
        late = (sum(gap > SLOW_S for gap in gaps) / len(gaps),) if gaps else ()
        yield Row(f"{name}: frames", "frames a second", rates, held(peer, SMOOTH), why)
        yield Row(f"{name}: share over 33 ms", "share", late, held(peer, LATE), why)
        begun, over = tuple(each.first for each in done), tuple(each.whole for each in done)
        yield Row(f"{name}: key to first changed pixel", "ms", begun, why=why, plotted=False)
        yield Row(f"{name}: key to whole new page", "ms", over, why=why, plotted=False)
