# SPDX-License-Identifier: Apache-2.0
"""Cards say what a section is, how long, and show its drawing once it is there."""

from __future__ import annotations

import pytest

from kiosk import paths
from kiosk.app.cards import CardMaker, count_of_pages, drawing_px
from kiosk.app.shelf import Edition
from kiosk.content.phrases import read_phrases
from kiosk.layout.model import Layout
from kiosk.layout.tokens import THEMES, Theme
from tests.app.theatre import SCREEN, Theatre

EN = read_phrases(paths.resources() / "i18n", "en")


@pytest.mark.parametrize("count, said", [(0, ""), (1, "1 page"), (4, "4 pages")])
def test_how_many_pages(count: int, said: str) -> None:
    assert count_of_pages(EN, count) == said


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_cards(theatre: Theatre, theme: Theme) -> None:
    stage = theatre.stage_for(SCREEN)
    edition = Edition("en")
    stage.shelf.pages("plasters", edition, Layout.READING)
    px = drawing_px(stage.frame(Layout.READING, edition))
    maker = CardMaker(stage.shelf, stage.fixtures.drawings, edition, theme, EN, px)
    opening, plasters = maker.cards(("paper-cuts", "plasters", "none"))
    assert opening.start_here
    assert (opening.pages, opening.picture) == ("", "")
    assert plasters.title == "What plasters can and cannot do"
    assert plasters.message.startswith("A plaster keeps a cut clean.")
    assert plasters.pages
    assert (opening.accent, plasters.accent) == (theme.accents["teal"], theme.accents["plum"])
    assert (opening.tint, plasters.tint) == (theme.tints["teal"], theme.tints["plum"])
