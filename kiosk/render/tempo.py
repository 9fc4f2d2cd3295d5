# SPDX-License-Identifier: Apache-2.0
"""Speech slower or faster at its own pitch, by the library that espeak-ng uses for it."""

from __future__ import annotations

import ctypes
from functools import cache

LIBRARY = "libsonic.so.0"


@cache
def sonic(name: str = LIBRARY) -> ctypes.CDLL | None:
    """Return sonic's library, None where the system has none (https://github.com/waywardgeek/sonic)."""
    try:
        library = ctypes.CDLL(name)
    except OSError:
        return None
    stream, samples = ctypes.c_void_p, ctypes.c_char_p
    for called, result, arguments in (
        ("sonicCreateStream", stream, (ctypes.c_int, ctypes.c_int)),
        ("sonicDestroyStream", None, (stream,)),
        ("sonicSetSpeed", None, (stream, ctypes.c_float)),
        ("sonicWriteShortToStream", ctypes.c_int, (stream, samples, ctypes.c_int)),
        ("sonicFlushStream", ctypes.c_int, (stream,)),
        ("sonicSamplesAvailable", ctypes.c_int, (stream,)),
        ("sonicReadShortFromStream", ctypes.c_int, (stream, samples, ctypes.c_int)),
    ):
        function = getattr(library, called)
        function.restype, function.argtypes = result, arguments
    return library


def at_speed(samples: bytes, rate: int, speed: float, name: str = LIBRARY) -> bytes:
    """Return 16-bit samples of one channel at another speed; unchanged at 1, and where sonic is not there."""
    library = sonic(name)
    if library is None or speed == 1.0:
        return samples
    stream = library.sonicCreateStream(rate, 1)
    try:
        library.sonicSetSpeed(stream, speed)
        library.sonicWriteShortToStream(stream, samples, len(samples) // 2)
        library.sonicFlushStream(stream)
        count = library.sonicSamplesAvailable(stream)
        made = ctypes.create_string_buffer(count * 2)
        read = library.sonicReadShortFromStream(stream, made, count)
        return made.raw[: read * 2]
    finally:
        library.sonicDestroyStream(stream)
