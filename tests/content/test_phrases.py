# SPDX-License-Identifier: Apache-2.0
"""The program's own words."""

from __future__ import annotations

from pathlib import Path

import pytest

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
