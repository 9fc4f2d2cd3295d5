# SPDX-License-Identifier: Apache-2.0
"""Nothing of Qt is left to Python's collector, which may run on a worker: not by visits, not by new packs."""

from __future__ import annotations

import signal
from functools import partial

import pytest

from tests.e2e.collected import PLANTED, found, watched
from tests.e2e.house import House
from tests.e2e.program import Program, wait_until
from tests.e2e.visit import walk

pytestmark = [pytest.mark.e2e, pytest.mark.slow]


def read_anew(program: Program, times: int) -> bool:
    """Tell whether a kiosk has read its pack anew so often."""
    return program.log.count("The pack was read anew.") == times


def test_a_visit_and_packs_read_anew_leave_nothing_of_qt_to_the_collector(house: House) -> None:
    with watched(house.kiosk(log_level="info", touch="yes")) as program:
        walk(house)
        for count in range(1, 4):
            program.process.send_signal(signal.SIGHUP)
            wait_until(partial(read_anew, program, count), "the pack read anew")
        house.see_still()
        assert found(program) == PLANTED, program.log
