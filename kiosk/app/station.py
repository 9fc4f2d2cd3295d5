# SPDX-License-Identifier: Apache-2.0
"""The running station: everything built in order and ended in the other."""

from __future__ import annotations

import gc
import sys
from contextlib import ExitStack
from datetime import date
from functools import partial
from pathlib import Path

import shiboken6
from msgspec.structs import replace
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

from kiosk import paths
from kiosk.app.asked import Asked, Surroundings, overridden
from kiosk.app.calls import Forward, heed_signals, leave
from kiosk.app.contents import Contents, read_contents
from kiosk.app.copies import Copies, Origin
from kiosk.app.director import Director, World
from kiosk.app.drawings import Drawings
from kiosk.app.folders import pages_folder, room
from kiosk.app.glass import GUESS, has_touchscreen, screen_of
from kiosk.app.lector import Lector
from kiosk.app.pace import REST_MS, STILL_REST_MS, Pace
from kiosk.app.photographer import Photographer, described, last_day
from kiosk.app.posters import Posters, Record, print_of
from kiosk.app.reach import out_of_reach
from kiosk.app.renewal import Renewal
from kiosk.app.rooms import Rooms, Shown, Tools
from kiosk.app.shelf import Shelf
from kiosk.app.stage import Fixtures, Stage
from kiosk.app.telling import Teller
from kiosk.app.wishes import hours_lines, show_settings, speech_key, tongue
from kiosk.app.workshop import Press, Workshop, new_press
from kiosk.layout.model import Ink, Screen
from kiosk.layout.tokens import THEMES
from kiosk.render import bitmap
from kiosk.render.decoder import Decoder
from kiosk.render.fonts import Families, load_fonts
from kiosk.render.gallery import Easel, Gallery
from kiosk.render.measure import QtMeasure
from kiosk.render.pictures import PackPictures
from kiosk.render.shelf import PageFiles
from kiosk.station.log import set_level
from kiosk.station.settings import read_settings
from kiosk.ui.keys_bridge import Manners
from kiosk.ui.placement import Placement
from kiosk.ui.show_bridge import ShowBridge
from kiosk.ui.window import Glass, Hall, WindowChoice, ended, expected_glass, furnish

PICTURES, PICTURE_BYTES, PICTURE_SHARE = 8, 200 * 1024 * 1024, 0.5
"""What painted pages may take: so many pages, bytes, or share of what is free; what is needed stays."""

PASSING_BYTES = 48 * 1024 * 1024
"""What decoded pictures may take that only visitors ask for; they lie in memory and end with the program."""

FILL_AFTER_MS = 200
"""How long after the first picture the rest of the pack is read, so that the window comes first."""


