# SPDX-License-Identifier: Apache-2.0
"""Tests of the question whether there is a display."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.app.display import (
    NO_DISPLAY,
    NO_LIBRARY,
    NO_PLATFORM,
    Asks,
    loads,
    trouble,
    wayland_answers,
    x11_answers,
)

RUNTIME = {"XDG_RUNTIME_DIR": "/run/user/7"}
WAYLAND = RUNTIME | {"WAYLAND_DISPLAY": "wayland-3"}


def asking(there: str) -> Asks:
    """Ask a machine that has what is named: an X server, a compositor, a start of Qt, the library."""
    return Asks(
        x11=lambda name: "x11" in there and name == ":7",
        wayland=lambda path: "wayland" in there and path.startswith("/run/user/7/wayland-"),
        qt=lambda: "qt" in there,
        library=lambda _: "library" in there,
    )


@pytest.mark.parametrize(
    "environment, platform, there, said",
    [
        ({}, "linux", "x11 library", NO_DISPLAY),
        ({"DISPLAY": ":7"}, "linux", "library", NO_DISPLAY),
        ({"DISPLAY": ":7"}, "linux", "x11 library", ""),
        ({"DISPLAY": ":7"}, "linux", "x11", NO_LIBRARY),
        (WAYLAND, "linux", "wayland", ""),
        (WAYLAND, "linux", "", NO_DISPLAY),
        (WAYLAND | {"DISPLAY": ":7"}, "linux", "x11 library", ""),
        (WAYLAND | {"QT_QPA_PLATFORM": "xcb"}, "linux", "wayland library", NO_DISPLAY),
        (RUNTIME | {"QT_QPA_PLATFORM": "wayland"}, "linux", "wayland", ""),
        (RUNTIME | {"QT_QPA_PLATFORM": "wayland"}, "linux", "x11 library", NO_DISPLAY),
        ({"QT_QPA_PLATFORM": "wayland", "WAYLAND_SOCKET": "4"}, "linux", "", ""),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", "", ""),
        ({"QT_QPA_PLATFORM": "eglfs:size=1920x1080"}, "linux", "qt", ""),
        ({"QT_QPA_PLATFORM": "nonsense"}, "linux", "x11", NO_PLATFORM.format("nonsense")),
        ({}, "win32", "", ""),
        ({}, "darwin", "", ""),
    ],
)
def test_trouble(environment: dict[str, str], platform: str, there: str, said: str) -> None:
    """Each way to have or to lack a display is told apart."""
    assert trouble(environment, platform, asking(there)) == said


@pytest.mark.parametrize("platform, starts", [("offscreen", True), ("nonsense", False), ("linuxfb", False)])
def test_qt_is_tried_in_a_child(platform: str, starts: bool) -> None:
    """A platform that Qt lacks, or that has no screen, is found out without an abort and without a word."""
    asked = "from kiosk.app.display import qt_starts; print(qt_starts())"
    environment = os.environ | {"QT_QPA_PLATFORM": f"{platform}:fb=/dev/does-not-exist"}
    done = subprocess.run(
        [sys.executable, "-c", asked], env=environment, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{starts}\n", "")


def test_a_compositor_that_went_is_told_from_one_that_answers(tmp_path: Path) -> None:
    """A name left in the environment by a session that ended is no display."""
    address = str(tmp_path / "wayland-0")
    assert not wayland_answers(address)
    with socket.socket(socket.AF_UNIX) as compositor:
        compositor.bind(address)
        compositor.listen()
        assert wayland_answers(address)
    assert not wayland_answers(address)


def test_sentences_are_single() -> None:
    """The message is one paragraph that names a way out."""
    assert "\n" not in NO_DISPLAY + NO_LIBRARY + NO_PLATFORM
    assert "xvfb-run" in NO_DISPLAY
    assert "apt-get install" in NO_LIBRARY


def test_no_server_answers_on_an_unused_display() -> None:
    """A display that nobody serves is found out without an abort."""
    assert not x11_answers(":98765")


def test_loads_tells_a_missing_library() -> None:
    """A library that does not exist is not there."""
    assert not loads("libkiosk-does-not-exist.so.0")
