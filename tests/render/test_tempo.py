# SPDX-License-Identifier: Apache-2.0
"""Speech at another speed keeps its pitch; a system without sonic hears it as it is."""

from __future__ import annotations

import array
from pathlib import Path

import pytest

from kiosk.render.sound import RATE, decoded
from kiosk.render.tempo import at_speed
from tests.render.tones import pitch_of, write_tones


@pytest.fixture
def tone(tmp_path: Path) -> bytes:
    return decoded(write_tones(tmp_path / "tone.wav", ((200.0, 2.0),)), 0.0, 2.0)


@pytest.mark.parametrize("speed", [0.7, 1.4])
def test_it_lasts_longer_or_shorter_at_the_same_pitch(speed: float, tone: bytes) -> None:
    made = array.array("h", at_speed(tone, RATE, speed))
    assert len(made) == pytest.approx(2 * RATE / speed, rel=0.05)
    assert pitch_of(made, RATE) == pytest.approx(200, rel=0.05)


def test_at_its_own_speed_nothing_changes(tone: bytes) -> None:
    assert at_speed(tone, RATE, 1.0) is tone


def test_without_the_library_it_is_heard_as_it_is(tone: bytes) -> None:
    assert at_speed(tone, RATE, 1.4, "libnone.so.0") is tone
