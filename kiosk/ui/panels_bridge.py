# SPDX-License-Identifier: Apache-2.0
"""What stands on the panels and how large, as the scene reads it."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.layout.model import Rect
from kiosk.show.model import Panel, View
from kiosk.ui import help_room, panels
from kiosk.ui.lists import EntryList
from kiosk.ui.snapshot import Snapshot

QML_IMPORT_NAME = "Exhibit.Backend"
QML_IMPORT_MAJOR_VERSION = 1

LINE_ROLES = {"entry": "id", "title": "title", "body": "text", "sheet": "sheet"}
NUMBER_ROLES = {name: name for name in ("number", "name", "how", "sheet", "column")}
NOWHERE = Rect(0, 0, 0, 0)


@QmlElement
class PanelsBridge(QObject):
    """Words, sources and crisis help with the sizes at which they stand on their panels."""

    panelsChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin with empty panels."""
        super().__init__(parent)
        self._known: tuple[object, ...] = ()
        self._words = EntryList(LINE_ROLES, self)
        self._sources = EntryList(LINE_ROLES, self)
        self._numbers = EntryList(NUMBER_ROLES, self)
        self._room = self._crisis_room = NOWHERE
        self._words_px = self._sources_px = self._crisis_px = self._closed_px = 1.0
        self._pad = self._day_width = self._hours_width = 0.0
        self._stacked = False
        self._where = ""
        self._sheets = self._help_sheets = 1

    def take(self, snapshot: Snapshot) -> None:
        """Show the panels of a snapshot; what is the same changes nothing."""
        known = known_of(snapshot)
        if known == self._known:
            return
        self._known = known
        self._room = panels.panel_room(snapshot.frame)
        self._pad = panels.panel_pad(snapshot.frame)
        self._crisis_room = help_room.crisis_room(snapshot.frame)
        self._take_crisis(snapshot)
        self._take_read(snapshot)
        self.panelsChanged.emit()

    def _take_read(self, snapshot: Snapshot) -> None:
        """Take words and sources while their panel stands; a closed one keeps nothing of what was read."""
        lines = panels.words_shown(snapshot.words, snapshot.scene.term)
        placed: tuple[panels.Line, ...] = ()
        if snapshot.scene.panel is Panel.WORDS:
            self._words_px = panels.words_px(snapshot.frame, lines)
        else:
            lines = ()
        if snapshot.scene.panel is Panel.SOURCES:
            self._sources_px = panels.sources_px(snapshot.frame, snapshot.sources)
            placed = panels.sources_paged(snapshot.frame, snapshot.sources, self._sources_px)
            self._sheets = placed[-1].sheet + 1 if placed else 1
        self._words.replace(lines)
        self._sources.replace(placed)

    def _take_crisis(self, snapshot: Snapshot) -> None:
        self._stacked = help_room.stacked(snapshot.frame)
        self._where = country_named(snapshot)
        placed: tuple[help_room.HelpLine, ...] = ()
        if snapshot.scene.panel is Panel.CRISIS:
            placed = self._crisis(snapshot)
        elif snapshot.scene.view is View.CLOSED:
            placed = self._closed(snapshot)
        self._help_sheets = placed[-1].sheet + 1 if placed else 1
        self._numbers.replace(placed)

    def _crisis(self, snapshot: Snapshot) -> tuple[help_room.HelpLine, ...]:
        say, lines, frame = snapshot.phrases.say, snapshot.crisis_lines, snapshot.frame
        words = help_room.CrisisWords(say("crisis_desk"), say("crisis_no_call"), self._where)
        self._crisis_px = help_room.crisis_px(frame, lines, words)
        return help_room.crisis_paged(frame, lines, words, self._crisis_px)

    def _closed(self, snapshot: Snapshot) -> tuple[help_room.HelpLine, ...]:
        heads = (snapshot.clinic, snapshot.phrases.say("closed_title"))
        page = help_room.ClosedPage(heads, snapshot.hours, snapshot.crisis_lines, self._where)
        self._closed_px, lines = help_room.closed_shown(snapshot.frame, page)
        self._hours_width = help_room.hours_width(snapshot.frame, snapshot.hours, self._closed_px)
        self._day_width = help_room.day_width(snapshot.hours, self._closed_px, self._hours_width)
        return tuple(help_room.HelpLine(line.number, line.name, line.how) for line in lines)

    @Property(float, notify=panelsChanged)
    def left(self) -> float:
        """Return the left edge of a panel over a page."""
        return self._room.x

    @Property(float, notify=panelsChanged)
    def top(self) -> float:
        """Return the highest top of such a panel."""
        return self._room.y

    @Property(float, notify=panelsChanged)
    def width(self) -> float:
        """Return its width."""
        return self._room.width

    @Property(float, notify=panelsChanged)
    def tallest(self) -> float:
        """Return its greatest height."""
        return self._room.height

    @Property(float, notify=panelsChanged)
    def pad(self) -> float:
        """Return the space around what stands on it."""
        return self._pad

    @Property(float, notify=panelsChanged)
    def crisisLeft(self) -> float:
        """Return the left edge of crisis help."""
        return self._crisis_room.x

    @Property(float, notify=panelsChanged)
    def crisisTop(self) -> float:
        """Return the top of crisis help."""
        return self._crisis_room.y

    @Property(float, notify=panelsChanged)
    def crisisWidth(self) -> float:
        """Return the width of crisis help."""
        return self._crisis_room.width

    @Property(float, notify=panelsChanged)
    def crisisHeight(self) -> float:
        """Return the height of crisis help."""
        return self._crisis_room.height

    @Property(float, notify=panelsChanged)
    def wordsText(self) -> float:
        """Return the size of words and their meanings."""
        return self._words_px

    @Property(float, notify=panelsChanged)
    def sourcesText(self) -> float:
        """Return the size of sources."""
        return self._sources_px

    @Property(float, notify=panelsChanged)
    def crisisText(self) -> float:
        """Return the size of crisis help."""
        return self._crisis_px

    @Property(float, notify=panelsChanged)
    def closedText(self) -> float:
        """Return the size of the closed page's text."""
        return self._closed_px

    @Property(float, notify=panelsChanged)
    def dayWidth(self) -> float:
        """Return the width of the column of days, its gap included."""
        return self._day_width

    @Property(float, notify=panelsChanged)
    def dayGap(self) -> float:
        """Return how far the times stand from the days."""
        return help_room.GAP * self._closed_px

    @Property(float, notify=panelsChanged)
    def hoursWidth(self) -> float:
        """Return the width of the closed page's hours."""
        return self._hours_width

    @Property(bool, notify=panelsChanged)
    def stacked(self) -> bool:
        """Return whether crisis help says under a number what it is, and not beside it."""
        return self._stacked

    @Property(str, notify=panelsChanged)
    def where(self) -> str:
        """Return the sentence that names the country of the numbers, empty where it is the clinic's own."""
        return self._where

    @Property(int, notify=panelsChanged)
    def sourceSheets(self) -> int:
        """Return how many pages the panel of sources has."""
        return self._sheets

    @Property(int, notify=panelsChanged)
    def helpSheets(self) -> int:
        """Return how many pages crisis help has: one, but on the smallest glass."""
        return self._help_sheets

    @Property(EntryList, constant=True)
    def words(self) -> EntryList:
        """Return the words that are shown."""
        return self._words

    @Property(EntryList, constant=True)
    def sources(self) -> EntryList:
        """Return the sources of the page."""
        return self._sources

    @Property(EntryList, constant=True)
    def numbers(self) -> EntryList:
        """Return the lines of crisis help."""
        return self._numbers


def known_of(snapshot: Snapshot) -> tuple[object, ...]:
    """Return what the panels depend on."""
    scene = snapshot.scene
    return (
        snapshot.frame,
        snapshot.phrases.language,
        scene.panel,
        scene.term,
        scene.view,
        snapshot.clinic,
        snapshot.hours,
        snapshot.words,
        snapshot.sources,
        snapshot.crisis_lines,
        country_named(snapshot),
    )


def country_named(snapshot: Snapshot) -> str:
    """Return the sentence on crisis help where it says more than the button, as for no known country."""
    return "" if snapshot.crisis_sentence == snapshot.crisis_label else snapshot.crisis_sentence
