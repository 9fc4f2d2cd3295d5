# SPDX-License-Identifier: Apache-2.0
"""Theatres that paint: how each scene of the golden pictures comes about, from a real pack."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import time
from pathlib import Path
from types import MappingProxyType

from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from kiosk.app.futures import wanted
from kiosk.app.stage import theme_of
from kiosk.render.decoder import Decoder
from kiosk.render.gallery import Easel, Gallery
from kiosk.render.pictures import PackPictures
from kiosk.render.shelf import PageFiles
from kiosk.show import machine
from kiosk.show.model import Act, View
from kiosk.station.settings import Settings
from kiosk.station.values import OpenHours
from kiosk.ui.page_provider import page_url
from tests.app.theatre import PACKS, SCREEN, SETTINGS, TINY, Theatre, fill, loaded, open_theatre

PAGE_BYTES = 256 * 1024 * 1024
STILL = replace(SETTINGS, reduced_motion=True)
MORNINGS = MappingProxyType({day: (OpenHours(time(8), time(9, 30)),) for day in range(5)})


PICTURED = {"paper-cuts"}
"""The sections of the tiny pack that have a drawing."""


@dataclass(frozen=True)
class Scenery:
    """A theatre whose pages are painted."""

    theatre: Theatre
    gallery: Gallery

    def settled(self) -> bool:
        """Tell whether what is shown is the scene of now, with every picture that it wants."""
        director, shown = self.theatre.director, self.theatre.now
        now = self.theatre.hands.now
        scene, pages = machine.scene(director._state, now), wanted(director._stage, director._state, now)
        leaves = (
            (shown.picture, pages.page),
            (shown.previous, pages.back),
            (shown.next, pages.forward),
        )
        for url, page in leaves:
            ready = self.gallery.ready(page, theme_of(scene)) if page else None
            if page is not None and (ready is None or url != page_url(ready)):
                return False
        return shown.scene == scene and all(card.picture for card in shown.cards if card.section in PICTURED)


Build = Callable[[Settings], Scenery]


@contextmanager
def sceneries(tmp_path: Path, qtbot: QtBot) -> Iterator[Build]:
    """Build theatres that paint, begun and with everything read; their hands do not move by themselves."""
    with ExitStack() as stack:
        decoder = stack.enter_context(Decoder())

        def built(settings: Settings) -> Scenery:
            pack = settings.pack or TINY
            pictures = PackPictures(pack, tmp_path / "pictures", decoder)
            easel = Easel(loaded(), pictures, SCREEN.width_px, SCREEN.height_px)
            gallery = Gallery(PageFiles(tmp_path / "pages", PAGE_BYTES), easel)
            stack.callback(gallery.stop)
            theatre = open_theatre(tmp_path, gallery, decoder, settings)
            stack.callback(theatre.director.end)
            theatre.begin()
            fill(theatre, qtbot)
            return Scenery(theatre, gallery)

        yield built


def opening(theatre: Theatre) -> None:
    assert theatre.shows(View.WALL)


def paused(theatre: Theatre) -> None:
    theatre.touch()


def page(theatre: Theatre) -> None:
    paused(theatre)
    theatre.choose(Act.READ_THIS)


def next_page(theatre: Theatre) -> None:
    page(theatre)
    theatre.choose(Act.NEXT)


def band(theatre: Theatre) -> None:
    page(theatre)
    while not theatre.now.scene.band:
        theatre.wait(5)


def after(act: Act) -> Callable[[Theatre], None]:
    """Return how a reader who presses a button comes to what it shows."""

    def come(theatre: Theatre) -> None:
        page(theatre)
        theatre.choose(act)

    return come


def closed(theatre: Theatre) -> None:
    assert theatre.shows(View.CLOSED)


RTL: dict[str, object] = {"pack": PACKS / "rtl"}
SCENES: dict[str, tuple[Callable[[Theatre], None], dict[str, object]]] = {
    "wall": (opening, {}),
    "paused": (paused, {}),
    "page": (page, {}),
    "topics": (after(Act.TOPICS), {}),
    "sheet": (after(Act.SHEET), {}),
    "crisis": (after(Act.CRISIS), {}),
    "band": (band, {}),
    "closed": (closed, {"hours": MORNINGS}),
    "wall-without-touch": (opening, {"touch": "no"}),
    "page-contrast": (next_page, {"theme": "contrast"}),
    "paused-rtl": (paused, RTL),
    "page-rtl": (page, RTL),
}
