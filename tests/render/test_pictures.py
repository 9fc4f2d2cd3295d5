# SPDX-License-Identifier: Apache-2.0
"""A pack's pictures: decoded once a size, found again, mended when damaged."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.content.probe import PictureFacts, PictureFault
from kiosk.layout.model import Picture
from kiosk.render.decode import decode
from kiosk.render.decoder import Decoder
from kiosk.render.pictures import PackPictures
from tests.render.test_decode import SVG


class NearDecoder(Decoder):
    """Decodes in this process, and counts."""

    def __init__(self) -> None:
        super().__init__(("never started",))
        self.calls = 0

    def decode(self, source: Path, target: Path, width: int, height: int) -> PictureFacts | PictureFault:
        self.calls += 1
        return decode(source, target, width, height)


@pytest.fixture
def decoder(qapp: QGuiApplication) -> Iterator[NearDecoder]:
    with NearDecoder() as one:
        yield one


@pytest.fixture
def pictures(tmp_path: Path, decoder: NearDecoder) -> PackPictures:
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "a.svg").write_text(SVG)
    return PackPictures(tmp_path / "pack", tmp_path / "cache", decoder)


def test_a_picture_is_decoded_once_a_size(pictures: PackPictures, decoder: NearDecoder) -> None:
    assert pictures.ready("a.svg", 40, 40) is None
    first = pictures.file("a.svg", 40, 40)
    assert first is not None
    assert pictures.file("a.svg", 40, 40) == first == pictures.ready("a.svg", 40, 40)
    assert decoder.calls == 1
    assert pictures.file("a.svg", 60, 40) != first
    assert decoder.calls == 2


def test_a_picture_is_known_once_it_was_read_as_it_is(pictures: PackPictures, tmp_path: Path) -> None:
    assert not pictures.known("a.svg")
    pictures.version("a.svg")
    assert pictures.known("a.svg")
    (tmp_path / "pack" / "a.svg").write_text(SVG + " ")
    assert not pictures.known("a.svg")
    assert not pictures.known("none.svg")


def test_the_pictures_used_longest_ago_make_room(tmp_path: Path, decoder: NearDecoder) -> None:
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "a.svg").write_text(SVG)
    first = PackPictures(tmp_path / "pack", tmp_path / "cache", decoder).file("a.svg", 40, 40)
    assert first is not None
    limit = round(2.5 * first.stat().st_size)
    pictures = PackPictures(tmp_path / "pack", tmp_path / "cache", decoder, limit)
    second = pictures.file("a.svg", 41, 41)
    assert second is not None
    assert pictures.ready("a.svg", 40, 40) == first
    third = pictures.file("a.svg", 42, 42)
    assert third is not None
    assert (first.is_file(), second.is_file(), third.is_file()) == (True, False, True)


def test_a_changed_picture_is_another(pictures: PackPictures, tmp_path: Path) -> None:
    before = pictures.version("a.svg")
    (tmp_path / "pack" / "a.svg").write_text(SVG.replace("#336699", "#33669900"))
    assert pictures.version("a.svg") not in {"", before}


def test_the_image_has_the_size(pictures: PackPictures) -> None:
    image = pictures.image(Picture("a.svg", ""), 100, 100)
    assert image is not None
    assert (image.width(), image.height()) == (100, 50)


@pytest.mark.parametrize("path,size", [("none.svg", 40), ("a.svg", 0)])
def test_what_cannot_be_had_is_none(pictures: PackPictures, path: str, size: int) -> None:
    assert pictures.file(path, size, size) is None
    assert pictures.image(Picture(path, ""), size, size) is None
    assert pictures.version("none.svg") == ""


def test_a_bad_picture_is_tried_once(pictures: PackPictures, decoder: NearDecoder, tmp_path: Path) -> None:
    (tmp_path / "pack" / "bad.svg").write_text("<svg>")
    assert pictures.file("bad.svg", 40, 40) is None
    assert pictures.file("bad.svg", 40, 40) is None
    assert decoder.calls == 1


def test_a_damaged_file_is_decoded_anew(pictures: PackPictures, decoder: NearDecoder) -> None:
    place = pictures.file("a.svg", 40, 40)
    assert place is not None
    place.write_bytes(place.read_bytes()[:30])
    assert pictures.image(Picture("a.svg", ""), 40, 40) is not None
    assert decoder.calls == 2


def test_a_folder_that_cannot_be_made_gives_no_picture(
    tmp_path: Path, decoder: NearDecoder, pictures: PackPictures
) -> None:
    (tmp_path / "file").write_text("")
    nowhere = PackPictures(tmp_path / "pack", tmp_path / "file" / "cache", decoder)
    assert nowhere.file("a.svg", 40, 40) is None
    assert decoder.calls == 0


def test_a_full_disk_is_tried_again(
    pictures: PackPictures, decoder: NearDecoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = PictureFault("picture-unwritten", "It cannot be written.", "Free some of the disk.")
    monkeypatch.setattr(decoder, "decode", lambda *_asked: full)
    assert pictures.file("a.svg", 40, 40) is None
    monkeypatch.undo()
    assert pictures.file("a.svg", 40, 40) is not None


def test_a_damaged_file_that_cannot_be_mended_is_none(
    pictures: PackPictures, decoder: NearDecoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def spoil(_source: Path, target: Path, _width: int, _height: int) -> PictureFacts:
        target.write_bytes(b"no picture")
        return PictureFacts("svg", 20, 10)

    monkeypatch.setattr(decoder, "decode", spoil)
    assert pictures.image(Picture("a.svg", ""), 40, 40) is None
