# SPDX-License-Identifier: Apache-2.0
"""Memory given back to the system once it is free, as a program does that runs for months."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable

M_MMAP_THRESHOLD = -3
"""What glibc's malloc.h calls the size from which a piece of memory is asked of the system by itself."""

LARGE_BYTES = 1024 * 1024
"""Pictures are larger; without a fixed size glibc learns to keep them and their holes."""


def give_back_large_pieces(library: Callable[[], object] = lambda: ctypes.CDLL(None)) -> bool:
    """Have every large piece go back to the system when it is freed; tell whether the C library can."""
    if sys.platform != "linux":
        return False
    mallopt = getattr(library(), "mallopt", None)
    return mallopt is not None and mallopt(M_MMAP_THRESHOLD, LARGE_BYTES) == 1
