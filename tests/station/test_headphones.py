# SPDX-License-Identifier: Apache-2.0
"""Headphones: input devices are files here, and what they answer is written in them."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from kiosk.station import headphones
from kiosk.station.headphones import CAN, HEADPHONES, IS, LinuxJack

PLUG = 1 << HEADPHONES


def device(folder: Path, number: int, switches: int, on: int) -> None:
    (folder / f"event{number}").write_bytes(bytes([switches, on]))


def answer(file: int, request: int, into: bytearray) -> int:
    """Answer as the kernel does, from the file itself; a device that is away fails."""
    switches, on = os.read(file, 2)
    os.lseek(file, 0, os.SEEK_SET)
    if switches == 0xFF:
        raise OSError("away")
    into[0] = {CAN: switches, IS: on}[request]
    return 0


@pytest.mark.parametrize(
    "devices, plugged",
    [
        ([], None),
        ([(0, 0)], None),
        ([(0x01, 0x01)], None),
        ([(PLUG, 0)], False),
        ([(PLUG, PLUG)], True),
        ([(PLUG | 0x10, 0x10)], False),
        ([(PLUG, 0), (PLUG, PLUG)], True),
        ([(0xFF, 0), (PLUG, 0)], False),
        ([(0xFF, 0)], None),
    ],
)
def test_a_plug_in_any_jack_counts(
    devices: list[tuple[int, int]], plugged: bool | None, tmp_path: Path
) -> None:
    for number, (switches, on) in enumerate(devices):
        device(tmp_path, number, switches, on)
    (tmp_path / "mice").write_bytes(b"")
    assert LinuxJack(tmp_path, answer).plugged() is plugged


def test_a_plug_that_goes_in_is_seen_at_the_next_look(tmp_path: Path) -> None:
    device(tmp_path, 3, PLUG, 0)
    jack = LinuxJack(tmp_path, answer)
    assert jack.plugged() is False
    device(tmp_path, 3, PLUG, PLUG)
    assert jack.plugged() is True


def test_no_folder_tells_nothing(tmp_path: Path) -> None:
    assert LinuxJack(tmp_path / "missing").plugged() is None


def test_the_requests_are_the_kernel_s() -> None:
    assert (CAN, IS) == (0x80084525, 0x8008451B)


def test_the_system_s_own_way_to_ask_refuses_what_is_no_device(tmp_path: Path) -> None:
    device(tmp_path, 0, PLUG, PLUG)
    assert LinuxJack(tmp_path).plugged() is None


def test_a_system_without_devices_tells_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fcntl", None)
    device(tmp_path, 0, PLUG, PLUG)
    assert headphones.LinuxJack(tmp_path).plugged() is None
