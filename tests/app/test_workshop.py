# SPDX-License-Identifier: Apache-2.0
"""The workshop reads the pack's sections and writes the station's own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QGuiApplication

from kiosk import paths
from kiosk.app.contents import read_contents
from kiosk.app.copies import Origin
from kiosk.app.workshop import Workshop, new_press
from kiosk.content.blocks import QrCode, plain
from kiosk.content.pack import Notice
from kiosk.layout import builtin
from kiosk.layout.copies import COPIES
from kiosk.layout.model import Layout
from kiosk.render.fonts import load_fonts
from kiosk.station.settings import Settings
from tests.app.theatre import SCREEN, SETTINGS

TODAY = date(2026, 3, 2)


@pytest.fixture
def workshop(qapp: QGuiApplication) -> Workshop:
    return of(SETTINGS)


def of(settings: Settings) -> Workshop:
    resources = paths.resources()
    contents = read_contents(settings, resources, TODAY)
    families = load_fonts(resources / "fonts")
    press = new_press(contents.pack, contents.languages, families, resources / "i18n")
    return Workshop(press, contents, lambda: TODAY)


def test_the_packs_sections_come_before_the_stations(workshop: Workshop) -> None:
    ids = [listing.id for listing in workshop.listings()]
    assert ids == ["paper-cuts", "plasters", builtin.CLINIC, builtin.DISCLAIMER, builtin.SOURCES]
    assert [listing.browse for listing in workshop.listings()] == [True, True, False, False, False]
    assert workshop.listings()[0].layouts == (Layout.WALL, Layout.READING)
    assert workshop.listings()[-1].layouts == (Layout.WALL,)
    assert workshop.listings()[-1].untouched_only


def test_what_the_clinic_leaves_out_is_not_listed(workshop: Workshop) -> None:
    assert "plasters" not in [listing.id for listing in workshop.listings(("plasters",))]


def test_without_a_pack_there_is_the_page_that_says_so(qapp: QGuiApplication, tmp_path: Path) -> None:
    bare = of(replace(SETTINGS, pack=tmp_path))
    assert [listing.id for listing in bare.listings()] == [builtin.NOTHING]
    house = replace(bare.contents.house, notices=(Notice("a", (), None),))
    noticed = replace(bare, contents=replace(bare.contents, house=house))
    assert [listing.id for listing in noticed.listings()] == [builtin.NOTHING, builtin.CLINIC]


@pytest.mark.parametrize("section", [builtin.CLINIC, builtin.DISCLAIMER, builtin.SOURCES, builtin.NOTHING])
@pytest.mark.parametrize("language", ["en", "es"])
def test_the_stations_own_sections(workshop: Workshop, section: str, language: str) -> None:
    read, findings = workshop.read(section, language)
    assert read is not None
    assert (read.id, read.language) == (section, language)
    assert findings == ()
    assert read.wall


def test_nothing_is_claimed_that_the_settings_do_not_say(qapp: QGuiApplication) -> None:
    def words(settings: Settings) -> str:
        read, _ = of(settings).read(builtin.DISCLAIMER, "en")
        assert read is not None
        return " ".join(plain(text) for point in read.wall for text in (point.text, point.more))

    assert "does not offer" in words(SETTINGS)
    assert "offers" in words(replace(SETTINGS, clinic_offers_this_treatment=True))
    assert "offer" not in words(replace(SETTINGS, clinic_offers_this_treatment=None))


@pytest.mark.parametrize("language, signed", [("en", True), ("es", False)])
def test_the_disclaimer_says_that_no_speaker_has_signed_the_words(
    workshop: Workshop, language: str, signed: bool
) -> None:
    read, _ = workshop.read(builtin.DISCLAIMER, language)
    assert read is not None
    words = " ".join(plain(point.more) for point in read.wall)
    note = workshop.press.phrases[language].say("not_checked_words")
    assert (note not in words) is signed


def test_a_section_of_the_pack(workshop: Workshop) -> None:
    read, _ = workshop.read("plasters", "es")
    assert read is not None
    assert read.language == "es"
    assert workshop.read("none", "en")[0] is None


def test_set_ups_fit_screen_and_language(workshop: Workshop) -> None:
    made = workshop.press.for_screen(SCREEN)(Layout.READING, "es", 1.5)
    assert (made.screen, made.layout, made.text_scale) == (SCREEN, Layout.READING, 1.5)
    assert made.phrases.language == "es"
    assert made.picture_size("media/hand.svg")
    assert made.picture_size("media/none.svg") is None


def test_a_set_up_knows_the_language_asked_for_and_what_languages_call_themselves(workshop: Workshop) -> None:
    made = workshop.press.for_screen(SCREEN)(Layout.READING, "es", 1.0)
    assert made.language == "es"
    assert [made.name_of(code) for code in ("en", "es", "fr")] == ["English", "Español", "Français"]


@pytest.mark.parametrize("url", ["", "https://clinic.example/tiny"])
def test_an_origin_of_copies_brings_a_page_with_a_code(workshop: Workshop, url: str) -> None:
    made = Origin(url, workshop.press.pack.manifest, workshop.contents.help)
    copying = replace(workshop, origin=made)
    listing = copying.listings()[-1]
    assert (listing.id, listing.browse, listing.untouched_only) == (COPIES, False, True)
    page, findings = copying.read(COPIES, "es")
    assert page is not None
    assert (page.title, findings) == ("Llevar una copia", ())
    (point,) = page.wall
    assert isinstance(point.figure, QrCode)
    assert point.figure.words.startswith(url or "Qué es un corte de papel")


def test_with_nothing_to_copy_there_is_no_such_page(workshop: Workshop) -> None:
    sections = tuple(flags.id for flags in workshop.press.pack.manifest.sections)
    made = Origin("", workshop.press.pack.manifest, workshop.contents.help, sections)
    assert replace(workshop, origin=made).read(COPIES, "en") == (None, ())
