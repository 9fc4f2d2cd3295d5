# SPDX-License-Identifier: Apache-2.0
"""Everything that is found in a pack, and how it is told."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from kiosk.author.check import as_json, as_text, check_pack, exit_code
from kiosk.author.style import EXCERPT
from kiosk.content.finding import Finding, Place, Severity
from kiosk.content.limits import LIMITS
from kiosk.content.probe import PictureFault
from kiosk.content.rules import RULES

PACKS = Path(__file__).parent.parent / "packs"
TODAY = date(2026, 11, 23)
EASY = "A plaster keeps dirt out of the cut. It does not make the cut heal sooner. [@example-2020]"
HARD = "Unprecedented rehabilitation necessitates individualized communication. [@example-2020] " * 20

Told = list[tuple[str, str, int]]


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    return shutil.copytree(PACKS / "tiny", tmp_path / "tiny")


def change(root: Path, file: str, old: str, new: str) -> None:
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def told(root: Path, today: date = TODAY) -> Told:
    return [(item.rule, item.place.file, item.place.line) for item in check_pack(root, None, today=today)]


@pytest.mark.parametrize("name", ["tiny", "rtl"])
def test_a_sound_pack_is_clean(name: str) -> None:
    assert check_pack(PACKS / name, None, today=TODAY) == ()


@pytest.mark.parametrize(
    "file, old, new, expected",
    [
        (
            "pack.toml",
            "next_review = 2036-01-10",
            "next_review = 2026-11-22",
            ("review-due", "pack.toml", 10),
        ),
        ("pack.toml", 'role = "risk"', 'role = "topic"', ("risk-missing", "pack.toml", 21)),
        (
            "pack.toml",
            'id = "plasters"',
            'id = "plasters"\nvalid_until = 2026-11-22',
            ("section-expired", "pack.toml", 78),
        ),
        ("pack.toml", "reviewed = true", "reviewed = false", ("translation-unreviewed", "pack.toml", 0)),
        (
            "en/paper-cuts.md",
            'title = "What a paper cut is"',
            'title = "What a paper cut is and what it is not"',
            ("title-long", "en/paper-cuts.md", 2),
        ),
        (
            "en/paper-cuts.md",
            'more = "Most of',
            f'more = "{"A cut is small. " * 8} Most of',
            ("point-long", "en/paper-cuts.md", 8),
        ),
        (
            "en/plasters.md",
            'key_message = "',
            f'key_message = "{"A cut is small. " * 10}',
            ("point-long", "en/plasters.md", 3),
        ),
        (
            "en/plasters.md",
            EASY,
            f"{EASY}\n\nNext, a *word* and {'a word and ' * 6}an end. [@example-2020]",
            ("sentence-long", "en/plasters.md", 10),
        ),
        (
            "en/plasters.md",
            EASY,
            f"{EASY}\n\nA claim that nobody checked.",
            ("uncited", "en/plasters.md", 10),
        ),
        (
            "en/plasters.md",
            EASY,
            HARD,
            ("readability", "en/plasters.md", 0),
        ),
        ("en/plasters.md", EASY, "<b>HTML</b>", ("raw-html", "en/plasters.md", 8)),
    ],
)
def test_each_fault_is_found(
    tiny: Path, file: str, old: str, new: str, expected: tuple[str, str, int]
) -> None:
    change(tiny, file, old, new)
    assert expected in told(tiny)


def test_a_finding_repeats_only_the_beginning_of_a_text(tiny: Path) -> None:
    change(tiny, "en/plasters.md", EASY, f"{EASY}\n\n{'a' * 64}, {'b' * 64} and more.")
    (found,) = [item for item in check_pack(tiny, None, today=TODAY) if item.rule == "uncited"]
    assert found.found == f"The paragraph “{'a' * EXCERPT} …” cites no source."


def test_questions_lead_ins_and_the_closing_section_need_no_source(tiny: Path) -> None:
    change(tiny, "en/plasters.md", EASY, f"{EASY}\n\nWhat now?\n\nDo this:")
    assert told(tiny) == []
    change(tiny, "en/plasters.md", "Do this:", "Do this.")
    assert [rule for rule, _, _ in told(tiny)] == ["uncited"]
    change(tiny, "pack.toml", 'role = "opening"', 'role = "risk"')
    change(tiny, "pack.toml", 'id = "plasters"\nrole = "risk"', 'id = "plasters"\nrole = "closing"')
    assert told(tiny) == []


def test_a_pack_about_no_condition_needs_no_sources(tiny: Path) -> None:
    change(tiny, "pack.toml", 'condition = "paper cuts"\n', "")
    change(tiny, "en/plasters.md", EASY, EASY.replace(" [@example-2020]", ""))
    assert told(tiny) == []


def test_a_whole_pack_may_be_too_hard(tiny: Path) -> None:
    hard = " ".join(["Unprecedented rehabilitation necessitates communication. [@example-2020]"] * 20)
    for section in ("paper-cuts", "plasters"):
        for language in ("en", "es"):
            path = tiny / language / f"{section}.md"
            path.write_text(path.read_text(encoding="utf-8") + f"\n{hard}\n", encoding="utf-8")
    hits = [item for item in check_pack(tiny, None, today=TODAY) if item.rule == "readability"]
    assert [item.place.file for item in hits].count("pack.toml") == 2
    assert any("grade" in item.found for item in hits)
    assert any("INFLESZ" in item.found for item in hits)


def test_what_nobody_uses_is_a_note(tiny: Path) -> None:
    extra = '\n[[sources]]\nid = "spare"\nauthors = "A"\ntitle = "T"\nyear = 2020\n'
    extra += 'kind = "study"\ndoi = "10.1/1"\n'
    extra += '[glossary.spare]\nterm = { en = "a", es = "b" }\nmeaning = { en = "a", es = "b" }\n'
    (tiny / "pack.toml").write_text(
        (tiny / "pack.toml").read_text(encoding="utf-8") + extra, encoding="utf-8"
    )
    (tiny / "media" / "spare.png").write_bytes(b"x")
    (tiny / "README.md").write_text("About.")
    (tiny / ".git").mkdir()
    (tiny / ".git" / "config").write_text("x")
    assert told(tiny) == [
        ("file-unused", "media/spare.png", 0),
        ("source-unused", "pack.toml", 0),
        ("term-unused", "pack.toml", 0),
    ]
    assert exit_code(check_pack(tiny, None, today=TODAY)) == 0
    change(tiny, "en/plasters.md", "## Good", "# Good")
    assert [rule for rule, _, _ in told(tiny)] == ["heading-level"]


def test_a_pack_without_help_and_review_says_so(tiny: Path) -> None:
    text = (tiny / "pack.toml").read_text(encoding="utf-8")
    start, end = text.index("[crisis.US]"), text.index("[[sources]]")
    text = text[:start] + text[end:]
    start, end = text.index("[[reviewers]]"), text.index("[translations.es]")
    (tiny / "pack.toml").write_text(text[:start] + text[end:], encoding="utf-8")
    assert told(tiny) == [("unreviewed", "pack.toml", 0), ("crisis-missing", "pack.toml", 19)]


def test_a_missing_translation_is_told_once(tiny: Path) -> None:
    (tiny / "es" / "plasters.md").unlink()
    assert told(tiny) == [("language-missing", "es/plasters.md", 0)]


def test_a_pack_beyond_its_size_is_told(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    there = sum(each.is_file() for each in tiny.rglob("*"))
    monkeypatch.setattr("kiosk.author.check.LIMITS", replace(LIMITS, files=there))
    assert told(tiny) == []
    (tiny / ".one-more").touch()
    assert told(tiny) == [("pack-too-large", "pack.toml", 0)]


def test_pictures_are_shown_to_the_probe(tiny: Path) -> None:
    found = check_pack(tiny, lambda _: PictureFault("picture-bad", "It is broken.", "Save it."), today=TODAY)
    assert {item.rule for item in found} == {"picture-bad", "file-unused"}
    assert {item.place.file for item in found} == {"en/paper-cuts.md", "es/paper-cuts.md", "media/hand.svg"}


def test_what_cannot_be_drawn_is_told_in_every_file(tiny: Path) -> None:
    change(tiny, "pack.toml", "An invented study", "An ☃ invented study")
    change(tiny, "es/plasters.md", 'title = "', 'title = "☃ ')
    found = check_pack(tiny, None, TODAY, lambda text: set(text) & {"☃"})
    assert [(item.rule, item.place.file) for item in found] == [
        ("glyph-missing", "es/plasters.md"),
        ("glyph-missing", "pack.toml"),
    ]
    assert all(item.place.line for item in found)


@pytest.mark.parametrize("text", [None, "format = 2", "\x00"])
def test_a_manifest_that_cannot_be_read_ends_the_check(tmp_path: Path, text: str | None) -> None:
    if text is not None:
        (tmp_path / "pack.toml").write_text(text)
    found = check_pack(tmp_path, None, today=TODAY)
    assert len(found) == 1
    assert exit_code(found) == 1


def example(severity: Severity) -> Finding:
    return Finding("a-rule", severity, Place("en/ä.md", 3, 4), "Found “ä”.", "Cure.")


@pytest.mark.parametrize(
    "severities, code, last",
    [
        ((), 0, "0 errors, 0 warnings, 0 notes."),
        ((Severity.NOTE,), 0, "0 errors, 0 warnings, 1 note."),
        ((Severity.WARNING, Severity.NOTE), 1, "0 errors, 1 warning, 1 note."),
        ((Severity.ERROR, Severity.ERROR), 1, "2 errors, 0 warnings, 0 notes."),
    ],
)
def test_text_and_json_tell_the_same(severities: tuple[Severity, ...], code: int, last: str) -> None:
    findings = [example(severity) for severity in severities]
    assert exit_code(findings) == code
    lines = as_text(findings).splitlines()
    assert lines[:-1] == [f"en/ä.md:3:4: {severity} a-rule: Found “ä”. Cure." for severity in severities]
    assert lines[-1] == last
    document = json.loads(as_json(findings))
    assert document["format"] == 1
    assert sum(document["counts"].values()) == len(findings)
    assert document["findings"] == [
        {
            "rule": "a-rule",
            "severity": severity.value,
            "file": "en/ä.md",
            "line": 3,
            "column": 4,
            "found": "Found “ä”.",
            "cure": "Cure.",
        }
        for severity in severities
    ]


Spoil = Callable[[Path], object]

HOSTILE: dict[str, Spoil] = {
    "field-missing": lambda root: change(root, "pack.toml", 'licence = "CC0-1.0"\n', ""),
    "field-unknown": lambda root: change(root, "pack.toml", "format = 1", "format = 1\nlicense = 1"),
    "type-wrong": lambda root: change(root, "pack.toml", 'version = "1.0.0"', "version = 1"),
    "date-bad": lambda root: change(root, "pack.toml", "created = 2026-01-10", "created = 2026-13-10"),
    "section-missing": lambda root: change(root, "pack.toml", 'id = "plasters"', 'id = "tweezers"'),
    "id-duplicate": lambda root: change(root, "pack.toml", 'id = "plasters"', 'id = "paper-cuts"'),
    "citation-unknown": lambda root: change(root, "en/plasters.md", "[@example-2024]", "[@nobody]"),
    "term-unknown": lambda root: change(root, "en/paper-cuts.md", "(term:plaster)", "(term:nobody)"),
    "picture-missing": lambda root: (root / "media" / "hand.svg").unlink(),
    "path-leaves-pack": lambda root: change(root, "en/paper-cuts.md", "(media/hand.svg", "(../hand.svg"),
    "raw-html": lambda root: change(root, "en/paper-cuts.md", "stings", "<i>stings</i>"),
    "picture-remote": lambda root: change(
        root, "en/paper-cuts.md", "(media/hand.svg", "(https://a.example/a.png"
    ),
    "not-utf8": lambda root: (root / "en" / "plasters.md").write_bytes(b"\xff\xfe"),
    "file-too-large": lambda root: (root / "en" / "plasters.md").write_bytes(b"a\n" * 20_000),
    "section-empty": lambda root: (root / "en" / "plasters.md").write_text(
        '+++\ntitle="T"\nkey_message="K"\n+++\n'
    ),
    "language-missing": lambda root: (root / "es" / "plasters.md").unlink(),
    "icon-array-bad": lambda root: change(root, "en/paper-cuts.md", "count = 10", "count = 16"),
    "alt-missing": lambda root: change(
        root, "en/paper-cuts.md", "![An open hand with one small line on a finger]", "![]"
    ),
    "only-with-unknown": lambda root: change(
        root, "pack.toml", 'only_with = ["plasters"]', 'only_with = ["x"]'
    ),
}


@pytest.mark.parametrize("rule", HOSTILE)
def test_hostile_packs_are_findings_and_never_exceptions(tiny: Path, rule: str) -> None:
    HOSTILE[rule](tiny)
    found = check_pack(tiny, None, today=TODAY)
    assert rule in {item.rule for item in found}
    assert exit_code(found) == 1
    assert all(item.rule in RULES and item.severity is RULES[item.rule] for item in found)
