# SPDX-License-Identifier: Apache-2.0
"""A virtual screen seen and touched from outside: frame buffer file, X events, windows, resolutions."""

from __future__ import annotations

import mmap
import os
import shutil
import struct
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import IO, Any, Self

from Xlib import XK, X, display, error
from Xlib.ext import damage, xtest
from Xlib.protocol import event

from tests.e2e.picture import Area, Frame
from tests.e2e.program import stop

XWD_WIDTH, XWD_HEIGHT, XWD_LINE, XWD_COLOURS = 4, 5, 12, 19


class Screen:
    """An Xvfb of its own; what is on it is read from its frame buffer file, without asking the server."""

    def __init__(self, width: int = 1920, height: int = 1080) -> None:
        """Take the size; the server starts when the screen is entered."""
        self.width = width
        self.height = height
        self.name = ""
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        """Start the server and connect to it."""
        with ExitStack() as stack:
            folder = Path(tempfile.mkdtemp(prefix="screen-"))
            stack.callback(shutil.rmtree, folder, ignore_errors=True)
            self.name = stack.enter_context(_server(folder, self.width, self.height))
            self._memory = stack.enter_context(_mapped(folder / "Xvfb_screen0"))
            header = struct.unpack(">25I", self._memory[:100])
            self._start = header[0] + 12 * header[XWD_COLOURS]
            self._stride = header[XWD_LINE]
            assert (header[XWD_WIDTH], header[XWD_HEIGHT]) == (self.width, self.height)
            self._display = display.Display(self.name)
            stack.callback(self._display.close)
            self._root = self._display.screen().root
            self._stack = stack.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        """Disconnect and end the server."""
        self._stack.close()

    @property
    def environment(self) -> dict[str, str]:
        """Return what a program needs to find this screen."""
        return {"DISPLAY": self.name, "QT_QPA_PLATFORM": "xcb"}

    def frame(self) -> Frame:
        """Return what is on the screen now."""
        end = self._start + self.height * self._stride
        return Frame(self.width, self.height, self._stride, self._memory[self._start : end])

    def part(self, area: Area) -> bytes:
        """Return the pixels of an area now, read without copying the rest."""
        starts = (self._start + y * self._stride + 4 * area.x for y in range(area.y, area.bottom))
        return b"".join(self._memory[start : start + 4 * area.width] for start in starts)

    def every_row(self, number: int) -> bytes:
        """Return every n-th row of the screen now, which is enough to see that something changed."""
        starts = range(self._start, self._start + self.height * self._stride, number * self._stride)
        return b"".join([self._memory[start : start + 4 * self.width] for start in starts])

    @contextmanager
    def held(self) -> Iterator[None]:
        """Let no program draw meanwhile: what was asked of the server is done, so nothing is half written."""
        self._display.grab_server()
        self._display.sync()
        try:
            yield
        finally:
            self._display.ungrab_server()
            self._display.flush()

    @contextmanager
    def damage(self) -> Iterator[Callable[[], int]]:
        """Count meanwhile how often anything is drawn on the screen, though no pixel may differ by it."""
        listener = display.Display(self.name)
        try:
            listener.damage_query_version()
            listener.screen().root.damage_create(damage.DamageReportRawRectangles)

            def drawn() -> int:
                listener.sync()
                return sum(listener.next_event() is not None for _ in range(listener.pending_events()))

            drawn()  # the whole screen is told first
            yield drawn
        finally:
            listener.close()

    def photograph(self, path: Path) -> None:
        """Write what is on the screen as PNG."""
        self.frame().save(path)

    def move(self, x: int, y: int) -> None:
        """Move the pointer."""
        xtest.fake_input(self._display, X.MotionNotify, x=x, y=y)
        self._display.sync()

    def cursor_shown(self) -> bool:
        """Tell whether the pointer has a shape that can be seen where it is."""
        self._display.xfixes_query_version()
        return any(self._display.xfixes_get_cursor_image(self._root).cursor_image)

    def down(self, x: int, y: int, button: int = 1) -> None:
        """Press a button at a place."""
        self.move(x, y)
        xtest.fake_input(self._display, X.ButtonPress, button)
        self._display.sync()

    def up(self, button: int = 1) -> None:
        """Release a button where the pointer is."""
        xtest.fake_input(self._display, X.ButtonRelease, button)
        self._display.sync()

    def press(self, x: int, y: int, button: int = 1) -> None:
        """Press and release a button at a place, as a finger that taps."""
        self.down(x, y, button)
        self.up(button)

    def drag(self, start: tuple[int, int], end: tuple[int, int], steps: int = 12) -> None:
        """Press at one place, move evenly to another and release there."""
        self.down(*start)
        for step in range(1, steps + 1):
            part = step / steps
            self.move(*(round(a + (b - a) * part) for a, b in zip(start, end, strict=True)))
        self.up()

    def key_down(self, name: str) -> None:
        """Press a key, named as in X (`Right`, `Prior`, `Escape`)."""
        xtest.fake_input(self._display, X.KeyPress, self._keycode(name))
        self._display.sync()

    def key_up(self, name: str) -> None:
        """Release a key."""
        xtest.fake_input(self._display, X.KeyRelease, self._keycode(name))
        self._display.sync()

    def key(self, *names: str) -> None:
        """Press keys one on the other, as in Alt and F4, and release them backwards."""
        for name in names:
            self.key_down(name)
        for name in reversed(names):
            self.key_up(name)

    def _keycode(self, name: str) -> int:
        code: int = self._display.keysym_to_keycode(XK.string_to_keysym(name))
        assert code, f"this server has no key {name}"
        return code

    def windows(self) -> list[Area]:
        """Return where the shown windows stand, the lowest first; a window in a frame is its frame."""
        return [area for _, area in self._shown(self._root)]

    def names(self) -> set[str]:
        """Return the names that windows give themselves, as a list of windows would show them."""
        found = set()
        for window in self._all(self._root):
            with suppress(error.XError):
                for name in ("_NET_WM_NAME", "WM_NAME"):
                    told = window.get_full_property(self._display.get_atom(name), 0)
                    if told is not None:
                        value = told.value
                        found.add(
                            value if isinstance(value, str) else bytes(value).decode("utf-8", "replace")
                        )
        return found

    def managed(self) -> bool:
        """Tell whether a window manager has taken charge of the screen."""
        return self._root.get_full_property(self._display.get_atom("_NET_SUPPORTING_WM_CHECK"), 0) is not None

    def ask_to_close(self) -> int:
        """Send every window that understands it the request to close; return how many there were."""
        protocols = self._display.get_atom("WM_PROTOCOLS")
        close = self._display.get_atom("WM_DELETE_WINDOW")
        asked = 0
        for window in self._all(self._root):
            with suppress(error.XError):
                if close in (window.get_wm_protocols() or ()):
                    message = event.ClientMessage(
                        window=window, client_type=protocols, data=(32, [close, X.CurrentTime, 0, 0, 0])
                    )
                    window.send_event(message)
                    asked += 1
        self._display.sync()
        return asked

    def _all(self, window: Any) -> Iterator[Any]:  # noqa: ANN401 # python-xlib has no types
        with suppress(error.XError):
            for child in window.query_tree().children:
                yield child
                yield from self._all(child)

    def _shown(self, window: Any) -> Iterator[tuple[Any, Area]]:  # noqa: ANN401 # python-xlib has no types
        for child in window.query_tree().children:
            with suppress(error.XError):
                attributes, place = child.get_attributes(), child.get_geometry()
                big = place.width > 9 and place.height > 9
                if attributes.map_state == X.IsViewable and attributes.win_class == X.InputOutput and big:
                    yield child, Area(place.x, place.y, place.width, place.height)

    def cover(self) -> None:
        """Show a plain black window over everything, as another program would, while the screen lasts."""
        window = self._root.create_window(
            0, 0, self.width, self.height, 0, X.CopyFromParent, background_pixel=0, override_redirect=False
        )
        window.map()
        window.configure(stack_mode=X.Above)
        self._display.sync()

    def resize(self, width: int, height: int) -> None:
        """Change the resolution, to at most the size the screen was made with."""
        name = f"{width}x{height}"
        if name not in self._xrandr():
            timing = (60 * (width + 160) * (height + 40) / 1e6, width, width + 48, width + 80, width + 160)
            lines = (height, height + 3, height + 8, height + 40)
            self._xrandr("--newmode", name, *map(str, (*timing, *lines)))
            self._xrandr("--addmode", "screen", name)
        self._xrandr("--output", "screen", "--mode", name)
        self.width, self.height = width, height

    def unplug(self) -> None:
        """Take the monitor away; `resize` brings it back."""
        self._xrandr("--output", "screen", "--off")

    def _xrandr(self, *arguments: str) -> str:
        command = ("xrandr", "--display", self.name, *arguments)
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=20)
        assert done.returncode == 0 or "--off" in arguments, done.stderr
        return done.stdout


@contextmanager
def _server(folder: Path, width: int, height: int) -> Iterator[str]:
    """Run Xvfb on a display number that it chooses itself; yield the display's name."""
    reading, writing = os.pipe()
    with (folder / "log").open("wb") as log, os.fdopen(reading, "rb") as answer:
        command = ("Xvfb", "-displayfd", str(writing), "-fbdir", str(folder), "-noreset", "-nolisten", "tcp")
        size = ("-screen", "0", f"{width}x{height}x24")
        process = subprocess.Popen((*command, *size), pass_fds=(writing,), stderr=log, stdout=log)
        os.close(writing)
        try:
            number = answer.readline().decode().strip()
            assert number, f"Xvfb did not start: {(folder / 'log').read_text(errors='replace')}"
            yield f":{number}"
        finally:
            stop(process)


@contextmanager
def _mapped(path: Path) -> Iterator[mmap.mmap]:
    file: IO[bytes]
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as memory:
        yield memory
