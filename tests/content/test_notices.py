# SPDX-License-Identifier: Apache-2.0
"""The clinic's notices."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kiosk.content.blocks import plain
from kiosk.content.notices import read_notices


def write(folder: Path, name: str, front: str, body: str) -> None:
    (folder / name).write_text(f"+++\n{front}\n+++\n{body}\n", encoding="utf-8")


def test_notices_come_in_the_order_of_their_names(tmp_path: Path) -> None:
    write(tmp_path, "b.md", 'title = "B"', "Second.")
    write(
        tmp_path,
        "a.md",
        'title = "A"\nvalid_until = 2026-12-24',
        "## First\n\nOne.\n\n- two\n\n> [!TIP]\n> three",
    )
    (tmp_path / "other.txt").write_text("x")
    notices, findings = read_notices(tmp_path)
    assert findings == ()
    assert [(n.title, plain(n.text), n.valid_until) for n in notices] == [
        ("A", "First One. two three", date(2026, 12, 24)),
        ("B", "Second.", None),
    ]


@pytest.mark.parametrize(
    "front, body, rule, kept",
    [
        ("valid_until = 2026-01-01", "Text.", "field-missing", False),
        ('title = "A"\nvalid_until = "soon"', "Text.", "date-bad", False),
        ('title = "A"', "", "section-empty", False),
        ('title = "A"', "Text.\n\n|a|\n|-|\n|b|", "block-nested", False),
        ('title = "A"', "Text. [@one]", "citation-unknown", False),
        ('title = "A"', "word " * 41, "notice-long", True),
        ('title = "A"\nkey_message = "K"', "Text.", "field-unknown", True),
    ],
)
def test_faults_of_notices(tmp_path: Path, front: str, body: str, rule: str, kept: bool) -> None:
    write(tmp_path, "a.md", front, body)
    notices, findings = read_notices(tmp_path)
    assert [item.rule for item in findings] == [rule]
    assert findings[0].place.file == "a.md"
    assert bool(notices) is kept


def test_a_notice_without_front_matter_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Text.")
    (tmp_path / "b.md").write_bytes(b"\xff")
    notices, findings = read_notices(tmp_path)
    assert notices == ()
    assert [item.rule for item in findings] == ["front-matter-missing", "not-utf8"]
    assert findings[0].cure == 'Begin it with a line of +++, then title = "…", then a line of +++.'


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    notices, findings = read_notices(tmp_path / "none")
    assert notices == ()
    assert [item.rule for item in findings] == ["notices-missing"]


def test_there_is_an_end_to_notices(tmp_path: Path) -> None:
    for number in range(21):
        write(tmp_path, f"{number:02}.md", 'title = "A"', "Text.")
    notices, findings = read_notices(tmp_path)
    assert len(notices) == 20
    assert [item.rule for item in findings] == ["too-many"]
