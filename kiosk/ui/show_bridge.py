# SPDX-License-Identifier: Apache-2.0
"""The bridge between the show and the scene: a snapshot's values to read, and what a visitor does."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.show.model import Act, Chosen, Contact, Event, Key, Pressed
from kiosk.ui.copy_bridge import CopyBridge
from kiosk.ui.frame_bridge import FrameBridge
from kiosk.ui.keys_bridge import KeysBridge, Manners
from kiosk.ui.listen_bridge import ListenBridge
from kiosk.ui.lists_bridge import Lists
from kiosk.ui.page_bridge import PageBridge
from kiosk.ui.panels_bridge import PanelsBridge
from kiosk.ui.reading_bridge import ReadingBridge
from kiosk.ui.scene_bridge import SceneBridge
from kiosk.ui.snapshot import Snapshot
from kiosk.ui.theme_bridge import ThemeBridge

QML_IMPORT_NAME = "Exhibit.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ShowBridge(SceneBridge):
    """Read-only properties for bindings, and slots for what a visitor does."""

    speechChanged = Signal()
    iconsChanged = Signal()
    clinicChanged = Signal()
    pointed = Signal(bool)
    focusMoved = Signal(str)

    def __init__(
        self,
        on_event: Callable[[Event], None],
        on_leave: Callable[[], None],
        manners: Manners | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Take what is called with each event and when the program is to end, and how keys behave."""
        super().__init__(parent)
        self._on_event = on_event
        self._on_leave = on_leave
        self._snapshot: Snapshot | None = None
        self._theme = ThemeBridge(self)
        self._frame = FrameBridge(self)
        self._page = PageBridge(self)
        self._keys = KeysBridge(manners or Manners(), self)
        self._lists = Lists(self)
        self._panels = PanelsBridge(self)
        self._reading = ReadingBridge(parent=self)
        self._copy = CopyBridge(self)
        self._listen = ListenBridge(self)
        self._listen.focusMoved.connect(self.focusMoved)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show another moment: everything is read from it at once, and only what differs is announced."""
        before, self._snapshot = self._snapshot, snapshot
        other_scene, self._scene = snapshot.scene != self._scene or before is None, snapshot.scene
        self._theme.take(snapshot.theme, snapshot.accent)
        self._frame.take(snapshot)
        if before is None or before.phrases != snapshot.phrases:
            self.speechChanged.emit()
        if before is None or before.icons != snapshot.icons:
            self.iconsChanged.emit()
        if before is None or clinic_of(before) != clinic_of(snapshot):
            self.clinicChanged.emit()
        self._lists.take(snapshot)
        self._panels.take(snapshot)
        self._copy.take(snapshot)
        self._listen.take(snapshot)
        if other_scene:
            self.sceneChanged.emit()
        self._page.take(snapshot)
        self._reading.take(snapshot)

    @Property(ThemeBridge, constant=True)
    def theme(self) -> ThemeBridge:
        """Return the colours and times."""
        return self._theme

    @Property(FrameBridge, constant=True)
    def frame(self) -> FrameBridge:
        """Return the geometry of the chrome."""
        return self._frame

    @Property(KeysBridge, constant=True)
    def keys(self) -> KeysBridge:
        """Return how keys and a single switch behave."""
        return self._keys

    @Property(PageBridge, constant=True)
    def page(self) -> PageBridge:
        """Return the page on show."""
        return self._page

    @Property(PanelsBridge, constant=True)
    def panels(self) -> PanelsBridge:
        """Return what stands on the panels."""
        return self._panels

    @Property(ReadingBridge, constant=True)
    def reading(self) -> ReadingBridge:
        """Return what a screen reader meets and hears."""
        return self._reading

    @Property(CopyBridge, constant=True)
    def copy(self) -> CopyBridge:
        """Return the panel for a copy."""
        return self._copy

    @Property(ListenBridge, constant=True)
    def listen(self) -> ListenBridge:
        """Return what is read aloud."""
        return self._listen

    @Property(Lists, constant=True)
    def lists(self) -> Lists:
        """Return cards, languages and hours."""
        return self._lists

    @Property(str, notify=speechChanged)
    def speech(self) -> str:
        """Return the language in which the program speaks."""
        return self._snapshot.phrases.language if self._snapshot else ""

    @Property(bool, notify=speechChanged)
    def signed(self) -> bool:
        """Return whether a speaker of that language has signed the program's words."""
        return self._snapshot.phrases.signed if self._snapshot else True

    @Property(int, notify=iconsChanged)
    def iconSet(self) -> int:
        """Return a number that differs where the icons do."""
        return hash(frozenset(self._snapshot.icons.items())) & 0xFFFF if self._snapshot else 0

    @Property(str, notify=clinicChanged)
    def crisisLabel(self) -> str:
        """Return the words on the button of crisis help."""
        return self._snapshot.crisis_label if self._snapshot else ""

    @Property(str, notify=clinicChanged)
    def crisisSentence(self) -> str:
        """Return crisis help in one line, for screens without buttons."""
        return (self._snapshot.crisis_sentence or self._snapshot.crisis_label) if self._snapshot else ""

    @Property(str, notify=clinicChanged)
    def clinic(self) -> str:
        """Return the name of the clinic."""
        return self._snapshot.clinic if self._snapshot else ""

    @Property(str, notify=clinicChanged)
    def otherLanguage(self) -> str:
        """Return the code of the language that the wall offers."""
        return self._snapshot.other_language.code if self._snapshot and self._snapshot.other_language else ""

    @Property(str, notify=clinicChanged)
    def otherLanguageName(self) -> str:
        """Return that language's own name."""
        return self._snapshot.other_language.name if self._snapshot and self._snapshot.other_language else ""

    @Property(str, notify=clinicChanged)
    def sheetLabel(self) -> str:
        """Return the words on the button of the sheet, other languages by their own names among them."""
        return self._snapshot.sheet_label if self._snapshot else ""

    @Property(bool, notify=clinicChanged)
    def mirrored(self) -> bool:
        """Return whether the text runs from right to left."""
        return self._snapshot.right_to_left if self._snapshot else False

    @Slot(str, str, result=str)
    def say(self, speech: str, key: str) -> str:
        """Return a phrase; `speech` only makes a binding ask again when the language changes."""
        return self._snapshot.phrases.say(key) if speech and self._snapshot else ""

    @Slot(int, str, result=str)
    def icon(self, icon_set: int, name: str) -> str:
        """Return the URL of an icon, or nothing; `icon_set` only makes a binding ask again."""
        return self._snapshot.icons.get(name, "") if icon_set >= 0 and self._snapshot else ""

    @Slot(int, float, float, bool)
    def contact(self, number: int, x_mm: float, y_mm: float, down: bool) -> None:  # noqa: FBT001 # a slot's signature
        """Tell that a finger or the mouse's button went down or came up."""
        self._on_event(Contact(number, x_mm, y_mm, down))

    @Slot(str, str)
    def choose(self, act: str, value: str) -> None:
        """Tell that a labelled button was released, or that a gesture asked for the same."""
        self._on_event(Chosen(Act(act), value))

    @Slot(str)
    def press(self, key: str) -> None:
        """Tell that a key went down."""
        self._on_event(Pressed(Key(key)))

    @Slot(str)
    def held(self, key: str) -> None:
        """Tell that a key was held for two seconds; Escape leaves."""
        if Key(key) is Key.ESCAPE:
            self._on_leave()

    @Slot(bool)
    def point(self, moving: bool) -> None:  # noqa: FBT001 # a slot's signature
        """Tell that the mouse began to move, or has stood still for a while."""
        self.pointed.emit(moving)

    @Slot()
    def leave(self) -> None:
        """Tell that the window was asked to close."""
        self._on_leave()


def clinic_of(snapshot: Snapshot) -> tuple[object, ...]:
    """Return what the chrome says besides the scene."""
    return (
        snapshot.crisis_label,
        snapshot.crisis_sentence,
        snapshot.clinic,
        snapshot.other_language,
        snapshot.sheet_label,
        snapshot.right_to_left,
    )
