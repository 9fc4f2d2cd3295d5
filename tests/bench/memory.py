# SPDX-License-Identifier: Apache-2.0
"""The memory of a program and all its processes as if nobody measured it, and the files it keeps in memory.

The kernel's own figure (PSS, in `/proc/PID/smaps`) divides a page among all processes that have it open. What
this process has open too, as Python itself, would so be counted too low for the kiosk and in full for others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

MB = 2**20


@dataclass(frozen=True, slots=True)
class Mapping:
    """What one process holds of one file, or of no file: bytes it has open, and its share of them."""

    file: str
    rss: int
    pss: int


@dataclass(frozen=True, slots=True)
class Memory:
    """MB of all processes, and with the files that a program keeps in memory beside."""

    processes: float
    with_files: float


def mappings(process: psutil.Process) -> list[Mapping]:
    """Return what a process has open, file by file; of one that has just ended nothing."""
    with suppress(psutil.NoSuchProcess):
        return [Mapping(each.path, each.rss, each.pss) for each in process.memory_maps(grouped=True)]
    return []


def alone(processes: Iterable[Iterable[Mapping]], shared: frozenset[str]) -> int:
    """Return the bytes of processes: their shares, but what is `shared` with who measures counts in full.

    Of a shared file the process that has most of it open tells how much that is: children have the same.
    """
    whole: defaultdict[str, int] = defaultdict(int)
    total = 0
    for held in processes:
        for each in held:
            if each.file in shared:
                whole[each.file] = max(whole[each.file], each.rss)
            else:
                total += each.pss
    return total + sum(whole.values())


def is_file(name: str) -> bool:
    """Tell whether a mapping is of a file, not of the heap, a stack or nothing."""
    return name.startswith("/")


def memory(processes: Iterable[psutil.Process], runtime: Path) -> Memory:
    """Return the memory of processes, and that with a folder that lies in memory, every page counted once."""
    held = [mappings(each) for each in processes]
    ours = frozenset(each.file for each in mappings(psutil.Process()) if is_file(each.file))
    taken = alone(held, ours)
    files = sum(
        each.stat().st_blocks * 512 for each in runtime.rglob("*") if each.is_file() and not each.is_symlink()
    )
    mapped = sum(each.pss for one in held for each in one if each.file.startswith(f"{runtime}/"))
    return Memory(taken / MB, (taken + files - mapped) / MB)
