# SPDX-License-Identifier: Apache-2.0
"""One kiosk a user: the second start brings the first forward."""

from __future__ import annotations

import logging
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.station.instance import PATIENCE_S, Instance, address, ask_forward

HOLD = """
import sys, pathlib
from kiosk.station.instance import Instance
with Instance(pathlib.Path(sys.argv[1]), lambda: print("forward", flush=True)) as instance:
    print("first" if instance.first else "second", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder with a short name, since the name of a socket may have 107 characters."""
    with tempfile.TemporaryDirectory(prefix="k") as place:
        yield Path(place)


def never() -> None:
    pytest.fail("nobody asked")


def test_the_first_is_first_and_leaves_nothing_to_answer(folder: Path) -> None:
    with Instance(folder / "run", never) as instance:
        assert instance.first
        assert address(folder / "run").exists()
    assert not address(folder / "run").exists()
    with Instance(folder / "run", never) as again:
        assert again.first


def test_the_second_brings_the_first_forward(folder: Path) -> None:
    asked = threading.Event()
    with Instance(folder, asked.set) as first, Instance(folder, never) as second:
        assert first.first
        assert not second.first
        assert asked.wait(5)
        assert ask_forward(folder)
    with Instance(folder, never) as third:
        assert third.first


def test_who_only_knocks_is_not_answered(folder: Path) -> None:
    with Instance(folder, never), socket.socket(socket.AF_UNIX) as caller:
        caller.settimeout(PATIENCE_S)
        caller.connect(str(address(folder)))
        caller.sendall(b"hello...")
        assert caller.recv(8) == b""


def test_nobody_home_is_no_fault(folder: Path) -> None:
    assert not ask_forward(folder)


def test_a_socket_that_cannot_be_made_still_locks(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    address(folder).mkdir()
    with (
        caplog.at_level(logging.WARNING),
        Instance(folder, never) as first,
        Instance(folder, never) as second,
    ):
        assert first.first
        assert not second.first
    assert "cannot bring this one forward" in caplog.text


def test_a_killed_kiosk_does_not_keep_the_next_from_starting(folder: Path) -> None:
    held = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    with held:
        assert held.stdout is not None
        assert held.stdout.readline() == "first\n"
        with Instance(folder, never) as second:
            assert not second.first
        assert held.stdout.readline() == "forward\n"
        os.kill(held.pid, signal.SIGKILL)
        held.wait(10)
    assert address(folder).exists()
    with Instance(folder, never) as next_one:
        assert next_one.first


def test_a_long_name_of_a_folder_is_no_hindrance(folder: Path) -> None:
    long = folder / ("n" * 120)
    asked = threading.Event()
    with Instance(long, asked.set) as first, Instance(long, never) as second:
        assert (first.first, second.first) == (True, False)
        assert asked.wait(5)
    assert not address(long).exists()
