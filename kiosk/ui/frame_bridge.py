# SPDX-License-Identifier: Apache-2.0
"""The frame's geometry, as the scene reads it."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.layout.frame import NARROW_TARGET_MM, TARGET_MM, Frame
from kiosk.show.model import View
from kiosk.ui.cards import Grid, card_text_px, drawings_px, grid
from kiosk.ui.snapshot import Snapshot

QML_IMPORT_NAME = "Exhibit.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class FrameBridge(QObject):
    """Where page, bar and cards stand, how large buttons and words are; in pixels of the turned picture."""

    frameChanged = Signal()
    cardsChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin without a frame; every length is 0."""
        super().__init__(parent)
        self._frame: Frame | None = None
        self._grid: Grid | None = None
        self._card_text = 0.0
        self._drawings: tuple[float, ...] = ()

    def take(self, snapshot: Snapshot) -> None:
        """Stand as a snapshot says; the same frame and cards change nothing."""
        if snapshot.frame != self._frame:
            self._frame = snapshot.frame
            self.frameChanged.emit()
        if snapshot.scene.view is not View.TOPICS:
            return
        standing = grid(snapshot.frame, snapshot.cards_in_all)
        heading = snapshot.phrases.say("start_here")
        size = card_text_px(snapshot.frame, standing, snapshot.cards, heading)
        sides = drawings_px(standing, snapshot.cards, heading, size)
        if (standing, size, sides) != (self._grid, self._card_text, self._drawings):
            self._grid, self._card_text, self._drawings = standing, size, sides
            self.cardsChanged.emit()

    @Property(float, notify=frameChanged)
    def pageLeft(self) -> float:
        """Return the left edge of the page."""
        return self._frame.page.x if self._frame else 0.0

    @Property(float, notify=frameChanged)
    def pageTop(self) -> float:
        """Return the top of the page."""
        return self._frame.page.y if self._frame else 0.0

    @Property(float, notify=frameChanged)
    def pageWidth(self) -> float:
        """Return the width of the page."""
        return self._frame.page.width if self._frame else 0.0

    @Property(float, notify=frameChanged)
    def pageHeight(self) -> float:
        """Return the height of the page above the bar."""
        return self._frame.page.height if self._frame else 0.0

    @Property(float, notify=frameChanged)
    def barTop(self) -> float:
        """Return the top of the bar."""
        return self._frame.bar.y if self._frame else 0.0

    @Property(float, notify=frameChanged)
    def barHeight(self) -> float:
        """Return the height of the bar."""
        return self._frame.bar.height if self._frame else 0.0

    @Property(float, notify=frameChanged)
    def button(self) -> float:
        """Return the height of a button of the bar."""
        return self._frame.button_px if self._frame else 0.0

    @Property(float, notify=frameChanged)
    def target(self) -> float:
        """Return the least side of what can be touched."""
        return self._frame.target_px if self._frame else 0.0

    @Property(float, notify=frameChanged)
    def gap(self) -> float:
        """Return the gap between two buttons."""
        return self._frame.gap_px if self._frame else 0.0

    @Property(float, notify=frameChanged)
    def label(self) -> float:
        """Return the size of labels."""
        return self._frame.label_px if self._frame else 0.0

    @Property(float, notify=frameChanged)
    def body(self) -> float:
        """Return the size of running text."""
        return self._frame.body_px if self._frame else 0.0

    @Property(float, notify=frameChanged)
    def small(self) -> float:
        """Return the size of small text."""
        return self._frame.small_px if self._frame else 0.0

    @Property(float, notify=frameChanged)
    def large(self) -> float:
        """Return the size of text with capitals of 42 arc minutes."""
        return self._frame.large_px if self._frame else 0.0

    @Property(bool, notify=frameChanged)
    def tall(self) -> bool:
        """Return whether pages may stand in the lower half."""
        return self._frame.tall if self._frame else False

    @Property(float, notify=frameChanged)
    def margin(self) -> float:
        """Return the margin of a page."""
        return self._frame.margin_px if self._frame else 0.0

    @Property(int, notify=frameChanged)
    def rows(self) -> int:
        """Return in how many rows the bar's buttons stand."""
        return self._frame.bar_rows if self._frame else 1

    @Property(bool, notify=frameChanged)
    def narrow(self) -> bool:
        """Return whether Topics and Finished stand in the sheet."""
        return self._frame.narrow if self._frame else False

    @Property(float, notify=frameChanged)
    def millimetre(self) -> float:
        """Return how many pixels a millimetre of the glass has, 1 before there is a frame."""
        if self._frame is None:
            return 1.0
        return self._frame.target_px / (NARROW_TARGET_MM if self._frame.narrow else TARGET_MM)

    @Property(float, notify=cardsChanged)
    def gridLeft(self) -> float:
        """Return the left edge of the cards."""
        return self._grid.x if self._grid else 0.0

    @Property(float, notify=cardsChanged)
    def gridTop(self) -> float:
        """Return the top of the cards."""
        return self._grid.y if self._grid else 0.0

    @Property(float, notify=cardsChanged)
    def gridWidth(self) -> float:
        """Return the width of all cards."""
        return self._grid.width if self._grid else 0.0

    @Property(float, notify=cardsChanged)
    def gridHeight(self) -> float:
        """Return the height of all cards."""
        return self._grid.height if self._grid else 0.0

    @Property(float, notify=cardsChanged)
    def gridGap(self) -> float:
        """Return the gap between two cards."""
        return self._grid.gap if self._grid else 0.0

    @Property(float, notify=cardsChanged)
    def cardWidth(self) -> float:
        """Return the width of a card."""
        return self._grid.card_width if self._grid else 0.0

    @Property(float, notify=cardsChanged)
    def cardHeight(self) -> float:
        """Return the height of a card."""
        return self._grid.card_height if self._grid else 0.0

    @Property(float, notify=cardsChanged)
    def heading(self) -> float:
        """Return the size of the question above the cards."""
        return self._grid.heading_px if self._grid else 0.0

    @Property(int, notify=cardsChanged)
    def columns(self) -> int:
        """Return how many cards stand side by side."""
        return self._grid.columns if self._grid else 1

    @Property(float, notify=cardsChanged)
    def cardText(self) -> float:
        """Return the size of the words on the cards."""
        return self._card_text

    @Property("QVariantList", notify=cardsChanged)  # type: ignore[arg-type] # its stub takes no names of Qt
    def drawings(self) -> list[float]:
        """Return the side of each card's drawing, 0 where there is no room for it."""
        return list(self._drawings)
