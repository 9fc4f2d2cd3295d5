# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import subprocess
import sys

import pytest

from kiosk.app.memory import give_back_large_pieces

ASK = """
import ctypes, sys
from kiosk.app.memory import give_back_large_pieces
if sys.argv[1] == "give":
    assert give_back_large_pieces()
class Info(ctypes.Structure):
    names = "arena ordblks smblks hblks hblkhd usmblks fsmblks uordblks fordblks keepcost"
    _fields_ = list((name, ctypes.c_size_t) for name in names.split())
asked = ctypes.CDLL(None).mallinfo2
asked.restype = Info
first = bytearray(8_000_000)
del first
second = bytearray(8_000_000)
print(asked().hblkhd)
"""


@pytest.mark.parametrize("how, own", [("give", True), ("leave", False)])
def test_a_large_piece_is_asked_of_the_system_by_itself(how: str, own: bool) -> None:
    """Left alone, glibc keeps the second one in its heap, having learnt its size from the first."""
    said = subprocess.run([sys.executable, "-c", ASK, how], capture_output=True, text=True, check=True)
    assert (int(said.stdout) >= 8_000_000) is own


def test_a_library_without_it_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not give_back_large_pieces(object)
    monkeypatch.setattr("sys.platform", "win32")
    assert not give_back_large_pieces()
