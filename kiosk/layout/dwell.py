# SPDX-License-Identifier: Apache-2.0
"""Dwell: how long a page stands, from how long it takes to read.

130 words a minute is the slow end of most adults (175, Brysbaert 2019) times 0.75 for age and a second
language; 3 s to find one's way about the page.
"""

from __future__ import annotations

ORIENTATION_S = 3.0
WORDS_A_MINUTE = 130.0
SHORTEST_S, LONGEST_S, DISCLAIMER_S = 15.0, 90.0, 20.0
"""For how long a page of the wall stands at least and at most, and the disclaimer or a code at least."""

PICTURE_S, PEOPLE_S, TABLE_S = 2.0, 4.0, 4.0
"""How many seconds it takes to look at a picture, at an icon array, at a table."""


def reading_s(words: int, pictures_s: float = 0.0) -> float:
    """Return how many seconds a page takes to read; `pictures_s` is the time for its figures."""
    return round(ORIENTATION_S + words * 60.0 / WORDS_A_MINUTE + pictures_s, 1)


def wall_s(words: int, pictures_s: float, override_s: float | None, shortest_s: float = SHORTEST_S) -> float:
    """Return how long a wall page stands: its reading time within limits, or what its author says."""
    if override_s is not None:
        return override_s
    return min(max(reading_s(words, pictures_s), shortest_s), LONGEST_S)
