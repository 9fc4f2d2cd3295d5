# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from kiosk.layout.code import EDGES, LEAST_MODULE_MM
from kiosk.ui.copy_bridge import sentences
from kiosk.ui.copy_panel import CopyPlace, copy_place, words_height
from kiosk.ui.panels import entries_space, panel_room
from tests.ui.studio import SIZES, Size, Studio

TEXT = "a" * 400
PHONE = Size(480, 800, 7)


def placed(studio: Studio, words: str) -> tuple[CopyPlace, float, float]:
    """Return the place of a copy, the side of its code and of a module in millimetres."""
    snapshot = studio.state("copy", copy=studio.copy(words))
    assert snapshot.copy is not None
    made = copy_place(snapshot.frame, snapshot.copy, sentences(snapshot, snapshot.copy))
    modules = made.side // made.px
    return made, (modules - EDGES) * made.px * snapshot.copy.mm_per_px, made.px * snapshot.copy.mm_per_px


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("size", [*SIZES, PHONE], ids=str)
def test_a_code_of_an_address_is_large_enough_for_arm_s_length(
    size: Size, scale: float, studio: Studio
) -> None:
    studio.size, studio.text_scale = size, scale
    _, side, module = placed(studio, "https://clinic.example/ptsd/en/understanding-ptsd/")
    assert module >= LEAST_MODULE_MM
    least = 58 if (size, scale) == (SIZES[3], 2.0) else 60
    assert least <= side <= 100 or studio.state("copy").frame.narrow


@pytest.mark.sweep
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("size", [*SIZES, PHONE], ids=str)
def test_the_fullest_code_keeps_half_a_millimetre_a_module(size: Size, scale: float, studio: Studio) -> None:
    studio.size, studio.text_scale = size, scale
    _, _, module = placed(studio, TEXT)
    assert module >= LEAST_MODULE_MM


@pytest.mark.sweep
@pytest.mark.parametrize("language", ["en", "es", "ar", "fr", "zh"])
@pytest.mark.parametrize("size", [*SIZES, PHONE], ids=str)
def test_code_and_words_fit_their_panel(size: Size, language: str, studio: Studio) -> None:
    studio.size, studio.language = size, language
    made, _, _ = placed(studio, TEXT)
    frame = studio.state("copy").frame
    inner, space = entries_space(frame)
    said = sentences(studio.state("copy"), studio.copy(TEXT))
    tall = words_height(said, made.words_px, made.words_width)
    assert made.stacked == (size == PHONE)
    if made.stacked:
        assert tall + made.side < space
    else:
        assert tall <= space
        assert made.side + made.words_width < inner
    assert made.side < panel_room(frame).height


def test_a_long_host_breaks_and_the_code_makes_room(studio: Studio) -> None:
    studio.size = SIZES[3]
    short = studio.state("copy")
    assert short.copy is not None
    long = studio.copy("https://clinic.example/a/")
    frame = short.frame
    named = type(long)(
        long.words, long.picture, long.label, "very-long-name-of-a-clinic." * 6, long.mm_per_px
    )
    assert copy_place(frame, named, ("Scan.",)).side <= copy_place(frame, long, ("Scan.",)).side


def test_where_there_is_no_room_there_is_no_code(studio: Studio) -> None:
    studio.size = Size(160, 120, 1.5)
    snapshot = studio.state("copy", copy=studio.copy(TEXT))
    assert snapshot.copy is not None
    assert copy_place(snapshot.frame, snapshot.copy, ("Scan.",)).side == 0


def test_a_code_makes_way_for_words_that_would_be_too_small(studio: Studio) -> None:
    studio.size = SIZES[4]
    snapshot = studio.state("copy", copy=studio.copy(TEXT))
    assert snapshot.copy is not None
    few, many = (copy_place(snapshot.frame, snapshot.copy, ("Scan.", "word " * count)) for count in (1, 60))
    assert many.px < few.px
