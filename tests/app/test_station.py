# SPDX-License-Identifier: Apache-2.0
"""The whole station, offscreen: in this process for what it shows, in its own for how it ends."""

from __future__ import annotations

import gc
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

from kiosk.app.asked import Asked, Surroundings
from kiosk.app.clock import Clocks
from kiosk.app.director import Director
from kiosk.app.doorbell import Doorbell
from kiosk.app.ending import signals_kept
from kiosk.app.posters import Posters
from kiosk.app.rooms import Shown
from kiosk.app.station import Station
from kiosk.render.bitmap import PIXELS_AT
from kiosk.show.model import ShowSettings
from kiosk.ui.window import WindowChoice
from tests.app.lobby import SIZE, coloured, show, written
from tests.app.theatre import TINY
from tests.e2e.program import wait_until

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def around(tmp_path: Path) -> Iterator[Surroundings]:
    clocks = Clocks(time.monotonic, lambda: datetime.now().astimezone())
    with signals_kept() as kept:
        yield Surroundings(clocks, tmp_path / "run", Doorbell(), kept)


def test_it_shows_pages_and_leaves_nothing_behind(
    qapp: QGuiApplication, around: Surroundings, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    seen: list[list[Path]] = []

    def look(window: QQuickWindow) -> bool:
        seen.append(sorted(around.runtime.glob("pages-*/*.bmp")))
        return coloured(window)

    assert show(Asked(written(tmp_path), window=SIZE), around, look) == 0
    assert seen[-1]
    gc.unfreeze()
    assert list(around.runtime.glob("pages-*")) == []
    assert [line for line in caplog.messages if "true size" in line] == []


def test_a_resized_window_is_set_anew(
    qapp: QGuiApplication, around: Surroundings, tmp_path: Path, caplog: object
) -> None:
    def look(window: QQuickWindow) -> bool:
        if window.width() == 1024 and coloured(window):
            window.resize(800, 600)
            return False
        pages = around.runtime.glob("pages-*/*.bmp")
        size = 800 * 600 * 4 + PIXELS_AT
        return window.width() == 800 and any(page.stat().st_size == size for page in pages)

    assert show(Asked(written(tmp_path), window=SIZE), around, look) == 0


def test_the_pack_and_its_notices_are_read_anew_on_a_signal(
    qapp: QGuiApplication, around: Surroundings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notices, fresh = tmp_path / "notices", Station._read_anew
    notices.mkdir()
    read: list[Shown] = []

    def read_anew(station: Station) -> Shown:
        read.append(fresh(station))
        assert station._shown.mark != read[-1].mark
        return read[-1]

    def look(window: QQuickWindow) -> bool:
        notice = notices / "flu.md"
        if coloured(window) and not notice.exists():
            notice.write_text('+++\ntitle = "Flu"\n+++\nPlease wear a mask.\n', encoding="utf-8")
            signal.raise_signal(signal.SIGHUP)
        return bool(opened)

    def opened_pack(director: Director, settings: ShowSettings) -> None:
        open_pack(director, settings)
        opened.append(settings)

    opened: list[ShowSettings] = []
    open_pack = Director.open_pack
    monkeypatch.setattr(Station, "_read_anew", read_anew)
    monkeypatch.setattr(Director, "open_pack", opened_pack)
    file = written(tmp_path, f'notices = "{notices}"\n')
    assert show(Asked(file, window=SIZE), around, look) == 0
    assert [notice.title for notice in read[0].contents.house.notices] == ["Flu"]
    assert opened[0].languages == ("en", "es")


def test_the_doorbell_is_answered_while_it_runs_and_not_after(
    qapp: QGuiApplication,
    around: Surroundings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: object,
) -> None:
    forward: list[bool] = []
    monkeypatch.setattr("kiosk.app.calls.Forward.bring", lambda _: forward.append(True))

    def look(window: QQuickWindow) -> bool:
        around.doorbell.ring()
        return bool(forward)

    assert show(Asked(written(tmp_path), window=SIZE), around, look) == 0
    before = len(forward)
    around.doorbell.ring()
    assert len(forward) == before


def test_an_unlocked_full_screen_says_how_to_leave(
    qapp: QGuiApplication,
    around: Surroundings,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    caplog: object,
) -> None:
    file = written(tmp_path, 'language = "es"\n')
    assert show(Asked(file), around, lambda window: window.isExposed()) == 0
    assert "Escape" in capsys.readouterr().err


def test_bad_settings_are_told_once_and_the_show_goes_on(
    qapp: QGuiApplication, around: Surroundings, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file = written(tmp_path, "idle_s = 1\nband_s = 40\n")
    with ExitStack() as stack:
        station = Station(Asked(file), around, Posters(tmp_path, "name"), stack)
    assert (station._settings.band_s, station._settings.idle_s) == (40, 90)
    assert sum("station.toml:1" in line for line in caplog.messages) == 1


def test_settings_that_cannot_be_read_do_not_stop_it(
    around: Surroundings, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with ExitStack() as stack:
        station = Station(Asked(tmp_path), around, Posters(tmp_path, "name"), stack)
    assert station.choice == WindowChoice()
    assert "cannot be read" in caplog.text


def test_what_was_typed_goes_before_the_settings(
    around: Surroundings, tmp_path: Path, caplog: object
) -> None:
    file = written(tmp_path, 'screen = "HDMI-1"\nrotation = 90\nlock = true\n')
    with ExitStack() as stack:
        station = Station(Asked(file, screen="1", window=(800, 600)), around, Posters(tmp_path, "n"), stack)
    assert station.choice == WindowChoice("1", 90, locked=True, size=(800, 600))


@pytest.fixture
def home() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="k") as place:
        yield Path(place)


def start(home: Path, *arguments: str) -> subprocess.Popen[str]:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "KIOSK_RUNTIME": str(home / "run")}
    environment |= {"KIOSK_CACHE": str(home / "cache"), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "kiosk", "run", "--pack", str(TINY), *arguments]
    return subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True)


def wait_for(true: Callable[[], object], what: str, process: subprocess.Popen[str]) -> None:
    def seen() -> bool:
        assert process.poll() is None
        return bool(true())

    wait_until(seen, what, 30)


def painted(home: Path) -> bool:
    return any((home / "run").glob("pages-*/*.bmp"))


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_in_order(home: Path, number: signal.Signals) -> None:
    with start(home) as process:
        wait_for(lambda: painted(home), "a painted page", process)
        process.send_signal(number)
        _, said = process.communicate(timeout=30)
    assert process.returncode == 0, said
    assert "Traceback" not in said
    assert list((home / "run").glob("pages-*")) == []
    assert list((home / "cache").glob("pages-*")) == []


@pytest.mark.slow
def test_an_early_signal_is_not_lost(home: Path) -> None:
    with start(home) as process:
        wait_for((home / "run" / "kiosk.lock").exists, "the lock", process)
        process.send_signal(signal.SIGTERM)
        _, said = process.communicate(timeout=30)
    assert process.returncode == 0, said
    assert "Traceback" not in said


@pytest.mark.slow
def test_what_a_killed_one_left_goes_at_the_next_start(home: Path) -> None:
    with start(home) as killed:
        wait_for(lambda: painted(home), "a painted page", killed)
        killed.kill()
        killed.communicate(timeout=30)
    (left,) = (home / "run").glob("pages-*")
    with start(home) as process:
        wait_for(lambda: not left.exists(), "what the killed one left being taken away", process)
        process.terminate()
        process.communicate(timeout=30)
    assert process.returncode == 0


@pytest.mark.slow
def test_a_second_start_ends_with_one_sentence(home: Path) -> None:
    with start(home) as first:
        wait_for(lambda: painted(home), "a painted page", first)
        with start(home, "--window", "800x600") as second:
            _, said = second.communicate(timeout=30)
        assert (second.returncode, said.count("\n")) == (0, 1)
        assert "already runs" in said
        assert first.poll() is None
        first.terminate()
        first.communicate(timeout=30)


def test_a_socket_is_what_signals_come_by(around: Surroundings) -> None:
    assert isinstance(around.signals, socket.socket)
