# SPDX-License-Identifier: Apache-2.0
"""The gallery: what is wanted is painted, first things first, off the main thread, and never raises."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QImage

from kiosk.layout.model import Direction, Layout, Page, Rect, Run, TextStyle
from kiosk.layout.tokens import CONTRAST, LIGHT, Theme
from kiosk.render import gallery as module
from kiosk.render.decoder import Decoder
from kiosk.render.fonts import Families
from kiosk.render.gallery import Easel, Gallery
from kiosk.render.paint import steps
from kiosk.render.pictures import PackPictures
from kiosk.render.shelf import PageFiles
from tests.render.pages import Painting, Setter

WAIT_S = 20


@pytest.fixture
def easel(families: Families, tmp_path: Path) -> Iterator[Easel]:
    with Decoder() as decoder:
        yield Easel(families, PackPictures(tmp_path / "pack", tmp_path / "pictures", decoder), 240, 135)


@pytest.fixture
def files(tmp_path: Path) -> PageFiles:
    return PageFiles(tmp_path / "pages", 10_000_000)


@pytest.fixture
def gallery(files: PageFiles, easel: Easel) -> Iterator[Gallery]:
    one = Gallery(files, easel)
    yield one
    one.stop()


@pytest.fixture
def page(setter: Setter) -> Page:
    return setter.page((setter.box((Run("Hello"),), TextStyle(30.0), Rect(20, 20, 200, 0)),))


class News:
    """Counts what is told from another thread, and waits for it."""

    def __init__(self) -> None:
        self.told = threading.Semaphore(0)
        self.threads: set[str] = set()

    def __call__(self) -> None:
        self.threads.add(threading.current_thread().name)
        self.told.release()

    def wait(self, count: int = 1) -> None:
        for _ in range(count):
            assert self.told.acquire(timeout=WAIT_S)


def test_wanted_pages_are_painted_in_a_thread_as_the_painter_paints_them(
    gallery: Gallery, page: Page, paint: Painting
) -> None:
    news = News()
    assert gallery.ready(page, LIGHT) is None
    gallery.want([(page, LIGHT), (page, CONTRAST)], news)
    news.wait(2)
    assert news.threads == {"painting pages"}
    for theme in (LIGHT, CONTRAST):
        place = gallery.ready(page, theme)
        assert place is not None
        assert QImage(str(place)).convertToFormat(QImage.Format.Format_RGB32) == paint(
            page, (240, 135), theme
        )


def test_the_first_page_is_painted_here_and_once(
    gallery: Gallery, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = gallery.paint_now(page, LIGHT)
    assert place == gallery.ready(page, LIGHT)
    monkeypatch.setattr(Easel, "paint", None)
    assert gallery.paint_now(page, LIGHT) == place


def test_the_most_urgent_comes_first_and_doubles_are_painted_once(
    gallery: Gallery, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[int] = []
    real = Easel.paint

    def painted(self: Easel, page: Page, theme: Theme, go_on: object) -> QImage | None:
        order.append(page.number)
        return real(self, page, theme, lambda: True)

    monkeypatch.setattr(Easel, "paint", painted)
    news = News()
    pages = [replace(page, number=number) for number in (3, 1, 2, 3)]
    gallery.want([(one, LIGHT) for one in pages], news)
    news.wait(3)
    assert order == [3, 1, 2]


def test_a_page_that_nobody_waits_for_yet_lets_the_first_be_shown(
    files: PageFiles, easel: Easel, page: Page
) -> None:
    first, second, third = ((replace(page, number=number), LIGHT) for number in (1, 2, 3))
    gallery, news = Gallery(files, easel, breath_s=3600), News()
    gallery.want([first, second], news)
    news.wait()
    assert gallery.ready(*first) is not None
    gallery.want([second, third], news)
    news.wait()
    assert gallery.ready(*second) is not None
    gallery.want([first, third], news)
    gallery.stop()
    assert gallery.ready(*third) is None


def test_what_is_no_longer_wanted_is_given_up(
    gallery: Gallery, page: Page, setter: Setter, monkeypatch: pytest.MonkeyPatch
) -> None:
    started, go_on = threading.Event(), threading.Event()
    real = steps

    def slow(*arguments: object) -> Iterator[None]:
        for step in real(*arguments):  # type: ignore[arg-type] # the arguments are passed on
            started.set()
            assert go_on.wait(WAIT_S)
            yield step

    monkeypatch.setattr(module, "steps", slow)
    news = News()
    stale, wanted = replace(page, number=7), replace(page, number=8)
    gallery.want([(stale, LIGHT)], news)
    assert started.wait(WAIT_S)
    gallery.want([(wanted, LIGHT)], news)
    go_on.set()
    news.wait()
    assert gallery.ready(wanted, LIGHT) is not None
    assert gallery.ready(stale, LIGHT) is None


def test_a_page_that_cannot_be_painted_is_passed_over(
    gallery: Gallery, page: Page, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    real = Easel.paint

    def painted(self: Easel, page: Page, theme: Theme, go_on: object) -> QImage | None:
        if page.number == 1:
            raise ValueError("no")
        return real(self, page, theme, lambda: True)

    monkeypatch.setattr(Easel, "paint", painted)
    news = News()
    good = replace(page, number=2)
    gallery.want([(page, LIGHT), (good, LIGHT)], news)
    news.wait(2)
    assert gallery.ready(page, LIGHT) is None
    assert gallery.ready(good, LIGHT) is not None
    assert "could not be painted" in caplog.text


def test_a_folder_that_takes_nothing_is_told_not_raised(
    page: Page, easel: Easel, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("")
    gallery = Gallery(PageFiles(tmp_path / "file" / "pages", 1_000_000), easel)
    news = News()
    gallery.want([(page, LIGHT)], news)
    news.wait()
    assert gallery.ready(page, LIGHT) is None
    assert gallery.paint_now(page, LIGHT) is None
    assert gallery.trouble
    gallery.stop()
    assert len(caplog.records) == 1


def test_stopping_ends_the_thread_and_later_wants_start_none(gallery: Gallery, page: Page) -> None:
    news = News()
    gallery.want([(page, LIGHT)], news)
    news.wait()
    gallery.stop()
    gallery.want([(replace(page, number=9), LIGHT)], news)
    gallery.stop()
    assert "painting pages" not in {thread.name for thread in threading.enumerate()}


def test_another_size_is_another_picture(gallery: Gallery, easel: Easel, page: Page) -> None:
    first = gallery.paint_now(page, LIGHT)
    gallery.use(replace(easel, width=480, height=270))
    assert gallery.ready(page, LIGHT) is None
    second = gallery.paint_now(page, LIGHT)
    assert second not in {None, first}
    assert QImage(str(second)).width() == 480


def test_names_follow_what_is_drawn(easel: Easel, setter: Setter, tmp_path: Path) -> None:
    page = setter.example(Direction.LTR, scale=0.25)
    before = easel.name(page, LIGHT)
    assert before == easel.name(setter.example(Direction.LTR, scale=0.25), LIGHT)
    assert before != easel.name(page, CONTRAST)
    assert before != easel.name(replace(page, accent="plum"), LIGHT)
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "a.svg").write_text("<svg/>")
    assert before != easel.name(page, LIGHT)


def test_names_are_remembered_within_bounds(gallery: Gallery, page: Page) -> None:
    for number in range(600):
        gallery.ready(replace(page, number=number), LIGHT)
    assert 0 < len(gallery._names) <= 501


def test_a_page_with_a_picture_is_painted_once_nobody_waits_for_it(gallery: Gallery, setter: Setter) -> None:
    drawn = setter.example(Direction.RTL, scale=0.25)
    assert gallery.paint_now(drawn, LIGHT) is None
    assert gallery.ready(drawn, LIGHT) is None
    news = News()
    gallery.want([(drawn, LIGHT)], news)
    news.wait()
    assert gallery.ready(drawn, LIGHT) is not None


@pytest.mark.parametrize(
    "layout, language, lasts",
    [
        (Layout.WALL, "en", True),
        (Layout.WALL, "es", False),
        (Layout.READING, "en", False),
    ],
)
def test_only_what_rotates_without_a_visitor_leaves_pictures_on_the_disk(
    layout: Layout, language: str, lasts: bool, easel: Easel, page: Page, tmp_path: Path
) -> None:
    asked = replace(page, layout=layout, language=language)
    assert easel.source(asked) is easel.pictures
    passing = PackPictures(tmp_path / "pack", tmp_path / "passing", easel.pictures._decoder)
    parted = replace(easel, passing=passing, languages=frozenset({"en"}))
    assert parted.source(asked) is (easel.pictures if lasts else passing)
