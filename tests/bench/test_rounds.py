# SPDX-License-Identifier: Apache-2.0
"""Programs take turns; somebody else's that fails takes nobody along, a fault of our own is told."""

from __future__ import annotations

import pytest

from tests.bench.peers import Peer
from tests.bench.rounds import in_rounds


def peer(name: str, *, foreign: bool = True, why: str = "") -> Peer:
    def never(*_: object) -> object:
        raise AssertionError("turns are taken without starting a program")

    return Peer(name, never, never, why=why, foreign=foreign)  # type: ignore[arg-type] # nothing is started


OURS, ONE, OTHER = peer("ours", foreign=False), peer("one"), peer("other")


def test_all_take_turns_and_some_have_fewer_rounds() -> None:
    seen: list[str] = []

    def measure(peer: Peer, number: int) -> int:
        seen.append(f"{peer.name}{number}")
        return number

    taken = in_rounds(
        {OURS: 3, ONE: 3, OTHER: 2},
        measure,
        lambda peer: seen.append(f"ready {peer.name}"),
    )
    assert seen[:3] == ["ready ours", "ready one", "ready other"]
    assert seen[3:] == ["ours0", "one0", "other0", "ours1", "one1", "other1", "ours2", "one2"]
    assert (taken.of(OURS), taken.of(OTHER)) == ([0, 1, 2], [0, 1])
    assert taken.why(OURS, ONE) == ""


def test_what_is_not_installed_is_not_tried() -> None:
    absent = peer("absent", why="not installed")
    taken = in_rounds({OURS: 1, absent: 1}, lambda peer, _: peer.name)
    assert (taken.of(absent), taken.why(OURS, absent)) == ([], "not installed")


def test_a_program_that_fails_is_left_out_with_its_reason() -> None:
    def measure(which: Peer, number: int) -> int:
        if which is ONE and number:
            raise AssertionError("nothing was shown:\n  its log")
        return number

    taken = in_rounds({OURS: 3, ONE: 3}, measure)
    assert taken.of(OURS) == [0, 1, 2]
    assert (taken.of(ONE), taken.why(ONE)) == ([], "nothing was shown: its log")


def test_a_fault_of_our_own_is_raised() -> None:
    def measure(_peer: Peer, number: int) -> int:
        raise AssertionError("our own fault")

    with pytest.raises(AssertionError, match="our own fault"):
        in_rounds({OURS: 1}, measure)
