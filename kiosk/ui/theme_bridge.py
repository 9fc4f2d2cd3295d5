# SPDX-License-Identifier: Apache-2.0
"""The theme's colours and times, as the scene reads them."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtGui import QColor
from PySide6.QtQml import QmlElement

from kiosk.layout.model import Ink
from kiosk.layout.tokens import LIGHT, TIMES, Theme

QML_IMPORT_NAME = "Exhibit.Backend"
QML_IMPORT_MAJOR_VERSION = 1

FAMILY = "Atkinson Hyperlegible Next"


@QmlElement
class ThemeBridge(QObject):
    """Colours by purpose, the accent of the section shown, durations and the typeface."""

    themeChanged = Signal()
    accentChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin with the light theme."""
        super().__init__(parent)
        self._theme: Theme = LIGHT
        self._accent = LIGHT.accents["teal"]

    def take(self, theme: Theme, accent: str) -> None:
        """Show another theme or accent; the same ones change nothing."""
        other_theme, other_accent = theme != self._theme, accent != self._accent
        self._theme, self._accent = theme, accent
        if other_theme:
            self.themeChanged.emit()
        if other_accent:
            self.accentChanged.emit()

    @Property(QColor, notify=themeChanged)
    def text(self) -> QColor:
        """Return the ink of text."""
        return QColor(self._theme.inks[Ink.TEXT])

    @Property(QColor, notify=themeChanged)
    def muted(self) -> QColor:
        """Return the ink of what is said in passing."""
        return QColor(self._theme.inks[Ink.MUTED])

    @Property(QColor, notify=themeChanged)
    def ground(self) -> QColor:
        """Return the ground of a page."""
        return QColor(self._theme.inks[Ink.GROUND])

    @Property(QColor, notify=themeChanged)
    def bar(self) -> QColor:
        """Return the ground of the bar."""
        return QColor(self._theme.inks[Ink.BAR])

    @Property(QColor, notify=themeChanged)
    def line(self) -> QColor:
        """Return the ink of fine lines."""
        return QColor(self._theme.inks[Ink.LINE])

    @Property(QColor, notify=themeChanged)
    def empty(self) -> QColor:
        """Return the ink of what is not counted."""
        return QColor(self._theme.inks[Ink.EMPTY])

    @Property(QColor, notify=themeChanged)
    def crisis(self) -> QColor:
        """Return the ground of crisis help."""
        return QColor(self._theme.crisis)

    @Property(QColor, notify=themeChanged)
    def onCrisis(self) -> QColor:
        """Return the ink on crisis help."""
        return QColor(self._theme.on_crisis)

    @Property(QColor, notify=themeChanged)
    def onAccent(self) -> QColor:
        """Return the ink on an accent."""
        return QColor(self._theme.on_accent)

    @Property(QColor, notify=themeChanged)
    def button(self) -> QColor:
        """Return the ground of a button."""
        return QColor(self._theme.button)

    @Property(QColor, notify=themeChanged)
    def buttonLine(self) -> QColor:
        """Return the edge of a button."""
        return QColor(self._theme.button_line)

    @Property(QColor, notify=themeChanged)
    def pressed(self) -> QColor:
        """Return the ground of a pressed button."""
        return QColor(self._theme.pressed)

    @Property(QColor, notify=themeChanged)
    def focus(self) -> QColor:
        """Return the ring around what has the focus."""
        return QColor(self._theme.focus)

    @Property(QColor, notify=themeChanged)
    def disabled(self) -> QColor:
        """Return the ink of what cannot be chosen now."""
        return QColor(self._theme.disabled)

    @Property(QColor, notify=accentChanged)
    def accent(self) -> QColor:
        """Return the accent of the section shown."""
        return QColor(self._accent)

    @Property(bool, notify=themeChanged)
    def plain(self) -> bool:
        """Return whether the theme is the light one."""
        return self._theme.name == LIGHT.name

    @Property(int, constant=True)
    def turnTime(self) -> int:
        """Return how long a visitor's turn takes, in ms."""
        return TIMES.turn_ms

    @Property(int, constant=True)
    def fadeTime(self) -> int:
        """Return how long the wall's fade takes, in ms."""
        return TIMES.fade_ms

    @Property(int, constant=True)
    def panelTime(self) -> int:
        """Return how long a panel takes to come, in ms."""
        return TIMES.panel_ms

    @Property(str, constant=True)
    def family(self) -> str:
        """Return the typeface of everything."""
        return FAMILY
