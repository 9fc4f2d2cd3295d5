# SPDX-License-Identifier: Apache-2.0
"""Pictures of pages for the scene: found under every name that a folder may have."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, QUrl
from PySide6.QtGui import QImage
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickItem

from kiosk.render import bitmap
from kiosk.ui.page_provider import SCHEME, PageProvider, page_url

IMAGE = "import QtQuick\nImage {{ cache: false; source: '{}' }}"


def painted(place: Path) -> Path:
    image = QImage(20, 10, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    bitmap.write(image, place)
    return place


@pytest.mark.parametrize("name", ["page", "a b", "100%", "a%20b", "#1", "why?", "Wärmflasche", "مرحبا"])
def test_the_scene_finds_a_page_in_a_folder_of_any_name(name: str, tmp_path: Path, qapp: object) -> None:
    engine = QQmlEngine()
    engine.addImageProvider(SCHEME, PageProvider(in_place=True))
    component = QQmlComponent(engine)
    component.setData(IMAGE.format(page_url(painted(tmp_path / name / "page.bmp"))).encode(), QUrl())

    item = component.create()

    assert isinstance(item, QQuickItem)
    assert (item.implicitWidth(), item.implicitHeight()) == (20, 10)


@pytest.mark.parametrize("in_place", [False, True])
def test_a_page_that_is_not_there_has_no_size(in_place: bool, tmp_path: Path) -> None:
    size = QSize()
    image = PageProvider(in_place=in_place).requestImage(str(tmp_path / "gone.bmp"), size, QSize())
    assert image.isNull()
    assert size.isEmpty()


@pytest.mark.parametrize("in_place", [False, True])
def test_a_page_is_the_memory_of_its_file_or_a_copy(in_place: bool) -> None:
    with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:
        place = painted(Path(folder) / "page.bmp")
        image = PageProvider(in_place=in_place).requestImage(str(place), QSize(), QSize())
        assert image.pixel(0, 0) & 0xFFFFFF == 0x336699
        assert (str(place) in Path("/proc/self/maps").read_text(encoding="utf-8")) is in_place
