# SPDX-License-Identifier: Apache-2.0
"""Codes lead where the export writes; their pictures are on the disk only while they are shown."""

from __future__ import annotations

import json
import logging
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from kiosk import paths
from kiosk.app.contents import read_contents
from kiosk.app.copies import Copies, Origin
from kiosk.app.workshop import Workshop, new_press
from kiosk.author.pages import book_as_json
from kiosk.cli.export import export
from kiosk.content.blocks import QrCode
from kiosk.content.pack import Pack, Role, Section
from kiosk.content.phrases import Phrases, read_phrases
from kiosk.content.section import read_section
from kiosk.layout.book import make_book
from kiosk.layout.copies import COPIES
from kiosk.layout.model import Layout, Picture, Screen
from kiosk.layout.tokens import THEMES
from kiosk.render.fonts import Families, load_fonts
from kiosk.render.paint import paint_page
from tests.app.theatre import PACKS, SETTINGS, TINY
from tests.render.camera import quiet_modules, read

URL = "https://clinic.example/ptsd"
TODAY = date(2026, 3, 2)
MM = 0.25


def origin(url: str = "", pack: Path = TINY) -> tuple[Origin, Pack]:
    contents = read_contents(replace(SETTINGS, pack=pack), paths.resources(), TODAY)
    return Origin(url, contents.pack.manifest, contents.help), contents.pack


def section(pack: Pack, name: str, language: str = "en") -> Section:
    read, _ = read_section(pack, name, language)
    assert read is not None
    return read


def phrases(language: str = "en") -> Phrases:
    return read_phrases(paths.resources() / "i18n", language)


def page_words(made: Section | None) -> str:
    assert made is not None
    (point,) = made.wall
    assert isinstance(point.figure, QrCode)
    return point.figure.words


@pytest.mark.parametrize(
    "root", [TINY, PACKS / "scripts", paths.resources() / "packs" / "ptsd"], ids=lambda r: r.name
)
def test_every_code_s_address_is_one_that_the_export_writes(root: Path, tmp_path: Path) -> None:
    assert export(root, tmp_path / "site") == 0
    made, pack = origin(URL, root)
    languages = pack.manifest.languages
    addresses = {
        made.words(section(pack, flags.id, language), language, phrases(language))
        for language in languages
        for flags in pack.manifest.sections
    } | {page_words(made.page(None, language, phrases(language))) for language in languages}
    assert len(addresses) == len(languages) * (len(pack.manifest.sections) + 1)
    for address in addresses:
        assert address.startswith(f"{URL}/")
        assert "?" not in address
        assert (tmp_path / "site" / address.removeprefix(f"{URL}/") / "index.html").is_file(), address


def test_without_a_site_the_words_themselves_are_in_the_code() -> None:
    made, pack = origin()
    told = made.words(section(pack, "paper-cuts"), "en", phrases())
    assert told.splitlines()[0] == "What a paper cut is"
    assert told.endswith("Crisis help: 988")
    wall = made.page(section(pack, "paper-cuts"), "en", phrases())
    assert page_words(wall) == told
    assert wall is not None
    assert wall.id == COPIES
    assert made.page(None, "en", phrases()) is None


def test_the_wall_takes_the_opening_that_rotates_and_is_valid() -> None:
    made, pack = origin()
    first, second = pack.manifest.sections
    assert (first.role, made.opening(TODAY)) == (Role.OPENING, first.id)

    def left(**flags: object) -> str:
        changed = replace(first, **flags)
        return replace(made, manifest=replace(pack.manifest, sections=(changed, second))).opening(TODAY)

    assert left(private=True) == left(rotate=False) == left(valid_until=date(2026, 1, 1)) == second.id
    assert replace(made, leave_out=(first.id,)).opening(TODAY) == second.id
    assert replace(made, leave_out=(first.id, second.id)).opening(TODAY) == ""


