# SPDX-License-Identifier: Apache-2.0
"""Lists as Qt Quick sees them: a model over frozen entries that is reset only when they differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import (
    Property,
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "Exhibit.Backend"
QML_IMPORT_MAJOR_VERSION = 1

FIRST_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
NOWHERE: Final = QModelIndex()


@QmlElement
class EntryList(QAbstractListModel):
    """A list of frozen entries; each role reads one attribute."""

    countChanged = Signal()

    def __init__(self, roles: Mapping[str, str], parent: QObject | None = None) -> None:
        """Take the roles: the name that QML uses → the attribute that it reads."""
        super().__init__(parent)
        self._roles = tuple(roles.items())
        self._entries: tuple[object, ...] = ()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = NOWHERE) -> int:
        """Return how many entries there are."""
        return 0 if parent.isValid() else len(self._entries)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        """Return one attribute of one entry."""
        place = role - FIRST_ROLE
        if not (0 <= index.row() < len(self._entries) and 0 <= place < len(self._roles)):
            return None
        return getattr(self._entries[index.row()], self._roles[place][1])

    def roleNames(self) -> dict[int, bytes]:  # type: ignore[override] # the stub says QByteArray, which bytes become
        """Return the names under which QML asks for attributes."""
        return {FIRST_ROLE + place: name.encode() for place, (name, _) in enumerate(self._roles)}

    @Property(int, notify=countChanged)
    def count(self) -> int:
        """Return how many entries there are, for bindings."""
        return len(self._entries)

    def replace(self, entries: Sequence[object]) -> None:
        """Show other entries; equal ones change nothing."""
        fresh = tuple(entries)
        if fresh == self._entries:
            return
        self.beginResetModel()
        self._entries = fresh
        self.endResetModel()
        self.countChanged.emit()
