# SPDX-License-Identifier: Apache-2.0
"""Tests of the question whether there is a display."""

from __future__ import annotations

import pytest

from kiosk.app.display import NO_DISPLAY, NO_LIBRARY, loads, trouble, x11_answers


@pytest.mark.parametrize(
    "environment, platform, answers, has, said",
    [
        ({}, "linux", True, True, NO_DISPLAY),
        ({"DISPLAY": ":7"}, "linux", False, True, NO_DISPLAY),
        ({"DISPLAY": ":7"}, "linux", True, True, ""),
        ({"DISPLAY": ":7"}, "linux", True, False, NO_LIBRARY),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", False, False, ""),
        ({"WAYLAND_DISPLAY": "wayland-0", "QT_QPA_PLATFORM": "xcb"}, "linux", False, True, NO_DISPLAY),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", False, False, ""),
        ({"QT_QPA_PLATFORM": "eglfs:size=1920x1080"}, "linux", False, False, ""),
        ({}, "win32", False, False, ""),
        ({}, "darwin", False, False, ""),
    ],
)
def test_trouble(environment: dict[str, str], platform: str, answers: bool, has: bool, said: str) -> None:
    """Each way to have or to lack a display is told apart."""
    assert trouble(environment, platform, lambda _: answers, lambda _: has) == said


def test_sentences_are_single() -> None:
    """The message is one paragraph that names a way out."""
    assert "\n" not in NO_DISPLAY + NO_LIBRARY
    assert "xvfb-run" in NO_DISPLAY
    assert "apt-get install" in NO_LIBRARY


def test_no_server_answers_on_an_unused_display() -> None:
    """A display that nobody serves is found out without an abort."""
    assert not x11_answers(":98765")


def test_loads_tells_a_missing_library() -> None:
    """A library that does not exist is not there."""
    assert not loads("libkiosk-does-not-exist.so.0")
