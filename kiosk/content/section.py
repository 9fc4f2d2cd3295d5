# SPDX-License-Identifier: Apache-2.0
"""Reading one section in one language, when it is wanted."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from kiosk.content import keys
from kiosk.content.blocks import Block, Figure, Heading, IconArray
from kiosk.content.fields import Table
from kiosk.content.figures import Figures
from kiosk.content.files import read_text
from kiosk.content.finding import Finding, Place
from kiosk.content.frontmatter import split
from kiosk.content.inline import Inline, Known, Lines, new_parser
from kiosk.content.limits import LIMITS
from kiosk.content.manifest import MANIFEST_FILE
from kiosk.content.markdown import Body
from kiosk.content.pack import Flags, Pack, Recording, Section, WallPoint
from kiosk.content.pictures import Gallery
from kiosk.content.probe import Probe
from kiosk.content.report import Report, finding
from kiosk.content.textcheck import clean_lines

_WALL_POINTS = 12


def section_file(section_id: str, language: str) -> str:
    """Return the path of a section's file within its pack."""
    return f"{language}/{section_id}.md"


def read_section(
    pack: Pack, section_id: str, language: str, probe: Probe | None = None
) -> tuple[Section | None, tuple[Finding, ...]]:
    """Read a section in a language, or in the pack's default language with a finding that says so."""
    flags = next((flags for flags in pack.manifest.sections if flags.id == section_id), None)
    default = pack.manifest.default_language
    if flags is None:
        return None, (_missing(MANIFEST_FILE, section_id),)
    findings: list[Finding] = []
    found = False
    for code in dict.fromkeys((language, default)):
        file = section_file(section_id, code)
        there = os.path.lexists(pack.root / file) or (pack.root / code).is_symlink()
        if code not in pack.manifest.languages or not there:
            continue
        found = True
        section, faults = _read(pack, flags, code, probe)
        findings += faults
        if section:
            if code != language:
                findings.append(_fallback(section_id, language, default))
            return section, tuple(findings)
    if not found:
        findings.append(_missing(section_file(section_id, default), section_id))
    return None, tuple(findings)


def read_sections(
    pack: Pack, language: str, probe: Probe | None = None
) -> tuple[tuple[Section, ...], tuple[Finding, ...]]:
    """Read every section of a pack that is sound, in order."""
    sections: list[Section] = []
    findings: list[Finding] = []
    for flags in pack.manifest.sections:
        section, faults = read_section(pack, flags.id, language, probe)
        findings += faults
        if section:
            sections.append(section)
    return tuple(sections), tuple(findings)


def _missing(file: str, section_id: str) -> Finding:
    return finding(
        "section-missing",
        Place(file),
        f"The section “{section_id[:80]}” is not there.",
        "Add its file, or take it out of [[sections]].",
    )


def _fallback(section_id: str, language: str, default: str) -> Finding:
    return finding(
        "language-missing",
        Place(section_file(section_id, language)),
        f"“{section_id}” is not there in “{language[:20]}”; it is shown in “{default}”.",
        "Translate it, or expect the default language.",
    )


def _read(
    pack: Pack, flags: Flags, language: str, probe: Probe | None
) -> tuple[Section | None, tuple[Finding, ...]]:
    report = Report(section_file(flags.id, language))
    section = _parse(pack, flags, language, Gallery(pack.root, report, probe))
    return None if report.failed else section, report.findings


def _parse(pack: Pack, flags: Flags, language: str, gallery: Gallery) -> Section | None:
    report = gallery.report
    text = read_text(pack.root, report.file, report, LIMITS.section_bytes)
    parts = None if text is None else split(clean_lines(text, report), report)
    if parts is None:
        return None
    parts.front.only(keys.FRONT_MATTER)
    known = Known(frozenset(source.id for source in pack.manifest.sources), frozenset(pack.manifest.glossary))
    lines = Lines(tuple(parts.body.split("\n")), parts.body_line)
    inline = Inline(report, known, lines, new_parser())
    title = parts.front.text("title")
    key_message = inline.text(parts.front.text("key_message"), parts.front.line_of("key_message"))
    image = _image(parts.front, gallery)
    blocks = Body(inline, Figures(inline, gallery)).blocks(parts.body)
    if all(isinstance(block, Heading) for block in blocks):
        report.add("section-empty", parts.body_line, "The section has no text.", "Write it, or take it out.")
    wall = tuple(_wall(parts.front, inline, gallery, (*((image,) if image else ()), *blocks)))
    recording = _recording(parts.front, pack)
    return Section(flags, language, title, key_message, blocks, wall, image, recording)


def _recording(front: Table, pack: Pack) -> Recording | None:
    if "recording" not in front.values:
        return None
    from kiosk.content.recordings import read_recording  # noqa: PLC0415 # few sections have one

    return read_recording(front, pack.root)


def _image(front: Table, gallery: Gallery) -> Figure | None:
    path, alt = front.text("image", needed=False), front.text("image_alt", needed=False)
    if not path:
        return None
    if not alt:
        front.warn("alt-missing", "image", f"“{path[:80]}” has no image_alt.", "Say what the picture shows.")
    return Figure(path, alt) if gallery.has(path, front.line_of("image")) else None


def _wall(front: Table, inline: Inline, gallery: Gallery, blocks: Sequence[Block]) -> Iterator[WallPoint]:
    for table in front.tables("wall", _WALL_POINTS):
        table.only(keys.WALL)
        yield WallPoint(
            inline.text(table.text("text"), table.line_of("text")),
            inline.text(table.text("more", needed=False), table.line_of("more")),
            _wall_figure(table, gallery, blocks),
        )


def _wall_figure(table: Table, gallery: Gallery, blocks: Sequence[Block]) -> Figure | IconArray | None:
    name = table.text("figure", needed=False)
    if not name:
        return None
    for block in reversed(blocks):
        if (isinstance(block, IconArray) and block.id == name) or (
            isinstance(block, Figure) and block.path == name
        ):
            return block
    if "." not in name:
        table.warn(
            "figure-unknown",
            "figure",
            f"“{name[:80]}” is neither an icon array of this section nor a picture.",
            "Name an icon-array's id or a picture's path.",
        )
        return None
    if not gallery.has(name, table.line_of("figure")):
        return None
    table.warn(
        "alt-missing",
        "figure",
        f"“{name[:80]}” has no alternative text.",
        "Put the picture into the body, with its text in the brackets.",
    )
    return Figure(name, "")
