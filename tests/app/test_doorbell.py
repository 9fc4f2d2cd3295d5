# SPDX-License-Identifier: Apache-2.0
"""A second start rings; whoever answers is called, however late they came."""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from kiosk.app.doorbell import Doorbell, comes_first


@pytest.fixture
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="k") as place:
        yield Path(place)


def test_a_ring_is_answered() -> None:
    bell, heard = Doorbell(), []
    bell.answer(lambda: heard.append(1))
    bell.ring()
    assert heard == [1]


def test_a_ring_before_anybody_came_is_kept_once() -> None:
    bell, heard = Doorbell(), []
    bell.ring()
    bell.answer(lambda: heard.append(1))
    bell.answer(lambda: heard.append(2))
    assert heard == [1]


def test_nobody_answers_after_the_end() -> None:
    bell, heard = Doorbell(), []
    bell.answer(lambda: heard.append(1))
    bell.answer(None)
    bell.ring()
    assert heard == []


def test_the_second_rings_at_the_first(folder: Path) -> None:
    bell, rung = Doorbell(), threading.Event()
    bell.answer(rung.set)
    with ExitStack() as stack:
        assert comes_first(folder, bell, stack)
        assert not comes_first(folder, Doorbell(), stack)
        assert rung.wait(5)


def test_a_folder_without_a_lock_does_not_keep_the_kiosk_away(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (folder / "kiosk.lock").mkdir()
    with ExitStack() as stack:
        assert comes_first(folder, Doorbell(), stack)
    assert "will not be noticed" in caplog.text
