# SPDX-License-Identifier: Apache-2.0
"""The photographer: one picture of an opening that stands, kept where it is news."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtQuick import QQuickWindow
from pytestqt.qtbot import QtBot

from kiosk.app import photographer as module
from kiosk.app.photographer import KEPT_DAYS, Photographer, described, keep_news, last_day, pixels_of
from kiosk.app.posters import Posters, Record
from kiosk.render.pixels import pack, unpack
from kiosk.ui.window import Glass, WindowChoice

TODAY = date(2026, 3, 2)
RECORD = Record((), "print", (1.0,), (("a", "b"),), "#ffffff")


def drawn(colour: str = "#a01060") -> QImage:
    image = QImage(40, 30, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(colour))
    return image


@pytest.fixture
def posters(tmp_path: Path) -> Posters:
    return Posters(tmp_path / "posters", "name")


def test_a_picture_is_kept_whole(posters: Posters) -> None:
    keep_news(posters, drawn(), RECORD)
    assert unpack(posters.picture.read_bytes()) == pixels_of(drawn())
    assert posters.known() == RECORD


def test_what_is_known_already_is_not_written_again(posters: Posters) -> None:
    keep_news(posters, drawn(), RECORD)
    before = posters.picture.stat().st_ino, posters.note.stat().st_ino
    keep_news(posters, drawn(), RECORD)
    assert (posters.picture.stat().st_ino, posters.note.stat().st_ino) == before
    keep_news(posters, drawn("#000000"), RECORD)
    assert posters.picture.read_bytes() == pack(pixels_of(drawn("#000000")))


def test_a_lost_picture_is_written_again(posters: Posters) -> None:
    keep_news(posters, drawn(), RECORD)
    posters.picture.unlink()
    keep_news(posters, drawn(), RECORD)
    assert posters.picture.exists()


def test_no_picture_is_no_poster(posters: Posters) -> None:
    keep_news(posters, QImage(), RECORD)
    assert not posters.folder.exists()


@pytest.fixture
def window(qtbot: QtBot) -> QQuickWindow:
    made = QQuickWindow()
    made.setColor(QColor("#a01060"))
    made.resize(60, 40)
    made.show()
    qtbot.waitUntil(made.isExposed)
    return made


def test_it_is_taken_once_it_has_stood_still(
    posters: Posters, window: QQuickWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "STILL_MS", 10)
    taker = Photographer(posters, window, lambda: True, lambda: RECORD)
    taker.wait()
    taker.wait()
    qtbot.waitUntil(posters.note.exists)
    before = posters.note.stat().st_ino
    taker.wait()
    assert not taker._still.isActive()
    taker.end()
    assert posters.note.stat().st_ino == before


def test_nothing_is_taken_of_what_is_no_opening(
    posters: Posters, window: QQuickWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "STILL_MS", 0)
    stands = [True, False]
    taker = Photographer(posters, window, lambda: stands.pop(0), lambda: RECORD)
    taker.wait()
    qtbot.waitUntil(lambda: not stands)
    taker.end()
    assert not posters.folder.exists()


def test_nothing_is_taken_after_the_end(posters: Posters, window: QQuickWindow) -> None:
    taker = Photographer(posters, window, lambda: True, lambda: RECORD)
    taker.wait()
    taker.end()
    assert not taker._still.isActive()


def test_a_record_says_where_and_when() -> None:
    glass = Glass(10, 20, 10, 20, 30.0, 40.0)
    spans = ((datetime.combine(TODAY, time(8)), datetime.combine(TODAY, time(17))),)
    choice = WindowChoice("HDMI-1", 90, locked=True, size=(800, 600))
    assert described(choice, glass, spans, (("pack",), "print"), "#faf7f0") == Record(
        folders=("pack",),
        print="print",
        glass=(10, 20, 10, 20, 30.0, 40.0),
        spans=(("2026-03-02T08:00:00", "2026-03-02T17:00:00"),),
        ground="#faf7f0",
        screen="HDMI-1",
        rotation=90,
        locked=True,
        size=(800, 600),
    )
    assert described(WindowChoice(), glass, spans, ((), ""), "").size == ()


@pytest.mark.parametrize(
    "ends, until",
    [
        ((), date(2026, 5, 1)),
        ((None, date(2026, 3, 2)), date(2026, 3, 3)),
        ((date(2026, 3, 1), date(2026, 3, 9), date(2026, 3, 5)), date(2026, 3, 6)),
        ((date.max,), date(2026, 5, 1)),
    ],
)
def test_it_is_the_same_until_a_notice_ends(ends: tuple[date | None, ...], until: date) -> None:
    assert last_day(TODAY, ends) == until
    assert KEPT_DAYS == 60
