# SPDX-License-Identifier: Apache-2.0
"""Stretches of recordings are found by their pitch."""

from __future__ import annotations

import array
from pathlib import Path

import pytest

from kiosk.render.sound import RATE, UndecodableError, can_decode, decoded, duration
from tests.render.tones import pitch_of, write_tones

TONES = ((300.0, 1.0), (500.0, 1.5))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return write_tones(tmp_path / "tones.wav", TONES)


@pytest.mark.parametrize("from_s, to_s, pitch", [(0.0, 1.0, 300.0), (1.0, 2.5, 500.0)])
def test_a_stretch_is_decoded_to_one_channel(from_s: float, to_s: float, pitch: float, file: Path) -> None:
    samples = array.array("h", decoded(file, from_s, to_s))
    assert len(samples) == round((to_s - from_s) * RATE)
    assert pitch_of(samples, RATE) == pytest.approx(pitch, abs=3)


def test_a_stretch_beyond_the_end_is_as_long_as_there_is_sound(file: Path) -> None:
    assert len(decoded(file, 2.0, 9.0)) // 2 == pytest.approx(RATE / 2, abs=RATE / 50)
    with pytest.raises(UndecodableError):
        decoded(file, 8.0, 9.0)


def test_how_long_it_lasts_is_told(file: Path, tmp_path: Path) -> None:
    assert can_decode()
    assert duration(file) == pytest.approx(2.5)
    assert duration(tmp_path / "none.mp3") is None


def test_what_is_no_sound_is_told(tmp_path: Path) -> None:
    noise = tmp_path / "noise.mp3"
    noise.write_bytes(b"no sound at all" * 50)
    assert duration(noise) is None
    with pytest.raises(UndecodableError):
        decoded(noise, 0.0, 1.0)
