# SPDX-License-Identifier: Apache-2.0
"""A page lies in memory once: the scene shows the very file it was painted into, whatever becomes of that."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.house import House, common_page, reading
from tests.e2e.look import Kind
from tests.e2e.program import wait_until

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

MEMORY = Path("/dev/shm")  # noqa: S108 # what lies in memory on every Linux


@pytest.fixture
def runtime(house: House) -> Iterator[Path]:
    """Give the kiosk a runtime folder in memory, as it has wherever a user logs in."""
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        house.session = house.screen.environment | {"XDG_RUNTIME_DIR": folder}
        yield Path(folder)
        house.end()


def mapped(house: House, runtime: Path) -> list[str]:
    """Return the painted pages that the kiosk has open, each as often as it has."""
    (program,) = house.programs
    maps = Path(f"/proc/{program.process.pid}/maps").read_text(encoding="utf-8").splitlines()
    return [line.split(maxsplit=5)[5] for line in maps if str(runtime) in line and ".bmp" in line]


def test_one_page_is_open_and_survives_its_file(house: House, runtime: Path) -> None:
    house.kiosk(touch="yes").start()
    house.see_first_page()
    house.press(Kind.PLAIN, 0)
    house.screen.key("Right")
    house.see_buttons(reading, "the bar of a reader")
    first = house.see_still()
    house.screen.key("Right")
    second = house.see_another_page(first, "the second page")
    wait_until(lambda: len(mapped(house, runtime)) == 1, "one page open, the other let go")

    house.screen.drag((1200, 400), (1000, 400))
    assert house.see_still().same(second, common_page(second))
    wait_until(lambda: len(mapped(house, runtime)) == 1, "one page open after the finger let go")

    (before,) = mapped(house, runtime)
    for page in runtime.rglob("*.bmp"):
        page.unlink()
    house.screen.key("Left")
    house.see(lambda frame: frame.same(first, common_page(first)), "the first page, painted anew")
    house.screen.key("Right")
    house.see(lambda frame: frame.same(second, common_page(second)), "the second page, painted anew")
    wait_until(lambda: len(mapped(house, runtime)) == 1, "one page open")
    assert mapped(house, runtime) != [f"{before} (deleted)"]
