# SPDX-License-Identifier: Apache-2.0
"""Where a sentence stands in its file."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.author.style import Source, all_texts, pictures
from kiosk.content.blocks import plain
from kiosk.content.finding import Place
from kiosk.content.manifest import read_pack
from kiosk.content.section import read_section

PACKS = Path(__file__).parent.parent / "packs"


@pytest.mark.parametrize(
    "text, line",
    [
        ("One two three four five six seven.", 1),
        ("A bold word in a line of its own.", 2),
        ("Short one.", 3),
        ("A sentence that runs over two lines.", 4),
        ("Nowhere to be found.", 0),
        ("", 0),
    ],
)
def test_a_sentence_finds_its_line(text: str, line: int) -> None:
    lines = (
        "- One two three four five six seven.",
        "A **bold** word in a line",
        "Short one.",
        "A sentence that",
        "runs",
    )
    assert Source("f", lines).place(text) == Place("f", line)


def test_every_text_of_a_section_is_visited() -> None:
    pack, _ = read_pack(PACKS / "tiny")
    assert pack
    first, _ = read_section(pack, "paper-cuts", "en")
    second, _ = read_section(pack, "plasters", "en")
    assert first
    assert second
    said = [plain(text) for section in (first, second) for text in all_texts(section)]
    for part in (
        "Take it off",
        "How often",
        "Good and bad sides",
        "Press the ends down.",
        "A towel will do.",
    ):
        assert part in said
    assert "Ask at the desk for another kind." in said
    assert pictures(first) == {"media/hand.svg"}
    assert pictures(second) == frozenset()
