# SPDX-License-Identifier: Apache-2.0
"""Decoding recordings: MP3, FLAC, Ogg Vorbis and WAV by miniaudio, whatever their rate and channels."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

RATE = 24_000
"""Samples a second: speech has nothing above 12 kHz that is missed."""


class UndecodableError(Exception):
    """A sound file that cannot be decoded, or has nothing at the place that is asked for."""


def can_decode() -> bool:
    """Tell whether miniaudio is there, which the extra `speech` brings along."""
    return find_spec("miniaudio") is not None


def duration(file: Path) -> float | None:
    """Return how many seconds a sound file lasts, None where it cannot be decoded."""
    import miniaudio  # noqa: PLC0415 # part of the extra `speech`

    try:
        return float(miniaudio.get_file_info(str(file)).duration)
    except (OSError, miniaudio.MiniaudioError):
        return None


def decoded(file: Path, from_s: float, to_s: float) -> bytes:
    """Return a stretch of a sound file as 16-bit samples of one channel, RATE a second.

    Raises UndecodableError, or ImportError without miniaudio.
    """
    import miniaudio  # noqa: PLC0415 # part of the extra `speech`

    wanted, data = round((to_s - from_s) * RATE) * 2, bytearray()
    try:
        form, start = miniaudio.SampleFormat.SIGNED16, round(from_s * RATE)
        chunks = miniaudio.stream_file(str(file), form, nchannels=1, sample_rate=RATE, seek_frame=start)
        for chunk in chunks:
            data += chunk.tobytes()
            if len(data) >= wanted:
                break
        chunks.close()
    except (OSError, miniaudio.MiniaudioError) as error:
        raise UndecodableError(file) from error
    if not data:
        raise UndecodableError(file)
    return bytes(data[:wanted])
