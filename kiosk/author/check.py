# SPDX-License-Identifier: Apache-2.0
"""Everything that can be found in a pack without showing it, and how it is told."""

from __future__ import annotations

import json
import os
from collections import Counter as Tally
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from kiosk import paths
from kiosk.author.letters import Missing, check_letters
from kiosk.author.recordings import Lasts, check_recording, check_sound, sound_files
from kiosk.author.style import all_texts, check_style, hard_to_read, pictures
from kiosk.content.files import read_text
from kiosk.content.finding import Finding, Place, Severity
from kiosk.content.limits import LIMITS
from kiosk.content.manifest import MANIFEST_FILE, read_pack
from kiosk.content.pack import Manifest, Pack, Role, Section
from kiosk.content.phrases import read_phrases
from kiosk.content.probe import Probe
from kiosk.content.readability import limits, pack_grade
from kiosk.content.report import Report, finding
from kiosk.content.section import read_section, section_file
from kiosk.content.syllables import counter

_SILENT = frozenset({"README.md", "LICENSE", "LICENSE.md", "CHANGELOG.md"})
JSON_FORMAT = 1


def check_pack(
    root: Path,
    probe: Probe | None,
    today: date,
    missing: Missing | None = None,
    lasts: Lasts | None = None,
) -> tuple[Finding, ...]:
    """Return everything that is found in a pack, by file and line.

    `missing` tells what cannot be drawn, `lasts` how long a sound file is.
    """
    pack, findings = read_pack(root)
    if pack is None:
        return findings
    found = [*findings, *_manifest(pack, today), *_letters(pack, missing or _none)]
    sections: list[Section] = []
    complete = True
    for language in pack.manifest.languages:
        texts, faults, all_sound = _in_language(pack, language, probe, lasts)
        sections += texts
        found += faults
        complete = complete and all_sound
    if complete and _sound(findings):
        found += _unused(pack, sections)
    found += _files(pack, sections, complete=complete)
    return tuple(sorted(dict.fromkeys(found), key=lambda item: (item.place, item.rule, item.found)))


def _in_language(
    pack: Pack, language: str, probe: Probe | None, lasts: Lasts | None
) -> tuple[list[Section], list[Finding], bool]:
    """Return the sections written in a language, what is found in them, and whether all are sound."""
    count, phrases = counter(language), read_phrases(paths.resources() / "i18n", language)
    texts: list[Section] = []
    found: list[Finding] = []
    complete = True
    for flags in pack.manifest.sections:
        section, faults = read_section(pack, flags.id, language, probe)
        found += faults
        complete = complete and section is not None and _sound(faults)
        if section and section.language == language:
            texts.append(section)
            lines, needs_sources = _lines(pack, section), bool(pack.manifest.condition)
            found += check_style(section, lines, needs_sources=needs_sources, count=count)
            found += check_recording(section, phrases)
            found += check_sound(section, pack.root, lasts) if lasts else ()
    bounds, measured = limits(language), pack_grade(texts, language, count) if count else None
    if bounds and measured and not measured.easier_than(bounds[1]):
        found.append(hard_to_read(Place(MANIFEST_FILE), f"pack in “{language}”", measured, bounds[1]))
    return texts, found, complete


def exit_code(findings: Sequence[Finding]) -> int:
    """Return 0 where there is nothing but notes, else 1."""
    return int(any(item.severity is not Severity.NOTE for item in findings))


def as_text(findings: Sequence[Finding]) -> str:
    """Return the findings one a line, and how many there are of each kind."""
    counts = _counts(findings)
    words = ", ".join(f"{n} {kind}{'s' * (n != 1)}" for kind, n in counts.items())
    return "\n".join((*(str(item) for item in findings), f"{words}."))


def as_json(findings: Sequence[Finding]) -> str:
    """Return the findings as one JSON document."""
    entries = [
        {
            "rule": item.rule,
            "severity": item.severity.value,
            "file": item.place.file,
            "line": item.place.line,
            "column": item.place.column,
            "found": item.found,
            "cure": item.cure,
        }
        for item in findings
    ]
    document = {"format": JSON_FORMAT, "counts": _counts(findings), "findings": entries}
    return json.dumps(document, ensure_ascii=False, indent=2)


def _counts(findings: Sequence[Finding]) -> dict[str, int]:
    tally = Tally(item.severity for item in findings)
    return {severity.value: tally[severity] for severity in Severity}


def _sound(findings: Sequence[Finding]) -> bool:
    return not any(item.severity is Severity.ERROR for item in findings)


def _lines(pack: Pack, section: Section) -> list[str]:
    return _file_lines(pack, section_file(section.id, section.language), LIMITS.section_bytes)


