# SPDX-License-Identifier: Apache-2.0
"""Once everything was painted in one thread, many may paint at the same time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.render import gallery as module
from kiosk.render.fonts import Families
from kiosk.render.gallery import Easel, Gallery
from kiosk.render.pictures import PackPictures
from kiosk.render.shelf import PageFiles

TOGETHER = """
import sys
import threading
from PySide6.QtGui import QGuiApplication
from kiosk.paths import resources
from kiosk.render import rehearsal
from kiosk.render.fonts import load_fonts

app = QGuiApplication([])
families = load_fonts(resources() / "fonts")
rehearsal.rehearse(families)
start = threading.Barrier(4)
painted = []

def paint():
    start.wait()
    rehearsal.rehearse(families)
    painted.append(True)

sys.setswitchinterval(1e-6)
threads = [threading.Thread(target=paint) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(painted))
"""


@pytest.mark.parametrize("attempt", range(3))
def test_threads_paint_together_without_a_crash(attempt: int, root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", TOGETHER], cwd=root, capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stdout) == (0, "4\n"), done.stderr


def test_a_gallery_rehearses_before_it_has_a_thread(
    families: Families, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rehearsed: list[Families] = []
    monkeypatch.setattr(module, "rehearse", rehearsed.append)
    pictures = PackPictures(tmp_path, tmp_path / "pictures", None)  # type: ignore[arg-type] # nothing is decoded
    Gallery(PageFiles(tmp_path / "pages", 1_000_000), Easel(families, pictures, 8, 8))
    assert rehearsed == [families]
