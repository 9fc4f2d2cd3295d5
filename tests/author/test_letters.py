# SPDX-License-Identifier: Apache-2.0
"""A character that no font can draw is told once a file, where it stands first."""

from __future__ import annotations

from kiosk.author.letters import check_letters
from kiosk.content.finding import Severity


def without_hearts(text: str) -> set[str]:
    return set(text) & {"♥", "\ue123"}


def test_what_can_be_drawn_is_no_finding() -> None:
    assert list(check_letters("en/a.md", ["A line.", "", "≥ 5 → 6"], without_hearts)) == []


def test_each_character_is_told_once_at_its_first_place() -> None:
    found = list(check_letters("en/a.md", ["One", "a ♥ b ♥", "\ue123 ♥"], without_hearts))
    assert [(item.rule, item.severity, item.place.line, item.place.column) for item in found] == [
        ("glyph-missing", Severity.WARNING, 2, 3),
        ("glyph-missing", Severity.WARNING, 3, 1),
    ]
    assert "U+2665, black heart suit" in found[0].found
    assert "U+E123, a character without a name" in found[1].found
    assert {item.place.file for item in found} == {"en/a.md"}
