# SPDX-License-Identifier: Apache-2.0
"""What the show learns of a section from how long its pages take."""

from __future__ import annotations

from kiosk.app.edition import UNKNOWN_READING_S, Edition, Known, Listing
from kiosk.content.pack import Flags, Role
from kiosk.layout.model import Layout

CUTS = Listing(Flags("cuts", role=Role.OPENING))


def test_the_wall_has_one_edition_a_language() -> None:
    large = Edition("en", 1.5, lowered=True)
    assert large.of(Layout.WALL) == Edition("en")
    assert large.of(Layout.READING) is large


def test_what_only_the_wall_shows_is_not_read() -> None:
    clinic = Listing(Flags("clinic"), browse=False)
    assert (CUTS.layouts, clinic.layouts) == ((Layout.WALL, Layout.READING), (Layout.WALL,))
    assert Known(({"clinic": (20.0,)},), {}).stop(clinic).reading == ()


def test_until_its_own_wall_is_known_another_language_s_counts() -> None:
    stop = Known(({}, {"cuts": (20.0, 30.0)}), {}).stop(CUTS)
    assert (stop.id, stop.wall, stop.reading) == ("cuts", (20.0, 30.0), UNKNOWN_READING_S)
    assert stop.opening
    assert Known(({"cuts": (15.0,)}, {"cuts": (20.0, 30.0)}), {}).stop(CUTS).wall == (15.0,)
    assert Known((), {"cuts": (40.0,)}).stop(CUTS).reading == (40.0,)
    assert Known((), {}).stop(CUTS).wall == ()