def test_a_copy_says_what_it_is(qapp: QGuiApplication, tmp_path: Path) -> None:
    made, pack = origin(URL)
    copy = Copies(made, tmp_path / "codes").of(section(pack, "plasters"), "es", phrases("es"), MM)
    assert (copy.words, copy.host, copy.mm_per_px) == (f"{URL}/es/plasters/", "clinic.example", MM)
    assert copy.label == f"Código que abre {URL}/es/plasters/"
    made, pack = origin()
    copy = Copies(made, tmp_path / "codes").of(section(pack, "plasters"), "en", phrases(), MM)
    assert copy.host == ""
    assert copy.label == f"Code that holds the words of “{section(pack, 'plasters').title}”"


def test_one_picture_is_kept_and_only_while_it_is_shown(qapp: QGuiApplication, tmp_path: Path) -> None:
    made, pack = origin(URL)
    copies = Copies(made, tmp_path / "codes")
    copies.prepare()
    first, again, other = (
        copies.of(section(pack, name), "en", phrases(), MM).picture
        for name in ("paper-cuts", "paper-cuts", "plasters")
    )
    assert first == again != other
    (kept,) = (tmp_path / "codes").iterdir()
    assert kept.as_uri() == other
    assert QImage(str(kept)).width() > 20
    assert "plasters" not in kept.name
    copies.clear()
    copies.clear()
    assert list((tmp_path / "codes").iterdir()) == []


def test_a_folder_that_cannot_be_written_is_told_once(
    qapp: QGuiApplication, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "codes").write_text("", encoding="utf-8")
    made, pack = origin(URL)
    copies = Copies(made, tmp_path / "codes")
    with caplog.at_level(logging.WARNING):
        for name in ("paper-cuts", "plasters"):
            assert copies.of(section(pack, name), "en", phrases(), MM).picture == ""
    assert len(caplog.messages) == 1


SIZES = {
    "24": Screen(1920, 1080, 24 * 25.4 / 2203),
    "32 upright": Screen(1080, 1920, 32 * 25.4 / 2203),
    "55": Screen(3840, 2160, 55 * 25.4 / 4406),
    "15": Screen(1024, 768, 15 * 25.4 / 1280),
    "7": Screen(800, 480, 7 * 25.4 / 933),
}


class NoPictures:
    def image(self, picture: Picture, width: int, height: int) -> QImage | None:
        raise AssertionError((picture, width, height))


@pytest.fixture(scope="module")
def families(qapp: QGuiApplication) -> Families:
    return load_fonts(paths.resources() / "fonts")


@pytest.mark.sweep
@pytest.mark.parametrize("url", [URL, ""], ids=["address", "words"])
@pytest.mark.parametrize(
    "pack, language", [(TINY, "en"), (PACKS / "scripts", "ar"), (PACKS / "scripts", "zh")]
)
@pytest.mark.parametrize("size", SIZES)
def test_a_telephone_reads_the_wall_s_code_in_every_theme(
    size: str, pack: Path, language: str, url: str, families: Families, tmp_path: Path
) -> None:
    settings = replace(SETTINGS, pack=pack)
    contents = read_contents(settings, paths.resources(), TODAY)
    press = new_press(contents.pack, contents.languages, families, paths.resources() / "i18n")
    made = Origin(url, contents.pack.manifest, contents.help)
    workshop = Workshop(press, contents, lambda: TODAY, made)
    sections = [workshop.read(listing.id, language)[0] for listing in workshop.listings()]
    book = make_book(
        press.set_up(SIZES[size], Layout.WALL, language, 1.0), [each for each in sections if each is not None]
    )
    (page,) = (each for each in book.pages if each.section == COPIES)
    (box,) = (each for each in page.boxes if each.code is not None)
    assert box.code is not None
    for theme in THEMES.values():
        image = QImage(SIZES[size].width_px, SIZES[size].height_px, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        paint_page(painter, page, theme, NoPictures(), families)
        painter.end()
        assert read(image, tmp_path) == [box.code.words]
        card = QRect(round(box.rect.x), round(box.rect.y), round(box.rect.width), round(box.rect.height))
        assert min(quiet_modules(image, card, box.code.px)) >= 4
    printed = json.loads(book_as_json(book))["pages"][-1]["boxes"]
    assert (box.role, box.text) in {(each["role"], each["text"]) for each in printed}
    assert page.dwell_s >= 20
