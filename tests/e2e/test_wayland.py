# SPDX-License-Identifier: Apache-2.0
"""The kiosk under weston: without any screen it fills the output; in a session on a screen it is visited.

Debian's weston lets nobody press keys on an output without a screen. In a window on a virtual X screen it
takes real presses and keys, and what the kiosk gets from it is Wayland all the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.e2e.house import House, fills
from tests.e2e.picture import Frame
from tests.e2e.program import Program, kiosk, wait_until
from tests.e2e.screen import Screen
from tests.e2e.visit import walk

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

SOCKET = "kiosk-test"
WESTON = ("--width=1920", "--height=1080", "--use-pixman", "--idle-time=0")


@contextmanager
def weston(folder: Path, environment: Mapping[str, str], *arguments: str) -> Iterator[dict[str, str]]:
    """Run weston; yield what its clients need to find it."""
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700)
    found = {"XDG_RUNTIME_DIR": str(runtime)}
    command = ("weston", f"--socket={SOCKET}", *WESTON, *arguments)
    with Program(command, folder / "weston", found | dict(environment)) as program:
        wait_until(lambda: (runtime / SOCKET).exists() or not program.running, "weston's socket")
        assert program.running, program.log
        yield found | {"WAYLAND_DISPLAY": SOCKET, "QT_QPA_PLATFORM": "wayland"}


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """A session of weston over the whole of a virtual screen."""
    with Screen() as screen, weston(tmp_path, screen.environment, "--backend=x11-backend.so") as session:
        house = House(screen, tmp_path, session)
        yield house
        house.end()


def agree_on_the_pointer(house: House) -> None:
    """Take the pointer to the first corner, where weston's own stops too.

    Weston follows the pointer's steps, and starts in that corner if it missed where the pointer was.
    """
    house.see_first_page()
    house.screen.move(house.screen.width - 1, house.screen.height - 1)
    house.screen.move(0, 0)


def photograph(folder: Path, environment: dict[str, str]) -> Frame:
    """Return what is on weston's output now."""
    for old in folder.glob("*.png"):
        old.unlink()
    with Program(("weston-screenshooter",), folder / "shooter", environment, cwd=folder) as shooter:
        assert shooter.ended() == 0, shooter.log
    (path,) = folder.glob("*.png")
    picture = QImage(str(path)).convertToFormat(QImage.Format.Format_RGB32)
    return Frame(picture.width(), picture.height(), picture.bytesPerLine(), bytes(picture.constBits()))


def test_it_fills_the_output_of_weston(tmp_path: Path) -> None:
    with (
        weston(tmp_path, {}, "--backend=headless-backend.so", "--debug") as session,
        kiosk(tmp_path / "kiosk", session) as program,
    ):

        def filled() -> bool:
            assert program.running, program.log
            return fills(photograph(tmp_path, session))

        wait_until(filled, "the kiosk over weston's whole output", 30)


def test_the_wall_becomes_a_reader_and_the_wall_again(house: House) -> None:
    with house.kiosk(touch="yes") as program:
        agree_on_the_pointer(house)
        walk(house)
        assert not house.screen.cursor_shown()
        assert "Traceback" not in program.log


def test_escape_held_for_two_seconds_leaves(house: House) -> None:
    with house.kiosk(touch="yes") as program:
        house.see_first_page()
        house.screen.key_down("Escape")
        assert program.ended() == 0
        house.screen.key_up("Escape")
