# SPDX-License-Identifier: Apache-2.0
"""The panel for a copy, as the scene reads it."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.layout.code import CARD
from kiosk.ui.copy_panel import BETWEEN_EM, GUTTER_EM, LEAD, CopyPlace, copy_place
from kiosk.ui.snapshot import Copy, Snapshot

QML_IMPORT_NAME = "Exhibit.Backend"
QML_IMPORT_MAJOR_VERSION = 1

NO_PLACE = CopyPlace(0, 0, stacked=False, words_px=1.0, words_width=0.0)


@QmlElement
class CopyBridge(QObject):
    """The code's picture and size, and what is said beside it."""

    copyChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin without a copy."""
        super().__init__(parent)
        self._known: tuple[object, ...] = ()
        self._copy: Copy | None = None
        self._said: tuple[str, ...] = ()
        self._place = NO_PLACE

    def take(self, snapshot: Snapshot) -> None:
        """Show the copy of a snapshot; the same one changes nothing."""
        known = (snapshot.copy, snapshot.frame, snapshot.phrases.language)
        if known == self._known:
            return
        self._known, self._copy = known, snapshot.copy
        self._said, self._place = (), NO_PLACE
        if snapshot.copy is not None:
            self._said = sentences(snapshot, snapshot.copy)
            self._place = copy_place(snapshot.frame, snapshot.copy, self._said)
        self.copyChanged.emit()

    @Property(str, notify=copyChanged)
    def picture(self) -> str:
        """Return the picture of the code, a pixel a module."""
        return self._copy.picture if self._copy else ""

    @Property(str, notify=copyChanged)
    def label(self) -> str:
        """Return what the code is, for who cannot see it."""
        return self._copy.label if self._copy else ""

    @Property(str, notify=copyChanged)
    def host(self) -> str:
        """Return the host that the code leads to, empty where the words themselves are in it."""
        return self._copy.host if self._copy else ""

    @Property(int, notify=copyChanged)
    def side(self) -> int:
        """Return the side of the code's card, 0 where there is no room for it."""
        return self._place.side

    @Property(int, notify=copyChanged)
    def edge(self) -> int:
        """Return how far the code's picture stands within its card."""
        return self._place.px * CARD

    @Property(bool, notify=copyChanged)
    def stacked(self) -> bool:
        """Return whether the words stand under the code."""
        return self._place.stacked

    @Property(float, notify=copyChanged)
    def wordsWidth(self) -> float:
        """Return the width of the words."""
        return self._place.words_width

    @Property(float, notify=copyChanged)
    def wordsText(self) -> float:
        """Return the size of the words."""
        return self._place.words_px

    @Property(float, constant=True)
    def lead(self) -> float:
        """Return the size of the first sentence, as a multiple of the others'."""
        return LEAD

    @Property(float, notify=copyChanged)
    def between(self) -> float:
        """Return the gap between two sentences."""
        return BETWEEN_EM * self._place.words_px

    @Property(float, constant=True)
    def gutter(self) -> float:
        """Return the gap between code and words, in sizes of labels."""
        return GUTTER_EM

    @Property("QVariantList", notify=copyChanged)  # type: ignore[arg-type] # its stub takes no names of Qt
    def said(self) -> list[str]:
        """Return the sentences, the first of them larger."""
        return list(self._said)


def sentences(snapshot: Snapshot, copy: Copy) -> tuple[str, ...]:
    """Return what is said beside a code; without one, only where else a copy is to be had."""
    say = snapshot.phrases.say
    if not copy.picture:
        return (say("copy_no_phone"),)
    inside = () if copy.host else (say("copy_inside"),)
    return (say("copy_scan"), *inside, say("copy_no_phone"))
