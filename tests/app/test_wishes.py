# SPDX-License-Identifier: Apache-2.0
"""The clinic's settings as the show and the scene take them."""

from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtCore import Qt

from kiosk import paths
from kiosk.app.wishes import hours_lines, show_settings, speech_key, tongue
from kiosk.content.phrases import read_phrases
from kiosk.show.hearing import Outlet
from kiosk.show.model import Opening, Touch
from kiosk.station.settings import Settings
from kiosk.station.values import OpenHours

EN = read_phrases(paths.resources() / "i18n", "en")
ES = read_phrases(paths.resources() / "i18n", "es")
MORNING, NIGHT = OpenHours(time(8), time(12)), OpenHours(time(20), time(0))


@pytest.mark.parametrize(
    "wished, mix",
    [
        ((), ()),
        (("en", "en", "es"), ("en", "en", "es")),
        (("es", "en"), ("en", "es")),
        (("es",), ("en", "es")),
        (("xx",), ()),
    ],
)
def test_the_mix_begins_with_the_language_that_the_screen_starts_in(
    wished: tuple[str, ...], mix: tuple[str, ...]
) -> None:
    assert show_settings(Settings(alternate=wished), ("en", "es")).alternate == mix


def test_every_wish_reaches_the_show() -> None:
    wished = Settings(
        text_scale=1.5,
        theme="contrast",
        touch="no",
        idle_s=120,
        band_s=30,
        dwell_factor=2,
        hours={0: (MORNING,)},
        closed_days=frozenset({date(2026, 12, 25)}),
        dark_after_min=10,
        reduced_motion=True,
        reach_mode=True,
        listen="loudspeaker",
        volume=80,
    )
    told = show_settings(wished, ("es", "en"))
    assert (told.language, told.languages) == ("es", ("es", "en"))
    assert (told.text_scale, told.theme, told.touch) == (1.5, "contrast", Touch.NO)
    assert (told.idle_s, told.band_s, told.dwell_factor) == (120, 30, 2)
    assert told.hours.weekdays == {0: (Opening(time(8), time(12)),)}
    assert told.hours.closed_days == frozenset({date(2026, 12, 25)})
    assert told.hours.dark_after_s == 600
    assert told.still
    assert told.lowered
    assert (told.listen, told.volume) == (Outlet.LOUDSPEAKER, 8)


def test_the_key_of_speech_mode_is_qt_s() -> None:
    assert speech_key(Settings()) == Qt.Key.Key_F7.value
    assert speech_key(Settings(speech_key="F24")) == Qt.Key.Key_F24.value


def test_hours_as_they_are_read() -> None:
    lines = hours_lines(Settings(hours={0: (MORNING, NIGHT), 1: (MORNING,)}), ES)
    assert lines == (
        ("Lunes", "08:00\N{EN DASH}12:00, 20:00\N{EN DASH}24:00"),
        ("Martes", "08:00\N{EN DASH}12:00"),
        ("Miércoles a domingo", "Cerrado"),
    )


@pytest.mark.parametrize(
    "language, words",
    [
        ("en", ("Monday to Friday", "Saturday and Sunday")),
        ("es", ("Lunes a viernes", "Sábado y domingo")),
        ("fr", ("Lundi au vendredi", "Samedi et dimanche")),
        ("ar", ("من الاثنين إلى الجمعة", "السبت والأحد")),
        ("zh", ("星期一到星期五", "星期六和星期日")),
    ],
)
def test_days_alike_share_a_line(language: str, words: tuple[str, str]) -> None:
    phrases = read_phrases(paths.resources() / "i18n", language)
    lines = hours_lines(Settings(hours=dict.fromkeys(range(5), (MORNING,))), phrases)
    assert tuple(days for days, _ in lines) == words


def test_no_hours_no_lines() -> None:
    assert hours_lines(Settings(), EN) == ()


def test_languages_by_their_own_names() -> None:
    assert tongue("en", EN).name == "English"
    assert tongue("es", ES).name == "Español"
    assert tongue("fr", EN).name == "Français"
    assert tongue("ar", EN).name == "العربية"
    assert tongue("zz", EN).name
