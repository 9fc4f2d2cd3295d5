# SPDX-License-Identifier: Apache-2.0
"""Signals are kept from the first moment, and can be read."""

from __future__ import annotations

import os
import pty
import select
import signal
import socket

import pytest

from kiosk.app import ending
from kiosk.app.ending import END, RELOAD, has_terminal, heard, signals_kept


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_is_kept_to_be_read(number: signal.Signals) -> None:
    before = signal.getsignal(number)
    with signals_kept() as kept:
        assert not select.select([kept], [], [], 0)[0]
        signal.raise_signal(number)
        assert select.select([kept], [], [], 5)[0]
    assert signal.getsignal(number) == before


def test_many_signals_do_not_fill_it(capfd: pytest.CaptureFixture[str]) -> None:
    with signals_kept() as kept:
        for _ in range(5000):
            signal.raise_signal(signal.SIGTERM)
        assert select.select([kept], [], [], 5)[0]
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize(
    "numbers, asked",
    [
        ((), ""),
        ((signal.SIGTERM,), END),
        ((signal.SIGHUP,), RELOAD),
        ((signal.SIGHUP, signal.SIGHUP), RELOAD),
        ((signal.SIGHUP, signal.SIGINT), END),
        ((signal.SIGCHLD,), ""),
    ],
)
@pytest.mark.parametrize("terminal", [False, True])
def test_what_signals_ask_for(
    numbers: tuple[signal.Signals, ...], asked: str, terminal: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ending, "has_terminal", lambda: True)
    reader, writer = socket.socketpair()
    with reader, writer:
        reader.setblocking(False)
        writer.send(bytes(numbers))
        assert heard(reader, terminal=terminal) == asked
        assert heard(reader, terminal=terminal) == ""


def test_a_terminal_that_goes_ends_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ending, "has_terminal", lambda: False)
    for terminal, asked in ((True, END), (False, RELOAD)):
        with signals_kept() as kept:
            signal.raise_signal(signal.SIGHUP)
            assert heard(kept, terminal=terminal) == asked


def test_a_process_knows_its_terminal() -> None:
    child, terminal = pty.fork()
    if not child:
        os._exit(0 if has_terminal() else 1)
    assert os.waitpid(child, 0)[1] == 0
    os.close(terminal)
    alone = os.fork()
    if not alone:
        os.setsid()
        os._exit(1 if has_terminal() else 0)
    assert os.waitpid(alone, 0)[1] == 0
