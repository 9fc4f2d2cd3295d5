# SPDX-License-Identifier: Apache-2.0
"""What the clinic wishes: its settings as the show and the scene take them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter
from typing import Final

from PySide6.QtCore import QLocale

from kiosk.content.phrases import Phrases
from kiosk.show.hearing import Outlet
from kiosk.show.model import Hours, Opening, ShowSettings, Touch
from kiosk.station.settings import Settings
from kiosk.station.table import WEEKDAYS
from kiosk.station.values import OpenHours
from kiosk.ui.snapshot import Tongue

FIRST_KEY: Final = 0x01000030
"""Qt.Key.Key_F1; asking Qt for it would take longer than the first picture may wait."""


def show_settings(settings: Settings, languages: tuple[str, ...]) -> ShowSettings:
    """Return what the show needs to know; the first language is the one that the screen starts in."""
    weekdays = {
        number: tuple(Opening(span.opens, span.closes) for span in spans)
        for number, spans in settings.hours.items()
    }
    return ShowSettings(
        language=languages[0],
        languages=languages,
        alternate=mixed(settings.alternate, languages),
        text_scale=settings.text_scale,
        theme=settings.theme,
        touch=Touch(settings.touch),
        hours=Hours(weekdays, settings.closed_days, settings.dark_after_min * 60),
        idle_s=settings.idle_s,
        band_s=settings.band_s,
        dwell_factor=settings.dwell_factor,
        still=settings.reduced_motion,
        lowered=settings.reach_mode,
        listen=Outlet(settings.listen),
        volume=round(settings.volume / 10),
    )


def speech_key(settings: Settings) -> int:
    """Return Qt's number of the key that begins and ends speech mode, as in F7."""
    return FIRST_KEY + int(settings.speech_key[1:]) - 1


def mixed(alternate: tuple[str, ...], languages: tuple[str, ...]) -> tuple[str, ...]:
    """Return the mix of the wall's loops from the languages there are, beginning with the first of them."""
    known = tuple(code for code in alternate if code in languages)
    if languages[0] not in known:
        return (languages[0], *known) if known else ()
    first = known.index(languages[0])
    return known[first:] + known[:first]


def hours_lines(settings: Settings, phrases: Phrases) -> tuple[tuple[str, str], ...]:
    """Return the opening hours as pairs of days and times; days alike share one, no hours have none."""
    if not settings.hours:
        return ()
    times = [
        ", ".join(span_words(span) for span in settings.hours.get(number, ())) or phrases.say("closed_day")
        for number in range(len(WEEKDAYS))
    ]
    return tuple(
        (days_words([weekday for weekday, _ in alike], phrases), told)
        for told, alike in groupby(zip(WEEKDAYS, times, strict=True), key=itemgetter(1))
    )


def days_words(weekdays: Sequence[str], phrases: Phrases) -> str:
    """Return days that follow each other as a line begins with them."""
    first, last = phrases.say(weekdays[0]), phrases.say(weekdays[-1])
    match len(weekdays):
        case 1:
            return capital(first)
        case 2:
            return capital(phrases.say("days_two", first=first, second=last))
    return capital(phrases.say("days_through", first=first, last=last))


def capital(words: str) -> str:
    """Return words with a capital where their script has them."""
    return words[:1].upper() + words[1:]


def span_words(span: OpenHours) -> str:
    """Return opening hours as they are read: 08:00 to 12:00, the end of a day as 24:00."""
    closes = f"{span.closes:%H:%M}"
    return f"{span.opens:%H:%M}\N{EN DASH}{'24:00' if closes == '00:00' else closes}"


def tongue(code: str, phrases: Phrases) -> Tongue:
    """Return a language by its own name, with a capital where its script has them."""
    if phrases.language == code:
        return Tongue(code, phrases.say("language_name"))
    return Tongue(code, capital(QLocale(code).nativeLanguageName() or code))
