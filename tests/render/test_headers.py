# SPDX-License-Identifier: Apache-2.0
"""What a picture's first bytes say, for pictures that Qt itself wrote."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter

from kiosk.content.limits import LIMITS
from kiosk.content.probe import PictureFacts, PictureFault
from kiosk.render.headers import facts_of, header_facts


def written(folder: Path, ending: str, width: int = 31, height: int = 17, quality: int = 80) -> Path:
    """Write a picture in a format."""
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(0xFF336699)
    place = folder / f"picture.{ending}"
    writer = QImageWriter(str(place), QByteArray(ending.encode()))
    writer.setQuality(quality)
    assert writer.write(image), writer.errorString()
    return place


@pytest.mark.parametrize(
    "ending,quality,kind",
    [
        ("png", 80, "png"),
        ("jpg", 80, "jpeg"),
        ("webp", 80, "webp"),
        ("webp", 100, "webp"),
    ],
)
def test_format_and_pixels_are_read(
    qapp: QGuiApplication, tmp_path: Path, ending: str, quality: int, kind: str
) -> None:
    assert header_facts(written(tmp_path, ending, quality=quality)) == PictureFacts(kind, 31, 17)


def test_an_extended_webp_tells_its_canvas() -> None:
    data = (
        b"RIFF\0\0\0\0WEBPVP8X"
        + bytes(8)
        + (299).to_bytes(3, "little")
        + (199).to_bytes(3, "little")
        + bytes(9)
    )
    assert facts_of(data, ".webp") == PictureFacts("webp", 300, 200)


def test_a_jpeg_with_padding_and_bare_markers_is_read() -> None:
    frame = b"\xff\xc0\x00\x11\x08" + (5).to_bytes(2, "big") + (7).to_bytes(2, "big") + bytes(10)
    assert facts_of(b"\xff\xd8\xff\xff\x01" + frame, ".jpeg") == PictureFacts("jpeg", 7, 5)


@pytest.mark.parametrize(
    "data,ending,rule",
    [
        (b"GIF89a" + bytes(50), ".png", "picture-kind"),
        (b"\x1f\x8b" + bytes(50), ".svg", "picture-kind"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), ".jpg", "picture-kind"),
        (b"<svg viewBox='0 0 1 1'/>", ".png", "picture-kind"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), ".png", "picture-bad"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(30), ".png", "picture-bad"),
        (b"\xff\xd8\xff\xe0\0\x02", ".jpg", "picture-bad"),
        (b"RIFF\0\0\0\0WEBPVP8 " + bytes(30), ".webp", "picture-bad"),
        (b"<svg/>", ".svg", "picture-bad"),
        (b"", ".svg", "picture-kind"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x20\0\0\0\0\x01" + bytes(30), ".png", "picture-too-large"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x10\0\0\0\x10\0" + bytes(30), ".png", "picture-too-large"),
    ],
)
def test_what_cannot_be_shown_is_a_fault_with_a_cure(data: bytes, ending: str, rule: str) -> None:
    fault = facts_of(data, ending)
    assert isinstance(fault, PictureFault)
    assert fault.rule == rule
    assert fault.found.endswith(".")
    assert fault.cure.endswith(".")


def test_a_file_too_large_is_not_read(tmp_path: Path) -> None:
    place = tmp_path / "a.png"
    with place.open("wb") as file:
        file.truncate(LIMITS.picture_bytes + 1)
    fault = header_facts(place)
    assert isinstance(fault, PictureFault)
    assert fault.rule == "picture-too-large"


def test_a_file_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    fault = header_facts(tmp_path / "a.png")
    assert isinstance(fault, PictureFault)
    assert fault.rule == "picture-missing"


@given(
    head=st.sampled_from(
        (
            b"\x89PNG\r\n\x1a\n",
            b"\xff\xd8\xff",
            b"RIFF1234WEBPVP8 ",
            b"RIFF1234WEBPVP8X",
            b"RIFF1234WEBPVP8L",
            b"<svg",
        )
    ),
    rest=st.binary(max_size=80),
    ending=st.sampled_from((".png", ".jpg", ".webp", ".svg", ".txt")),
)
def test_no_bytes_raise(head: bytes, rest: bytes, ending: str) -> None:
    assert isinstance(facts_of(head + rest, ending), PictureFacts | PictureFault)
