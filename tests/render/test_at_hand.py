# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication

from kiosk.layout.model import Picture
from kiosk.render.at_hand import AtHand
from kiosk.render.decoder import Decoder
from kiosk.render.pictures import PackPictures

TINY = Path(__file__).resolve().parents[1] / "packs" / "tiny"


def test_only_what_is_decoded_is_given(qapp: QGuiApplication, tmp_path: Path) -> None:
    path = next(iter(sorted(each for each in TINY.rglob("*.svg")))).relative_to(TINY)
    with Decoder() as decoder:
        pictures = PackPictures(TINY, tmp_path, decoder)
        picture = Picture(str(path), "")
        before = AtHand(pictures)
        assert before.image(picture, 60, 60) is None
        assert before.missed
        assert list(tmp_path.iterdir()) == []
        pictures.file(picture.path, 60, 60)
        after = AtHand(pictures)
        image = after.image(picture, 60, 60)
        assert image is not None
        assert max(image.width(), image.height()) == 60
        assert not after.missed
        assert after.image(picture, 61, 61) is None
        assert after.missed
