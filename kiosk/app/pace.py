# SPDX-License-Identifier: Apache-2.0
"""The pace: however fast somebody presses, the glass changes so seldom that nothing can flash."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Slot

from kiosk.show.model import Panel, Turn
from kiosk.ui.snapshot import Snapshot

REST_MS, STILL_REST_MS = 340, 170
"""How long the glass rests after a change: three a second, each of which may darken and lighten once.

Where nothing moves a change only darkens or lightens, so there may be six.
"""


class Pace(QObject):
    """Hands snapshots on at once, or, too soon after a change of the glass, the newest one a little later.

    What waited comes without motion, since words that sweep past flicker too. Crisis help never waits.
    """

    def __init__(
        self, show: Callable[[Snapshot], object], rest_ms: int = REST_MS, still_ms: int = STILL_REST_MS
    ) -> None:
        """Take what shows snapshots, and how long to rest with motion and without."""
        super().__init__()
        self._show = show
        self._shown: Snapshot | None = None
        self._waiting: Snapshot | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest_ms, self._still_ms = rest_ms, still_ms
        self._rest.timeout.connect(self.go_on)

    def take(self, snapshot: Snapshot) -> None:
        """Show a snapshot now, or keep it until the glass has rested."""
        changes = self._shown is None or look_of(snapshot) != look_of(self._shown)
        if changes and self._rest.isActive() and not urgent(snapshot):
            self._waiting = snapshot
            return
        self._waiting, self._shown = None, snapshot
        if changes:
            self._rest.start(self._still_ms if snapshot.scene.still else self._rest_ms)
        self._show(snapshot)

    @Slot()
    def go_on(self) -> None:
        """Show what waited, if anything did."""
        self._rest.stop()
        if self._waiting is not None:
            self.take(replace(self._waiting, scene=replace(self._waiting.scene, turn=Turn.NONE)))

    def end(self) -> None:
        """Show nothing any more."""
        self._rest.stop()
        self._waiting = None


def look_of(snapshot: Snapshot) -> tuple[object, ...]:
    """Return what changes much of the glass where it differs."""
    scene = snapshot.scene
    return scene.view, scene.panel, scene.band, scene.topics_page, snapshot.picture, snapshot.theme.name


def urgent(snapshot: Snapshot) -> bool:
    """Tell whether a snapshot brings crisis help."""
    return snapshot.scene.panel is Panel.CRISIS
