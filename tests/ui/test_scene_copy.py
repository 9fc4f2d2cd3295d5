# SPDX-License-Identifier: Apache-2.0
"""The panel for a copy as a telephone sees it: every screen, theme, direction and turn of the glass."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.layout.tokens import THEMES
from kiosk.ui.window import WindowChoice
from tests.render.camera import quiet_modules, read
from tests.ui.studio import ADDRESS, SIZES, Open, Size, Stage, Studio, drawn

WORDS = {
    "en": "Understanding PTSD\nPTSD can get better. " + "Good treatments exist. " * 14 + "\nCrisis help: 988",
    "ar": "فهم الصدمة\n" + "يمكن أن يتحسن. " * 12 + "\nمساعدة: 988",  # noqa: RUF001 # Arabic
}


def opened(stage: Stage, qtbot: QtBot) -> Stage:
    drawn(stage, qtbot)
    qtbot.waitUntil(lambda: stage.item("copy-panel").property("opacity") == 1.0)
    drawn(stage, qtbot)
    return stage


@pytest.mark.sweep
@pytest.mark.parametrize("kind", ["address", "words"])
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("theme", sorted(THEMES))
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_telephone_reads_the_code_and_its_edge_is_light(
    size: Size,
    theme: str,
    language: str,
    kind: str,
    studio: Studio,
    open_stage: Open,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    studio.size, studio.language, studio.theme = size, language, THEMES[theme]
    words = ADDRESS if kind == "address" else WORDS[language]
    stage = opened(open_stage(studio.state("copy", copy=studio.copy(words))), qtbot)
    image = stage.window.grabWindow()
    assert read(image, tmp_path) == [words]
    card = stage.rect(stage.item("copy-card"))
    assert card == card.toRect().toRectF()
    assert min(quiet_modules(image, card.toRect(), stage.bridge._copy.property("edge"))) >= 4


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_a_turned_screen_shows_a_code_as_crisp(
    rotation: int, studio: Studio, open_stage: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    studio.size = Size(1920, 1080, 24)
    size = (1080, 1920) if rotation % 180 else (1920, 1080)
    choice = WindowChoice(rotation=rotation, size=size)
    stage = opened(open_stage(studio.state("copy"), choice), qtbot)
    image = stage.window.grabWindow()
    assert read(image, tmp_path) == [ADDRESS]
    card = stage.rect(stage.item("copy-card")).toRect()
    assert min(quiet_modules(image, card, stage.bridge._copy.property("edge"))) >= 4


def test_a_screen_reader_is_told_what_the_code_is(studio: Studio, open_stage: Open, qtbot: QtBot) -> None:
    stage = opened(open_stage(studio.state("copy")), qtbot)
    texts = {item.property("text") for item in stage.below(stage.item("copy-panel"))}
    assert {"Keep a copy", "clinic.example", "Scan with your phone's camera."} <= texts
    assert stage.bridge._copy.property("label") == f"Code that opens {ADDRESS}"
