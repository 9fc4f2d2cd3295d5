# SPDX-License-Identifier: Apache-2.0
"""The running station: application, pack, pictures, show and window, built in order and ended in the other."""

from __future__ import annotations

import logging
import sys
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import shiboken6
from PySide6.QtCore import QLocale, QTimer
from PySide6.QtGui import QGuiApplication, QInputDevice

from kiosk import paths
from kiosk.app import crisis
from kiosk.app.clock import system_clocks
from kiosk.app.director import Director
from kiosk.app.ending import quit_on_signals
from kiosk.app.glass import screen_of
from kiosk.app.shelf import Shelf
from kiosk.app.stage import Fixtures, Stage
from kiosk.app.workshop import Workshop, phrases_of
from kiosk.content.finding import Finding
from kiosk.content.manifest import read_pack
from kiosk.content.notices import read_notices
from kiosk.content.pack import Notice, Pack
from kiosk.content.phrases import Phrases
from kiosk.layout.builtin import House
from kiosk.layout.model import Screen
from kiosk.render.decoder import Decoder
from kiosk.render.fonts import load_fonts
from kiosk.render.gallery import Easel, Gallery
from kiosk.render.icons import icon_file
from kiosk.render.measure import QtMeasure
from kiosk.render.pictures import PackPictures
from kiosk.render.shelf import PageFiles
from kiosk.show.model import Event, Hours, Opening, ShowSettings, Touch, Touchable
from kiosk.station.settings import Settings
from kiosk.ui.show_bridge import ShowBridge
from kiosk.ui.window import Glass, WindowChoice, expected_glass, open_window

log = logging.getLogger(__name__)

PICTURE_BYTES = 320 * 1024 * 1024
"""What painted pages may take on disk; the pages in the scene and beside it need about a tenth at 1080p."""

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def open_station(settings: Settings, window_size: tuple[int, int] | None, stack: ExitStack) -> int:
    """Show the pack until the program is told to leave, and return its exit status."""
    app = QGuiApplication(["kiosk"])
    app.setApplicationName("kiosk")
    stack.callback(shiboken6.delete, app)
    resources = paths.resources()
    pack, findings = read_pack(settings.pack or resources / "packs" / "ptsd")
    tell(findings)
    if pack is None:
        log.error("There is no pack to show in %s.", settings.pack)
        return 1
    languages = _languages(pack, settings)
    chosen_help, help_findings = crisis.choose(
        settings.country, pack.manifest.crisis, crisis.station_lines(resources / "crisis.toml")
    )
    tell(help_findings)
    families = load_fonts(resources / "fonts")
    workshop = Workshop(
        pack=pack,
        house=_house(settings),
        help=chosen_help,
        phrases=phrases_of(resources / "i18n", languages),
        measure=QtMeasure(families),
        cap_ratio=families.cap_ratio,
    )
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="pages-", dir=paths.private(paths.runtime()))))
    decoder = stack.enter_context(Decoder())
    pictures = PackPictures(pack.root, paths.cache() / "pictures", decoder)
    choice = WindowChoice(settings.screen, settings.rotation, settings.lock, window_size)
    glass = expected_glass(app, choice)
    screen = screen_of(glass, settings)
    gallery = Gallery(
        PageFiles(folder, PICTURE_BYTES), Easel(families, pictures, screen.width_px, screen.height_px)
    )
    stack.callback(gallery.stop)
    shelf = Shelf(
        pack.manifest, workshop.listings(frozenset(settings.leave_out)), workshop.read, workshop.for_screen(screen)
    )

    def icon(name: str, colour: str, size: int) -> str:
        try:
            return icon_file(resources / "icons", name, colour, size, folder / "icons").as_uri()
        except OSError:
            return ""

    def drawing(path: str, size: int) -> str:
        file = pictures.ready(path, size, size)
        return file.as_uri() if file else ""

    fixtures = Fixtures(
        clinic=settings.clinic_name,
        hours=lambda phrases: hours_lines(settings, phrases),
        help=chosen_help,
        phrases=workshop.phrases,
        languages=languages,
        reduced_motion=settings.reduced_motion,
        icon=icon,
        drawing=drawing,
        autonym=autonym,
        cap_ratio=families.cap_ratio,
    )
    clocks = system_clocks()
    bridge: ShowBridge

    director = Director(
        shelf=shelf,
        make_stage=lambda wanted: Stage(shelf, fixtures, wanted),
        gallery=gallery,
        settings=_show_settings(settings, languages),
        clocks=clocks,
        show=lambda snapshot: bridge.show_snapshot(snapshot),
    )
    bridge = ShowBridge(director.handle, app.quit)
    stack.callback(director.end)
    director.begin(screen)

    def on_glass(glass: Glass) -> None:
        changed = screen_of(glass, settings)
        gallery.use(Easel(families, pictures, changed.width_px, changed.height_px))
        shelf.use(workshop.for_screen(changed))
        director.set_screen(changed)

    engine, window = open_window(app, bridge, resources / "qml", choice, on_glass)
    stack.callback(shiboken6.delete, engine)
    stack.enter_context(quit_on_signals(app))
    _watch_touchscreens(director.handle)
    QTimer.singleShot(200, director.fill)
    if not settings.lock and window_size is None:
        print(workshop.phrases[languages[0]].say("not_a_visit"), file=sys.stderr)
    return app.exec()


