# SPDX-License-Identifier: Apache-2.0
"""The decoder's child: it decodes, it may die, and the next picture is decoded all the same."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from kiosk.content.probe import PictureFacts, PictureFault
from kiosk.render.decoder import Decoder, child_command
from kiosk.render.pictures import probe
from tests.render.test_decode import SVG
from tests.render.test_headers import written


@pytest.fixture
def decoder() -> Iterator[Decoder]:
    with Decoder() as one:
        yield one


def chunk(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")


def png_bomb(width: int, height: int) -> bytes:
    """Return a small PNG of many pixels."""
    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x10\x06\0\0\0"
    rows = zlib.compress(bytes((width * 8 + 1) * height), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def test_pictures_are_decoded_by_one_child_after_another(
    decoder: Decoder, qapp: QGuiApplication, tmp_path: Path
) -> None:
    drawing, target = tmp_path / "a.svg", tmp_path / "out.png"
    drawing.write_text(SVG)
    assert decoder.decode(drawing, target, 60, 60) == PictureFacts("svg", 20, 10)
    assert QImage(str(target)).width() == 60
    child = decoder._child
    assert decoder.probe(written(tmp_path, "webp")) == PictureFacts("webp", 31, 17)
    assert decoder._child is child


@pytest.fixture
def drawing(tmp_path: Path) -> Path:
    """Return the file of a drawing."""
    drawing = tmp_path / "a.svg"
    drawing.write_text(SVG)
    return drawing


def test_a_child_that_nobody_asks_ends_and_comes_back(
    qapp: QGuiApplication, drawing: Path, qtbot: QtBot
) -> None:
    with Decoder(idle_s=0.05) as decoder:
        assert decoder.probe(drawing) == PictureFacts("svg", 20, 10)
        qtbot.waitUntil(lambda: decoder._child is None)
        assert decoder.probe(drawing) == PictureFacts("svg", 20, 10)


def test_a_child_that_is_expected_is_there_before_the_first_question_and_stays(
    qapp: QGuiApplication, drawing: Path, qtbot: QtBot
) -> None:
    with Decoder(idle_s=0.05) as decoder:
        decoder.expect()
        qtbot.waitUntil(lambda: decoder._child is not None)
        child = decoder._child
        for _ in range(2):
            assert decoder.probe(drawing) == PictureFacts("svg", 20, 10)
            qtbot.wait(100)
        assert decoder._child is child
    assert decoder._child is None


def test_a_child_that_cannot_start_is_not_expected(tmp_path: Path) -> None:
    with Decoder((str(tmp_path / "nothing"),)) as decoder:
        decoder._start_ahead()
        assert decoder._child is None
        assert decoder._idle is None


def test_one_probe_ends_its_child(qapp: QGuiApplication, tmp_path: Path) -> None:
    assert probe(written(tmp_path, "png")) == PictureFacts("png", 31, 17)


def test_a_small_file_of_too_much_memory_is_a_fault(decoder: Decoder, tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.png"
    bomb.write_bytes(png_bomb(4000, 3999))
    fault = decoder.probe(bomb)
    assert isinstance(fault, PictureFault)
    assert fault.rule == "picture-bad"
    good = tmp_path / "a.svg"
    good.write_text(SVG)
    assert decoder.probe(good) == PictureFacts("svg", 20, 10)


def test_a_lying_webp_is_a_fault(decoder: Decoder, qapp: QGuiApplication, tmp_path: Path) -> None:
    place = written(tmp_path, "webp", 16, 16, 100)
    data = place.read_bytes()
    canvas = (
        b"VP8X"
        + (10).to_bytes(4, "little")
        + bytes(4)
        + (3999).to_bytes(3, "little")
        + (3998).to_bytes(3, "little")
    )
    place.write_bytes(b"RIFF" + (len(data) + 10).to_bytes(4, "little") + b"WEBP" + canvas + data[12:])
    assert isinstance(decoder.probe(place), PictureFault)


@pytest.mark.parametrize(
    "script",
    [
        "import os; os.abort()",
        "input(); import os; os.kill(os.getpid(), 9)",
        "import sys; sys.exit(3)",
        "input(); print('half a line', end='', flush=True)",
    ],
)
def test_a_child_that_dies_is_a_fault_of_the_picture(tmp_path: Path, script: str) -> None:
    drawing = tmp_path / "a.svg"
    drawing.write_text(SVG)
    with Decoder((sys.executable, "-c", script)) as decoder:
        for _again in range(2):
            fault = decoder.probe(drawing)
            assert isinstance(fault, PictureFault)
            assert fault.rule == "picture-bad"


def test_a_child_that_hangs_is_ended(tmp_path: Path) -> None:
    drawing = tmp_path / "a.svg"
    drawing.write_text(SVG)
    with Decoder(
        (sys.executable, "-c", "import threading; threading.Event().wait()"), patience_s=0.3
    ) as decoder:
        assert isinstance(decoder.probe(drawing), PictureFault)
        assert decoder._child is None


def test_a_program_that_cannot_start_is_a_fault(tmp_path: Path) -> None:
    drawing = tmp_path / "a.svg"
    drawing.write_text(SVG)
    with Decoder((str(tmp_path / "nothing"),)) as decoder:
        assert isinstance(decoder.probe(drawing), PictureFault)


def test_a_bundle_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    assert child_command()[1:] == ("-m", "kiosk.render.decode")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert child_command() == (sys.executable, "decode-picture")
