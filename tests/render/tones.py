# SPDX-License-Identifier: Apache-2.0
"""Sound files of plain tones, by which it is heard what was played: each stretch has a pitch of its own."""

from __future__ import annotations

import array
import itertools
import math
import wave
from collections.abc import Sequence
from pathlib import Path

RATE = 22_050
LOUD = 12_000


def write_tones(file: Path, tones: Sequence[tuple[float, float]]) -> Path:
    """Write a WAV file in two channels of tones, each in Hz and for some seconds."""
    samples = array.array("h")
    for pitch, seconds in tones:
        for place in range(round(seconds * RATE)):
            value = round(LOUD * math.sin(2 * math.pi * pitch * place / RATE))
            samples.extend((value, value))
    with wave.open(str(file), "wb") as out:
        out.setnchannels(2)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(samples.tobytes())
    return file


def pitch_of(samples: array.array[int], rate: int) -> float:
    """Return the pitch of samples in Hz, by how often they rise through zero."""
    rises = sum(before < 0 <= after for before, after in itertools.pairwise(samples))
    return rises * rate / max(1, len(samples))
