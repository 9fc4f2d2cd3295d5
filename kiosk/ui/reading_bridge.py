# SPDX-License-Identifier: Apache-2.0
"""What a screen reader meets and hears, as the scene reads it; nothing at all while nobody listens."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.ui.announcing import announcement
from kiosk.ui.lists import EntryList
from kiosk.ui.snapshot import Passage, Snapshot

QML_IMPORT_NAME = "Exhibit.Backend"
QML_IMPORT_MAJOR_VERSION = 1

PASSAGE_ROLES = {
    "kind": "kind",
    "words": "text",
    "leftEdge": "x",
    "topEdge": "y",
    "breadth": "width",
    "tallness": "height",
    "parts": "parts",
    "places": "places",
}
LOOK_MS = 3000
"""How often is asked whether a screen reader has come; Qt tells nobody but C++."""


class Row(Struct, frozen=True):
    """A passage as the scene reads it: the words of its parts, and four numbers for each of their places."""

    kind: str
    text: str
    x: float
    y: float
    width: float
    height: float
    parts: list[str]
    places: list[float]


def somebody() -> bool:
    """Tell whether a screen reader is connected."""
    from PySide6.QtGui import QAccessible  # noqa: PLC0415 - it takes 7 ms, and the first picture comes first

    return QAccessible.isActive()


@QmlElement
class ReadingBridge(QObject):
    """The passages of the page and the place in the loop, and announcements as they come."""

    placeChanged = Signal()
    announced = Signal(str, bool)

    def __init__(self, listens: Callable[[], bool] = somebody, parent: QObject | None = None) -> None:
        """Take what tells whether a screen reader is connected."""
        super().__init__(parent)
        self._listens = listens
        self._snapshot: Snapshot | None = None
        self._passages = EntryList(PASSAGE_ROLES, self)
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self.look)

    def take(self, snapshot: Snapshot) -> None:
        """Follow a snapshot, and say what changed if anybody listens; the first one is only kept."""
        before, self._snapshot = self._snapshot, snapshot
        if before is None:
            self._look.start()
        else:
            self.look()
        if self.place_of(before) != self.place_of(snapshot):
            self.placeChanged.emit()
        said = announcement(before, snapshot)
        if said.words and self._listens():
            self.announced.emit(said.words, said.urgent)

    @Slot()
    def look(self) -> None:
        """Lay the passages out once somebody listens, and clear them away when nobody does."""
        listened = self._snapshot is not None and self._listens()
        passages = self._snapshot.passages if self._snapshot and listened else ()
        self._passages.replace([row(passage) for passage in passages])

    @staticmethod
    def place_of(snapshot: Snapshot | None) -> str:
        """Return where in the loop the wall stands, in words."""
        if snapshot is None:
            return ""
        scene = snapshot.scene
        return snapshot.phrases.say("page_of", page=scene.loop_place + 1, pages=scene.loop_length)

    @Property(str, notify=placeChanged)
    def place(self) -> str:
        """Return where in the loop the wall stands, in words."""
        return self.place_of(self._snapshot)

    @Property(EntryList, constant=True)
    def passages(self) -> EntryList:
        """Return what a screen reader meets on the page; empty while nobody listens."""
        return self._passages


def row(passage: Passage) -> Row:
    """Return a passage as the scene reads it."""
    return Row(
        kind=passage.kind,
        text=passage.text,
        x=passage.x,
        y=passage.y,
        width=passage.width,
        height=passage.height,
        parts=[part.text for part in passage.parts],
        places=[edge for part in passage.parts for edge in (part.x, part.y, part.width, part.height)],
    )
