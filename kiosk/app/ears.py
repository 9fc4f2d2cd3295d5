# SPDX-License-Identifier: Apache-2.0
"""Listening, put together: the voice, the reader, and the plug where headphones decide."""

from __future__ import annotations

from contextlib import ExitStack

from kiosk.app.clock import Clocks
from kiosk.app.director import Director
from kiosk.app.plug import PlugWatch
from kiosk.app.reader import Reader
from kiosk.app.voice import Voice
from kiosk.show.hearing import Outlet
from kiosk.station.headphones import Jack, LinuxJack
from kiosk.ui.show_bridge import ShowBridge


def open_ears(
    listen: str,
    clocks: Clocks,
    director: Director,
    bridge: ShowBridge,
    stack: ExitStack,
    *,
    voice: Voice | None = None,
    jack: Jack | None = None,
) -> Reader:
    """Let pages be read aloud from now on; `listen` is the setting. The stack ends it."""
    outlet = Outlet(listen)
    voice = voice or Voice()
    stack.callback(voice.end)
    reader = Reader(voice, director.handle, outlet, clocks.monotonic)
    stack.callback(reader.end)
    director.attend(reader)
    bridge.focusMoved.connect(reader.guide)
    if outlet is Outlet.HEADPHONES:
        watch = PlugWatch(jack or LinuxJack(), director.handle)
        stack.callback(watch.end)
        watch.begin()
    return reader
