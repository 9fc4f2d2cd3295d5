# SPDX-License-Identifier: Apache-2.0
"""What the programme is made of: its places, the editions they are set in, and how long their pages take."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from kiosk.content.pack import Flags, Role
from kiosk.layout.model import Layout
from kiosk.show.model import Stop

Dwells = tuple[float, ...]
"""How long each page of a section takes to read, in seconds."""

UNKNOWN_READING_S = (60.0,)
"""How a section counts whose reading pages are not set yet: one page of unknown length."""


class Edition(Struct, frozen=True):
    """In which language, at which text size and where on the glass pages are set."""

    language: str
    text_scale: float = 1.0
    lowered: bool = False

    def of(self, layout: Layout) -> Edition:
        """Return the edition to which a layout's pages belong: the wall has one text size and place."""
        return Edition(self.language) if layout is Layout.WALL else self


class Listing(Struct, frozen=True):
    """One place of the programme before its pages are set; `browse` is off for what only the wall shows."""

    flags: Flags
    browse: bool = True
    untouched_only: bool = False

    @property
    def id(self) -> str:
        """Return the section's id."""
        return self.flags.id

    @property
    def layouts(self) -> tuple[Layout, ...]:
        """Return the layouts in which the section is shown at all."""
        return (Layout.WALL, Layout.READING) if self.browse else (Layout.WALL,)


class Known(Struct, frozen=True):
    """How long the pages of sections take: on the walls, the language's own first, and to read."""

    walls: tuple[Mapping[str, Dwells], ...]
    reading: Mapping[str, Dwells]

    def stop(self, listing: Listing) -> Stop:
        """Return what the show knows of a section.

        Until its own wall is set, the wall of another language counts for it.
        """
        flags = listing.flags
        return Stop(
            id=flags.id,
            wall=next((wall[flags.id] for wall in self.walls if flags.id in wall), ()),
            reading=self.reading.get(flags.id, UNKNOWN_READING_S) if listing.browse else (),
            opening=flags.role is Role.OPENING,
            rotate=flags.rotate,
            private=flags.private,
            only_with=flags.only_with,
            valid_from=flags.valid_from,
            valid_until=flags.valid_until,
            untouched_only=listing.untouched_only,
        )
