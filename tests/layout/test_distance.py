# SPDX-License-Identifier: Apache-2.0
"""From how far away the wall can be read."""

import pytest
from msgspec.structs import replace

from kiosk.content.pack import Section, WallPoint
from kiosk.layout.distance import at_distance, usual_distance, wall_distance
from kiosk.layout.furniture import furnish
from kiosk.layout.model import Layout, Screen
from kiosk.layout.setup import SetUp
from kiosk.layout.wall import wall_pages
from tests.layout.fakes import SCREENS, SMALL, phrases, screen, section, set_up, words

SHORT = section(wall=(WallPoint(words("Cuts heal.")),))


def wall(glass: Screen) -> SetUp:
    return set_up(glass, Layout.WALL)


def long(count: int) -> Section:
    return section(wall=(WallPoint(words("word " * count)), WallPoint(words("Cuts heal."))))


@pytest.mark.parametrize("name", sorted(set(SCREENS) - SMALL))
def test_title_foot_and_bar_take_three_tenths_and_the_words_fit_beside_them(name: str) -> None:
    glass = screen(name)
    distance = usual_distance(wall(glass), [SHORT])
    made = furnish(at_distance(wall(glass), distance), SHORT)
    frame = made.frame
    taken = sum(box.rect.height for box in made.title) + max(box.rect.height for box in made.feet)
    assert taken + frame.bar.height <= 0.3 * glass.height_px
    assert frame.column.width >= 25 * 0.49 * frame.body_px
    assert frame.column.height >= 5 * 1.45 * frame.body_px
    assert distance <= 3000


def test_longer_sentences_in_the_foot_bring_the_wall_nearer() -> None:
    made = wall(screen("15"))
    wordy = replace(phrases(), texts={**phrases().texts, "not_checked": "Please ask somebody here. " * 8})
    assert usual_distance(replace(made, phrases=wordy), [SHORT]) < usual_distance(made, [SHORT])


def test_on_tiny_glass_the_nearest_distance_is_taken() -> None:
    assert usual_distance(wall(screen("7")), [SHORT]) == 600


def test_without_sections_the_frame_s_own_distance_is_taken() -> None:
    made = wall(screen("24"))
    assert usual_distance(made, []) == wall_distance(made, []) == made.frame().distance_mm


def test_what_the_settings_say_is_kept() -> None:
    assert wall_distance(wall(screen(wall_distance_mm=2500.0)), [long(40)]) == 2500


def test_a_point_that_does_not_fit_brings_the_whole_wall_nearer() -> None:
    made = wall(screen("24"))
    usual = usual_distance(made, [SHORT])
    nearer = wall_distance(made, [SHORT, long(30)])
    assert 0.6 * usual <= nearer < usual
    assert wall_pages(at_distance(made, nearer), long(30))[1] == ()


def test_a_point_that_fits_nowhere_brings_nothing_nearer() -> None:
    made = wall(screen("24"))
    assert wall_distance(made, [SHORT, long(400)]) == wall_distance(made, [SHORT])
