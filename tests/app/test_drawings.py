# SPDX-License-Identifier: Apache-2.0
"""Icons are drawn once; drawings only ever given when they are decoded."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk import paths
from kiosk.app.drawings import Drawings
from kiosk.render.decoder import Decoder
from kiosk.render.pictures import PackPictures
from tests.app.theatre import TINY

ICONS = paths.resources() / "icons"


def test_an_icon_is_drawn_once(qapp: QGuiApplication, tmp_path: Path) -> None:
    with Decoder() as decoder:
        drawings = Drawings(ICONS, PackPictures(TINY, tmp_path, decoder), tmp_path / "icons")
        url = drawings.icon("next", "#102030", 32)
        file = Path(url.removeprefix("file://"))
        assert file.is_file()
        file.unlink()
        assert drawings.icon("next", "#102030", 32) == url
        assert not file.exists()


def test_icons_that_cannot_be_kept_are_missed_once(
    qapp: QGuiApplication, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "icons").write_text("", encoding="utf-8")
    with Decoder() as decoder:
        drawings = Drawings(ICONS, PackPictures(TINY, tmp_path, decoder), tmp_path / "icons")
        assert drawings.icon("next", "#102030", 32) == ""
        assert drawings.icon("previous", "#102030", 32) == ""
    assert len(caplog.messages) == 1


def test_a_drawing_is_there_once_prepared(qapp: QGuiApplication, tmp_path: Path) -> None:
    with Decoder() as decoder:
        drawings = Drawings(ICONS, PackPictures(TINY, tmp_path / "pictures", decoder), tmp_path)
        assert drawings.ready("media/hand.svg", 100) == ""
        drawings.prepare("media/hand.svg", 100)
        assert drawings.ready("media/hand.svg", 100).endswith(".png")
        assert drawings.ready("media/hand.svg", 101) == ""
        assert drawings.ready("media/none.svg", 100) == ""


def test_a_drawing_is_not_looked_for_before_it_is_known(qapp: QGuiApplication, tmp_path: Path) -> None:
    with Decoder() as decoder:
        first = Drawings(ICONS, PackPictures(TINY, tmp_path / "pictures", decoder), tmp_path)
        first.prepare("media/hand.svg", 100)
        drawings = Drawings(ICONS, PackPictures(TINY, tmp_path / "pictures", decoder), tmp_path)
        assert drawings.ready("media/hand.svg", 100) == ""
        drawings.learn(["media/hand.svg"])
        assert drawings.ready("media/hand.svg", 100).endswith(".png")
