# SPDX-License-Identifier: Apache-2.0
"""How much a pack may hold, in one place; each limit names its unit."""

from __future__ import annotations

from msgspec import Struct


class Limits(Struct, frozen=True):
    """The limits of a pack; what is beyond one of them is a finding, never a slow screen."""

    manifest_bytes: int = 256 * 1024
    section_bytes: int = 32 * 1024
    picture_bytes: int = 8 * 1024 * 1024
    picture_side_px: int = 4096
    picture_pixels: int = 16_000_000
    recording_bytes: int = 32 * 1024 * 1024
    cues_bytes: int = 128 * 1024
    cue_s: int = 60
    line_chars: int = 4096
    key_parts: int = 4
    word_chars: int = 64
    combining_marks: int = 4
    blocks: int = 200
    list_depth: int = 3
    table_rows: int = 12
    table_columns: int = 6
    icon_array_people: int = 100
    sections: int = 1000
    sources: int = 500
    terms: int = 500
    languages: int = 16
    notices: int = 20
    files: int = 10_000
    pack_bytes: int = 4096 * 1024 * 1024
    title_words: int = 8
    wall_words: int = 40
    sentence_words: int = 20
    english_section_grade: float = 8.0
    english_pack_grade: float = 6.9
    spanish_score: float = 65.0


LIMITS = Limits()
