# SPDX-License-Identifier: Apache-2.0
"""The fields of every table of a pack, as `docs/packs.md` documents them."""

from __future__ import annotations

from typing import Final

MANIFEST: Final = frozenset({
    "format", "id", "version", "licence", "audience", "languages", "default_language", "created", "reviewed",
    "next_review", "funding", "conflicts", "contains_advertising", "title", "about", "authors", "reviewers",
    "translations", "crisis", "sources", "glossary", "sections",
})  # fmt: skip
ABOUT: Final = frozenset({"condition", "treatment"})
AUTHOR: Final = frozenset({"name", "credentials"})
REVIEWER: Final = frozenset({"name", "credentials", "date"})
TRANSLATION: Final = frozenset({"reviewed", "reviewer"})
CRISIS: Final = frozenset({"label", "lines"})
CRISIS_LINE: Final = frozenset({"number", "name", "how", "emergency"})
SOURCE: Final = frozenset({"id", "authors", "title", "year", "doi", "url", "kind", "accessed"})
TERM: Final = frozenset({"term", "meaning"})
SECTION: Final = frozenset({
    "id", "role", "rotate", "private", "only_with", "valid_from", "valid_until", "dwell", "accent",
})  # fmt: skip
FRONT_MATTER: Final = frozenset({"title", "key_message", "image", "image_alt", "recording", "wall"})
WALL: Final = frozenset({"text", "more", "figure"})
ICON_ARRAY: Final = frozenset({"id", "count", "of", "caption"})
NOTICE: Final = frozenset({"title", "valid_until"})

SOURCE_KINDS: Final = (
    "guideline", "trial", "meta-analysis", "review", "study", "regulator", "statistics", "label",
    "fact-sheet",
)  # fmt: skip
ACCENTS: Final = ("teal", "plum", "indigo", "slate", "ocean", "violet", "umber")
