# SPDX-License-Identifier: Apache-2.0
"""Sections are read and pages set when they are wanted, once, and dropped when they are out of date."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.app.shelf import UNKNOWN_READING_S, Edition, Shelf
from kiosk.content.finding import Finding, Place, Severity
from kiosk.content.pack import Section
from kiosk.layout import builtin
from kiosk.layout.distance import Search
from kiosk.layout.model import Layout
from tests.app.test_workshop import of
from tests.app.theatre import SCREEN, SETTINGS, SMALL

EN, LARGE, ES = Edition("en"), Edition("en", 1.5), Edition("es")


class Reader:
    """Reads sections and counts how often; what is bad cannot be read."""

    def __init__(self) -> None:
        self.workshop = of(SETTINGS)
        self.asked: list[tuple[str, str]] = []
        self.bad: set[str] = set()

    def read(self, section: str, language: str) -> tuple[Section | None, tuple[Finding, ...]]:
        self.asked.append((section, language))
        return (None, ()) if section in self.bad else self.workshop.read(section, language)


@pytest.fixture
def reader(qapp: QGuiApplication) -> Reader:
    return Reader()


@pytest.fixture
def shelf(reader: Reader) -> Shelf:
    press = reader.workshop.press
    made = Shelf(press.pack.manifest, reader.workshop.listings(), reader.read)
    made.use(press.for_screen(SCREEN))
    return made


def test_nothing_is_read_before_it_is_wanted(shelf: Shelf, reader: Reader) -> None:
    assert reader.asked == []
    assert shelf.known("plasters", "en") is None
    assert shelf.ready("plasters", EN, Layout.WALL) is None


def test_a_section_is_read_once_and_its_pages_set_once(shelf: Shelf, reader: Reader) -> None:
    pages = shelf.pages("plasters", EN, Layout.READING)
    assert pages
    assert shelf.pages("plasters", EN, Layout.READING) is pages
    assert shelf.ready("plasters", EN, Layout.READING) is pages
    assert shelf.pages("plasters", LARGE, Layout.READING) is not pages
    assert reader.asked == [("plasters", "en")]
    assert shelf.known("plasters", "en") is shelf.section("plasters", "en")


def test_the_wall_has_one_text_size(shelf: Shelf) -> None:
    assert shelf.pages("plasters", LARGE, Layout.WALL) is shelf.pages("plasters", EN, Layout.WALL)


def test_a_shelf_without_a_screen_says_so(reader: Reader) -> None:
    made = Shelf(reader.workshop.press.pack.manifest, (), reader.read)
    with pytest.raises(RuntimeError, match="no screen"):
        made.pages("plasters", EN, Layout.WALL)


def test_a_settled_distance_counts_for_its_language(shelf: Shelf) -> None:
    before = shelf.pages("plasters", EN, Layout.WALL)
    reading = shelf.pages("plasters", EN, Layout.READING)
    spanish = shelf.pages("plasters", ES, Layout.WALL)
    shelf.settle_distance("en")
    distance = shelf.distance("en")
    assert distance
    assert shelf.distance("es") is None
    assert shelf.ready("plasters", EN, Layout.WALL) is None
    assert shelf.ready("plasters", EN, Layout.READING) is reading
    assert shelf.ready("plasters", ES, Layout.WALL) is spanish
    again = shelf.pages("plasters", EN, Layout.WALL)
    assert again is not before
    shelf.settle_distance("en")
    assert shelf.pages("plasters", EN, Layout.WALL) is again


def test_while_a_distance_is_chosen_pages_are_given(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[int] = []

    def choose(*_: object) -> Search:
        yield
        other = threading.Thread(
            target=lambda: given.append(len(shelf.pages("plasters", EN, Layout.READING)))
        )
        other.start()
        other.join(5)
        return 1500.0

    monkeypatch.setattr("kiosk.app.shelf.search_distance", choose)
    shelf.settle_distance("en")
    assert given == [len(shelf.pages("plasters", EN, Layout.READING))]
    assert shelf.distance("en") == 1500.0


def test_a_distance_chosen_for_an_earlier_screen_is_dropped(
    shelf: Shelf, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    def choose(*_: object) -> Search:
        yield
        shelf.use(reader.workshop.press.for_screen(SMALL))
        return 1500.0

    monkeypatch.setattr("kiosk.app.shelf.search_distance", choose)
    shelf.settle_distance("en")
    assert shelf.distance("en") is None


def test_another_screen_drops_everything_set(shelf: Shelf, reader: Reader) -> None:
    shelf.settle_distance("en")
    shelf.pages("plasters", EN, Layout.READING)
    shelf.use(reader.workshop.press.for_screen(SMALL))
    assert shelf.distance("en") is None
    assert shelf.ready("plasters", EN, Layout.READING) is None
    assert reader.asked.count(("plasters", "en")) == 1


def test_filling_sets_what_is_shown_in_the_order_asked(shelf: Shelf) -> None:
    shelf.fill(EN, (Layout.READING, Layout.WALL), lambda: False)
    assert shelf.ready("paper-cuts", EN, Layout.READING)
    assert shelf.ready(builtin.CLINIC, EN, Layout.WALL)
    assert shelf.ready(builtin.CLINIC, EN, Layout.READING) is None


def test_filling_stops_when_told(shelf: Shelf) -> None:
    asked = iter([False, True])
    shelf.fill(EN, (Layout.WALL,), lambda: next(asked))
    assert shelf.ready("paper-cuts", EN, Layout.WALL)
    assert shelf.ready("plasters", EN, Layout.WALL) is None


def test_what_is_renewed_is_read_again(shelf: Shelf, reader: Reader) -> None:
    shelf.pages("plasters", EN, Layout.WALL)
    kept = shelf.pages("paper-cuts", EN, Layout.WALL)
    shelf.renew("plasters")
    assert shelf.known("plasters", "en") is None
    assert shelf.ready("plasters", EN, Layout.WALL) is None
    assert shelf.ready("paper-cuts", EN, Layout.WALL) is kept


def test_only_kept_editions_stay_and_every_wall(shelf: Shelf) -> None:
    for edition in (EN, LARGE, ES):
        shelf.pages("plasters", edition, Layout.READING)
    shelf.pages("plasters", ES, Layout.WALL)
    shelf.keep(frozenset({EN}))
    assert shelf.ready("plasters", EN, Layout.READING)
    assert shelf.ready("plasters", LARGE, Layout.READING) is None
    assert shelf.ready("plasters", ES, Layout.READING) is None
    assert shelf.ready("plasters", ES, Layout.WALL)


def test_the_programme_says_what_is_known(shelf: Shelf) -> None:
    pages = shelf.pages("plasters", EN, Layout.READING)
    shelf.pages("plasters", EN, Layout.WALL)
    stops = {stop.id: stop for stop in shelf.programme(EN, 4).stops}
    assert stops["plasters"].reading == tuple(page.dwell_s for page in pages)
    assert stops["plasters"].wall
    assert stops["paper-cuts"].reading == UNKNOWN_READING_S
    assert stops["paper-cuts"].opening
    assert stops["paper-cuts"].only_with == ("plasters",)
    assert stops[builtin.SOURCES].untouched_only
    assert stops[builtin.CLINIC].reading == ()


def test_another_languages_wall_counts_until_its_own_is_set(shelf: Shelf) -> None:
    english = shelf.pages("plasters", EN, Layout.WALL)
    stops = {stop.id: stop for stop in shelf.programme(ES, 4).stops}
    assert len(stops["plasters"].wall) == len(english)
    assert stops["paper-cuts"].wall == ()


def test_what_cannot_be_read_is_left_out(shelf: Shelf, reader: Reader) -> None:
    reader.bad = {"plasters"}
    assert shelf.pages("plasters", EN, Layout.WALL) == ()
    assert "plasters" not in [stop.id for stop in shelf.programme(EN, 4).stops]


def test_a_pack_that_cannot_be_read_at_all_leaves_nothing(shelf: Shelf, reader: Reader) -> None:
    reader.bad = {"plasters", "paper-cuts"}
    for listing in shelf.listings:
        shelf.pages(listing.id, EN, Layout.WALL)
    assert shelf.programme(EN, 4).stops == ()


def test_what_a_visitor_s_pages_lack_is_not_told(shelf: Shelf, reader: Reader) -> None:
    fault = Finding("table-too-wide", Severity.WARNING, Place("en/plasters.md"), "Too wide.", "Use fewer.")
    shelf._notebook.write((fault,), LARGE)
    assert shelf.findings(EN) == ()
    assert shelf.findings(LARGE) == (fault,)
    shelf._notebook.write((fault,), EN)
    assert shelf.findings(EN) == (fault,)


def test_what_sections_and_walls_lack_is_told_in_every_language(shelf: Shelf) -> None:
    faults = [Finding("bad", Severity.WARNING, Place(f"{n}.md"), "Bad.", "Mend it.") for n in range(2)]
    shelf._notebook.write(faults)
    assert shelf.findings(EN) == shelf.findings(ES) == tuple(faults)


def test_of_many_sections_only_the_last_used_are_kept(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("FEW", "MOST_SECTIONS", "MOST_PAGES"):
        monkeypatch.setattr(f"kiosk.app.shelf.{name}", 1)
    press = reader.workshop.press
    many = Shelf(press.pack.manifest, reader.workshop.listings(), reader.read)
    many.use(press.for_screen(SCREEN))
    assert many.pages("paper-cuts", EN, Layout.READING)
    assert many.pages("plasters", EN, Layout.READING)
    assert many.known("paper-cuts", "en") is None
    assert many.ready("paper-cuts", EN, Layout.READING) is None
    assert len(many.dwells("paper-cuts", EN, Layout.READING) or ()) == 2
    assert many.pages("paper-cuts", EN, Layout.READING)
    assert reader.asked.count(("paper-cuts", "en")) == 2


def test_what_cannot_be_read_is_not_tried_again(shelf: Shelf, reader: Reader) -> None:
    reader.bad.add("plasters")
    assert shelf.section("plasters", "en") is None
    assert shelf.section("plasters", "en") is None
    assert reader.asked == [("plasters", "en")]


def test_of_a_large_pack_nothing_is_told_about_what_a_visitor_asked_for(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.app.shelf.FEW", 0)
    press = reader.workshop.press
    found = Finding("alt-missing", Severity.WARNING, Place("en/plasters.md", 1), "It has none.", "")

    def read(section: str, language: str) -> tuple[Section | None, tuple[Finding, ...]]:
        return reader.read(section, language)[0], (found,) if section == "plasters" else ()

    many = Shelf(press.pack.manifest, reader.workshop.listings(), read)
    many.use(press.for_screen(SCREEN))
    many.pages("plasters", EN, Layout.READING)
    many.section("plasters", "en")
    assert many.findings(EN) == ()
    for _section in many.learning(EN, (Layout.WALL, Layout.READING)):
        pass
    assert many.findings(EN) == (found,)
