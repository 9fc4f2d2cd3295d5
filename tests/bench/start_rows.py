# SPDX-License-Identifier: Apache-2.0
"""What is told of starts, and what they must reach."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from tests.bench.figures import AHEAD, Bar, Row, pairs
from tests.bench.peers import BROWSER, FLOOR, KIOSK, Peer
from tests.bench.plan import pixels
from tests.bench.rounds import Taken

T = TypeVar("T")

BESIDE_FLOOR, BESIDE_BROWSER, PACKED, COLD = Bar(1.5), Bar(0.40), Bar(1.2), Bar(0.6)


@dataclass(frozen=True, slots=True)
class Opening:
    """Seconds from process start to the first and to the last change of the opening picture."""

    first: float
    last: float


def last(taken: Taken[Opening], peer: Peer) -> tuple[float, ...]:
    """Return when a program's picture was complete, start by start."""
    return tuple(each.last for each in taken.of(peer))


def warm_rows(peers: Sequence[Peer], opened: Taken[Opening], size: tuple[int, int]) -> Iterator[Row]:
    """Yield the rows of starts with files that were read before, on one size of screen."""
    words = pixels(size)
    for peer in peers:
        yield Row(f"{peer.name}, {words}", "ms", last(opened, peer), why=opened.why(peer))
    began = tuple(each.first for each in opened.of(KIOSK))
    yield Row(f"kiosk, {words}: first changed pixel", "ms", began, plotted=False)
    for peer in peers:
        if peer is not KIOSK:
            one, other, bar = compared(peer)
            ratio = pairs(last(opened, one), last(opened, other))
            why = opened.why(one, other)
            yield Row(f"{one.name} ÷ {other.name}, {words}", "ratio", ratio, bar, why)


def compared(peer: Peer) -> tuple[Peer, Peer, Bar]:
    """Return whose start is divided by whose, and what that must reach; the bundle's is beside the kiosk."""
    if peer is FLOOR:
        return KIOSK, peer, BESIDE_FLOOR
    if not peer.foreign:
        return peer, KIOSK, PACKED
    return KIOSK, peer, BESIDE_BROWSER if peer.name == BROWSER else AHEAD


def beside_others(
    peers: Sequence[Peer], words: str, told: Callable[[Peer], Sequence[float]], taken: Taken[T], bar: Bar
) -> Iterator[Row]:
    """Yield what was measured of each program, and of the kiosk beside those of others, pair by pair."""
    for peer in peers:
        yield Row(f"{peer.name}, {words}", "ms", tuple(told(peer)), why=taken.why(peer))
    for peer in peers:
        if peer.foreign:
            ratio, why = pairs(told(KIOSK), told(peer)), taken.why(KIOSK, peer)
            yield Row(f"kiosk ÷ {peer.name}, {words}", "ratio", ratio, bar, why)


def answer_rows(peers: Sequence[Peer], answers: Taken[float], size: tuple[int, int]) -> Iterator[Row]:
    """Yield the rows of a key pressed as soon as the picture stands."""
    return beside_others(peers, f"{pixels(size)}: a key pressed at once answered", answers.of, answers, AHEAD)


def first_rows(peers: Sequence[Peer], opened: Taken[Opening], size: tuple[int, int]) -> Iterator[Row]:
    """Yield the rows of starts in a home folder that never saw the program."""
    words = f"{pixels(size)}: its very first start"
    return beside_others(peers, words, partial(last, opened), opened, AHEAD)


def cold_rows(
    peers: Sequence[Peer], opened: Taken[Opening], new: Taken[Opening], size: tuple[int, int]
) -> Iterator[Row]:
    """Yield the rows of starts after the file cache was emptied; `new` are those of a first start."""
    yield from beside_others(peers, pixels(size), partial(last, opened), opened, COLD)
    name = f"{KIOSK.name}, {pixels(size)}: its very first start"
    yield Row(name, "ms", last(new, KIOSK), why=new.why(KIOSK))
