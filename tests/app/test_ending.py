# SPDX-License-Identifier: Apache-2.0
"""Signals are kept from the first moment, and can be read."""

from __future__ import annotations

import select
import signal

import pytest

from kiosk.app.ending import signals_kept


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
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