def tell(findings: tuple[Finding, ...]) -> None:
    """Write findings into the log, one line each."""
    for finding in findings:
        log.warning("%s", finding)


def autonym(code: str) -> str:
    """Return a language's name in that language, with a capital where its script has them."""
    name = QLocale(code).nativeLanguageName()
    return (name[:1].upper() + name[1:]).split(" ")[0] if name else code


def hours_lines(settings: Settings, phrases: Phrases) -> tuple[tuple[str, str], ...]:
    """Return the opening hours as pairs of weekday and times; none where the clinic set none."""
    if not settings.hours:
        return ()
    return tuple(
        (
            phrases.say(name),
            ", ".join(
                f"{span.opens:%H:%M}\u2013{span.closes:%H:%M}" for span in settings.hours.get(number, ())
            )
            or phrases.say("closed_day"),
        )
        for number, name in enumerate(WEEKDAYS)
    )


def _languages(pack: Pack, settings: Settings) -> tuple[str, ...]:
    """Return the languages that are offered, the clinic's own first."""
    offered = [code for code in pack.manifest.languages if not settings.languages or code in settings.languages]
    first = settings.language if settings.language in offered else pack.manifest.default_language
    return tuple(dict.fromkeys((first, *offered)))


def _house(settings: Settings) -> House:
    notices: tuple[Notice, ...] = ()
    if settings.notices is not None:
        notices, findings = read_notices(settings.notices)
        tell(findings)
    return House(settings.clinic_name, settings.clinic_offers_this_treatment, notices)


def _show_settings(settings: Settings, languages: tuple[str, ...]) -> ShowSettings:
    weekdays = {
        number: tuple(Opening(span.opens, span.closes) for span in spans)
        for number, spans in settings.hours.items()
    }
    return ShowSettings(
        language=languages[0],
        languages=languages,
        text_scale=settings.text_scale,
        theme=settings.theme,
        touch=Touch(settings.touch),
        hours=Hours(weekdays, settings.closed_days, settings.dark_after_min * 60),
        idle_s=settings.idle_s,
        band_s=settings.band_s,
        dwell_factor=settings.dwell_factor,
    )


def _watch_touchscreens(handle: Callable[[Event], None]) -> None:
    """Tell the show once whether a touchscreen is there."""
    kinds = {device.type() for device in QInputDevice.devices()}
    if QInputDevice.DeviceType.TouchScreen in kinds:
        handle(Touchable(present=True))
