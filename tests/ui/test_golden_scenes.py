# SPDX-License-Identifier: Apache-2.0
"""Whole scenes at 1920 by 1080, drawn by the real window from a real pack, look as approved.

`pytest tests/ui/test_golden_scenes.py --approve` writes the pictures anew (tests/golden/scenes); look at
them before they are kept. A miss names a picture with the approved scene and the one of now side by side.
"""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from tests.golden.approval import Approval
from tests.ui.scenery import SCENES, STILL, Build
from tests.ui.studio import Open, drawn


@pytest.mark.parametrize("name", SCENES)
def test_a_scene_looks_as_approved(
    name: str,
    scenery: Build,
    open_stage: Open,
    qtbot: QtBot,
    approval: Approval,
) -> None:
    come, wished = SCENES[name]
    scene = scenery(replace(STILL, **wished))
    come(scene.theatre)
    qtbot.waitUntil(scene.settled, timeout=20_000)
    stage = open_stage(scene.theatre.now)
    drawn(stage, qtbot)
    approval.check(f"scenes/{name}", stage.window.grabWindow())
