# SPDX-License-Identifier: Apache-2.0
"""The kiosk under weston without any screen: it fills the output, photographed by weston's own tool."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.e2e.house import fills
from tests.e2e.picture import Frame
from tests.e2e.program import Program, kiosk, wait_until

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("weston") is None, reason="weston is not installed"),
]

WESTON = (
    "--backend=headless-backend.so",
    "--width=1920",
    "--height=1080",
    "--use-pixman",
    "--idle-time=0",
    "--debug",
)


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
    runtime = tmp_path / "runtime"
    runtime.mkdir(mode=0o700)
    environment = {
        "XDG_RUNTIME_DIR": str(runtime),
        "WAYLAND_DISPLAY": "kiosk-test",
        "QT_QPA_PLATFORM": "wayland",
    }
    with Program(("weston", "--socket=kiosk-test", *WESTON), tmp_path / "weston", environment) as weston:
        wait_until(lambda: (runtime / "kiosk-test").exists() or not weston.running, "weston's socket")
        assert weston.running, weston.log
        with kiosk(tmp_path / "kiosk", environment) as program:

            def filled() -> bool:
                assert program.running, program.log
                return fills(photograph(tmp_path, environment))

            wait_until(filled, "the kiosk over weston's whole output", 30)
