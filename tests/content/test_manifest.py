# SPDX-License-Identifier: Apache-2.0
"""What `pack.toml` may say, and what is told of each fault."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kiosk.content import keys
from kiosk.content.finding import Finding, Severity
from kiosk.content.limits import LIMITS
from kiosk.content.manifest import read_pack
from kiosk.content.pack import Flags, Manifest, Person, Role, Source

Make = Callable[[dict[str, str | bytes]], Path]


def read(make: Make, text: str) -> tuple[Manifest, tuple[Finding, ...]]:
    pack, findings = read_pack(make({"pack.toml": text}))
    assert pack
    return pack.manifest, findings


def told(findings: tuple[Finding, ...]) -> set[tuple[str, int]]:
    return {(item.rule, item.place.line) for item in findings}


def line_of(text: str, needle: str) -> int:
    return text[: text.index(needle)].count("\n") + 1


def test_a_sound_pack_has_no_findings(packs: Path) -> None:
    for name in ("tiny", "rtl"):
        pack, findings = read_pack(packs / name)
        assert findings == ()
        assert pack
        assert pack.manifest.id == name
        assert pack.root == packs / name


def test_every_field_arrives(packs: Path) -> None:
    pack, _ = read_pack(packs / "tiny")
    assert pack
    manifest = pack.manifest
    assert manifest.title == {"en": "Paper cuts and plasters", "es": "Cortes de papel y curitas"}
    assert (manifest.version, manifest.licence, manifest.audience) == (
        "1.0.0",
        "CC0-1.0",
        "Readers of a test",
    )
    assert (manifest.languages, manifest.default_language) == (("en", "es"), "en")
    assert (manifest.created, manifest.reviewed) == (date(2026, 1, 10), date(2026, 1, 20))
    assert manifest.next_review == date(2036, 1, 10)
    assert (manifest.funding, manifest.conflicts) == ("None.", "None declared.")
    assert manifest.contains_advertising is False
    assert (manifest.condition, manifest.treatment) == ("paper cuts", "plasters")
    assert manifest.authors == (Person("A. Example", "Invented for a test"),)
    assert manifest.reviewers == (Person("R. Example", "Invented for a test", date(2026, 1, 20)),)
    assert manifest.translations["es"].reviewed
    assert manifest.translations["es"].reviewer == "T. Example"
    assert manifest.crisis["US"].label["es"] == "Ayuda en crisis: 988"
    assert [line.emergency for line in manifest.crisis["US"].lines] == [False, True]
    assert manifest.sources[1] == Source(
        "example-2024",
        "Example Institute",
        "An invented fact sheet about plasters",
        2024,
        "fact-sheet",
        url="https://example.org/plasters",
        accessed=date(2026, 1, 10),
    )
    assert manifest.source_number("example-2024") == 2
    assert manifest.source_number("nobody") == 0
    assert manifest.glossary["plaster"].term["es"] == "curita"
    assert manifest.sections == (
        Flags("paper-cuts", Role.OPENING, only_with=("plasters",)),
        Flags("plasters", Role.RISK, dwell=20.0, accent="plum"),
    )


@pytest.mark.parametrize(
    "key",
    [
        "id", "version", "licence", "audience", "languages", "default_language", "created", "next_review",
        "funding", "conflicts", "contains_advertising", "format",
    ],
)  # fmt: skip
def test_a_missing_field_is_told_and_the_sections_stay(make: Make, manifest: str, key: str) -> None:
    text = re.sub(rf"^{key} = .*\n", "", manifest, count=1, flags=re.MULTILINE)
    found, findings = read(make, text)
    assert ("field-missing", 1) in told(findings)
    assert any(f"“{key}”" in item.found for item in findings)
    assert [flags.id for flags in found.sections] == ["first", "second"]


def test_missing_tables_are_told(make: Make) -> None:
    found, findings = read(make, "format = 1")
    missing = {item.found.split("“")[1].split("”")[0] for item in findings if item.rule == "field-missing"}
    optional = {"reviewed", "about", "reviewers", "translations", "crisis", "sources", "glossary"}
    assert missing == keys.MANIFEST - optional - {"format"}
    assert (found.id, found.title, found.languages) == ("pack", {"en": "pack"}, ("en",))
    assert found.created == found.next_review == date.min


WHOLE = """
[about]
condition = "c"
treatment = "t"
[[reviewers]]
name = "R"
credentials = "C"
date = 2026-01-01
[translations.es]
reviewed = true
reviewer = "T"
[crisis.US]
label = { en = "l", es = "l" }
[[crisis.US.lines]]
number = "988"
name = { en = "n", es = "n" }
how = { en = "h", es = "h" }
emergency = true
[[sources]]
id = "two"
authors = "A"
title = "T"
year = 2020
kind = "study"
url = "https://a.example"
doi = "10.1/2"
accessed = 2026-01-01
[[sections]]
id = "third"
role = "risk"
rotate = true
private = true
only_with = ["first"]
valid_from = 2026-01-01
valid_until = 2026-01-01
dwell = 20
accent = "teal"
"""


@pytest.mark.parametrize("row", range(len(WHOLE.splitlines())))
def test_a_wrong_type_is_told_on_its_line(make: Make, manifest: str, row: int) -> None:
    rows = WHOLE.splitlines()
    assert read(make, manifest + WHOLE)[1] == ()
    if " = " not in rows[row]:
        return
    rows[row] = f"{rows[row].split(' = ')[0]} = [[1]]"
    _, findings = read(make, manifest + "\n".join(rows))
    rules = {rule for rule, line in told(findings) if line == manifest.count("\n") + row + 1}
    assert rules & {"type-wrong", "date-bad"}


@pytest.mark.parametrize(
    "old, new, rule",
    [
        ('version = "1"', "version = 1", "type-wrong"),
        ('version = "1"', 'version = " "', "value-wrong"),
        ('id = "made"', 'id = "Made Up"', "id-bad"),
        ("created = 2026-01-01", "created = 2026-02-30", "date-bad"),
        ("created = 2026-01-01", 'created = "2026-01-01"', "date-bad"),
        ("created = 2026-01-01", "created = 2026-01-01T10:00:00", "date-bad"),
        ('languages = ["en", "es"]', 'languages = ["en", "es", "../x"]', "value-wrong"),
        ('languages = ["en", "es"]', 'languages = ["en", "es", 3]', "type-wrong"),
        ('default_language = "en"', 'default_language = "fr"', "value-wrong"),
        ("contains_advertising = false", "contains_advertising = 0", "type-wrong"),
        ('es = "Hecho"', 'fr = "Fait"', "language-unknown"),
        ('es = "Hecho"', "es = 3", "type-wrong"),
        ("year = 2020", "year = true", "type-wrong"),
        ("year = 2020", "year = 20200", "value-wrong"),
        ('kind = "study"', 'kind = "blog"', "value-wrong"),
        ('doi = "10.1/1"', 'doi = "11.1/1"', "source-address"),
        ('doi = "10.1/1"', 'url = "ftp://x"', "source-address"),
        ('id = "second"', 'id = "first"', "id-duplicate"),
        ('id = "second"', 'id = "second"\nonly_with = ["nobody"]', "only-with-unknown"),
        ('id = "second"', 'id = "second"\nonly_with = ["second"]', "only-with-unknown"),
        ('id = "second"', 'id = "second"\ndwell = 1', "value-wrong"),
        ('id = "second"', 'id = "second"\ndwell = nan', "value-wrong"),
        ('id = "second"', 'id = "second"\nrole = "king"', "value-wrong"),
        ('id = "second"', 'id = "second"\naccent = "red"', "value-wrong"),
        ('id = "second"', 'id = "second"\nvalid_from = 2026-02-02\nvalid_until = 2026-02-01', "value-wrong"),
        ('id = "second"', 'id = "second"\ncolour = "red"', "field-unknown"),
        ('version = "1"', 'version = "1\\u202e2"', "control-character"),
        ('version = "1"', f'version = "{"x" * 65}"', "word-too-long"),
    ],
)  # fmt: skip
def test_a_fault_is_told_where_it_stands(make: Make, manifest: str, old: str, new: str, rule: str) -> None:
    _, findings = read(make, manifest.replace(old, new, 1))
    assert rule in {item.rule for item in findings}
    item = next(item for item in findings if item.rule == rule)
    first, last = line_of(manifest, old), line_of(manifest, old) + new.count("\n")
    assert first <= item.place.line <= last
    assert item.place.file == "pack.toml"
    assert item.found
    assert item.cure


def test_a_doi_that_is_an_address_is_no_long_word(make: Make, manifest: str) -> None:
    _, findings = read(make, manifest.replace('doi = "10.1/1"', f'url = "https://{"x" * 200}"'))
    assert findings == ()


def test_a_source_needs_an_address_but_is_kept(make: Make, manifest: str) -> None:
    found, findings = read(make, manifest.replace('doi = "10.1/1"\n', ""))
    assert [item.rule for item in findings] == ["source-address"]
    assert [source.id for source in found.sources] == ["one"]


def test_a_bad_section_is_left_out_and_the_others_stay(make: Make, manifest: str) -> None:
    found, findings = read(make, manifest.replace('id = "first"', 'id = "first"\nvalid_from = 2026-02-30'))
    assert [flags.id for flags in found.sections] == ["second"]
    assert [item.rule for item in findings] == ["date-bad"]


def test_a_missing_translation_takes_the_default_text(make: Make, manifest: str) -> None:
    found, findings = read(make, manifest.replace('es = "Hecho"\n', ""))
    assert found.title == {"en": "Made", "es": "Made"}
    assert [item.rule for item in findings] == ["language-missing"]


def test_a_title_without_a_known_language_is_the_id(make: Make, manifest: str) -> None:
    text = manifest.replace('en = "Made"\nes = "Hecho"\n', "")
    found, findings = read(make, text)
    assert found.title == {"en": "made", "es": "made"}
    assert [item.rule for item in findings] == ["field-missing"]


def test_entries_that_are_no_tables_are_told(make: Make, manifest: str) -> None:
    text = manifest.replace('[[authors]]\nname = "A. Example"\n', "").replace(
        "[title]", 'authors = ["A"]\n[title]'
    )
    found, findings = read(make, text)
    assert found.authors == ()
    assert [item.rule for item in findings] == ["type-wrong"]


def test_an_author_without_a_name_is_left_out(make: Make, manifest: str) -> None:
    found, findings = read(make, manifest.replace('name = "A. Example"', 'credentials = "MD"'))
    assert found.authors == ()
    assert [item.rule for item in findings] == ["field-missing"]


@pytest.mark.parametrize(
    "extra, rule",
    [
        ("[translations.fr]\nreviewed = false\n", "language-unknown"),
        ("[translations.es]\nreviewed = true\n", "field-missing"),
        ("[translations]\nes = 3\n", "type-wrong"),
        ('[crisis.usa]\nlabel = { en = "a", es = "b" }\n', "value-wrong"),
        ('[crisis.US]\nlabel = { en = "a", es = "b" }\n', "field-missing"),
        ('[crisis.US]\nlabel = { en = "a", es = "b" }\nlines = []\n', "value-wrong"),
        ('[crisis.US]\nlabel = { en = "a", es = "b" }\n[[crisis.US.lines]]\nnumber = "1"\n', "value-wrong"),
        ('[crisis.US]\n[[crisis.US.lines]]\nnumber = "1"\n', "field-missing"),
        ('[glossary.BAD]\nterm = { en = "a", es = "b" }\nmeaning = { en = "a", es = "b" }\n', "id-bad"),
        ('[glossary.bad]\nterm = { en = "a", es = "b" }\n', "field-missing"),
    ],
)
def test_a_bad_entry_is_left_out(make: Make, manifest: str, extra: str, rule: str) -> None:
    found, findings = read(make, manifest + extra)
    assert rule in {item.rule for item in findings}
    assert found.crisis == {}
    assert list(found.glossary) == ["word"]
    assert not any(translation.reviewed for translation in found.translations.values())


def test_what_is_beyond_a_number_is_left_out(make: Make, manifest: str) -> None:
    many = "".join(f'[[sections]]\nid = "more-{n}"\n' for n in range(LIMITS.sections))
    found, findings = read(make, manifest + many)
    assert len(found.sections) == LIMITS.sections
    assert [item.rule for item in findings] == ["too-many"]
    word = '[glossary.w{}]\nterm = {{ en = "a", es = "b" }}\nmeaning = {{ en = "a", es = "b" }}\n'
    found, findings = read(make, manifest + "".join(word.format(n) for n in range(501)))
    assert len(found.glossary) == 500
    assert {item.rule for item in findings} == {"too-many"}


@pytest.mark.parametrize(
    "text, rule, line",
    [
        ("format = 2\n", "format-unknown", 1),
        ("format = 1\nid = \n", "toml-syntax", 2),
        ('format = 1\nid = "a"\nid = "b"\n', "toml-syntax", 3),
        ("format = 1\na.b.c.d.e = 1\n", "toml-too-deep", 2),
        ("format = 1\n" + "a" * 5000, "line-too-long", 2),
        ("format = 1\n# \x00", "toml-syntax", 2),
        (b"format = 1\n# \xff", "not-utf8", 2),
        ("# " + "x\n# " * 70_000, "file-too-large", 0),
        ("", "file-missing", 0),
    ],
)
def test_a_manifest_that_cannot_be_read_is_none(make: Make, text: str | bytes, rule: str, line: int) -> None:
    pack, findings = read_pack(make({"pack.toml": text}))
    assert pack is None
    assert told(findings) == {(rule, line)}
    assert findings[0].severity is Severity.ERROR
