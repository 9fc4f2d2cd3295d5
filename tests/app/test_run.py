# SPDX-License-Identifier: Apache-2.0
"""What stands between the command and the station: display, clock, settings, a second start."""

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

from kiosk.app import run as module
from kiosk.app import station
from kiosk.app.run import ALREADY, Asked, garbage_kept, overridden, prepare_qt, run
from kiosk.station.instance import Instance
from kiosk.station.settings import Settings


@pytest.fixture
def runtime(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Name a runtime folder with a short name."""
    with tempfile.TemporaryDirectory(prefix="k") as place:
        monkeypatch.setenv("KIOSK_RUNTIME", place)
        yield Path(place)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch, runtime: Path) -> list[tuple[Settings, object]]:
    """Let the station open without Qt, and return what it was opened with."""
    calls: list[tuple[Settings, object]] = []

    class Fake:
        def __init__(self, settings: Settings, around: station.Surroundings, _stack: object) -> None:
            self.settings = settings
            assert around.runtime == runtime

        def run(self, window: object) -> int:
            calls.append((self.settings, window))
            return 0

    monkeypatch.setattr(station, "Station", Fake)
    return calls


def test_what_was_typed_goes_before_the_settings(
    tmp_path: Path, opened: list[tuple[Settings, object]]
) -> None:
    file = tmp_path / "station.toml"
    file.write_text(
        'clinic_offers_this_treatment = true\npack = "mine"\nscreen = "HDMI-1"\n[clinic]\ncountry = "US"\n',
        encoding="utf-8",
    )
    assert run(Asked(settings=file, pack=Path("other"), window=(800, 600), touch="no")) == 0
    ((settings, window),) = opened
    assert (settings.pack, settings.screen, settings.touch) == (Path("other"), "HDMI-1", "no")
    assert window == (800, 600)


def test_nothing_typed_changes_nothing() -> None:
    settings = Settings(pack=Path("mine"), screen="1", touch="yes")
    assert overridden(settings, Asked()) == settings
    assert overridden(settings, Asked(screen="")).screen == ""


def test_bad_settings_are_told_once_and_the_show_goes_on(
    tmp_path: Path, opened: list[tuple[Settings, object]], caplog: pytest.LogCaptureFixture
) -> None:
    file = tmp_path / "station.toml"
    file.write_text("idle_s = 1\nband_s = 40\n", encoding="utf-8")
    assert run(Asked(settings=file)) == 0
    assert opened[0][0].band_s == 40
    assert opened[0][0].idle_s == 90
    assert sum("station.toml:1" in line for line in caplog.messages) == 1
    assert sum("country" in line for line in caplog.messages) == 1


def test_settings_that_cannot_be_read_do_not_stop_it(
    tmp_path: Path, opened: list[tuple[Settings, object]], caplog: pytest.LogCaptureFixture
) -> None:
    assert run(Asked(settings=tmp_path)) == 0
    assert len(opened) == 1
    assert "cannot be read" in caplog.text


def test_the_log_is_taken_down_again(opened: list[tuple[Settings, object]], caplog: object) -> None:
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
    opened: list[tuple[Settings, object]],
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