class Station:
    """Builds everything that showing takes, step by step; the stack ends it in the other order."""

    def __init__(self, asked: Asked, around: Surroundings, posters: Posters, stack: ExitStack) -> None:
        """Read the settings; take what was there before, where posters are kept, what writes down the end."""
        settings, findings = read_settings(asked.settings)
        self._settings = overridden(settings, asked)
        self._around = around
        self._posters = posters
        self._stack = stack
        self._teller = Teller()
        set_level(settings.log_level)
        self._teller.tell(findings)
        wished = self._settings
        self.choice = WindowChoice(wished.screen, wished.rotation, wished.lock, asked.window)

    def furnish(self, app: QGuiApplication, hall: Hall) -> None:
        """Set and paint the first page and put the stage with it into the window."""
        screen = screen_of(expected_glass(app, self.choice), self._settings)
        mark = print_of(self._folders())
        contents = self._contents()
        self._shown = Shown(contents, self._rooms(contents, screen), mark)
        director = self._director(screen)
        self._heed(app, director)
        bridge = self._bridge(app, director)
        self._stack.callback(ended, hall.engine)
        furnish(hall, bridge)
        self._place(app, hall, bridge, director)
        self._photograph(app, hall, director)
        self._answer(hall.window)
        QTimer.singleShot(FILL_AFTER_MS, bridge, lambda: self._go_on(director, bridge))
        self._tell_the_way_out(self._shown.rooms)

    def _contents(self) -> Contents:
        """Read what is to be shown, and tell what was found."""
        contents = read_contents(self._settings, paths.resources(), self._today())
        self._teller.tell(contents.findings)
        return contents

    def _rooms(self, contents: Contents, screen: Screen) -> Rooms:
        """Load the fonts, and get folders and workers ready; none of them works yet."""
        resources, cache = paths.resources(), paths.cache()
        families = load_fonts(resources / "fonts")
        folder = self._stack.enter_context(pages_folder(self._around.runtime))
        spare = self._stack.enter_context(pages_folder(cache))
        decoder = self._stack.enter_context(Decoder())
        pictures = PackPictures(contents.pack.root, cache / "pictures", decoder)
        most = min(PICTURE_BYTES, PICTURES * bitmap.size_bytes(screen.width_px, screen.height_px))
        files = PageFiles(folder, room(folder, most, PICTURE_SHARE), spare)
        passing = PackPictures(contents.pack.root, folder / "pictures", decoder, PASSING_BYTES)
        languages = frozenset((contents.languages[0], *self._settings.alternate))
        easel = Easel(families, pictures, screen.width_px, screen.height_px, passing, languages)
        gallery = Gallery(files, easel)
        self._stack.callback(gallery.stop)
        tools = Tools(
            families, easel, gallery, Drawings(resources / "icons", passing, folder / "icons"), folder
        )
        return self._printed(contents, tools)

    def _printed(self, contents: Contents, tools: Tools) -> Rooms:
        """Return what makes pages of a pack, with tools that stay when the pack is another."""
        i18n, families = paths.resources() / "i18n", tools.families
        press = new_press(contents.pack, contents.languages, families, i18n, self._today)
        origin = Origin(
            self._settings.copies_url, press.pack.manifest, contents.help, self._settings.leave_out
        )
        workshop = Workshop(press, contents, self._today, origin if self._settings.touch != "yes" else None)
        return Rooms(
            tools=tools,
            press=press,
            shelf=Shelf(press.pack.manifest, workshop.listings(self._settings.leave_out), workshop.read),
            fixtures=self._fixtures(
                contents, press, families, tools.drawings, Copies(origin, tools.folder / "codes")
            ),
        )

    def _fixtures(
        self, contents: Contents, press: Press, families: Families, drawings: Drawings, copies: Copies
    ) -> Fixtures:
        return Fixtures(
            clinic=self._settings.clinic_name,
            hours=lambda phrases: hours_lines(self._settings, phrases),
            help=contents.help,
            phrases=press.phrases,
            languages=tuple(tongue(code, press.phrases[code]) for code in contents.languages),
            drawings=drawings,
            copies=copies,
            cap_ratio=press.cap_ratio,
            pack=contents.pack.root,
            read=Lector(partial(QtMeasure, families)).read,
            speech_key=speech_key(self._settings),
        )

    def _director(self, screen: Screen) -> Director:
        """Set the first page."""

        def stage_for(wanted: Screen) -> Stage:
            self._screen, press, tools = wanted, self._shown.rooms.press, self._shown.rooms.tools
            if wanted.guessed:
                self._teller.say(GUESS)
            hung = replace(wanted, lowered=self._settings.reach_mode)
            far = out_of_reach(hung, self._settings.screen_bottom_mm, press.cap_ratio)
            self._teller.tell((far,) if far else ())
            tools.gallery.use(replace(tools.easel, width=wanted.width_px, height=wanted.height_px))
            self._shown.use(wanted, self._settings)
            return Stage(self._shown.rooms.shelf, self._shown.rooms.fixtures, wanted)

        world = World(self._around.clocks, stage_for, has_touchscreen, self._teller.tell)
        languages, gallery = self._shown.contents.languages, self._shown.rooms.tools.gallery
        director = Director(world, show_settings(self._settings, languages), screen, gallery)
        self._stack.callback(director.end)
        return director

    def _heed(self, app: QGuiApplication, director: Director) -> None:
        """Let signals end the program, or have the pack and the notices read anew."""

        def show(fresh: Shown) -> None:
            self._shown.rooms.fixtures.copies.clear()
            self._shown = fresh
            self._teller.begin_anew()
            self._teller.tell(fresh.contents.findings)
            director.open_pack(show_settings(self._settings, fresh.contents.languages))

        renewal = Renewal(self._read_anew, show)
        self._stack.callback(renewal.end)
        self._stack.enter_context(heed_signals(partial(leave, app), renewal.ask, self._around.signals))

    def _read_anew(self) -> Shown:
        """Read the pack and the notices, ready to be shown; runs in a thread of its own."""
        mark = print_of(self._folders())
        contents = read_contents(self._settings, paths.resources(), self._today())
        languages = frozenset((contents.languages[0], *self._settings.alternate))
        tools = self._shown.rooms.tools
        tools = replace(tools, easel=replace(tools.easel, languages=languages))
        fresh = Shown(contents, self._printed(contents, tools), mark)
        fresh.get_ready(self._screen, self._settings)
        return fresh

    def _bridge(self, app: QGuiApplication, director: Director) -> ShowBridge:
        """Hand the first page's picture to the bridge, from which the window will take it."""
        wished = self._settings
        manners = Manners(wished.switch_key, wished.scan_s, wished.double_press_s)
        bridge = ShowBridge(director.handle, partial(leave, app), manners)
        self._stack.callback(shiboken6.delete, bridge)
        speed = self._around.clocks.speed
        pace = Pace(bridge.show_snapshot, round(REST_MS / speed), round(STILL_REST_MS / speed))
        self._stack.callback(pace.end)
        director.begin(pace.take)
        return bridge

    def _place(self, app: QGuiApplication, hall: Hall, bridge: ShowBridge, director: Director) -> None:
        """Keep the window on its screen, and set everything anew for another one."""

        def on_glass(glass: Glass) -> None:
            director.set_screen(screen_of(glass, self._settings))

        bridge.pointed.connect(Placement(app, hall, on_glass).show_cursor)

    def _photograph(self, app: QGuiApplication, hall: Hall, director: Director) -> None:
        """Have a picture of the opening taken once it is complete, as the next start's poster."""
        ground = THEMES[self._settings.theme].inks[Ink.GROUND]

        def describe() -> Record:
            contents = self._shown.contents
            notices = (notice.valid_until for notice in contents.house.notices)
            ends = (contents.pack.manifest.next_review, *notices)
            made_of = tuple(map(str, self._folders())), self._shown.mark
            spans = director.same_opening(last_day(self._today(), ends))
            return described(self.choice, expected_glass(app, self.choice), spans, made_of, ground)

        photographer = Photographer(self._posters, hall.window, director.at_opening, describe)
        director.filled.connect(photographer.wait)
        self._stack.callback(photographer.end)

    def _go_on(self, director: Director, bridge: ShowBridge) -> None:
        """Read the rest of the pack; from now on there is garbage, and what was built so far is none."""
        self._listen(director, bridge)
        gc.freeze()
        gc.enable()
        director.refresh()
        director.fill()

    def _listen(self, director: Director, bridge: ShowBridge) -> None:
        """Let pages be read aloud, where the clinic wants it; nothing of it is loaded before."""
        if self._settings.listen != "off":
            from kiosk.app.ears import open_ears  # noqa: PLC0415 # after the first picture

            open_ears(self._settings.listen, self._around.clocks, director, bridge, self._stack)

    def _answer(self, window: QQuickWindow) -> None:
        """Let a second start bring the window forward."""
        Forward(window, self._around.doorbell)
        self._stack.callback(self._around.doorbell.answer, None)

    def _tell_the_way_out(self, rooms: Rooms) -> None:
        """Say in the terminal how to leave a full screen that may be left."""
        if not self._settings.lock and self.choice.size is None:
            said = rooms.press.phrases[rooms.fixtures.languages[0].code].say("not_a_visit")
            print(said, file=sys.stderr, flush=True)  # noqa: T201 # whoever started it reads it there

    def _folders(self) -> tuple[Path, ...]:
        """Return the folders of what is shown besides the program's own."""
        return tuple(folder for folder in (self._settings.pack, self._settings.notices) if folder)

    def _today(self) -> date:
        return self._around.clocks.wall().date()
