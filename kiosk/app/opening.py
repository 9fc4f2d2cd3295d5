# SPDX-License-Identifier: Apache-2.0
"""The opening: the show at its first page, with as much of the pack read and set as that takes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from kiosk.app.edition import Edition
from kiosk.app.shelf import Shelf
from kiosk.layout.model import Layout
from kiosk.show import machine
from kiosk.show.model import Programme, ShowSettings
from kiosk.show.state import State


def settle_few(shelf: Shelf, language: str) -> None:
    """Settle the wall's distance where that takes milliseconds."""
    if shelf.few:
        shelf.settle_distance(language)


def set_few(shelf: Shelf, language: str) -> None:
    """Set the whole wall of a language where that takes milliseconds: the rotation is made of all of it."""
    settle_few(shelf, language)
    if shelf.few:
        shelf.fill(Edition(language), (Layout.WALL,), bool)


def set_with_partners(shelf: Shelf, section: str, edition: Edition) -> None:
    """Set the wall of a section and of those without which it may not stand there."""
    partners = (listing.flags.only_with for listing in shelf.listings if listing.id == section)
    for each in (section, *next(partners, ())):
        shelf.pages(each, edition, Layout.WALL)


def opened(
    shelf: Shelf, settings: ShowSettings, programme: Callable[[], Programme], clock: datetime, now: float
) -> State:
    """Return the show at its first page.

    Of a few sections all walls are set, for the distance follows from all; of many those up to the first that
    can be shown, and, where the rest is known from an earlier run, those that are never written down.
    """
    edition = Edition(settings.language)
    settle_few(shelf, settings.language)
    if not shelf.few and shelf.distance(settings.language) is not None:
        for listing in shelf.listings:
            if not listing.browse:
                shelf.pages(listing.id, edition, Layout.WALL)
    state = machine.start(settings, programme(), clock, now)
    for listing in shelf.listings:
        set_with_partners(shelf, listing.id, edition)
        if shelf.few and listing is not shelf.listings[-1]:
            continue
        state = machine.start(settings, programme(), clock, now)
        if machine.scene(state, now).section:
            break
    return state
