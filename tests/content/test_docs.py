# SPDX-License-Identifier: Apache-2.0
"""`docs/packs.md` says what the readers accept, and the readers accept what it says."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import fields

from kiosk.content import keys
from kiosk.content.limits import LIMITS
from kiosk.content.pack import Role
from kiosk.content.rules import RULES

PAGE = (Path(__file__).parents[2] / "docs" / "packs.md").read_text(encoding="utf-8")


def example(first_key: str) -> dict[str, Any]:
    """Return the example of TOML whose text begins with a key."""
    match = re.search(
        rf"(?:```toml|\+\+\+|```icon-array|```\n\+\+\+)\n({first_key} = .*?)\n(?:```|\+\+\+)", PAGE, re.DOTALL
    )
    assert match
    return tomllib.loads(match[1])


MANIFEST = example("format")
SECTION = example("title")


@pytest.mark.parametrize(
    "table, accepted",
    [
        (MANIFEST, keys.MANIFEST),
        (MANIFEST["about"], keys.ABOUT),
        (MANIFEST["authors"][0], keys.AUTHOR),
        (MANIFEST["reviewers"][0], keys.REVIEWER),
        (MANIFEST["translations"]["es"], keys.TRANSLATION),
        (MANIFEST["crisis"]["US"], keys.CRISIS),
        (MANIFEST["crisis"]["US"]["lines"][0], keys.CRISIS_LINE),
        (MANIFEST["sources"][0], keys.SOURCE),
        (MANIFEST["glossary"]["dissociation"], keys.TERM),
        (MANIFEST["sections"][0], keys.SECTION),
        (SECTION, keys.FRONT_MATTER),
        (SECTION["wall"][0], keys.WALL),
        (example("id"), keys.ICON_ARRAY),
    ],
)
def test_every_field_is_in_the_examples_and_no_other(table: dict[str, Any], accepted: frozenset[str]) -> None:
    assert set(table) == accepted


def test_the_fields_of_a_notice_are_documented() -> None:
    part = PAGE.split("## Notices")[1].split("## Limits")[0]
    match = re.search(r"\+\+\+\n(.*?)\n\+\+\+", part, re.DOTALL)
    assert match
    assert set(tomllib.loads(match[1])) == keys.NOTICE


def test_the_table_of_the_pack_has_every_field() -> None:
    part = PAGE.split("### The pack")[1].split("## A section")[0]
    named = {
        name
        for row in part.splitlines()
        if row.startswith("| `")
        for name in re.findall(r"`(\w+)`", row.split("|")[1])
    }
    assert named == keys.MANIFEST


def test_every_rule_is_listed_with_its_severity() -> None:
    rows = re.findall(r"^\| `([a-z0-9-]+)` \| (error|warning|note) \|", PAGE, re.MULTILINE)
    assert dict(rows) == {rule: severity.value for rule, severity in RULES.items()}
    assert len(rows) == len(RULES)


def test_every_limit_is_in_the_table() -> None:
    table = PAGE.split("## Limits")[1].split("## Rules")[0]
    numbers = set(re.findall(r"\d+(?:\.\d+)?", table))
    units = {"manifest_bytes": 1024, "section_bytes": 1024, "picture_bytes": 1024**2, "pack_bytes": 1024**2}
    units |= {"recording_bytes": 1024**2, "cues_bytes": 1024}
    for limit in fields(LIMITS):
        value = getattr(LIMITS, limit.name)
        shown = f"{value // units[limit.name]}" if limit.name in units else f"{value}".removesuffix(".0")
        assert shown in numbers or f"{value}" in numbers, limit.name


def test_words_to_choose_from_are_in_the_example() -> None:
    for word in (*keys.SOURCE_KINDS, *keys.ACCENTS, *Role):
        assert re.search(rf"#.*\b{word}\b", PAGE), word
