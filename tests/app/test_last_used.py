# SPDX-License-Identifier: Apache-2.0
"""What was used last stays."""

from __future__ import annotations

from kiosk.app.last_used import LastUsed


def test_the_longest_unused_goes_first() -> None:
    things: LastUsed[str, int] = LastUsed(2)
    things.put("a", 1)
    things.put("b", 2)
    assert things.get("a") == 1
    things.put("c", 3)
    assert set(things) == {"a", "c"}
    assert things.get("b") is None
    assert "c" in things


def test_what_has_no_limit_is_kept() -> None:
    things: LastUsed[int, int] = LastUsed(None)
    for number in range(1000):
        things.put(number, number)
    assert len(list(things)) == 1000
    assert things.get(0) == 0


def test_things_are_dropped_by_their_keys() -> None:
    things: LastUsed[int, str] = LastUsed(4)
    for number in range(4):
        things.put(number, "thing")
    things.drop(lambda key: key % 2 == 0)
    assert list(things) == [1, 3]
    things.clear()
    assert list(things) == []
