# SPDX-License-Identifier: Apache-2.0
"""How keys and a single switch behave on this station, as the scene reads it."""

from __future__ import annotations

from typing import Final

from msgspec import Struct
from PySide6.QtCore import Property, QObject
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "Exhibit.Backend"
QML_IMPORT_MAJOR_VERSION = 1

F1: Final = 0x01000030
"""Qt's number of the key F1, from which the others count on; `Qt.Key` itself would cost the start 12 ms."""


class Manners(Struct, frozen=True):
    """What the clinic has set: the switch's key ("F8", or nothing), scanning and tremor in seconds."""

    switch_key: str = "F8"
    scan_s: float = 2.0
    double_press_s: float = 0.0


@QmlElement
class KeysBridge(QObject):
    """The switch's key, and the times of scanning and of presses that do not count."""

    def __init__(self, manners: Manners, parent: QObject | None = None) -> None:
        """Take what the clinic has set; it stays as it is."""
        super().__init__(parent)
        self._manners = manners

    @Property(int, constant=True)
    def switchKey(self) -> int:
        """Return Qt's number of the switch's key, 0 without one."""
        return F1 + int(self._manners.switch_key[1:]) - 1 if self._manners.switch_key else 0

    @Property(int, constant=True)
    def scanTime(self) -> int:
        """Return how long each control stays marked, in ms."""
        return round(self._manners.scan_s * 1000)

    @Property(int, constant=True)
    def tremorTime(self) -> int:
        """Return within how many ms the same key pressed again does not count."""
        return round(self._manners.double_press_s * 1000)
