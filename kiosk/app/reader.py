# SPDX-License-Identifier: Apache-2.0
"""The reader: gives the voice what the show asks to be heard, and the show the voice's news."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Protocol

from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt, QTimer, Signal, SignalInstance, Slot

from kiosk.app.guidance import announcements
from kiosk.app.voice import Words
from kiosk.show.hearing import RISE_S, Obstacle, Outlet, Speech, Spoken, Voiceless
from kiosk.show.listen import loudness
from kiosk.show.model import Contact, Event, Pressed, Scene
from kiosk.ui.snapshot import Sentence, Snapshot

RISE_MS: Final = 200
RATE: Final = 0.25
"""What a step of speed is for Qt, whose rates run from -1 to 1."""

SAID: Final = frozenset({Speech.SPEAKING, Speech.ENDED})


class Speaks(Protocol):
    """What says words, as `Voice` does."""

    said: SignalInstance
    failed: SignalInstance

    def say(self, number: int, words: Words) -> None:
        """Say something in place of what is being said."""
        ...

    def wake(self) -> None:
        """Get ready to say something."""
        ...

    def stop(self) -> None:
        """Be silent at once."""
        ...

    def set_volume(self, volume: float) -> None:
        """Change how loud it is."""
        ...


class Reader(QObject):
    """Says a sentence at a time, and in speech mode what comes before it; silent as soon as the show is."""

    told = Signal(object)

    def __init__(
        self, voice: Speaks, tell: Callable[[Event], None], outlet: Outlet, now: Callable[[], float]
    ) -> None:
        """Take the voice, who is told of what was said, where it is heard, and the clock."""
        super().__init__()
        self._voice = voice
        self._outlet = outlet
        self._now = now
        self._last: Snapshot | None = None
        self._waiting: list[str] = []
        self._number = 0
        self._busy = False
        self._utterance: int | None = None
        self._asked = -1
        self._begun = Sentence("")
        self._rise = QTimer(self)
        self._rise.setInterval(RISE_MS)
        self._rise.timeout.connect(self._louder)
        voice.said.connect(self._said, Qt.ConnectionType.QueuedConnection)
        voice.failed.connect(self._failed, Qt.ConnectionType.QueuedConnection)
        self.told.connect(tell, Qt.ConnectionType.QueuedConnection)

    def hear(self, event: Event) -> None:
        """Let a touch or a key interrupt what is said besides the page; the page is the show's own matter."""
        if isinstance(event, Pressed) or (isinstance(event, Contact) and event.down):
            self._waiting.clear()
            if self._busy and self._utterance is None:
                self._silence()

    def follow(self, scene: Scene) -> None:
        """Be silent at once where a scene is, before it is painted."""
        heard = scene.listening
        if heard.status is Speech.ASKING and not self._busy:
            self._voice.wake()
        if heard.status is Speech.OFF and not heard.guided:
            self._waiting.clear()
            if self._busy:
                self._silence()
        elif self._utterance is not None and (heard.status not in SAID or heard.utterance != self._utterance):
            self._silence()

    def show(self, snapshot: Snapshot) -> None:
        """Say what belongs to what the window shows from now on."""
        aloud = self._outlet is Outlet.LOUDSPEAKER
        news = announcements(self._last, snapshot, aloud=aloud)
        self._last = snapshot
        self.follow(snapshot.scene)
        if news:
            self._interrupt(*news)
        self._go_on()

    @Slot(str)
    def guide(self, words: str) -> None:
        """Say what has got the focus, in speech mode."""
        if self._last is not None and self._last.scene.listening.guided:
            self._interrupt(words)
            self._go_on()

    def end(self) -> None:
        """Say nothing more."""
        self._rise.stop()
        self._last = None
        self._waiting.clear()

    def _interrupt(self, *words: str) -> None:
        """Have words said at once; a sentence that they cut off is said again behind them."""
        if self._busy:
            self._asked = -1
            self._silence()
        self._waiting = list(words)

    def _silence(self) -> None:
        self._busy = False
        self._utterance = None
        self._begun = Sentence("")
        self._rise.stop()
        self._voice.stop()

    def _go_on(self) -> None:
        """Say what comes next, if nothing is being said."""
        if self._busy or self._last is None:
            return
        if self._waiting:
            self._say(Sentence(self._waiting.pop(0)), None)
            return
        heard = self._last.scene.listening
        if heard.status not in SAID or heard.utterance == self._asked or self._last.spoken is None:
            return
        self._asked = heard.utterance
        if heard.status is Speech.ENDED:
            self._say(Sentence(self._last.phrases.say("listen_end")), heard.utterance)
        elif heard.sentence < len(self._last.spoken):
            self._read(self._last.spoken[heard.sentence], heard.utterance)
        else:
            self.told.emit(Spoken(heard.utterance, more=False))

    def _read(self, sentence: Sentence, utterance: int) -> None:
        """Say a sentence of the page, unless the recording said it whole on the page before."""
        begun, self._begun = self._begun, sentence
        if sentence.goes_on and begun == replace(sentence, goes_on=False):
            self._pass(utterance)
        else:
            self._say(sentence, utterance)

    def _say(self, sentence: Sentence, utterance: int | None) -> None:
        if self._last is None:
            return
        heard = self._last.scene.listening
        self._busy, self._utterance = True, utterance
        self._number += 1
        loud = loudness(heard, self._outlet, self._now())
        language = self._last.spoken_language if utterance is not None else self._last.scene.language
        place = (sentence.sound, sentence.from_s, sentence.to_s)
        self._voice.say(self._number, Words(sentence.text, language, RATE * heard.rate, loud, *place))
        if self._outlet is Outlet.LOUDSPEAKER and self._now() - heard.began < RISE_S:
            self._rise.start()

    @Slot()
    def _louder(self) -> None:
        """Let the voice rise on the loudspeaker until it is as loud as it was set."""
        if self._last is None:
            return
        heard = self._last.scene.listening
        self._voice.set_volume(loudness(heard, self._outlet, self._now()))
        if self._now() - heard.began >= RISE_S:
            self._rise.stop()

    @Slot(int)
    def _said(self, number: int) -> None:
        if number != self._number or not self._busy or self._last is None:
            return
        utterance, self._busy, self._utterance = self._utterance, False, None
        if utterance is not None:
            self._pass(utterance)
        else:
            self._go_on()

    def _pass(self, utterance: int) -> None:
        """Tell the show that a sentence is heard, and whether the page has another."""
        if self._last is not None:
            more = self._last.scene.listening.sentence + 1 < len(self._last.spoken or ())
            self.told.emit(Spoken(utterance, more=more))

    @Slot(str)
    def _failed(self, why: str) -> None:
        self._waiting.clear()
        self._busy, self._utterance = False, None
        self._rise.stop()
        self.told.emit(Voiceless(Obstacle(why)))
