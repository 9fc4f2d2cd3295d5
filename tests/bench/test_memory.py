# SPDX-License-Identifier: Apache-2.0
"""Memory is told as if nobody measured it, and files in memory count once."""

from __future__ import annotations

import mmap
import subprocess
import sys
from pathlib import Path

import psutil

from tests.bench.memory import MB, Mapping, alone, memory

HOLD = """
import mmap, sys
with open(sys.argv[1], "r+b") as file:
    held = mmap.mmap(file.fileno(), 0)
    print(sum(held[::4096]), flush=True)
    sys.stdin.read()
"""


def test_what_is_shared_with_who_measures_counts_in_full_and_once() -> None:
    parent = [Mapping("/lib/python", 8, 4), Mapping("/lib/other", 6, 3), Mapping("[heap]", 5, 5)]
    child = [Mapping("/lib/python", 6, 3), Mapping("[heap]", 2, 2)]
    assert alone([parent, child], frozenset({"/lib/python"})) == 8 + 3 + 5 + 2
    assert alone([parent, child], frozenset()) == 4 + 3 + 5 + 3 + 2


def test_a_file_that_both_have_open_is_no_less_for_it(tmp_path: Path) -> None:
    big = tmp_path / "big"
    big.write_bytes(b"x" * 32 * MB)
    child = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(big)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    try:
        assert child.stdout is not None
        child.stdout.readline()
        before = memory([psutil.Process(child.pid)], tmp_path / "none").processes
        with big.open("r+b") as file, mmap.mmap(file.fileno(), 0) as held:
            assert sum(held[::4096])
            after = memory([psutil.Process(child.pid)], tmp_path / "none").processes
        assert before > 32
        assert abs(after - before) < 1
    finally:
        child.communicate()


def test_files_in_memory_count_once_whether_they_are_mapped_or_not(tmp_path: Path) -> None:
    folder = tmp_path / "runtime"
    folder.mkdir()
    (folder / "held").write_bytes(b"x" * 16 * MB)
    (folder / "other").write_bytes(b"x" * 8 * MB)
    child = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder / "held")], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    try:
        assert child.stdout is not None
        child.stdout.readline()
        found = memory([psutil.Process(child.pid)], folder)
        assert 7.9 < found.with_files - found.processes < 8.2
    finally:
        child.communicate()


def test_of_a_process_that_has_ended_nothing_is_held(tmp_path: Path) -> None:
    child = subprocess.Popen([sys.executable, "-c", ""])
    process = psutil.Process(child.pid)
    child.wait()
    assert memory([process], tmp_path).processes == 0


def test_whoever_measures_has_no_qt_open() -> None:
    ask = "import sys, tests.bench.__main__; print(*(name for name in sys.modules if 'PySide6' in name))"
    done = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
