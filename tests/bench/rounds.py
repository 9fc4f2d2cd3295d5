# SPDX-License-Identifier: Apache-2.0
"""Rounds: programs are measured in turn, A B A B, so that a slow minute of the machine slows all of them."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

import psutil

from tests.bench.peers import Peer

T = TypeVar("T")

FAULTS = (AssertionError, OSError, subprocess.SubprocessError, psutil.Error)

REASON_LENGTH = 200
"""How much is told of what went wrong with somebody else's program; it stands in a cell of a table."""


@dataclass(slots=True)
class Taken(Generic[T]):
    """What was measured of each program by its name, round by round, and why some have nothing."""

    values: dict[str, list[T]] = field(default_factory=dict)
    reasons: dict[str, str] = field(default_factory=dict)

    def of(self, peer: Peer) -> list[T]:
        """Return what was measured of a program."""
        return self.values.get(peer.name, [])

    def why(self, *peers: Peer) -> str:
        """Return why the first of some programs that has nothing has nothing."""
        return next((reason for peer in peers if (reason := self.reasons.get(peer.name, ""))), "")


def in_rounds(
    rounds: Mapping[Peer, int],
    measure: Callable[[Peer, int], T],
    prepare: Callable[[Peer], object] = lambda _peer: None,
) -> Taken[T]:
    """Measure every program that is there as often as it is to be, in turn; each is prepared once before.

    `measure` gets the number of the round. Somebody else's program that fails is left out from then on, with
    what went wrong as its reason; a fault of our own is raised.
    """
    taken: Taken[T] = Taken(reasons={peer.name: peer.why for peer in rounds if peer.why})

    def tried(peer: Peer, task: Callable[[Peer], object]) -> None:
        if peer.name in taken.reasons:
            return
        try:
            task(peer)
        except FAULTS as error:
            if not peer.foreign:
                raise
            taken.values.pop(peer.name, None)
            taken.reasons[peer.name] = " ".join(str(error).split())[:REASON_LENGTH].replace("|", "/")

    def keep(peer: Peer) -> None:
        taken.values.setdefault(peer.name, []).append(measure(peer, number))

    for peer in rounds:
        tried(peer, prepare)
    for number in range(max(rounds.values(), default=0)):  # `keep` reads it
        for peer, count in rounds.items():
            if number < count:
                tried(peer, keep)
    return taken
