# SPDX-License-Identifier: Apache-2.0
"""Reading the clinic's notices: a folder of short Markdown files beside the pack."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kiosk.content import keys
from kiosk.content.blocks import Block, Callout, Heading, List, Paragraph, Span, Text, plain
from kiosk.content.figures import Figures
from kiosk.content.files import read_text
from kiosk.content.finding import Finding
from kiosk.content.frontmatter import split
from kiosk.content.inline import Inline, Known, Lines, new_parser
from kiosk.content.limits import LIMITS
from kiosk.content.markdown import Body
from kiosk.content.pack import Notice
from kiosk.content.pictures import Gallery
from kiosk.content.report import Report
from kiosk.content.textcheck import clean_lines


def read_notices(folder: Path) -> tuple[tuple[Notice, ...], tuple[Finding, ...]]:
    """Read every notice that is sound, in the order of the files' names."""
    report = Report(folder.name)
    try:
        names = sorted(path.name for path in folder.iterdir() if path.suffix == ".md")
    except OSError as error:
        report.add("notices-missing", 0, f"The folder cannot be read: {error.strerror}.", "Create it.")
        return (), report.findings
    if len(names) > LIMITS.notices:
        report.add("too-many", 0, f"There are {len(names)} notices.", f"Keep at most {LIMITS.notices}.")
    notices, findings = [], list(report.items)
    for name in names[: LIMITS.notices]:
        notice, faults = _read(folder, name)
        findings += faults
        if notice:
            notices.append(notice)
    return tuple(notices), tuple(findings)


def _read(folder: Path, name: str) -> tuple[Notice | None, tuple[Finding, ...]]:
    report = Report(name)
    text = read_text(folder, name, report, LIMITS.section_bytes)
    parts = None if text is None else split(clean_lines(text, report), report, 'title = "…"')
    if parts is None:
        return None, report.findings
    parts.front.only(keys.NOTICE)
    lines = Lines(tuple(parts.body.split("\n")), parts.body_line)
    inline = Inline(report, Known(), lines, new_parser())
    blocks = Body(inline, Figures(inline, Gallery(folder, report))).blocks(parts.body)
    notice = Notice(
        parts.front.text("title"), _joined(tuple(_texts(blocks, report))), parts.front.day("valid_until")
    )
    if not notice.text:
        report.add(
            "section-empty", parts.body_line, "The notice has no text.", "Write it, or remove the file."
        )
    if len(plain(notice.text).split()) > LIMITS.wall_words:
        report.add(
            "notice-long",
            parts.body_line,
            f"The notice has more than {LIMITS.wall_words} words.",
            "Shorten it; it is read in passing.",
        )
    return None if report.failed else notice, report.findings


def _texts(blocks: tuple[Block, ...], report: Report) -> Iterator[Text]:
    for block in blocks:
        match block:
            case Paragraph(text=text) | Heading(text=text):
                yield text
            case List(items=items):
                yield from (item.text for item in items)
            case Callout(paragraphs=paragraphs):
                yield from paragraphs
            case _:
                report.add("block-nested", 0, "A notice holds words only.", "Remove pictures and tables.")


def _joined(texts: tuple[Text, ...]) -> Text:
    spans: list[Span] = []
    for text in texts:
        spans += [Span(" ")] if spans else []
        spans += text
    return tuple(spans)
