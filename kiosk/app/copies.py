# SPDX-License-Identifier: Apache-2.0
"""Copies for visitors: what the code of a section holds, and its picture while somebody looks at it."""

from __future__ import annotations

import hashlib
import logging
from datetime import date
from pathlib import Path

from msgspec import Struct

from kiosk.app.crisis import Help
from kiosk.content.copies import Taken, copy_address, copy_text, host_of
from kiosk.content.pack import Manifest, Role, Section
from kiosk.content.phrases import Phrases
from kiosk.layout.copies import code_label, copies_page
from kiosk.render.code import code_image, get_ready
from kiosk.render.png import write_png
from kiosk.ui.snapshot import Copy

log = logging.getLogger(__name__)


class Origin(Struct, frozen=True):
    """Where copies come from: the clinic's site where it has one, the pack without what is left out, help."""

    url: str
    manifest: Manifest
    help: Help
    leave_out: tuple[str, ...] = ()

    def words(self, section: Section, language: str, phrases: Phrases) -> str:
        """Return what the code of a section holds: its address, else its own words."""
        if self.url:
            return copy_address(self.url, language, section.id)
        return self.text(section, phrases)

    def text(self, section: Section, phrases: Phrases) -> str:
        """Return as many words of a section as one code holds."""
        crisis = self.help.sentence(phrases, section.language)
        return copy_text(section, Taken(phrases, self.manifest, crisis))

    def opening(self, today: date) -> str:
        """Return the id of the section whose words stand for the pack on the wall where there is no site."""
        shown = [
            flags
            for flags in self.manifest.sections
            if flags.rotate and not flags.private and flags.id not in self.leave_out and flags.valid_on(today)
        ]
        return next((flags.id for flags in sorted(shown, key=lambda one: one.role is not Role.OPENING)), "")

    def page(self, opening: Section | None, language: str, phrases: Phrases) -> Section | None:
        """Return the wall page with a code: of the site's index, else of the opening's words."""
        if self.url:
            return copies_page(phrases, copy_address(self.url, language))
        return copies_page(phrases, self.text(opening, phrases), opening.title) if opening else None


class Copies:
    """Gives the copy of a section; the picture of its code is on the disk only while it is shown."""

    def __init__(self, origin: Origin, folder: Path) -> None:
        """Take where the words come from, and the folder of the picture."""
        self.origin = origin
        self._folder = folder
        self._drawn: Path | None = None
        self._failed = False

    def of(self, section: Section, language: str, phrases: Phrases, mm_per_px: float) -> Copy:
        """Return a section's copy with the picture of its code, an empty one where it cannot be written."""
        words = self.origin.words(section, language, phrases)
        url = self.origin.url
        title = "" if url else section.title
        return Copy(
            words=words,
            picture=self._picture(words),
            label=code_label(phrases, words, title),
            host=host_of(url),
            mm_per_px=mm_per_px,
        )

    def prepare(self) -> None:
        """Load what makes codes, which takes a moment, so never on the GUI thread."""
        get_ready()

    def clear(self) -> None:
        """Take the picture off the disk: nobody looks at it any more."""
        if self._drawn is not None:
            self._drawn.unlink(missing_ok=True)
            self._drawn = None

    def _picture(self, words: str) -> str:
        place = self._folder / f"{hashlib.sha256(words.encode()).hexdigest()[:16]}.png"
        if place != self._drawn:
            self.clear()
            try:
                self._folder.mkdir(parents=True, exist_ok=True)
                write_png(code_image(words), place)
            except OSError as error:
                self._complain(error)
                return ""
            self._drawn = place
        return place.as_uri()

    def _complain(self, error: OSError) -> None:
        """Say once that there are no codes."""
        if not self._failed:
            self._failed = True
            log.warning("Codes cannot be drawn: %s", error)
