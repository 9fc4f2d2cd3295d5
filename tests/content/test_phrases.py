# SPDX-License-Identifier: Apache-2.0
"""The program's own words."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kiosk import paths
from kiosk.content.phrases import read_phrases


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "en.toml").write_text('page = "Page {n} of {all}"\n', encoding="utf-8")
    (tmp_path / "es.toml").write_text('page = "Página {n} de {all}"\n', encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "asked, given, said",
    [("es", "es", "Página 2 de 4"), ("en", "en", "Page 2 of 4"), ("ar", "en", "Page 2 of 4")],
)
def test_a_phrase_in_its_language_or_the_fallback(folder: Path, asked: str, given: str, said: str) -> None:
    phrases = read_phrases(folder, asked)
    assert phrases.language == given
    assert phrases.say("page", n=2, all=4) == said


def test_a_phrase_that_does_not_exist_is_a_bug(folder: Path) -> None:
    with pytest.raises(KeyError):
        read_phrases(folder, "en").say("nothing")


@pytest.mark.parametrize(
    "language, first, other",
    [
        ("en", "February 1, 2026", "August 14, 2026"),
        ("es", "1 de febrero de 2026", "14 de agosto de 2026"),
        ("fr", "1er février 2026", "14 août 2026"),
        ("ar", "1 فبراير 2026", "14 أغسطس 2026"),
        ("zh", "2026年2月1日", "2026年8月14日"),
    ],
)
def test_a_day_is_written_as_the_language_writes_it(language: str, first: str, other: str) -> None:
    phrases = read_phrases(paths.resources() / "i18n", language)
    assert phrases.date(date(2026, 2, 1)) == first
    assert phrases.date(date(2026, 8, 14)) == other


@pytest.mark.parametrize("language, signed", [("en", True), ("es", False), ("zh", False)])
def test_words_tell_whether_a_speaker_signed_them(language: str, signed: bool) -> None:
    assert read_phrases(paths.resources() / "i18n", language).signed is signed
