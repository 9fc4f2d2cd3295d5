# SPDX-License-Identifier: Apache-2.0
"""The poster's picture for the scene: given with its size, and none where there is none."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from kiosk.render.pixels import Pixels
from kiosk.ui.poster_provider import PosterProvider


@pytest.mark.parametrize("in_place", [False, True])
def test_the_picture_is_given_with_its_size_and_outlives_who_gave_it(in_place: bool) -> None:
    size = QSize()
    left = [Pixels(3, 2, bytes(range(24)))]
    image = PosterProvider(left.pop, in_place=in_place).requestImage("opening", size, QSize())
    gc.collect()
    assert (image.width(), image.height()) == (size.width(), size.height()) == (3, 2)
    assert bytes(image.constBits()) == bytes(range(24))


def test_where_there_is_none_it_has_no_size() -> None:
    size = QSize()
    image: QImage = PosterProvider(lambda: None, in_place=True).requestImage("opening", size, QSize())
    assert image.isNull()
    assert size.isEmpty()
