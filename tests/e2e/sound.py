# SPDX-License-Identifier: Apache-2.0
"""A sound card that is none: PulseAudio with a null sink, and what is played on it recorded."""

from __future__ import annotations

import array
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tests.e2e.program import Program, stop, wait_until

RATE = 16_000
LOUD = 500
"""What of 32768 is heard; the null sink's own silence is 0."""


@dataclass
class Sound:
    """What plays: the environment that leads programs to it, and what it has recorded so far."""

    environment: dict[str, str]
    recording: Path

    def samples(self) -> array.array[int]:
        """Return what was recorded so far."""
        data = self.recording.read_bytes()
        return array.array("h", data[: len(data) // 2 * 2])

    def loudest(self, last_s: float | None = None) -> int:
        """Return the loudest that was heard, ever or in the last seconds."""
        heard = self.samples()
        if last_s is not None:
            heard = heard[-round(last_s * RATE) :]
        return max((abs(sample) for sample in heard), default=0)

    def heard_s(self) -> float:
        """Return for how many seconds something was heard, in steps of a fiftieth."""
        heard, step = self.samples(), RATE // 50
        parts = (heard[start : start + step] for start in range(0, len(heard), step))
        return sum(max(map(abs, part)) > LOUD for part in parts) / 50


@contextmanager
def null_sink(folder: Path) -> Iterator[Sound]:
    """Run PulseAudio in folders of its own, with a sink that plays to nobody, and record it.

    The runtime folder is a short one: Speech Dispatcher cuts the name of its socket off after 108 bytes.
    """
    socket = folder / "pulse.socket"
    sink = f"module-null-sink sink_name=quiet rate={RATE}"
    modules = (sink, f"module-native-protocol-unix socket={socket}")
    options = ("-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "--disable-shm=yes")
    loads = tuple(part for module in modules for part in ("-L", module))
    runtime = Path(tempfile.mkdtemp(prefix="speech-"))
    environment = {"PULSE_SERVER": f"unix:{socket}", "XDG_RUNTIME_DIR": str(runtime)}
    with Program(("pulseaudio", *options, *loads), folder / "pulse", {}) as server:
        wait_until(socket.exists, f"PulseAudio: {server.log}")
        recording = folder / "recorded.raw"
        form = ("--raw", "--format=s16le", f"--rate={RATE}", "--channels=1", "--latency-msec=50")
        with recording.open("wb") as file:
            command = ("parec", "-d", "quiet.monitor", *form)
            surroundings = server.environment | environment
            recorder = subprocess.Popen(command, stdout=file, stderr=subprocess.DEVNULL, env=surroundings)
        try:
            wait_until(lambda: recording.stat().st_size > 0, "the first sample of silence")
            yield Sound(environment, recording)
        finally:
            stop(recorder)
            end_dispatcher(runtime)
            shutil.rmtree(runtime, ignore_errors=True)


def end_dispatcher(runtime: Path) -> None:
    """End the Speech Dispatcher that a program started in a runtime folder, if one did."""
    with suppress(OSError, ValueError):
        number = int((runtime / "speech-dispatcher" / "pid" / "speech-dispatcher.pid").read_text())
        os.kill(number, signal.SIGTERM)
