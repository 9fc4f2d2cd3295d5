# SPDX-License-Identifier: Apache-2.0
"""Wall pages: one point a page, whole or not at all."""

import pytest
from msgspec.structs import replace

from kiosk.content.blocks import Figure, IconArray, QrCode
from kiosk.content.pack import Section, WallPoint
from kiosk.layout.book import make_book
from kiosk.layout.builtin import DISCLAIMER
from kiosk.layout.code import EDGES
from kiosk.layout.copies import copies_page
from kiosk.layout.frame import frame
from kiosk.layout.model import BoxRole, Layout, Page
from kiosk.layout.tokens import TYPE
from kiosk.layout.wall import wall_pages, wall_points
from tests.layout.checks import faults, own
from tests.layout.fakes import CAP_RATIO, SCREENS, phrases, screen, section, set_up, words

PEOPLE = IconArray("a", 10, 15, words("10 of 15 people.", "s4"))
PICTURE = Figure("media/a.svg", "A hand", words("A hand."))
POINT = WallPoint(words("Of 15 people, 10 had a cut.", "s1"), words("Most of them healed.", "s2"))


def pages(made: Section, name: str = "24", distance: float | None = None) -> tuple[Page, ...]:
    glass = replace(screen(name), wall_distance_mm=distance)
    return wall_pages(set_up(glass, Layout.WALL), made)[0]


def one(point: WallPoint, name: str = "24", **changes: float) -> Page:
    (page,) = pages(section(wall=(point,)), name, **changes)
    return page


def test_without_points_the_key_message_stands_alone() -> None:
    assert wall_points(section()) == (WallPoint(words("Cuts heal.")),)
    (page,) = pages(section())
    assert [box.text for box in own(page)] == ["Cuts heal."]


def test_the_sentence_is_large_and_the_second_one_is_body() -> None:
    text, more = own(one(POINT))
    body = set_up(layout=Layout.WALL).frame().body_px
    assert text.style is not None
    assert more.style is not None
    assert text.style.px == pytest.approx(TYPE.lead * body)
    assert more.style.px == pytest.approx(body)
    assert more.rect.y > text.rect.bottom


def test_each_point_is_a_page_with_its_sources_and_time() -> None:
    first, second = pages(section(wall=(POINT, replace(POINT, figure=PEOPLE)), dwell=None))
    assert (first.number, first.count, second.number) == (1, 2, 2)
    assert (first.sources, second.sources) == (("s1", "s2"), ("s1", "s2", "s4"))
    assert first.dwell_s >= 15
    assert second.words > first.words


def test_art_adds_to_the_time() -> None:
    long = WallPoint(words("word " * 25), words("word " * 10))
    bare, people, picture = (
        one(replace(long, figure=figure), "55").dwell_s
        for figure in (None, replace(PEOPLE, caption=()), replace(PICTURE, caption=()))
    )
    assert people == pytest.approx(bare + 4, abs=0.11)
    assert picture == pytest.approx(bare + 2, abs=0.11)


def test_the_author_s_dwell_holds_and_the_disclaimer_stands_longer() -> None:
    assert pages(section(dwell=40))[0].dwell_s == 40
    assert pages(section(section_id=DISCLAIMER))[0].dwell_s == 20


@pytest.mark.parametrize("figure, role", [(PEOPLE, BoxRole.ICON_ARRAY), (PICTURE, BoxRole.FIGURE)])
def test_a_figure_stands_beside_the_words_on_broad_glass(figure: Figure | IconArray, role: BoxRole) -> None:
    page = one(replace(POINT, figure=figure))
    text, more, art, caption = own(page)
    assert (art.role, caption.role) == (role, BoxRole.CAPTION)
    assert art.rect.x > max(text.rect.right, more.rect.right)


def test_a_figure_stands_under_the_words_on_upright_glass() -> None:
    _, more, art, _ = own(one(replace(POINT, figure=PEOPLE), "32 upright"))
    assert art.rect.y > more.rect.bottom


def test_without_a_figure_the_words_have_the_whole_width() -> None:
    long = WallPoint(words("word " * 12))
    (alone,) = own(one(long))
    beside, *_ = own(one(replace(long, figure=PEOPLE)))
    assert alone.rect.width > beside.rect.width


def test_a_sentence_that_is_too_long_is_set_smaller_before_it_is_left_out() -> None:
    lengths = range(5, 60, 5)
    made = [pages(section(wall=(WallPoint(words("word " * count)),))) for count in lengths]
    sizes = [own(page[0])[0].style.px for page in made if page]  # type: ignore[union-attr]  # texts have a style
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) == 3
    assert min(sizes) > set_up(layout=Layout.WALL).frame().body_px


@pytest.mark.parametrize(
    "point", [WallPoint(words("word " * 90)), WallPoint(words("word " * 25), (), PEOPLE)]
)
def test_a_point_that_does_not_fit_is_left_out_and_told(point: WallPoint) -> None:
    glass = screen("7", wall_distance_mm=800.0)
    made, (finding,) = wall_pages(set_up(glass, Layout.WALL), section(wall=(POINT, point)))
    assert len(made) == 1
    assert finding.rule == "wall-point-too-long"
    assert "Wall point 2" in finding.found
    assert "0.8 m" in finding.found


def test_a_figure_with_no_room_under_the_words_is_not_squeezed_in() -> None:
    glass = screen("32 upright", wall_distance_mm=2900.0)
    point = WallPoint(words("word " * 38), (), PEOPLE)
    made, findings = wall_pages(set_up(glass, Layout.WALL), section(wall=(point,)))
    assert (made, len(findings)) == ((), 1)


ADDRESS = "https://clinic.example/ptsd/en/"
CODES = {"address": copies_page(phrases(), ADDRESS), "words": copies_page(phrases(), "W" * 400, "Cuts")}


@pytest.mark.parametrize("kind", CODES)
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("name", SCREENS)
def test_a_code_stands_beside_its_words_and_under_them_on_upright_glass(
    name: str, direction: str, kind: str
) -> None:
    made = set_up(screen(name), Layout.WALL, direction=direction)
    book = make_book(made, [CODES[kind]])
    (page,) = book.pages
    heading, more, figure, *captions = own(page)
    assert figure.code is not None
    assert figure.rect.width == figure.rect.height == figure.code.modules * figure.code.px
    assert figure.rect.x == round(figure.rect.x)
    assert all(caption.rect.y > figure.rect.bottom for caption in captions)
    assert captions or name == "7"
    if name == "32 upright":
        assert figure.rect.y > more.rect.bottom
    else:
        assert (figure.rect.right < heading.rect.x) == (direction == "rtl")
    assert faults(book, frame(book.screen, Layout.WALL, 1.0, CAP_RATIO)) == []
    assert page.dwell_s >= 20


def test_a_code_is_no_larger_than_the_distance_asks() -> None:
    (page,) = pages(CODES["address"], "55", distance=1000)
    (figure,) = (box for box in own(page) if box.code)
    assert figure.code is not None
    side = (figure.code.modules - EDGES) * figure.code.px * screen("55").mm_per_px
    assert 90 < side <= 100


def test_a_code_without_any_room_is_left_out_with_its_point() -> None:
    large = WallPoint(words("word " * 60), figure=QrCode("W" * 400, "A code"))
    made, findings = wall_pages(set_up(screen("32 upright"), Layout.WALL), section(wall=(large,)))
    assert made == ()
    assert [finding.rule for finding in findings] == ["wall-point-too-long"]
