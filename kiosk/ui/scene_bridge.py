# SPDX-License-Identifier: Apache-2.0
"""What the show says is on now, as the scene reads it."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.show.model import Scene, View

QML_IMPORT_NAME = "Exhibit.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class SceneBridge(QObject):
    """The values of one scene, read-only; before the first it is dark and feels no touch."""

    sceneChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin in the dark."""
        super().__init__(parent)
        self._scene = Scene(View.DARK, touch=False)

    @Property(str, notify=sceneChanged)
    def view(self) -> str:
        """Return what fills the screen."""
        return str(self._scene.view)

    @Property(str, notify=sceneChanged)
    def panel(self) -> str:
        """Return what stands over the view."""
        return str(self._scene.panel)

    @Property(bool, notify=sceneChanged)
    def paused(self) -> bool:
        """Return whether the wall stands still for a visitor."""
        return self._scene.paused

    @Property(bool, notify=sceneChanged)
    def band(self) -> bool:
        """Return whether the warning takes the bar's place."""
        return self._scene.band

    @Property(bool, notify=sceneChanged)
    def touch(self) -> bool:
        """Return whether there are buttons."""
        return self._scene.touch

    @Property(int, notify=sceneChanged)
    def loopPlace(self) -> int:
        """Return where in the rotation the wall is."""
        return self._scene.loop_place

    @Property(int, notify=sceneChanged)
    def loopLength(self) -> int:
        """Return how many pages the rotation has."""
        return self._scene.loop_length

    @Property(int, notify=sceneChanged)
    def topicsPage(self) -> int:
        """Return which page of Topics is shown, from 0."""
        return self._scene.topics_page

    @Property(int, notify=sceneChanged)
    def topicsPages(self) -> int:
        """Return how many pages Topics has."""
        return self._scene.topics_pages

    @Property(str, notify=sceneChanged)
    def section(self) -> str:
        """Return the section shown."""
        return self._scene.section

    @Property(str, notify=sceneChanged)
    def language(self) -> str:
        """Return the visitor's language."""
        return self._scene.language

    @Property(float, notify=sceneChanged)
    def textScale(self) -> float:
        """Return the visitor's text size."""
        return self._scene.text_scale

    @Property(str, notify=sceneChanged)
    def themeName(self) -> str:
        """Return the visitor's theme."""
        return self._scene.theme

    @Property(str, notify=sceneChanged)
    def term(self) -> str:
        """Return the taught word that was touched."""
        return self._scene.term

    @Property(bool, notify=sceneChanged)
    def still(self) -> bool:
        """Return whether nothing may move."""
        return self._scene.still

    @Property(bool, notify=sceneChanged)
    def lowered(self) -> bool:
        """Return whether pages and controls stand in the lower half."""
        return self._scene.lowered
