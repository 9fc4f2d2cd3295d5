# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from pytestqt.qtbot import QtBot

from kiosk.layout.model import Ink
from kiosk.layout.tokens import CONTRAST, LIGHT, TIMES
from kiosk.ui.theme_bridge import ThemeBridge

INKS = {
    "text": Ink.TEXT,
    "muted": Ink.MUTED,
    "ground": Ink.GROUND,
    "bar": Ink.BAR,
    "line": Ink.LINE,
    "empty": Ink.EMPTY,
}
COLOURS = {
    "crisis": "crisis",
    "onCrisis": "on_crisis",
    "onAccent": "on_accent",
    "button": "button",
    "buttonLine": "button_line",
    "pressed": "pressed",
    "focus": "focus",
    "disabled": "disabled",
}


def test_every_colour_is_the_themes(qapp: object) -> None:
    bridge = ThemeBridge()
    for theme in (CONTRAST, LIGHT):
        bridge.take(theme, "#123456")
        assert {name: bridge.property(name).name() for name in INKS} == {
            name: theme.inks[ink] for name, ink in INKS.items()
        }
        assert {name: bridge.property(name).name() for name in COLOURS} == {
            name: getattr(theme, attribute) for name, attribute in COLOURS.items()
        }
        assert bridge.property("accent").name() == "#123456"
        assert bridge.property("plain") is (theme is LIGHT)


def test_times_and_typeface_never_change(qapp: object) -> None:
    bridge = ThemeBridge()

    assert [bridge.property(name) for name in ("turnTime", "fadeTime", "panelTime")] == [
        TIMES.turn_ms,
        TIMES.fade_ms,
        TIMES.panel_ms,
    ]
    assert bridge.property("family") == "Atkinson Hyperlegible Next"


def test_only_what_differs_is_announced(qtbot: QtBot) -> None:
    bridge = ThemeBridge()
    bridge.take(LIGHT, "#123456")

    with qtbot.assertNotEmitted(bridge.themeChanged), qtbot.assertNotEmitted(bridge.accentChanged):
        bridge.take(LIGHT, "#123456")
    with qtbot.waitSignal(bridge.accentChanged), qtbot.assertNotEmitted(bridge.themeChanged):
        bridge.take(LIGHT, "#654321")
    with qtbot.waitSignal(bridge.themeChanged), qtbot.assertNotEmitted(bridge.accentChanged):
        bridge.take(CONTRAST, "#654321")
