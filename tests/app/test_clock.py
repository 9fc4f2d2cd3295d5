# SPDX-License-Identifier: Apache-2.0
"""The clocks of the program, and the scale that tests set."""

from __future__ import annotations

import pytest

from kiosk.app.clock import system_clocks


def test_the_usual_clock_runs_as_fast_as_time() -> None:
    clocks = system_clocks({})
    assert clocks.speed == 1.0
    assert clocks.monotonic() <= clocks.monotonic()
    assert clocks.wall().tzinfo is not None


def test_a_scale_makes_an_hour_pass_in_minutes() -> None:
    slow, fast = system_clocks({}), system_clocks({"KIOSK_TIME_SCALE": "20"})
    assert fast.speed == 20
    assert fast.monotonic() == pytest.approx(20 * slow.monotonic(), rel=0.01)


@pytest.mark.parametrize("given", ["fast", "0", "-1", "nan", "inf", "1e9"])
def test_a_scale_that_is_none_is_told(given: str) -> None:
    with pytest.raises(ValueError, match=r"KIOSK_TIME_SCALE is '.*'; it must be a number above 0"):
        system_clocks({"KIOSK_TIME_SCALE": given})
