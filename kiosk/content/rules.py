# SPDX-License-Identifier: Apache-2.0
"""The rules that content is held to, and how much each of them matters."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from kiosk.content.finding import Severity

_ERRORS = (
    # files
    "file-missing", "file-too-large", "file-unreadable", "not-utf8", "path-leaves-pack", "toml-syntax",
    "toml-too-deep", "line-too-long", "format-unknown",
    # fields
    "field-missing", "type-wrong", "value-wrong", "date-bad", "id-bad", "id-duplicate", "too-many",
    # sections
    "front-matter-missing", "section-missing", "section-empty", "heading-level", "raw-html", "picture-remote",
    "citation-bad", "citation-unknown", "block-nested", "blocks-too-many", "list-too-deep", "table-too-large",
    "icon-array-bad",
    # check only
    "risk-missing", "crisis-missing",
)  # fmt: skip

_WARNINGS = (
    # fields
    "field-unknown", "language-unknown", "language-missing", "source-address", "only-with-unknown",
    # text
    "control-character", "combining-marks", "word-too-long",
    # sections
    "block-unsupported", "callout-unknown", "figure-inline", "figure-unknown", "link-remote", "link-unknown",
    "term-unknown", "alt-missing", "picture-missing", "picture-kind", "picture-too-large", "picture-bad",
    "path-name", "recording-bad",
    # notices
    "notices-missing", "notice-long",
    # check only
    "title-long", "point-long", "sentence-long", "uncited", "readability", "review-due", "pack-too-large",
    "glyph-missing", "recording-words",
)  # fmt: skip

_NOTES = (
    "not-nfc", "hard-break",
    # check only
    "section-expired", "source-unused", "term-unused", "file-unused", "unreviewed", "translation-unreviewed",
)  # fmt: skip

RULES: Final[Mapping[str, Severity]] = MappingProxyType(
    dict.fromkeys(_ERRORS, Severity.ERROR)
    | dict.fromkeys(_WARNINGS, Severity.WARNING)
    | dict.fromkeys(_NOTES, Severity.NOTE)
)
"""Rule id → severity."""