def _file_lines(pack: Pack, file: str, limit: int) -> list[str]:
    """Return the lines of a file, none where it cannot be read: whoever reads it for good tells that."""
    return (read_text(pack.root, file, Report(file), limit) or "").split("\n")


def _none(_text: str) -> set[str]:
    return set()


def _letters(pack: Pack, missing: Missing) -> Iterator[Finding]:
    manifest = pack.manifest
    yield from check_letters(MANIFEST_FILE, _file_lines(pack, MANIFEST_FILE, LIMITS.manifest_bytes), missing)
    for language in manifest.languages:
        for flags in manifest.sections:
            file = section_file(flags.id, language)
            yield from check_letters(file, _file_lines(pack, file, LIMITS.section_bytes), missing)


def _manifest(pack: Pack, today: date) -> Iterator[Finding]:
    manifest = pack.manifest
    lines = _file_lines(pack, MANIFEST_FILE, LIMITS.manifest_bytes)

    def place(start: str) -> Place:
        number = next((n for n, line in enumerate(lines, 1) if line.lstrip().startswith(start)), 0)
        return Place(MANIFEST_FILE, number)

    if date.min < manifest.next_review < today:
        yield finding(
            "review-due",
            place("next_review"),
            f"The review was due on {manifest.next_review}.",
            "Check the texts against their sources, then set a new date.",
        )
    if manifest.treatment and not any(flags.role is Role.RISK for flags in manifest.sections):
        yield finding(
            "risk-missing",
            place("treatment"),
            "The pack is about a treatment and has no section on its risks.",
            'Write one and give it role = "risk".',
        )
    if (manifest.treatment or manifest.condition) and not manifest.crisis:
        yield finding(
            "crisis-missing",
            place("[about]"),
            "The pack names no crisis line.",
            "Add [crisis.US] or another country.",
        )
    yield from _signatures(manifest)
    for flags in manifest.sections:
        if flags.valid_until and flags.valid_until < today:
            found = f"“{flags.id}” is no longer shown since {flags.valid_until}."
            yield finding("section-expired", place(f'id = "{flags.id}"'), found, "Renew it or take it out.")


def _signatures(manifest: Manifest) -> Iterator[Finding]:
    if not manifest.reviewers:
        yield finding(
            "unreviewed",
            Place(MANIFEST_FILE),
            "No clinician has reviewed the pack; each page says so.",
            "Ask one.",
        )
    for code in manifest.languages:
        translation = manifest.translations.get(code)
        if code != manifest.default_language and not (translation and translation.reviewed):
            yield finding(
                "translation-unreviewed",
                Place(MANIFEST_FILE),
                f"Nobody has reviewed the translation into “{code}”; each page says so.",
                f"Ask a speaker, then fill in [translations.{code}].",
            )


def _unused(pack: Pack, sections: Sequence[Section]) -> Iterator[Finding]:
    spans = [span for section in sections for text in all_texts(section) for span in text]
    cited = {source for span in spans for source in span.sources}
    for source in pack.manifest.sources:
        if source.id not in cited:
            yield finding(
                "source-unused",
                Place(MANIFEST_FILE),
                f"No section cites “{source.id}”.",
                "Cite it or remove it.",
            )
    for term in pack.manifest.glossary.keys() - {span.term for span in spans}:
        yield finding(
            "term-unused", Place(MANIFEST_FILE), f"No section teaches “{term}”.", "Link it or remove it."
        )


def _files(pack: Pack, sections: Sequence[Section], *, complete: bool) -> Iterator[Finding]:
    manifest = pack.manifest
    read = {MANIFEST_FILE} | {
        section_file(f.id, code) for f in manifest.sections for code in manifest.languages
    }
    read |= {path for section in sections for path in pictures(section) | sound_files(section)}
    count = size = 0
    for folder, _, names in os.walk(pack.root):
        for name in sorted(names):
            place = Path(folder, name)
            count, size = count + 1, size + place.lstat().st_size
            file = place.relative_to(pack.root).as_posix()
            hidden = any(part.startswith(".") for part in file.split("/"))
            if complete and file not in read and file not in _SILENT and not hidden:
                yield finding(
                    "file-unused", Place(file), "No section uses this file.", "Use it or remove it."
                )
    if count > LIMITS.files or size > LIMITS.pack_bytes:
        yield finding(
            "pack-too-large",
            Place(MANIFEST_FILE),
            f"The pack has {count} files and {size // 1024 // 1024} MB.",
            f"Keep at most {LIMITS.files} files and {LIMITS.pack_bytes // 1024 // 1024} MB.",
        )
