# SPDX-License-Identifier: Apache-2.0
"""The reader's place: where a sentence stands after pages were set anew, or in another language."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from msgspec import Struct

from kiosk.layout.book import find_place
from kiosk.layout.model import BoxRole, Page


class Bookmark(Struct, frozen=True):
    """Where somebody reads: the character at which the page began that they turned to themselves."""

    section: str
    language: str
    start: int


def marked(old: Bookmark | None, section: str, language: str, pages: Sequence[Page], number: int) -> Bookmark:
    """Return the bookmark for a page (from 0): the old one while it is there, so that it never drifts."""
    if (
        old is not None
        and (old.section, old.language) == (section, language)
        and find_place(pages, old.start) == number
    ):
        return old
    start = pages[min(number, len(pages) - 1)].start if pages else 0
    return Bookmark(section, language, start)


def carried(start: int, old: Sequence[Page], new: Sequence[Page]) -> int:
    """Return where a character of a section stands in its translation: as far between the same headings."""
    before, after = _milestones(old), _milestones(new)
    if len(before) != len(after):
        before, after = [before[0], before[-1]], [after[0], after[-1]]
    place = min(max(0, bisect_right(before, start) - 1), len(before) - 2)
    length = before[place + 1] - before[place]
    share = min(1.0, (start - before[place]) / length) if length else 0.0
    return after[place] + round(share * (after[place + 1] - after[place]))


def _milestones(pages: Sequence[Page]) -> list[int]:
    """Return the characters at which a section begins, each heading begins, and the section ends."""
    stones, end = [0], 0
    for page in pages:
        end, after_heading = page.start, False
        for box in page.boxes:
            if box.repeat or box.role is BoxRole.FURNITURE:
                continue
            heading = box.role is BoxRole.HEADING
            if heading and not after_heading and end > stones[-1]:
                stones.append(end)
            after_heading = heading
            end += len(box.text)
    return [*stones, end]
