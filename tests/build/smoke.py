# SPDX-License-Identifier: Apache-2.0
"""Starts a bundle once on a virtual screen, without this machine's Python, and looks for the picture."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from tests.build.inventory import WHERE, faults, gone, inventory, megabytes, packed_mb, rules
from tests.e2e.look import GROUND
from tests.e2e.picture import Area, Frame
from tests.e2e.program import Program, wait_until
from tests.e2e.screen import Screen

SIZE = (640, 360)
BARE = {"PATH": "", "PYTHONPATH": "", "PYTHONHOME": "", "LD_LIBRARY_PATH": "", "VIRTUAL_ENV": ""}


def shows_a_page(frame: Frame, window: Area) -> bool:
    """Tell whether a window shows a page: mostly its ground, and writing on it."""
    colours = set(frame.points(window))
    return frame.share(GROUND, window) > 0.3 and len(colours) > 4


def page_on(screen: Screen) -> Area | None:
    """Return where a window of the size that is asked for shows a page; None where there is none yet."""
    windows = [area for area in screen.windows() if (area.width, area.height) == SIZE]
    return windows[-1] if windows and shows_a_page(screen.frame(), windows[-1]) else None


def sizes(files: Mapping[str, int], packed: float | None, count: int = 12) -> str:
    """Return how large a bundle is, unpacked and packed, and its largest files."""
    lines = [f"{size / 1e6:7.1f} MB  {name}" for name, size in list(files.items())[:count]]
    whole = f"{megabytes(files):7.1f} MB  in {len(files)} files, the largest:"
    return "\n".join([whole, *lines, f"{packed:7.1f} MB  as .tar.zst" if packed else "not packed: no zstd"])


def smoke(bundle: Path, folder: Path) -> str:
    """Start the bundle, wait for its picture, end it; return what it wrote. Raises when no picture comes."""
    with Screen(800, 600) as screen:
        command = (str(bundle.resolve() / "kiosk"), "run", "--window", f"{SIZE[0]}x{SIZE[1]}")
        with Program(command, folder, screen.environment | BARE) as program:

            def picture() -> bool:
                assert program.running, f"it ended by itself:\n{program.log}"
                return page_on(screen) is not None

            wait_until(picture, "a page of the bundle", 60)
            screen.photograph(folder / "picture.png")
        assert "Traceback" not in program.log, program.log
        return program.log


def answers(bundle: Path, folder: Path) -> str:
    """Ask the bundle what is wrong with its own pack; return the answer. Raises when there is none."""
    pack = bundle.resolve() / "_internal" / "kiosk" / "resources" / "packs" / "ptsd"
    with Program((str(bundle.resolve() / "kiosk"), "check", str(pack)), folder, BARE) as program:
        assert program.ended(60) in {0, 1}, program.log
    assert "Traceback" not in program.log, program.log
    return program.log


def main() -> None:
    """Try the bundle named on the command line."""
    bundle = Path(sys.argv[1])
    with tempfile.TemporaryDirectory(prefix="smoke-") as folder:
        answers(bundle, Path(folder) / "check")
        said = smoke(bundle, Path(folder) / "run")
    files, packed, held = inventory(bundle), packed_mb(bundle), rules()
    sys.stdout.write(f"{said}{sizes(files, packed)}\nThe picture came.\n")
    sys.stdout.writelines(f"{WHERE} names {name}, which is not there\n" for name in gone(files, held))
    found = faults(files, held)
    if packed is not None and packed > held.packed_mb:
        found.append(
            f"packed, the bundle takes {packed:.1f} MB, packed_mb in {WHERE} allows {held.packed_mb}"
        )
    if found:
        sys.exit("\n".join(found))


if __name__ == "__main__":
    main()
