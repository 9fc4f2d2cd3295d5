# SPDX-License-Identifier: Apache-2.0
"""What the first bytes of a picture say of it, read without decoding it."""

from __future__ import annotations

from pathlib import Path

from kiosk.content.limits import LIMITS
from kiosk.content.probe import PictureFacts, PictureFault
from kiosk.render.svg import svg_size

ENDINGS = {".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg", ".webp": "webp", ".svg": "svg"}

_JPEG_SIZES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})


def header_facts(path: Path) -> PictureFacts | PictureFault:
    """Return a picture's format and pixels if its bytes, its ending and the limits agree."""
    try:
        size = path.stat().st_size
        if size > LIMITS.picture_bytes:
            return _large(f"it has {size / 1024 / 1024:.1f} MB")
        data = path.read_bytes()
    except OSError as error:
        return PictureFault("picture-missing", f"it cannot be read: {error.strerror}.", "Put the file there.")
    return facts_of(data, path.suffix.lower())


def facts_of(data: bytes, ending: str) -> PictureFacts | PictureFault:
    """Return format and pixels of a picture's bytes, which must be what the file's ending says."""
    kind = _kind(data)
    if kind is None or kind != ENDINGS.get(ending):
        found = (
            f"it is {f'a {kind} picture' if kind else 'no picture that is shown'}, its ending is {ending!r}."
        )
        return PictureFault(
            "picture-kind", found, "Save it as .svg, .png, .jpg or .webp under its own ending."
        )
    if kind == "svg":
        drawn = svg_size(data)
        if isinstance(drawn, str):
            return PictureFault("picture-bad", drawn, "Save it as a plain SVG drawing.")
        return PictureFacts("svg", *drawn)
    size = {"png": _png, "jpeg": _jpeg, "webp": _webp}[kind](data)
    if size is None or min(size) < 1:
        return PictureFault("picture-bad", "its header is damaged.", "Save it again.")
    side, pixels = max(size), size[0] * size[1]
    if side > LIMITS.picture_side_px or pixels > LIMITS.picture_pixels:
        return _large(f"it has {size[0]} by {size[1]} pixels")
    return PictureFacts(kind, *size)


def _large(found: str) -> PictureFault:
    side, millions = LIMITS.picture_side_px, LIMITS.picture_pixels // 1_000_000
    megabytes = LIMITS.picture_bytes // 1024 // 1024
    cure = f"Save it with at most {side} pixels a side, {millions} million in all and {megabytes} MB."
    return PictureFault("picture-too-large", f"{found}.", cure)


def _kind(data: bytes) -> str | None:
    """Return the format that the first bytes announce."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if data.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    return "svg" if head.startswith((b"<svg", b"<?xml", b"<!--", b"<!DOCTYPE")) else None


def _png(data: bytes) -> tuple[int, int] | None:
    if data[12:16] != b"IHDR" or len(data) < 33:
        return None
    return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")


def _jpeg(data: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
        elif marker in _JPEG_SIZES:
            return int.from_bytes(data[at + 7 : at + 9], "big"), int.from_bytes(data[at + 5 : at + 7], "big")
        elif marker == 0x01 or 0xD0 <= marker <= 0xD8:
            at += 2
        else:
            at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return None


def _webp(data: bytes) -> tuple[int, int] | None:
    chunk = data[12:16]
    if chunk == b"VP8X" and len(data) >= 30:
        return 1 + int.from_bytes(data[24:27], "little"), 1 + int.from_bytes(data[27:30], "little")
    if chunk == b"VP8L" and len(data) >= 25 and data[20] == 0x2F:
        bits = int.from_bytes(data[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if chunk == b"VP8 " and len(data) >= 30 and data[23:26] == b"\x9d\x01\x2a":
        return int.from_bytes(data[26:28], "little") & 0x3FFF, int.from_bytes(data[28:30], "little") & 0x3FFF
    return None
