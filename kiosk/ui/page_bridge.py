# SPDX-License-Identifier: Apache-2.0
"""The page on show and its neighbours, as the scene reads them."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.ui.lists import EntryList
from kiosk.ui.snapshot import Snapshot

QML_IMPORT_NAME = "Exhibit.Backend"
QML_IMPORT_MAJOR_VERSION = 1

MARK_ROLES = {
    "term": "term",
    "leftEdge": "x",
    "topEdge": "y",
    "breadth": "width",
    "tallness": "height",
    "name": "name",
}


@QmlElement
class PageBridge(QObject):
    """Pictures of the page and of what a swipe uncovers, how the page came, and what may be touched on it."""

    turned = Signal()
    textChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin with no page."""
        super().__init__(parent)
        self._snapshot: Snapshot | None = None
        self._marks = EntryList(MARK_ROLES, self)

    def take(self, snapshot: Snapshot) -> None:
        """Show the page of a snapshot; what is the same changes nothing."""
        before, self._snapshot = self._snapshot, snapshot
        self._marks.replace((*snapshot.marks, *((snapshot.sources_mark,) if snapshot.sources_mark else ())))
        if before is None or words_of(before) != words_of(snapshot):
            self.textChanged.emit()
        if before is None or turn_of(before) != turn_of(snapshot):
            self.turned.emit()

    @Property(str, notify=turned)
    def picture(self) -> str:
        """Return the picture of the page."""
        return self._snapshot.picture if self._snapshot else ""

    @Property(str, notify=turned)
    def previous(self) -> str:
        """Return the picture that a swipe backwards uncovers."""
        return self._snapshot.previous if self._snapshot else ""

    @Property(str, notify=turned)
    def next(self) -> str:
        """Return the picture that a swipe forwards uncovers."""
        return self._snapshot.next if self._snapshot else ""

    @Property(str, notify=turned)
    def turn(self) -> str:
        """Return how the page came: none, fade, forward or back."""
        return str(self._snapshot.scene.turn) if self._snapshot else "none"

    @Property(int, notify=turned)
    def sequence(self) -> int:
        """Return the number of the turn."""
        return self._snapshot.scene.sequence if self._snapshot else 0

    @Property(str, notify=textChanged)
    def title(self) -> str:
        """Return the title of the section."""
        return self._snapshot.title if self._snapshot else ""

    @Property(str, notify=textChanged)
    def label(self) -> str:
        """Return where in the section the page stands."""
        return self._snapshot.page_label if self._snapshot else ""

    @Property(str, notify=textChanged)
    def text(self) -> str:
        """Return what a screen reader reads of the page."""
        return self._snapshot.text if self._snapshot else ""

    @Property(bool, notify=textChanged)
    def teaches(self) -> bool:
        """Return whether the page teaches words."""
        return bool(self._snapshot and self._snapshot.words)

    @Property(EntryList, constant=True)
    def marks(self) -> EntryList:
        """Return where taught words stand, and the line of sources, whose term is empty."""
        return self._marks


def turn_of(snapshot: Snapshot) -> tuple[object, ...]:
    """Return what the strip of pictures depends on."""
    scene = snapshot.scene
    return snapshot.picture, snapshot.previous, snapshot.next, scene.turn, scene.sequence


def words_of(snapshot: Snapshot) -> tuple[object, ...]:
    """Return what is said about the page."""
    return snapshot.title, snapshot.page_label, snapshot.text, snapshot.words
