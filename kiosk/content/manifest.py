# SPDX-License-Identifier: Apache-2.0
"""Reading `pack.toml`: what it says, and what is wrong with it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from kiosk.content import entries, keys
from kiosk.content.fields import Languages, Table
from kiosk.content.files import read_text
from kiosk.content.finding import Finding
from kiosk.content.limits import LIMITS
from kiosk.content.pack import Manifest, Pack
from kiosk.content.report import Report
from kiosk.content.toml import parse

MANIFEST_FILE = "pack.toml"
FORMAT = 1

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}")


def read_pack(root: Path) -> tuple[Pack | None, tuple[Finding, ...]]:
    """Read a pack's manifest; None only where it cannot be read at all.

    Entries with an error are left out, so that every section that is sound can still be read.
    """
    report = Report(MANIFEST_FILE)
    text = read_text(root, MANIFEST_FILE, report, LIMITS.manifest_bytes)
    document = None if text is None else parse(text, report)
    if document is None:
        return None, report.findings
    top = Table(document, (), document.values, report)
    if top.values.get("format", FORMAT) != FORMAT:
        top.fault("format-unknown", "format", "This format of packs is not known.", f"Use format = {FORMAT}.")
        return None, report.findings
    return Pack(root, _manifest(top)), report.findings


def _manifest(top: Table) -> Manifest:
    top.only(keys.MANIFEST)
    top.whole("format", FORMAT, FORMAT)
    languages = _languages(top)
    about = top.table("about") or Table(top.document, ("about",), {}, top.report)
    about.only(keys.ABOUT)
    pack_id = top.id() or "pack"
    title = top.words("title", languages)
    return Manifest(
        id=pack_id,
        title={code: text or pack_id for code, text in title.items()},
        version=top.text("version"),
        licence=top.text("licence"),
        audience=top.text("audience"),
        languages=languages.codes,
        default_language=languages.default,
        created=top.day("created", needed=True) or date.min,
        next_review=top.day("next_review", needed=True) or date.min,
        funding=top.text("funding"),
        conflicts=top.text("conflicts"),
        contains_advertising=top.flag("contains_advertising", needed=True),
        authors=entries.read_people(top, "authors", needed=True),
        reviewers=entries.read_people(top, "reviewers"),
        reviewed=top.day("reviewed"),
        condition=about.text("condition", needed=False),
        treatment=about.text("treatment", needed=False),
        translations=entries.read_translations(top, languages),
        crisis=entries.read_crisis(top, languages),
        sources=entries.read_sources(top),
        glossary=entries.read_glossary(top, languages),
        sections=entries.read_flags(top),
    )


def _languages(top: Table) -> Languages:
    codes = []
    for code in top.texts("languages", needed=True)[: LIMITS.languages]:
        if _LANGUAGE.fullmatch(code):
            codes.append(code)
        else:
            top.fault("value-wrong", "languages", f"“{code[:20]}” is no language.", "Use a code, as in en.")
    default = top.text("default_language")
    if default and default not in codes:
        top.fault(
            "value-wrong",
            "default_language",
            f"“{default[:20]}” is not among the languages.",
            "Name one of them.",
        )
        default = ""
    codes = codes or ["en"]
    return Languages(tuple(codes), default or codes[0])
