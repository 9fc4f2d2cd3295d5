# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from kiosk.ui.keys_bridge import KeysBridge, Manners


@pytest.mark.parametrize(
    "name, key", [("F1", Qt.Key.Key_F1), ("F8", Qt.Key.Key_F8), ("F12", Qt.Key.Key_F12), ("", 0)]
)
def test_a_key_by_its_name(name: str, key: int) -> None:
    assert KeysBridge(Manners(switch_key=name)).property("switchKey") == key


def test_times_in_milliseconds() -> None:
    bridge = KeysBridge(Manners(scan_s=1.5, double_press_s=0.25))
    assert (bridge.property("scanTime"), bridge.property("tremorTime")) == (1500, 250)
