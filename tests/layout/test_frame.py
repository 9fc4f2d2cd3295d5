# SPDX-License-Identifier: Apache-2.0
"""Sizes follow from millimetres, distance and the font's capitals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.layout.frame import Frame, frame
from kiosk.layout.model import Layout, Rect
from tests.layout.fakes import CAP_RATIO, SCREENS, SMALL, screen

ARCMIN = 1 / 3437.75
SCALES = (1.0, 1.25, 1.5, 2.0)


def reading(name: str = "24", scale: float = 1.0, **changes: float) -> Frame:
    return frame(screen(name, **changes), Layout.READING, scale, CAP_RATIO)


def wall(name: str = "24", **changes: float) -> Frame:
    return frame(screen(name, **changes), Layout.WALL, 1.0, CAP_RATIO)


def inside(inner: Rect, outer: Rect) -> bool:
    return (
        inner.x >= outer.x
        and inner.y >= outer.y
        and inner.right <= outer.right + 0.01
        and inner.bottom <= outer.bottom + 0.01
    )


@pytest.mark.parametrize("name", SCREENS)
def test_capitals_are_never_lower_than_section_508_asks(name: str) -> None:
    assert reading(name).body_px * CAP_RATIO * screen(name).mm_per_px >= 4.8 - 1e-9


@pytest.mark.parametrize("name", ["24", "55"])
def test_a_line_holds_about_sixty_characters_where_there_is_room(name: str) -> None:
    made = reading(name)
    assert 55 <= made.column.width / (0.5 * made.body_px) <= 65


def test_the_visitor_s_size_multiplies_the_body() -> None:
    assert reading(scale=2.0).body_px == pytest.approx(2 * reading().body_px)


def test_the_side_column_goes_before_a_line_gets_too_short() -> None:
    assert reading("15", 1.5).side is not None
    assert reading("15", 2.0).side is None
    assert reading("15", 2.0).column.width > reading("15", 1.5).column.width


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("name", ["15", "24", "32 upright", "55"])
def test_a_private_column_is_narrower_and_stands_in_the_middle(name: str, scale: float) -> None:
    usual, private = reading(name, scale), reading(name, scale, private=True)
    left, right = private.column.x - private.page.x, private.page.right - private.column.right
    assert left == pytest.approx(right)
    assert private.side is None
    most = (usual.side or usual.column).right - usual.column.x
    characters = private.column.width / (0.49 * private.body_px)
    assert (
        private.column.width == pytest.approx(0.6 * most) or characters > 27.9 or private.column.width == most
    )
    assert inside(private.column, private.page)


def test_narrow_glass_and_the_wall_have_no_private_column() -> None:
    assert reading("7", private=True) == reading("7")
    assert wall(private=True) == wall()


def test_upright_glass_has_one_column() -> None:
    assert reading("32 upright").side is None
    assert wall("32 upright").side is None


@pytest.mark.parametrize("name", SCREENS)
def test_targets_are_25_mm_and_20_mm_on_small_glass(name: str) -> None:
    made = reading(name)
    millimetres = made.target_px * screen(name).mm_per_px
    assert made.narrow is (name in SMALL)
    assert millimetres >= (20 if made.narrow else 25)
    assert made.button_px >= made.target_px


@given(st.sampled_from(sorted(SCREENS)), st.sampled_from(SCALES), st.sampled_from(list(Layout)))
def test_the_bar_takes_two_fifths_at_most_and_meets_the_page(name: str, scale: float, layout: Layout) -> None:
    made = frame(screen(name), layout, scale, CAP_RATIO)
    assert made.bar.height <= 0.4 * screen(name).height_px
    assert made.bar.y == made.page.bottom
    assert made.bar_rows in {1, 2}
    assert inside(made.column, made.page)
    assert made.side is None or (inside(made.side, made.page) and not made.side.overlaps(made.column))


def test_the_bar_has_two_rows_where_its_buttons_are_too_broad_for_one() -> None:
    assert (reading("24").bar_rows, reading("15").bar_rows) == (1, 2)


def test_labels_stop_growing_at_125_percent() -> None:
    assert reading(scale=1.25).label_px == pytest.approx(reading(scale=2.0).label_px)
    assert reading(scale=1.25).label_px > reading().label_px
    assert reading("7", 2.0).label_px == reading("7").label_px


def test_what_a_television_cuts_off_stays_empty() -> None:
    made = reading(safe_area=0.05)
    assert (made.page.x, made.page.y, made.bar.right, made.bar.bottom) == (96, 54, 1920 - 96, 1080 - 54)


@pytest.mark.parametrize("name", SCREENS)
def test_wall_text_subtends_22_minutes_and_nothing_less_than_16(name: str) -> None:
    made = wall(name)
    glass = screen(name)
    body = made.body_px * CAP_RATIO * glass.mm_per_px / made.distance_mm / ARCMIN
    small = made.small_px * CAP_RATIO * glass.mm_per_px / made.distance_mm / ARCMIN
    label = made.label_px * CAP_RATIO * glass.mm_per_px / made.distance_mm / ARCMIN
    assert body == pytest.approx(22)
    assert small == pytest.approx(16)
    assert label >= 16 - 1e-9


@pytest.mark.parametrize("name", sorted(set(SCREENS) - SMALL))
def test_the_wall_is_read_from_as_far_as_25_characters_by_5_lines_fit(name: str) -> None:
    made = wall(name)
    assert 600 < made.distance_mm <= 3000
    assert made.column.width >= 25 * 0.49 * made.body_px
    assert made.column.height >= 5 * 1.45 * made.body_px
    furniture = made.title_px + made.foot_px + made.bar.height
    assert furniture <= 0.3 * screen(name).height_px


def test_the_nearest_distance_is_taken_where_even_that_is_too_far() -> None:
    assert wall("7").distance_mm == 600


def test_a_distance_that_was_set_is_kept() -> None:
    assert wall(wall_distance_mm=2000.0).distance_mm == 2000
    assert wall(wall_distance_mm=2000.0).body_px > wall(wall_distance_mm=1000.0).body_px


@pytest.mark.parametrize("distance_mm", [300, 600, 1000, 2000])
@pytest.mark.parametrize("name", SCREENS)
def test_at_twice_the_size_capitals_are_as_large_as_en_301_549_asks(name: str, distance_mm: float) -> None:
    made = reading(name, 2.0, reading_distance_mm=distance_mm)
    large_mm = distance_mm * 42 * ARCMIN
    pitch = screen(name).mm_per_px
    assert made.body_px * CAP_RATIO * pitch >= large_mm
    assert made.large_px * CAP_RATIO * pitch == pytest.approx(large_mm)


@pytest.mark.parametrize("name", ["24", "32 upright", "55"])
def test_at_twice_the_size_title_number_and_foot_are_as_large_too(name: str) -> None:
    made = reading(name, 2.0)
    assert made.small_px >= made.large_px - 1e-9
    assert made.small_px <= 2 * reading(name).small_px


@given(st.sampled_from(sorted(SCREENS)), st.floats(1.0, 2.0))
def test_small_words_grow_only_as_far_as_they_leave_a_page(name: str, scale: float) -> None:
    made, usual = reading(name, scale), reading(name)
    grown = made.small_px / usual.small_px
    assert (1.0 if made.narrow else min(scale, 1.25)) - 1e-9 <= grown <= scale + 1e-9
    assert made.title_px + made.foot_px <= 0.15 * screen(name).height_px or grown <= 1.25 + 1e-9


def test_tall_glass_is_lowered_and_other_glass_stays_as_it_is() -> None:
    lowered, whole = reading("32 upright", lowered=True), reading("32 upright")
    middle = screen("32 upright").height_px / 2
    assert lowered.tall
    assert min(lowered.page.y, lowered.column.y, lowered.bar.y) >= middle
    assert lowered.bar.bottom == whole.bar.bottom
    assert frame(screen("32 upright", lowered=True), Layout.WALL, 1.0, CAP_RATIO) == wall("32 upright")
    assert not reading("24").tall
    assert reading("24", lowered=True) == reading("24")
