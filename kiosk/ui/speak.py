# SPDX-License-Identifier: Apache-2.0
"""The child process that speaks: a request a line on stdin, news a line on stdout, Qt's engine between them.

The engine lives here because without sound its constructor may never return. A request is to say something
(`say`, with id, text, language, rate and volume, and with `sound`, `from_s` and `to_s` where a recording says
it), to change the volume of what is said, or to stop. The news are `here` before the engine is made and
`ready` behind it, `done` with the id of what was said to its end, and `failed` with the reason.
"""

from __future__ import annotations

import json
import signal
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Qt, QTimer, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech, QVoice

    from kiosk.ui.playing import Player

Tell = Callable[[Mapping[str, object]], None]

GIVE_UP_S = 60
"""An engine that is not ready by then is ended with its child, should the parent be gone: it holds all."""

SETTLE_MS, SETTLE_TIMES = 120, 20
"""After a stop the engine's late news of it must not be taken for the end of what is said next."""

LIKED = {"en": "English (America)", "zh": "Chinese (Mandarin"}
"""How the voices of espeak-ng begin that are taken first; others are taken as the system orders them."""

SPOKEN = {"es": "es_419"}
"""Where most speak a language that names no country: Spanish as in Latin America, not as in Spain."""

NAMELESS = {"zh": "Chinese (Mandarin"}
"""Voices whose language Qt does not know by its code: Speech Dispatcher calls Mandarin `cmn`."""


class Speaker(QObject):
    """Says one thing at a time and tells when it was said."""

    asked = Signal(str)

    def __init__(self, engine: QTextToSpeech | None, tell: Tell) -> None:
        """Take an engine that is ready, or none for recordings alone, and what is called with news."""
        super().__init__()
        self._engine = engine
        self._tell = tell
        self._now: int | None = None
        self._next: Mapping[str, Any] | None = None
        self._player: Player | None = None
        self._played: Mapping[str, Any] | None = None
        self._waited = 0
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._begin)
        self.asked.connect(self.take, Qt.ConnectionType.QueuedConnection)
        if engine is not None:
            engine.stateChanged.connect(self._changed)
            engine.errorOccurred.connect(self._failed)

    @Slot(str)
    def take(self, line: str) -> None:
        """Do what a line asks for; an empty one is the end."""
        asked: Mapping[str, Any] = json.loads(line) if line else {"do": "end"}
        if asked["do"] == "volume":
            self._set_volume(asked["volume"])
            return
        self._next = asked if asked["do"] == "say" else None
        if self._player is not None:
            self._player.stop()
        self._played = None
        if asked["do"] == "end":
            self._stop()
            QCoreApplication.exit(0)
        elif self._now is not None:
            self._halt()
        elif not self._settle.isActive():
            self._begin()

    def _set_volume(self, volume: float) -> None:
        if self._player is not None:
            self._player.set_volume(volume)
        if self._engine is not None:
            self._engine.setVolume(volume)

    def _stop(self) -> None:
        if self._engine is not None:
            self._engine.stop()

    def _halt(self) -> None:
        """Silence the engine, and wait until its news of that have come."""
        self._now = None
        self._waited = 0
        self._stop()
        self._settle.start()

    @Slot()
    def _begin(self) -> None:
        """Say what was asked for last."""
        if self._is("Speaking") and self._waited < SETTLE_TIMES:
            self._waited += 1
            self._settle.start()
            return
        asked, self._next = self._next, None
        if asked is not None and not (asked.get("sound") and self._play(asked)):
            self._say(asked)

    def _is(self, state: str) -> bool:
        engine = self._engine
        return engine is not None and engine.state() is type(engine).State[state]

    def _say(self, asked: Mapping[str, Any]) -> None:
        """Say words with the engine."""
        if self._engine is None:
            self._tell({"is": "failed", "why": "engine"})
            return
        if not has_voice(self._engine, asked["language"]):
            self._tell({"is": "failed", "why": "voice"})
            return
        self._engine.setRate(asked["rate"])
        self._engine.setVolume(asked["volume"])
        self._now = asked["id"]
        self._engine.say(asked["text"])

    def _play(self, asked: Mapping[str, Any]) -> bool:
        """Play a recording of words; tell whether it could be."""
        from kiosk.ui.playing import CannotPlayError, Player  # noqa: PLC0415 # few packs have recordings

        self._player = self._player or Player(self._ended, self._unheard)
        try:
            self._player.play(asked["sound"], asked["from_s"], asked["to_s"], asked["rate"], asked["volume"])
        except CannotPlayError:
            return False
        self._played = asked
        return True

    def _ended(self) -> None:
        """Tell that a recording was played to its end."""
        asked, self._played = self._played, None
        if asked is not None:
            self._tell({"is": "done", "id": asked["id"]})

    def _unheard(self) -> None:
        """Say the words of a recording that the sound card would not play."""
        asked, self._played = self._played, None
        if asked is not None:
            self._say(asked)

    @Slot()
    def _changed(self) -> None:
        if self._now is not None and self._is("Ready"):
            said, self._now = self._now, None
            self._tell({"is": "done", "id": said})

    @Slot()
    def _failed(self) -> None:
        self._now = None
        self._tell({"is": "failed", "why": "sound"})


