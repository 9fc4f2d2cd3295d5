# SPDX-License-Identifier: Apache-2.0
"""Starts a bundle in a bare Debian with neither Python nor Qt, under X and without, and compares pictures.

`python -m tests.build.bare_root dist/kiosk` needs root, debootstrap and the network. Nothing is installed but
what minbase holds. What is mounted is mounted for one command alone, and is gone with it however that ends.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

from kiosk.render.pixels import unpack
from tests.build.smoke import BARE, SIZE, page_on, shows_a_page
from tests.e2e.picture import Area, Frame
from tests.e2e.program import ROOT, NotSeen, Program, wait_until
from tests.e2e.screen import Screen

MIRROR = "http://deb.debian.org/debian"
SUITE = "bookworm"
PATHS = "/usr/sbin:/usr/bin:/sbin:/bin"
TOOLS = ("debootstrap", "unshare", "Xvfb")
STRANGERS = ("python3*", "libpython*", "libQt*", "libX11*", "libxcb*", "libGL*", "libEGL*", "*.ttf", "*.otf")
"""Commands, libraries and fonts that a station need not have; a start beside them would prove nothing."""

PAPERS = ("usr/share/doc/", "var/lib/dpkg/", "var/cache/")
PLACE = "opt/kiosk"
PACK = Path("_internal") / "kiosk" / "resources" / "packs" / "ptsd"
START = ("run", "--window", f"{SIZE[0]}x{SIZE[1]}")
ALIKE = {"LC_ALL": "C.UTF-8", "TZ": "UTC"}
STILL_S = 1.5
TIMEOUT_S = 60.0

ENTER = """
mkdir -p "$0/tmp/.X11-unix"
mount --bind /tmp/.X11-unix "$0/tmp/.X11-unix"
mount -t proc proc "$0/proc"
exec chroot "$0" /usr/bin/env -i "$@"
"""


class Wrong(Exception):  # noqa: N818 # it says what happened
    """Something is not as it should be, or cannot be tried here."""


class Machine:
    """Where a bundle runs, and what it finds there; this one, as the bundle is to be compared with it."""

    name = "outside"

    def __init__(self, bundle: Path, folder: Path) -> None:
        """Take the bundle and where folders and logs of its runs are to be."""
        self.bundle = bundle
        self.folder = folder

    def program(self, what: str, *arguments: str, **environment: str) -> Program:
        """Return a program that is not started yet, with folders of its own; a fault tells its log."""
        program = self._program(self.folder / what, arguments, BARE | ALIKE | environment)

        def tell() -> None:
            sys.stderr.write(f"{self.name}:\n{program.log}\n")

        program.on_fault = tell
        return program

    def pack(self) -> str:
        """Return the path of the bundle's own pack as the bundle is to be told it."""
        return str(self.bundle / PACK)

    def _program(self, folder: Path, arguments: tuple[str, ...], environment: dict[str, str]) -> Program:
        return Program((str(self.bundle / "kiosk"), *arguments), folder, environment)


class BareRoot(Machine):
    """A root of its own; of this machine a program there sees only the kernel and the sockets of screens."""

    name = "in the bare root"

    def __init__(self, root: Path, folder: Path) -> None:
        """Take the root, in which the bundle must lie, and where logs are to be."""
        super().__init__(Path("/") / PLACE, folder)
        self.root = root

    def home(self, what: str) -> Path:
        """Return, as seen from here, the home of a program there."""
        return self.root / "srv" / what

    def _program(self, folder: Path, arguments: tuple[str, ...], environment: dict[str, str]) -> Program:
        own = environment | {"PATH": PATHS, "HOME": f"/srv/{folder.name}"}
        words = (f"{name}={value}" for name, value in own.items())
        enter = ("/usr/bin/unshare", "--mount", "/bin/sh", "-euc", ENTER, str(self.root))
        command = (*enter, *words, str(self.bundle / "kiosk"), *arguments)
        return Program(command, folder, {"PATH": PATHS})


def what_is_missing() -> str:
    """Return why nothing can be tried here; nothing where it can."""
    if os.geteuid() != 0:
        return f"debootstrap and chroot need root: sudo {sys.executable} -m tests.build.bare_root dist/kiosk"
    path = f"{os.environ.get('PATH', '')}:{PATHS}"
    tools = [name for name in TOOLS if shutil.which(name, path=path) is None]
    return f"{', '.join(tools)} missing here; .ci/system bare installs what is needed" if tools else ""


def make(root: Path, mirror: str) -> None:
    """Make a bare Debian in an empty folder; all that debootstrap starts ends with it."""
    alone = ("unshare", "--mount", "--pid", "--fork", "--kill-child")
    command = (*alone, "debootstrap", "--variant=minbase", SUITE, str(root), mirror)
    environment = os.environ | ALIKE | {"PATH": PATHS}
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, errors="replace", check=False
    )
    if done.returncode != 0:
        said = "\n".join(f"{done.stdout}{done.stderr}".splitlines()[-8:])
        raise Wrong(f"debootstrap made no {SUITE} of {mirror}; name another mirror with --mirror:\n{said}")


