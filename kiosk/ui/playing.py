# SPDX-License-Identifier: Apache-2.0
"""Plays a stretch of a recording, at the speed that was asked for, on the system's own sound card."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QTimer, Slot
from PySide6.QtMultimedia import QAudioFormat, QAudioSink, QMediaDevices, QtAudio

from kiosk.render.sound import RATE, UndecodableError, decoded
from kiosk.render.tempo import at_speed

LOOK_MS = 30
"""How often it is looked whether the last sample was played: Qt's own news of it do not reach Python."""

DOUBLE = 2.0
"""At the rate 1 speech is twice as fast, at -1 half as fast."""


class CannotPlayError(Exception):
    """A recording that cannot be decoded, or there is no sound card."""


class Player(QObject):
    """Plays one stretch at a time and tells when it has ended."""

    def __init__(self, ended: Callable[[], None], failed: Callable[[], None]) -> None:
        """Take what is called when a stretch was played to its end, and when the sound card gives up."""
        super().__init__()
        self._ended = ended
        self._failed = failed
        self._sink: QAudioSink | None = None
        self._buffer: QBuffer | None = None
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self._see)

    def play(self, path: str, from_s: float, to_s: float, rate: float, volume: float) -> None:
        """Play a stretch in place of another; raise CannotPlayError where it cannot be."""
        self.stop()
        card = QMediaDevices.defaultAudioOutput()
        if card.isNull():
            raise CannotPlayError(path)
        form = QAudioFormat()
        form.setSampleRate(RATE)
        form.setChannelCount(1)
        form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        try:
            samples = at_speed(decoded(Path(path), from_s, to_s), RATE, DOUBLE**rate)
        except (ImportError, UndecodableError) as error:
            raise CannotPlayError(path) from error
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(samples))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._sink = QAudioSink(card, form, self)
        self._sink.setVolume(volume)
        self._sink.start(self._buffer)
        self._look.start()

    def stop(self) -> None:
        """Be silent at once."""
        self._look.stop()
        sink, self._sink = self._sink, None
        buffer, self._buffer = self._buffer, None
        if sink is not None and buffer is not None:
            sink.reset()
            sink.deleteLater()
            buffer.deleteLater()

    def set_volume(self, volume: float) -> None:
        """Change how loud what is played is."""
        if self._sink is not None:
            self._sink.setVolume(volume)

    @Slot()
    def _see(self) -> None:
        if self._sink is None or self._sink.state() is QtAudio.State.ActiveState:
            return
        error = self._sink.error() not in {QtAudio.Error.NoError, QtAudio.Error.UnderrunError}
        self.stop()
        (self._failed if error else self._ended)()
