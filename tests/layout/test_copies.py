# SPDX-License-Identifier: Apache-2.0
"""The wall page with a code."""

from __future__ import annotations

import pytest

from kiosk import paths
from kiosk.content.blocks import QrCode, plain
from kiosk.content.phrases import read_phrases
from kiosk.layout.copies import COPIES, code_label, copies_page, reach_words
from tests.layout.fakes import phrases

ADDRESS = "https://clinic.example/ptsd/en/"


def test_a_code_of_an_address_has_the_host_under_it() -> None:
    page = copies_page(phrases(), ADDRESS)
    (point,) = page.wall
    assert (page.id, page.title) == (COPIES, "Keep a copy")
    assert plain(point.text) == "Scan with your phone's camera."
    assert plain(point.more) == "No phone? Ask the desk for a printed copy."
    assert isinstance(point.figure, QrCode)
    assert (point.figure.words, plain(point.figure.caption)) == (ADDRESS, "clinic.example")
    assert point.figure.label == f"Code that opens {ADDRESS}"


def test_a_code_of_words_says_so() -> None:
    (point,) = copies_page(phrases(), "Cuts heal.", "Paper cuts").wall
    assert plain(point.more).startswith("The words of “Paper cuts” are in the code itself.")
    assert isinstance(point.figure, QrCode)
    assert point.figure.caption == ()
    assert point.figure.label == code_label(phrases(), "Cuts heal.", "Paper cuts")


@pytest.mark.parametrize(
    "language, said",
    [
        ("en", "Scan from up to 1.5\u00a0m"),
        ("es", "Escanee desde un máximo de 1,5\u00a0m"),
        ("fr", "À scanner jusqu\u2019à 1,5\u00a0m"),
    ],
)
def test_a_distance_is_written_as_the_language_writes_it(language: str, said: str) -> None:
    assert reach_words(read_phrases(paths.resources() / "i18n", language), 1.5) == said
