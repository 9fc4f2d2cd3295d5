# SPDX-License-Identifier: Apache-2.0
"""Packed pixels: every one comes back, and what is not whole is none."""

from __future__ import annotations

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.render.pixels import Pixels, pack, unpack


@contextmanager
def resource_limit(more: int) -> Iterator[None]:
    """Let this process take only so many bytes of memory more."""
    held = int(Path("/proc/self/statm").read_text(encoding="utf-8").split()[0]) * resource.getpagesize()
    before = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (held + more, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


def picture(width: int = 30, height: int = 7) -> Pixels:
    return Pixels(width, height, bytes(n * 7919 % 256 for n in range(4 * width * height)))


@given(st.integers(1, 300), st.integers(1, 20))
def test_every_pixel_comes_back(width: int, height: int) -> None:
    assert unpack(pack(picture(width, height))) == picture(width, height)


@given(st.integers(0, 2**16), st.integers(1, 255))
def test_a_byte_that_changed_gives_no_other_pixels(place: int, change: int) -> None:
    content = bytearray(pack(picture()))
    content[place % len(content)] ^= change
    opened = unpack(bytes(content))
    assert opened is None or opened.data == picture().data


@given(st.binary(max_size=60))
def test_what_was_never_packed_is_no_picture(content: bytes) -> None:
    assert unpack(content) is None


@pytest.mark.parametrize("length", [0, 7, 15, 16, 40, -1])
def test_a_part_is_no_picture(length: int) -> None:
    assert unpack(pack(picture())[:length]) is None


def test_a_header_that_says_too_much_takes_no_memory() -> None:
    content = bytearray(pack(picture()))
    content[8:16] = b"\xff" * 8
    with resource_limit(256 * 2**20):
        assert unpack(bytes(content)) is None


def test_a_picture_without_pixels_is_none() -> None:
    assert unpack(pack(Pixels(0, 0, b""))) is None
