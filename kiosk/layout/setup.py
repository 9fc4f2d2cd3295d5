# SPDX-License-Identifier: Apache-2.0
"""The set-up: everything that setting a section's pages needs beside the section."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from kiosk.content.pack import Manifest
from kiosk.content.phrases import Phrases
from kiosk.layout.compose import Compositor
from kiosk.layout.flow import Flow
from kiosk.layout.frame import Frame, frame
from kiosk.layout.model import Direction, Layout, Measure, Screen
from kiosk.layout.styles import Styles


class SetUp(Struct, frozen=True):
    """Screen, layout, size, the program's words and the pack's manifest, and the two callables that look out.

    `picture_size` gives a picture's pixels by its path in the pack, None where it has none. `language` is the
    one that was asked for, if that is to be compared with the sections'; `name_of` gives a language's name.
    `review_due` tells that the day of the pack's next review is over.
    """

    screen: Screen
    layout: Layout
    text_scale: float
    phrases: Phrases
    manifest: Manifest
    measure: Measure
    picture_size: Callable[[str], tuple[int, int] | None]
    cap_ratio: float
    language: str = ""
    name_of: Callable[[str], str] = str
    review_due: bool = False

    @property
    def direction(self) -> Direction:
        """Return which way the program's words run in this language."""
        return Direction(self.phrases.texts["direction"])

    def frame(self) -> Frame:
        """Return the frame of the pages."""
        return frame(self.screen, self.layout, self.text_scale, self.cap_ratio)

    def compositor(self, direction: Direction | None = None) -> Compositor:
        """Return the compositor for a text; without a direction, that of the program's words."""
        numbers = {source.id: number for number, source in enumerate(self.manifest.sources, 1)}
        return Compositor(self.measure, direction or self.direction, numbers, self.screen.mm_per_px)

    def flow(self, fitted: Frame, language: str, section_id: str, tightness: float = 0.0) -> Flow:
        """Return the flow of one section's blocks on a frame."""
        return Flow(
            compositor=self.compositor(direction_of(language, self)),
            frame=fitted,
            styles=Styles.of(fitted, tightness),
            language=language,
            file=f"{language}/{section_id}.md",
            picture_size=self.picture_size,
            people_of=lambda count, of: self.phrases.say("people_of", count=count, of=of),
        )


RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})
"""Languages that are written from right to left (ISO 639, as Unicode CLDR lists them)."""


def direction_of(language: str, set_up: SetUp) -> Direction:
    """Return which way a language runs; the program's own words say it for the language they are in."""
    if language == set_up.phrases.language:
        return set_up.direction
    return Direction.RTL if language.split("-", maxsplit=1)[0] in RIGHT_TO_LEFT else Direction.LTR
