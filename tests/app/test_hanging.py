# SPDX-License-Identifier: Apache-2.0
"""What may hang now: found and read before it is asked for, given once, and none where it is spoilt."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.app.hanging import Hanging
from kiosk.app.posters import Posters, Record, print_of
from kiosk.render.pixels import Pixels, pack

PICTURE = Pixels(3, 2, bytes(range(24)))
NOW = "2026-03-01T08:00:00"


@pytest.fixture
def posters(tmp_path: Path) -> Posters:
    """Return posters of which one is kept for a morning."""
    posters = Posters(tmp_path / "posters", "name")
    spans = (("2026-03-01T07:00:00", "2026-03-01T12:00:00"),)
    posters.keep(pack(PICTURE), Record((), print_of(()), (), spans, "#ffffff"))
    return posters


def test_the_picture_is_given_once_and_not_kept(posters: Posters) -> None:
    hanging = Hanging(posters, NOW)
    assert hanging.record == posters.known()
    assert hanging.pixels() == PICTURE
    assert hanging.pixels() is None


def test_it_is_read_before_it_is_asked_for(posters: Posters) -> None:
    hanging = Hanging(posters, NOW)
    hanging._reading.join()
    posters.picture.unlink()
    assert hanging.pixels() == PICTURE


def test_nothing_is_read_of_what_may_not_hang(posters: Posters) -> None:
    hanging = Hanging(posters, "2026-03-01T12:00:00")
    assert hanging.record is None
    assert not hanging._reading.is_alive()
    assert hanging.pixels() is None


@pytest.mark.parametrize("spoilt", [b"", b"packed 1", None])
def test_a_picture_that_is_not_whole_or_gone_is_none(spoilt: bytes | None, posters: Posters) -> None:
    if spoilt is None:
        posters.picture.unlink()
    else:
        posters.picture.write_bytes(spoilt)
    assert Hanging(posters, NOW).pixels() is None


def test_it_needs_no_qt() -> None:
    code = "import sys, kiosk.app.hanging; sys.exit('shiboken6' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