def has_voice(engine: QTextToSpeech, language: str) -> bool:
    """Give the engine a voice for a language; tell whether there is one."""
    locale = spoken(engine.availableLocales(), language)
    known = {other.language() for other in engine.availableLocales()}
    nameless = locale.language() not in known
    if nameless and language not in NAMELESS:
        return False
    engine.setLocale(QLocale.c() if nameless else locale)
    voice = liked(engine.availableVoices(), language, nameless=nameless)
    if voice is None:
        return False
    if voice != engine.voice():
        engine.setVoice(voice)
    return True


def spoken(locales: Sequence[QLocale], language: str) -> QLocale:
    """Return the locale to speak a language in: where most speak it, if there is a voice of there."""
    most = QLocale(SPOKEN.get(language, language))
    return most if most in locales else QLocale(language)


def liked(voices: Sequence[QVoice], language: str, *, nameless: bool) -> QVoice | None:
    """Return the voice to take: a plain one before its variants, whose names have a plus in them."""
    wanted = NAMELESS[language] if nameless else LIKED.get(language.split("-", maxsplit=1)[0], "")
    fitting = [voice for voice in voices if voice.name().startswith(wanted)]
    if not fitting and not nameless:
        fitting = list(voices)
    plain = [voice for voice in fitting if "+" not in voice.name()]
    return next(iter((*plain, *fitting)), None)


def engine_to_take(engines: Sequence[str]) -> str:
    """Return the engine to use: the system's own; Speech Dispatcher first, the silent mock never."""
    real = [name for name in engines if name != "mock"]
    return "speechd" if "speechd" in real else next(iter(real), "")


def tell(news: Mapping[str, object]) -> None:
    """Write news as a line."""
    sys.stdout.write(json.dumps(news) + "\n")
    sys.stdout.flush()


def main(arguments: Sequence[str] = ()) -> int:
    """Speak what is asked on stdin until it ends; an argument names another engine of Qt."""
    application = QCoreApplication(["kiosk"])
    try:
        from PySide6.QtTextToSpeech import QTextToSpeech  # noqa: PLC0415 # an extra that may not be there
    except ImportError:
        tell({"is": "failed", "why": "engine"})
        return 0
    tell({"is": "here"})
    name = next(iter(arguments), "") or engine_to_take(QTextToSpeech.availableEngines())
    _bound_start(GIVE_UP_S)
    engine = QTextToSpeech(name) if name else None
    if engine is not None and engine.state() is QTextToSpeech.State.Error:
        engine = None
    _bound_start(0)
    speaker = Speaker(engine, tell)
    threading.Thread(target=_read, args=(speaker,), daemon=True).start()
    tell({"is": "ready"})
    application.exec()
    del speaker, engine, application
    return 0


def _read(speaker: Speaker) -> None:
    """Hand lines over to the thread of the engine; runs in a thread of its own."""
    for line in sys.stdin:
        speaker.asked.emit(line)
    speaker.asked.emit("")


def _bound_start(seconds: int) -> None:
    """Let this process be killed after so many seconds, by the system, whatever then holds it; 0 never."""
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
