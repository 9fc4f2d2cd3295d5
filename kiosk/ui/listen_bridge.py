# SPDX-License-Identifier: Apache-2.0
"""What is read aloud, as the scene reads it."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.show.hearing import FASTEST, LOUDEST, SLOWEST, SOFTEST, Listening, Obstacle, Speech
from kiosk.ui.lists import EntryList
from kiosk.ui.snapshot import Snapshot

QML_IMPORT_NAME = "Exhibit.Backend"
QML_IMPORT_MAJOR_VERSION = 1

MARK_ROLES = {"leftEdge": "x", "topEdge": "y", "breadth": "width", "tallness": "height"}
NOTICES = {Speech.ASKING: "listen_ask", Speech.ENDED: "listen_end"}


@QmlElement
class ListenBridge(QObject):
    """Whether a page can be listened to, what its bar says, and where the sentence stands that is read."""

    listenChanged = Signal()
    focusMoved = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin with nothing heard."""
        super().__init__(parent)
        self._snapshot: Snapshot | None = None
        self._marks = EntryList(MARK_ROLES, self)

    def take(self, snapshot: Snapshot) -> None:
        """Say of listening what a snapshot says; what is the same changes nothing."""
        before, self._snapshot = self._snapshot, snapshot
        self._marks.replace(snapshot.spoken_marks)
        if before is None or _said(before) != _said(snapshot):
            self.listenChanged.emit()

    @property
    def _heard(self) -> Listening:
        return self._snapshot.scene.listening if self._snapshot else Listening()

    def _say(self, key: str) -> str:
        return self._snapshot.phrases.say(key) if self._snapshot else ""

    @Property(bool, notify=listenChanged)
    def offered(self) -> bool:
        """Return whether there is a button that starts reading aloud."""
        return bool(self._snapshot and self._snapshot.scene.offers_listening)

    @Property(bool, notify=listenChanged)
    def opened(self) -> bool:
        """Return whether the bar of listening stands in the place of the reader's."""
        return self._heard.status is not Speech.OFF

    @Property(str, notify=listenChanged)
    def status(self) -> str:
        """Return what is heard now."""
        return str(self._heard.status)

    @Property(bool, notify=listenChanged)
    def speaking(self) -> bool:
        """Return whether the page is being read."""
        return self._heard.status in {Speech.SPEAKING, Speech.HUSHED}

    @Property(str, notify=listenChanged)
    def label(self) -> str:
        """Return the words on the button that starts it; where nothing could be heard they say so."""
        obstacle = self._heard.obstacle
        return self._say("listen" if obstacle is Obstacle.NONE else f"listen_no_{obstacle}")

    @Property(str, notify=listenChanged)
    def notice(self) -> str:
        """Return what the bar of listening says beside its buttons, nothing while a page is read."""
        heard = self._heard
        if heard.status is Speech.FAILED:
            return self._say(f"listen_failed_{heard.obstacle}")
        return self._say(NOTICES[heard.status]) if heard.status in NOTICES else ""

    @Property(bool, notify=listenChanged)
    def slowest(self) -> bool:
        """Return whether it cannot be slower."""
        return self._heard.rate == SLOWEST

    @Property(bool, notify=listenChanged)
    def fastest(self) -> bool:
        """Return whether it cannot be faster."""
        return self._heard.rate == FASTEST

    @Property(bool, notify=listenChanged)
    def softest(self) -> bool:
        """Return whether it cannot be softer."""
        return self._heard.volume == SOFTEST

    @Property(bool, notify=listenChanged)
    def loudest(self) -> bool:
        """Return whether it cannot be louder."""
        return self._heard.volume == LOUDEST

    @Property(bool, notify=listenChanged)
    def guided(self) -> bool:
        """Return whether every control says what it is."""
        return self._heard.guided

    @Property(int, notify=listenChanged)
    def speechKey(self) -> int:
        """Return Qt's number of the key that begins and ends speech mode."""
        return self._snapshot.speech_key if self._snapshot else 0

    @Property(EntryList, constant=True)
    def marks(self) -> EntryList:
        """Return where the sentence stands that is read, one mark a line."""
        return self._marks

    @Slot(str)
    def focused(self, words: str) -> None:
        """Tell what has got the focus, in words."""
        self.focusMoved.emit(words)


def _said(snapshot: Snapshot) -> tuple[object, ...]:
    """Return what is said of listening."""
    return (
        snapshot.scene.listening,
        snapshot.scene.offers_listening,
        snapshot.phrases,
        snapshot.speech_key,
    )
