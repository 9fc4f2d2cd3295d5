# SPDX-License-Identifier: Apache-2.0
"""The lists of a snapshot that stand on no panel, as models for the scene."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import Property, QObject
from PySide6.QtQml import QmlElement

from kiosk.ui.lists import EntryList
from kiosk.ui.snapshot import Snapshot

QML_IMPORT_NAME = "Exhibit.Backend"
QML_IMPORT_MAJOR_VERSION = 1

CARD_ROLES = {
    "section": "section",
    "title": "title",
    "message": "message",
    "pages": "pages",
    "picture": "picture",
    "accent": "accent",
    "tint": "tint",
    "startHere": "start_here",
}
TONGUE_ROLES = {"code": "code", "name": "name"}
DAY_ROLES = {"day": "day", "times": "times"}


class Day(Struct, frozen=True):
    """A line of the opening hours."""

    day: str
    times: str


@QmlElement
class Lists(QObject):
    """Cards of the page of Topics, languages and hours."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin with empty lists."""
        super().__init__(parent)
        self._cards = EntryList(CARD_ROLES, self)
        self._languages = EntryList(TONGUE_ROLES, self)
        self._days = EntryList(DAY_ROLES, self)

    def take(self, snapshot: Snapshot) -> None:
        """Show the lists of a snapshot; equal ones change nothing."""
        self._cards.replace(snapshot.cards)
        self._languages.replace(snapshot.languages)
        self._days.replace([Day(day, times) for day, times in snapshot.hours])

    @Property(EntryList, constant=True)
    def cards(self) -> EntryList:
        """Return the cards on the page of Topics that is shown."""
        return self._cards

    @Property(EntryList, constant=True)
    def languages(self) -> EntryList:
        """Return the languages that a visitor may choose."""
        return self._languages

    @Property(EntryList, constant=True)
    def days(self) -> EntryList:
        """Return the opening hours, a line for each day or stretch of days."""
        return self._days
