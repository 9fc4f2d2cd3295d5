# SPDX-License-Identifier: Apache-2.0
"""Codes are read by a camera to the very character, whatever the script, at every size that layout gives."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication, QImage

from kiosk.layout.code import CARD, modules_of
from kiosk.layout.model import Box, BoxRole, Code, Rect
from kiosk.layout.tokens import THEMES
from kiosk.render.code import code_image, matrix
from tests.render.camera import quiet_modules, read
from tests.render.pages import Painting, Setter

WORDS = (
    "https://clinic.example/ptsd/en/understanding-ptsd/",
    "Cuts heal.\nWash them.\nCrisis help: 988",
    "Los cortes sanan. ¿Qué más? Sí.",
    "تلتئم الجروح.\nمساعدة في الأزمات: 988",  # noqa: RUF001 # Arabic
    "伤口会愈合。\n请告诉前台的工作人员。",
    "é" * 200,
    "a" * 400,
)


def enlarged(words: str, px: int = 4) -> QImage:
    image = code_image(words)
    return image.scaled(
        image.width() * px, image.height() * px, mode=Qt.TransformationMode.FastTransformation
    )


@pytest.mark.parametrize("words", WORDS, ids=range(len(WORDS)))
def test_a_camera_reads_the_very_words(words: str, qapp: QGuiApplication, tmp_path: Path) -> None:
    assert read(enlarged(words), tmp_path) == [words]


@pytest.mark.parametrize("length", [*range(1, 60), 121, 122, 151, 152, 153, 331, 399, 400])
@pytest.mark.parametrize("letter", ["a", "é"])
def test_layout_knows_how_many_modules_a_code_has(letter: str, length: int, qapp: QGuiApplication) -> None:
    words = letter * (length // len(letter.encode()) or 1)
    assert code_image(words).width() + 2 * CARD == modules_of(words)


@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1, max_size=100))
@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_text_is_made_into_a_code(qapp: QGuiApplication, words: str) -> None:
    rows = matrix(words)
    assert {len(row) for row in rows} == {len(rows)}


@pytest.mark.parametrize("theme", sorted(THEMES))
def test_a_page_s_code_is_dark_on_a_light_card_in_every_theme(
    theme: str, setter: Setter, paint: Painting, tmp_path: Path
) -> None:
    words, px = WORDS[0], 6
    modules = modules_of(words)
    box = Box(BoxRole.FIGURE, Rect(50, 20, modules * px, modules * px), "", code=Code(words, modules, px))
    image = paint(setter.page((box,)), (600, 400), THEMES[theme])
    assert read(image, tmp_path) == [words]
    assert min(quiet_modules(image, QRect(50, 20, modules * px, modules * px), px)) >= 4


def test_nothing_loads_the_maker_of_codes_before_one_is_wanted() -> None:
    asked = "import sys, kiosk.app.station, kiosk.app.entrance; print('segno' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
