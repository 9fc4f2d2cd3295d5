# SPDX-License-Identifier: Apache-2.0
"""Whole visits by a clock turned by hand, on the real show, layout and pack."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from kiosk import paths
from kiosk.app import director as module
from kiosk.app.contents import read_contents
from kiosk.app.shelf import Edition
from kiosk.app.wishes import show_settings
from kiosk.layout.book import find_place
from kiosk.layout.model import Layout, Page
from kiosk.render.decoder import Decoder
from kiosk.render.fonts import load_fonts
from kiosk.render.gallery import Easel, Gallery
from kiosk.render.pictures import PackPictures
from kiosk.render.shelf import PageFiles
from kiosk.show.model import Act, Contact, Panel, Turn, View
from kiosk.station.values import OpenHours
from kiosk.ui.page_provider import page_url
from tests.app.conftest import Build
from tests.app.theatre import SETTINGS, SMALL, TINY, Sketcher, Theatre, fill, filled


def reading(theatre: Theatre, section: str, language: str = "en", scale: float = 1.0) -> tuple[Page, ...]:
    pages = theatre.shelf.ready(section, Edition(language, scale), Layout.READING)
    assert pages
    return pages


def test_the_first_page_stands_at_once(theatre: Theatre, sketcher: Sketcher) -> None:
    assert theatre.shows(View.WALL)
    assert theatre.now.scene.section == "paper-cuts"
    assert theatre.now.picture
    assert [page.section for page in sketcher.painted_now] == ["paper-cuts"]
    assert sketcher.wanted == []
    theatre.director.refresh()
    assert len(sketcher.wanted) > 1
    assert theatre.now.crisis_label == "Crisis help: 988"


def test_the_first_page_takes_the_clinics_language_only(
    build: Build, sketcher: Sketcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_child(*_: object, **__: object) -> None:
        raise AssertionError("a child process was started")

    monkeypatch.setattr("subprocess.Popen", no_child)
    sketcher.works = False
    theatre = build(sketcher)
    theatre.begin()
    assert {language for _, language in theatre.shelf._sections} == {"en"}
    assert {key[2] for key in theatre.shelf._pages} == {Layout.WALL}
    assert len(sketcher.painted_now) == 1


def test_of_many_sections_only_the_first_is_read(
    build: Build, sketcher: Sketcher, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr("kiosk.app.shelf.FEW", 1)
    theatre = build(sketcher, replace(SETTINGS, pack=TINY))
    theatre.begin()
    assert set(theatre.shelf._sections) == {("paper-cuts", "en"), ("plasters", "en")}
    assert theatre.now.scene.section == "paper-cuts"
    assert theatre.shelf.distance("en") is None
    fill(theatre, qtbot, 1)
    assert theatre.shelf.distance("en")
    assert theatre.now.scene.loop_length > 2


def test_a_whole_visit(theatre: Theatre, qtbot: QtBot) -> None:
    fill(theatre, qtbot)
    opening = theatre.now
    theatre.touch()
    assert theatre.is_paused()
    assert theatre.now.picture == opening.picture
    theatre.choose(Act.READ_THIS)
    assert (theatre.now.scene.view, theatre.now.scene.section) == (View.PAGE, "paper-cuts")
    assert theatre.now.next
    following = theatre.now.next
    theatre.choose(Act.NEXT)
    assert theatre.now.picture == following
    assert theatre.now.page_label == "Page 2 of 2"
    theatre.choose(Act.NEXT)
    assert theatre.now.scene.section == "plasters"
    theatre.choose(Act.TEXT_SCALE, "1.5")
    theatre.wait(600)
    assert theatre.now.scene.band
    theatre.wait(25)
    assert theatre.shows(View.WALL)
    assert not theatre.is_paused()
    assert theatre.now.scene.text_scale == 1.0
    assert (theatre.now.scene.section, theatre.now.scene.page) != (opening.scene.section, opening.scene.page)


def test_the_wall_turns_by_its_alarm(theatre: Theatre, qtbot: QtBot) -> None:
    fill(theatre, qtbot)
    before = theatre.now.picture
    dwell = theatre.shelf.pages("paper-cuts", Edition("en"), Layout.WALL)[0].dwell_s
    theatre.hands.turn(dwell - 0.02)
    theatre.director.refresh()
    assert theatre.now.picture == before
    theatre.hands.turn(0.05)
    qtbot.waitUntil(lambda: theatre.now.picture != before)


def test_text_size_keeps_the_sentence_and_never_drifts(theatre: Theatre, qtbot: QtBot) -> None:
    fill(theatre, qtbot)
    theatre.choose(Act.READ_THIS)
    theatre.touch()
    theatre.choose(Act.READ_THIS)
    theatre.choose(Act.NEXT)
    place = reading(theatre, "paper-cuts")[1].start
    for scale in ("1.25", "2.0", "1.75", "1.5", "1.0"):
        theatre.choose(Act.TEXT_SCALE, scale)
        pages = reading(theatre, "paper-cuts", scale=float(scale))
        assert theatre.now.scene.page == find_place(pages, place), scale
        assert theatre.now.scene.pages == len(pages)
    assert theatre.now.scene.page == 1


def test_language_keeps_the_sentence(theatre: Theatre, qtbot: QtBot) -> None:
    fill(theatre, qtbot)
    theatre.touch()
    theatre.choose(Act.READ_THIS)
    theatre.choose(Act.TEXT_SCALE, "2.0")
    before = reading(theatre, "paper-cuts", scale=2.0)
    table = next(n for n, page in enumerate(before) if any(box.people for box in page.boxes))
    while theatre.now.scene.page < table:
        theatre.choose(Act.NEXT)
    theatre.choose(Act.LANGUAGE, "es")
    after = reading(theatre, "paper-cuts", "es", 2.0)
    assert abs(theatre.now.scene.page - table * len(after) / len(before)) <= 1
    assert theatre.now.phrases.language == "es"
    theatre.choose(Act.LANGUAGE, "en")
    assert theatre.now.scene.page == table


def test_another_glass_keeps_the_sentence(theatre: Theatre, qtbot: QtBot) -> None:
    fill(theatre, qtbot)
    theatre.touch()
    theatre.choose(Act.READ_THIS)
    theatre.choose(Act.NEXT)
    place = reading(theatre, "paper-cuts")[1].start
    with filled(theatre, qtbot):
        theatre.director.set_screen(SMALL)
    pages = reading(theatre, "paper-cuts")
    assert theatre.now.scene.page == find_place(pages, place)
    assert theatre.now.frame.page.width <= 1024
    theatre.choose(Act.FINISHED)
    assert theatre.now.scene.loop_length > 3


def test_another_glass_on_the_wall(theatre: Theatre) -> None:
    theatre.director.set_screen(SMALL)
    assert theatre.shows(View.WALL)
    assert theatre.now.picture
    assert theatre.now.frame.bar.bottom <= 768


def test_a_section_not_set_yet_gets_its_true_number_of_pages(theatre: Theatre) -> None:
    theatre.touch()
    theatre.choose(Act.READ_THIS)
    pages = reading(theatre, "paper-cuts")
    assert theatre.now.scene.pages == len(pages) > 1


def test_topics_show_cards_with_their_drawings(theatre: Theatre, qtbot: QtBot) -> None:
    theatre.touch()
    theatre.choose(Act.TOPICS)
    assert [card.section for card in theatre.now.cards] == ["paper-cuts", "plasters"]
    assert theatre.now.cards[0].picture == ""
    theatre.director.fill()
    qtbot.waitUntil(lambda: theatre.now.cards[0].picture.endswith(".png"), timeout=20_000)
    assert theatre.now.cards[0].pages == "2 pages"


def test_an_expired_section_has_no_card(build: Build, sketcher: Sketcher, tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    shutil.copytree(TINY, pack)
    toml = pack / "pack.toml"
    text = toml.read_text(encoding="utf-8").replace('only_with = ["plasters"]', "")
    toml.write_text(text.replace("dwell = 20", "valid_until = 2026-03-02"), encoding="utf-8")
    theatre = build(sketcher, replace(SETTINGS, pack=pack))
    theatre.begin()
    theatre.touch()
    theatre.choose(Act.TOPICS)
    assert len(theatre.now.cards) == 2
    theatre.hands.wall += timedelta(days=1)
    theatre.director.tell_time()
    assert [card.section for card in theatre.now.cards] == ["paper-cuts"]


def test_closing_and_opening_by_the_wall_clock(build: Build, sketcher: Sketcher) -> None:
    hours = {0: (OpenHours(time(8), time(12)),)}
    theatre = build(sketcher, replace(SETTINGS, hours=hours))
    theatre.begin()
    assert theatre.shows(View.WALL)
    theatre.hands.wall += timedelta(hours=3)
    theatre.director.tell_time()
    assert theatre.shows(View.CLOSED)
    assert theatre.now.hours[0] == ("Monday", "08:00\N{EN DASH}12:00")
    theatre.hands.wall += timedelta(days=6, hours=20)
    theatre.director.tell_time()
    assert theatre.shows(View.WALL)


def test_a_new_day_takes_expired_notices_off(build: Build, sketcher: Sketcher, tmp_path: Path) -> None:
    notices = tmp_path / "notices"
    notices.mkdir()
    for name, last in (("a", "2026-03-02"), ("b", "2030-01-01")):
        front = f'+++\ntitle = "Note {name}"\nvalid_until = {last}\n+++\n'
        (notices / f"{name}.md").write_text(front + "Please check in.\n", encoding="utf-8")
    theatre = build(sketcher, replace(SETTINGS, notices=notices))
    theatre.begin()
    before = theatre.shelf.section(".clinic", "en")
    assert before is not None
    assert len(before.wall) == 3
    length = theatre.now.scene.loop_length
    theatre.hands.wall += timedelta(days=1)
    theatre.director.tell_time()
    after = theatre.shelf.section(".clinic", "en")
    assert after is not None
    assert len(after.wall) == 2
    assert theatre.now.scene.loop_length == length - 1


def test_the_day_after_its_review_was_due_every_page_says_so(
    build: Build, sketcher: Sketcher, qtbot: QtBot
) -> None:
    theatre = build(sketcher)
    theatre.begin()
    theatre.hands.wall = theatre.hands.wall.replace(year=2036, month=1, day=10)
    theatre.director.tell_time()
    assert "to be checked again" not in theatre.now.text
    theatre.hands.wall += timedelta(days=1)
    theatre.director.tell_time()
    fill(theatre, qtbot)
    shelf, edition = theatre.shelf, Edition("en")
    told = "It was to be checked again by January 10, 2036."
    for section, layout in (
        ("paper-cuts", Layout.WALL),
        (".disclaimer", Layout.WALL),
        ("plasters", Layout.READING),
    ):
        pages = shelf.pages(section, edition, layout)
        assert any(told in box.text for page in pages for box in page.boxes)
    assert theatre.shows(View.WALL)


def test_a_touchscreen_found_later_brings_the_buttons(build: Build, sketcher: Sketcher) -> None:
    theatre = build(sketcher, replace(SETTINGS, touch="auto"))
    theatre.begin()
    assert not theatre.has_buttons()
    theatre.touchscreen[0] = True
    theatre.director.tell_time()
    assert theatre.has_buttons()


def test_no_pack_shows_the_page_that_says_so(build: Build, sketcher: Sketcher, tmp_path: Path) -> None:
    theatre = build(sketcher, replace(SETTINGS, pack=tmp_path / "nowhere"))
    theatre.begin()
    assert theatre.now.picture
    assert "nothing to show" in theatre.now.text
    assert theatre.now.crisis_label == "Crisis help: 988"
    theatre.choose(Act.CRISIS)
    assert theatre.now.scene.panel is Panel.CRISIS


def test_a_pack_without_one_sound_section_shows_the_page_that_says_so(
    build: Build, sketcher: Sketcher, tmp_path: Path
) -> None:
    pack = tmp_path / "pack"
    shutil.copytree(TINY, pack)
    for file in pack.glob("*/*.md"):
        file.write_text("no front matter", encoding="utf-8")
    theatre = build(sketcher, replace(SETTINGS, pack=pack))
    theatre.begin()
    assert "nothing to show" in theatre.now.text
    assert theatre.now.picture


def test_findings_of_sections_are_told_once(
    build: Build, sketcher: Sketcher, tmp_path: Path, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    pack = tmp_path / "pack"
    shutil.copytree(TINY, pack)
    with (pack / "en" / "plasters.md").open("a", encoding="utf-8") as file:
        file.write("\n[a link](https://example.org)\n")
    theatre = build(sketcher, replace(SETTINGS, pack=pack))
    theatre.begin()
    with caplog.at_level(logging.WARNING):
        fill(theatre, qtbot)
        fill(theatre, qtbot)
    assert sum("link" in line for line in caplog.messages) == 1


def test_what_is_not_a_visitor_is_noted(theatre: Theatre, caplog: pytest.LogCaptureFixture) -> None:
    theatre.director.handle(Contact(1, 50.0, 50.0, down=True))
    theatre.wait(11)
    assert len(caplog.messages) == 1


def test_the_alarm_is_never_longer_than_an_hour(build: Build, sketcher: Sketcher) -> None:
    theatre = build(sketcher, replace(SETTINGS, dwell_factor=0, closed_days=frozenset({date.max})))
    theatre.begin()
    theatre.director._set_alarm(theatre.hands.now - 10_000_000)
    assert theatre.director._alarm.interval() <= module.LONGEST_ALARM_MS


def test_after_the_end_nothing_is_shown(theatre: Theatre, sketcher: Sketcher, qtbot: QtBot) -> None:
    theatre.touch()
    theatre.director.end()
    shown = len(theatre.shown)
    sketcher.done()
    theatre.director.filled.emit(Edition("en"))
    theatre.choose(Act.READ_THIS)
    qtbot.wait(1)
    assert len(theatre.shown) == shown
    assert not theatre.director._alarm.isActive()


def test_a_visit_with_pages_really_painted(build: Build, tmp_path: Path, qtbot: QtBot) -> None:
    families = load_fonts(paths.resources() / "fonts")
    decoder = Decoder()
    pictures = PackPictures(TINY, tmp_path / "decoded", decoder)
    gallery = Gallery(PageFiles(tmp_path / "pages", 10**9), Easel(families, pictures, 1920, 1080))
    try:
        theatre = build(gallery)
        theatre.begin()
        assert theatre.now.picture in {page_url(page) for page in (tmp_path / "pages").iterdir()}
        fill(theatre, qtbot)
        theatre.touch()
        before = theatre.now.picture
        theatre.choose(Act.READ_THIS)
        qtbot.waitUntil(lambda: theatre.shows(View.PAGE) and theatre.now.picture != before)
        qtbot.waitUntil(lambda: theatre.now.next != "")
        following = theatre.now.next
        theatre.choose(Act.NEXT)
        assert theatre.now.picture == following
        qtbot.waitUntil(lambda: theatre.now.previous != "")
    finally:
        theatre.director.end()
        gallery.stop()
        decoder.close()


def test_a_private_section_never_rotates_closes_sooner_and_leaves_nothing(
    build: Build, sketcher: Sketcher, tmp_path: Path, qtbot: QtBot
) -> None:
    pack = tmp_path / "pack"
    shutil.copytree(TINY, pack)
    manifest = (pack / "pack.toml").read_text(encoding="utf-8").replace('only_with = ["plasters"]\n', "")
    manifest = manifest.replace('id = "plasters"\n', 'id = "plasters"\nprivate = true\n')
    (pack / "pack.toml").write_text(manifest, encoding="utf-8")
    theatre = build(sketcher, replace(SETTINGS, pack=pack))
    theatre.begin()
    fill(theatre, qtbot)
    theatre.touch()
    theatre.choose(Act.OPEN, "plasters")
    read = theatre.now
    assert (read.scene.section, theatre.shows(View.PAGE)) == ("plasters", True)
    theatre.wait(46)
    assert theatre.now.scene.band
    theatre.wait(21)
    assert theatre.shows(View.WALL)
    before = len(theatre.shown) - 1
    while theatre.now.scene.loop_place or len(theatre.shown) < before + 4:
        theatre.wait(100)
    on_wall = theatre.shown[before:]
    assert {shown.scene.view for shown in on_wall} == {View.WALL}
    assert "plasters" not in {shown.scene.section for shown in on_wall}
    assert not [shown for shown in on_wall if read.title in (shown.title, *shown.text.splitlines())]


class TestAnotherPack:
    """A pack that is another while the show runs."""

    @pytest.fixture
    def pack(self, tmp_path: Path) -> Path:
        return shutil.copytree(TINY, tmp_path / "other")

    @pytest.fixture
    def open_pack(self, build: Build, theatre: Theatre, pack: Path) -> Callable[[], None]:
        """Return what shows the pack as it is now."""

        def opened() -> None:
            settings = replace(SETTINGS, pack=pack)
            other = build(Sketcher(), settings)
            world = replace(theatre.director._world, stage_for=other.stage_for)
            theatre.director._world, theatre.shelf = world, other.shelf
            languages = read_contents(settings, paths.resources(), theatre.hands.wall.date()).languages
            theatre.director.open_pack(show_settings(settings, languages))

        return opened

    def reword(self, pack: Path, section: str, old: str, new: str) -> None:
        file = pack / "en" / f"{section}.md"
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")

    def test_the_same_words_change_nothing(self, theatre: Theatre, open_pack: Callable[[], None]) -> None:
        before = theatre.now
        open_pack()
        assert (theatre.now.scene, theatre.now.picture) == (before.scene, before.picture)

    def test_new_words_fade_in_on_the_wall(
        self, theatre: Theatre, pack: Path, open_pack: Callable[[], None]
    ) -> None:
        self.reword(pack, "paper-cuts", "What a paper cut is", "What is a paper cut?")
        open_pack()
        assert theatre.now.title == "What is a paper cut?"
        assert (theatre.now.scene.turn, theatre.now.scene.sequence) == (Turn.FADE, 1)

    def test_a_reader_stays_where_they_are(
        self, theatre: Theatre, pack: Path, open_pack: Callable[[], None]
    ) -> None:
        theatre.touch()
        theatre.choose(Act.READ_THIS)
        theatre.choose(Act.NEXT)
        before = theatre.now
        self.reword(pack, "plasters", "Ask at the desk", "Ask there")
        open_pack()
        assert (theatre.now.scene, theatre.now.text) == (before.scene, before.text)

    def test_who_reads_what_is_gone_comes_to_topics(
        self, theatre: Theatre, pack: Path, open_pack: Callable[[], None]
    ) -> None:
        theatre.touch()
        theatre.choose(Act.READ_THIS)
        assert theatre.now.scene.section == "paper-cuts"
        text = (pack / "pack.toml").read_text(encoding="utf-8")
        start, end = text.index("[[sections]]"), text.rindex("[[sections]]")
        (pack / "pack.toml").write_text(text[:start] + text[end:], encoding="utf-8")
        open_pack()
        assert theatre.shows(View.TOPICS)
        assert [card.section for card in theatre.now.cards] == ["plasters"]

    def test_a_language_that_is_gone_gives_way(
        self, theatre: Theatre, pack: Path, open_pack: Callable[[], None], qtbot: QtBot
    ) -> None:
        theatre.touch()
        theatre.choose(Act.LANGUAGE, "es")
        theatre.choose(Act.READ_THIS)
        text = (pack / "pack.toml").read_text(encoding="utf-8")
        (pack / "pack.toml").write_text(text.replace('["en", "es"]', '["en"]'), encoding="utf-8")
        open_pack()
        assert (theatre.now.scene.view, theatre.now.scene.section) == (View.PAGE, "paper-cuts")
        assert theatre.now.scene.language == "en"
        assert theatre.now.title == "What a paper cut is"
        fill(theatre, qtbot)
