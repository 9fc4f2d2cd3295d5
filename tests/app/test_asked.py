# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from pathlib import Path

from kiosk.app.asked import Asked, overridden
from kiosk.station.settings import Settings


def test_what_was_typed_goes_before_the_settings() -> None:
    settings = Settings(pack=Path("mine"), screen="HDMI-1", touch="yes")
    typed = Asked(pack=Path("other"), screen="", touch="no")
    assert overridden(settings, typed) == Settings(pack=Path("other"), screen="", touch="no")


def test_nothing_typed_changes_nothing() -> None:
    settings = Settings(pack=Path("mine"), screen="1", touch="yes")
    assert overridden(settings, Asked()) == settings
