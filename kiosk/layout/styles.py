# SPDX-License-Identifier: Apache-2.0
"""The text styles of a page's blocks, and how far headings and captions give way on small glass."""

from __future__ import annotations

from msgspec import Struct

from kiosk.layout.frame import Frame
from kiosk.layout.model import TextStyle
from kiosk.layout.tokens import TYPE

TIGHTNESS = (0.0, 0.25, 0.5, 0.75, 1.0)
"""The steps in which a section's headings and captions give way until each stands with what follows it."""

LEAST_HEADING_CHARACTERS = 14
"""A heading is set no larger than leaves this many characters a line."""


class Styles(Struct, frozen=True):
    """The styles of a page's blocks; `air` is the share of the usual room between them.

    Body text never gives way. Headings shrink towards the body's size before enlargement, never below it;
    captions towards theirs. Nothing that is read at arm's length gets capitals below 4.8 mm.
    """

    body: TextStyle
    heading: TextStyle
    subheading: TextStyle
    callout: TextStyle
    caption: TextStyle
    air: float = 1.0

    @staticmethod
    def of(frame: Frame, tightness: float = 0.0) -> Styles:
        """Return the styles of a frame; at tightness 1 headings and captions are as small as they may be."""
        body = frame.body_px
        base = body / frame.text_scale
        largest = max(body, frame.column.width / (LEAST_HEADING_CHARACTERS * 0.52))

        def between(full: float, least: float) -> float:
            return max(least, full + tightness * (least - full))

        heading = between(min(TYPE.heading * body, largest), base)
        subheading = between(min(TYPE.subheading * body, largest), base)
        least = max(TYPE.caption * base, frame.least_px)
        caption = between(max(TYPE.caption * body, least), least)
        return Styles(
            body=TextStyle(body, 400, TYPE.body_leading),
            heading=TextStyle(heading, TYPE.heading_weight, TYPE.heading_leading),
            subheading=TextStyle(subheading, TYPE.heading_weight, TYPE.subheading_leading),
            callout=TextStyle(max(TYPE.callout * body, frame.least_px), 400, TYPE.body_leading),
            caption=TextStyle(caption, 400, 1.35),
            air=1.0 - 0.75 * tightness,
        )