def strangers(root: Path) -> Iterator[str]:
    """Yield what a root has that a station need not have."""
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root).as_posix()
        if not name.startswith(PAPERS) and any(fnmatchcase(path.name, each) for each in STRANGERS):
            yield name


def on_a_screen(machine: Machine) -> Frame:
    """Start the bundle under an Xvfb of this machine; return its window once that has stood still."""
    with Screen(800, 600) as screen, machine.program("screen", *START, **screen.environment) as program:

        def page() -> Area | None:
            if not program.running:
                raise Wrong(f"{machine.name}: under X it ended by itself")
            return page_on(screen)

        area = wait_until(page, f"{machine.name}: a page under X", TIMEOUT_S)
        assert area
        since, last = time.monotonic(), b""

        def still() -> bool:
            nonlocal since, last
            if (now := screen.part(area)) != last:
                since, last = time.monotonic(), now
            return time.monotonic() - since > STILL_S

        wait_until(still, f"{machine.name}: a picture that stands under X", TIMEOUT_S)
        return Frame(area.width, area.height, 4 * area.width, last)


def without_a_screen(machine: BareRoot) -> Frame:
    """Start the bundle where no X is; return the picture of its window that it keeps for its next start."""
    kept = machine.home("offscreen") / ".cache" / "clinic-kiosk" / "posters"
    with machine.program("offscreen", *START, QT_QPA_PLATFORM="offscreen") as program:

        def poster() -> Path | None:
            if not program.running:
                raise Wrong(f"{machine.name}: offscreen it ended by itself")
            return next((note.with_suffix(".packed") for note in kept.glob("*.json")), None)

        picture = wait_until(poster, f"{machine.name}: the picture of an opening offscreen", TIMEOUT_S)
        assert picture
        return read(picture)


def read(picture: Path) -> Frame:
    """Return a picture of an opening that was kept."""
    pixels = unpack(picture.read_bytes())
    if pixels is None:
        raise Wrong(f"the kept picture {picture} is not whole")
    return Frame(pixels.width, pixels.height, 4 * pixels.width, bytes(pixels.data))


def checked(machine: Machine) -> str:
    """Return what `kiosk check` says about the bundle's own pack."""
    with machine.program("check", "check", machine.pack()) as program:
        status = program.ended(TIMEOUT_S)
        if status != 0:
            raise Wrong(f"{machine.name}: kiosk check ended with {status}")
        return program.log


def differing(one: Frame, other: Frame) -> int:
    """Return how many pixels of two pictures are not the same, of all where their sizes are not."""
    if (one.width, one.height) != (other.width, other.height):
        return one.width * one.height
    pairs = (zip(one.row(y), other.row(y), strict=True) for y in range(one.height))
    return sum((a ^ b) & 0xFFFFFF != 0 for row in pairs for a, b in row)


def compare(bare: Machine, here: Machine, into: Path) -> None:
    """Look whether a bundle looks and answers the same on two machines; pictures that differ are kept."""
    if (said := checked(bare)) != (meant := checked(here)):
        raise Wrong(f"kiosk check says {bare.name}:\n{said}and {here.name}:\n{meant}")
    pictures = {"bare": on_a_screen(bare), "here": on_a_screen(here)}
    if count := differing(*pictures.values()):
        into.mkdir(parents=True, exist_ok=True)
        for name, frame in pictures.items():
            frame.save(into / f"{name}.png")
        raise Wrong(f"{count} pixels differ {bare.name}; both pictures are in {into}")


def attempt(bundle: Path, folder: Path, mirror: str) -> None:
    """Make a bare root in a folder and try the bundle there; `Wrong` where anything is."""
    root = folder / "root"
    make(root, mirror)
    if found := list(strangers(root)):
        raise Wrong(f"the root is not bare: {', '.join(found[:5])}")
    shutil.copytree(bundle, root / PLACE, symlinks=True)
    bare, here = BareRoot(root, folder / "bare"), Machine(bundle, folder / "here")
    frame = without_a_screen(bare)
    if not shows_a_page(frame, frame.area):
        raise Wrong(f"{bare.name}: offscreen the window shows no page")
    compare(bare, here, ROOT / "build" / "bare")


def main(arguments: list[str] | None = None) -> None:
    """Try the bundle named on the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.build.bare_root", description=__doc__)
    parser.add_argument("bundle", type=Path, help="the folder that make build makes")
    parser.add_argument(
        "--mirror", default=MIRROR, help=f"where Debian is fetched from; {MIRROR} if not told"
    )
    asked = parser.parse_args(arguments)
    if why := what_is_missing():
        sys.exit(why)
    if not (asked.bundle / "kiosk").is_file():
        sys.exit(f"{asked.bundle} is no bundle; make build makes dist/kiosk")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("it was told to end"))
    with tempfile.TemporaryDirectory(prefix="bare-") as folder:
        try:
            attempt(asked.bundle.resolve(), Path(folder), asked.mirror)
        except (Wrong, NotSeen) as error:
            sys.exit(str(error))
    sys.stdout.write(
        "In a bare Debian it answers, keeps its opening offscreen, and draws the same under X.\n"
    )


if __name__ == "__main__":
    main()
