# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from kiosk.ui.scene_bridge import SceneBridge
from kiosk.ui.show_bridge import ShowBridge
from tests.ui.studio import Studio


def test_before_the_first_scene_it_is_dark() -> None:
    bridge = SceneBridge()
    assert (bridge.property("view"), bridge.property("panel")) == ("dark", "none")
    assert not any(bridge.property(name) for name in ("touch", "paused", "band", "still", "lowered"))


@pytest.mark.parametrize(
    "name, value", [("view", "page"), ("section", "understanding-ptsd"), ("textScale", 1.0)]
)
def test_its_values_are_those_of_the_scene(studio: Studio, name: str, value: object) -> None:
    bridge = ShowBridge(lambda _event: None, lambda: None)
    bridge.show_snapshot(studio.state("page"))
    assert bridge.property(name) == value
