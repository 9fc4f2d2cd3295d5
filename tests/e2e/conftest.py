# SPDX-License-Identifier: Apache-2.0
"""Screens with and without a window manager, and what a failing test shows: the log and the picture."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.e2e.house import House
from tests.e2e.program import Program, wait_until
from tests.e2e.screen import Screen


@pytest.fixture(params=["no window manager"])
def house(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[House]:
    """A screen of 1920 by 1080 without a window manager, or with the one a test asks for."""
    with ExitStack() as stack:
        screen = stack.enter_context(Screen())
        screen.move(screen.width // 2, 40)
        if request.param == "openbox":
            manager = Program(("openbox", "--sm-disable"), tmp_path / "openbox", screen.environment)
            stack.enter_context(manager)
            wait_until(screen.managed, "openbox")
        house = House(screen, tmp_path)
        yield house
        house.end()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Add the logs and a picture of the screen to the report of a failing test."""
    report = yield
    house = getattr(item, "funcargs", {}).get("house")
    if report.when == "call" and report.failed and isinstance(house, House):
        report.sections.append(("what was on the screen", str(house.photograph)))
        report.sections += [(program.log_path.name, program.log) for program in house.programs]
    return report
