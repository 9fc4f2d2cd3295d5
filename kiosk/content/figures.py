# SPDX-License-Identifier: Apache-2.0
"""Figures of a section: pictures and icon arrays."""

from __future__ import annotations

from msgspec import Struct

from kiosk.content import keys
from kiosk.content.blocks import Figure, IconArray
from kiosk.content.fields import Table
from kiosk.content.inline import Image, Inline
from kiosk.content.limits import LIMITS
from kiosk.content.pictures import Gallery
from kiosk.content.toml import parse


class Figures(Struct):
    """Reads the figures of one section; what cannot be shown is left out with a finding."""

    inline: Inline
    gallery: Gallery

    def picture(self, image: Image) -> Figure | None:
        """Return a picture that can be shown."""
        if not image.alt:
            self.inline.report.add(
                "alt-missing",
                image.line,
                f"“{image.path[:80]}” has no alternative text.",
                "Say in the brackets what the picture shows.",
            )
        caption = self.inline.text(image.caption, image.line) if image.caption else ()
        return Figure(image.path, image.alt, caption) if self.gallery.has(image.path, image.line) else None

    def icon_array(self, source: str, line: int, taken: set[str]) -> IconArray | None:
        """Return the icon array that a fenced block of TOML describes."""
        report = self.inline.report
        document = parse(source, report, line)
        if document is None:
            return None
        table = Table(document, (), document.values, report)
        table.only(keys.ICON_ARRAY)
        array_id, caption = table.id(), table.text("caption")
        of = table.whole("of", 1, LIMITS.icon_array_people)
        count = table.whole("count", 0, LIMITS.icon_array_people)
        if table.sound and count > of:
            table.fault(
                "icon-array-bad", "count", f"{count} of {of} cannot be.", "Count at most all of them."
            )
        if array_id in taken:
            table.fault("id-duplicate", "id", f"The id “{array_id}” is used twice.", "Give each its own id.")
        taken.add(array_id)
        text = self.inline.text(caption, table.line_of("caption"))
        return IconArray(array_id, count, of, text) if table.sound else None
