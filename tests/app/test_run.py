# SPDX-License-Identifier: Apache-2.0
"""What stands between the command and the entrance: display, clock, a second start."""

from __future__ import annotations

import gc
import logging
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.app import entrance
from kiosk.app import run as module
from kiosk.app.asked import Asked, Surroundings
from kiosk.app.hanging import Hanging
from kiosk.app.run import ALREADY, garbage_kept, prepare_qt, run
from kiosk.station.instance import Instance


@pytest.fixture
def runtime(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Name a runtime folder with a short name."""
    with tempfile.TemporaryDirectory(prefix="k") as place:
        monkeypatch.setenv("KIOSK_RUNTIME", place)
        yield Path(place)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch, runtime: Path) -> list[Asked]:
    """Let the entrance open without Qt, and return what it was opened with."""
    calls: list[Asked] = []

    class Fake:
        def __init__(self, asked: Asked, around: Surroundings, _stack: object, hanging: Hanging) -> None:
            self.asked = asked
            assert around.runtime == runtime
            assert hanging.record is None

        def run(self) -> int:
            calls.append(self.asked)
            return 7

    monkeypatch.setattr(entrance, "Entrance", Fake)
    return calls


def test_what_was_typed_reaches_the_entrance(opened: list[Asked]) -> None:
    asked = Asked(pack=Path("other"), window=(800, 600), touch="no")
    assert run(asked) == 7
    assert opened == [asked]


def test_the_log_is_taken_down_again(opened: list[Asked], caplog: object) -> None:
    before = list(logging.getLogger().handlers)
    run(Asked())
    assert logging.getLogger().handlers == before


def test_no_display_is_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(module, "trouble", lambda: "kiosk: there is no display.")
    assert run(Asked()) == 2
    assert capsys.readouterr().err == "kiosk: there is no display.\n"


def test_a_bad_scale_of_time_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KIOSK_TIME_SCALE", "soon")
    assert run(Asked()) == 2
    assert capsys.readouterr().err.startswith("kiosk: KIOSK_TIME_SCALE is 'soon'")


def test_a_second_start_ends_with_one_sentence(
    runtime: Path,
    opened: list[Asked],
    capsys: pytest.CaptureFixture[str],
) -> None:
    with Instance(runtime, lambda: None):
        assert run(Asked()) == 0
    assert opened == []
    assert capsys.readouterr().err == f"{ALREADY}\n"


def test_garbage_is_left_alone_until_a_page_stands() -> None:
    with garbage_kept():
        assert not gc.isenabled()
        gc.freeze()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0


def test_what_somebody_set_for_qt_stays() -> None:
    environment = {"QT_QUICK_BACKEND": "rhi"}
    prepare_qt(environment)
    assert environment == {"QT_QUICK_BACKEND": "rhi", "QT_ENABLE_HIGHDPI_SCALING": "0"}


def test_before_it_is_known_that_qt_can_start_it_is_not_loaded() -> None:
    code = "import sys, kiosk.app.run; sys.exit('PySide6' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], env=dict(os.environ), check=False)
    assert done.returncode == 0
