# SPDX-License-Identifier: Apache-2.0
"""What draws the scene: the environment says so, in Qt's own variable."""

from __future__ import annotations

import pytest

from kiosk.ui.renderer import in_place


@pytest.mark.parametrize("backend, from_where_it_lies", [("software", True), ("", False), ("rhi", False)])
def test_only_the_software_renderer_draws_from_where_a_picture_lies(
    backend: str, from_where_it_lies: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QUICK_BACKEND", backend)
    assert in_place() is from_where_it_lies
    monkeypatch.delenv("QT_QUICK_BACKEND")
    assert not in_place()
