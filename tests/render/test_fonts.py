# SPDX-License-Identifier: Apache-2.0
"""Fonts: the right weight, the right stand-in, and never a box unnoticed."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication, QRawFont, QTextLayout

from kiosk.paths import resources
from kiosk.render.fonts import BODY, STAND_INS, Families, load_fonts


def used(families: Families, text: str, weight: int = 400) -> set[str]:
    layout = QTextLayout(text, families.font(40, weight))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return {run.rawFont().familyName() for run in layout.glyphRuns()}


def test_every_bundled_family_is_registered(families: Families) -> None:
    assert families.names[: 1 + len(STAND_INS)] == (BODY, *STAND_INS)


def test_capitals_of_the_body_font_are_as_tall_as_documented(families: Families) -> None:
    assert families.cap_ratio == pytest.approx(0.668, abs=0.001)


@pytest.mark.parametrize(
    "weight,style", [(400, "Regular"), (650, "SemiBold"), (600, "SemiBold"), (700, "Bold")]
)
def test_each_weight_has_a_file_of_its_own(families: Families, weight: int, style: str) -> None:
    assert QRawFont.fromFont(families.font(50, weight)).styleName() == style


def test_stress_is_a_drawn_italic(families: Families) -> None:
    assert QRawFont.fromFont(families.font(50, 400, italic=True)).styleName() == "Italic"


def test_weights_differ_in_width(families: Families) -> None:
    widths = [
        QFontMetricsF(families.font(100, weight)).horizontalAdvance("mmm") for weight in (400, 600, 700)
    ]
    assert widths == sorted(set(widths))


def test_a_font_is_never_smaller_than_asked(families: Families) -> None:
    assert families.font(38.2).pixelSize() == 39
    assert families.font(38.0).pixelSize() == 38
    assert families.font(38.000001).pixelSize() == 38
    assert families.font(0.0).pixelSize() == 1


@pytest.mark.parametrize(
    "text,family",
    [
        ("Señor Łódź ½", BODY),
        ("µ⁴", "Kiosk Latin"),
        ("αβγ", "Kiosk Latin"),
        ("Привет", "Kiosk Latin"),
        ("≥≤→←", "Kiosk Math"),
        ("✓", "Kiosk Symbols"),
        ("العربية", "Kiosk Arabic"),
        ("שלום", "Kiosk Hebrew"),
    ],
)
def test_the_expected_font_draws_each_script(families: Families, text: str, family: str) -> None:
    assert used(families, text) == {family}


def test_what_the_bundle_can_draw_is_not_missing(families: Families) -> None:
    latin = "Se\u00f1or, 5 ≥ 4 ≤ 6 → ← ✓ µg 10⁴ “quote” • \u2013 — …"
    others = "αβγ Привет Tiếng Việt العربية שלום\u200f\u00ad\n"
    assert families.missing(latin + others) == set()


def test_what_no_font_can_draw_is_told(families: Families) -> None:
    assert families.missing("a\U0010abcdb\U0010fffd") == {"\U0010abcd", "\U0010fffd"}


def test_fonts_of_the_scene_get_the_same_stand_ins(families: Families) -> None:
    found = [name.lower() for name in QFont.substitutes(BODY)]
    assert found == [name.lower() for name in families.names[1:]]


def test_a_file_that_is_no_font_is_passed_over(qapp: QGuiApplication, tmp_path: Path) -> None:
    (tmp_path / "broken.ttf").write_bytes(b"no font")
    assert load_fonts(tmp_path).names[0] == BODY


def test_the_fonts_stay_small_and_carry_their_licence() -> None:
    folder = resources() / "fonts"
    assert 0 < sum(file.stat().st_size for file in folder.glob("*.ttf")) < 2_500_000
    assert all("SIL Open Font License" in file.read_text() for file in folder.glob("OFL-*.txt"))
    assert len(list(folder.glob("OFL-*.txt"))) == 2


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
@pytest.mark.parametrize("language", ["en", "es", "fr", "ar", "zh"])
def test_the_bundled_fonts_alone_draw_every_word_of_the_program(
    language: str, weight: str, qapp: QGuiApplication
) -> None:
    fonts = [QRawFont(str(file), 20) for file in (resources() / "fonts").glob(f"*-{weight}.ttf")]
    said = tomllib.loads((resources() / "i18n" / f"{language}.toml").read_text(encoding="utf-8"))
    drawn = {char for text in said.values() for char in text if not char.isspace()}
    assert len(fonts) > 4
    assert not {char for char in drawn if not any(font.supportsCharacter(ord(char)) for font in fonts)}
