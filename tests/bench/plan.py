# SPDX-License-Identifier: Apache-2.0
"""How often and how long is measured: in full, or a short trial that only shows that everything works."""

from __future__ import annotations

from dataclasses import dataclass

HD, UHD = (1920, 1080), (3840, 2160)


@dataclass(frozen=True, slots=True)
class Plan:
    """Counts and seconds; the full plan ends within half an hour."""

    starts: int = 5
    starts_of_others: int = 3
    first_starts: int = 3
    cold_starts: int = 5
    sessions: int = 5
    sessions_of_others: int = 3
    rests: int = 2
    turns: int = 50
    touches: int = 20
    hurries: int = 10
    sliding_turns: int = 40
    idle_s: float = 20.0
    changes: int = 12
    large_starts: int = 7
    large_sessions: int = 3
    sections: int = 1000
    media_mb: int = 2000
    paginations: int = 5
    frames: int = 2000
    soak_turns: int = 50_000
    soak_reloads: int = 500


FULL = Plan()
SHORT = Plan(
    starts=2,
    starts_of_others=1,
    first_starts=1,
    cold_starts=1,
    sessions=1,
    sessions_of_others=1,
    rests=1,
    turns=10,
    touches=6,
    hurries=4,
    sliding_turns=5,
    idle_s=3.0,
    changes=3,
    large_starts=1,
    large_sessions=1,
    sections=1000,
    media_mb=200,
    paginations=1,
    frames=10,
    soak_turns=400,
    soak_reloads=4,
)


def pixels(size: tuple[int, int]) -> str:
    """Return a size of screen as it is written."""
    return f"{size[0]}\N{MULTIPLICATION SIGN}{size[1]}"
