# SPDX-License-Identifier: Apache-2.0
"""SVG drawings: what is harmless passes, what leads outside or grows when drawn is refused."""

from __future__ import annotations

import pytest

from kiosk.paths import resources
from kiosk.render.svg import MOST_ELEMENTS, svg_size
from tests.work import calls

HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 20 10"'
)


def drawing(inside: str, head: str = HEAD) -> bytes:
    return f"{head}>{inside}</svg>".encode()


def uses(levels: int, each: int) -> str:
    rows = ['<g id="a0"><rect width="1" height="1"/></g>']
    rows += [f'<g id="a{n + 1}">{f"""<use href="#a{n}"/>""" * each}</g>' for n in range(levels)]
    return "".join(rows)


@pytest.mark.parametrize(
    "inside",
    [
        '<rect width="4" height="4" fill="url(#g)"/><linearGradient id="g"/>',
        '<style>.a { fill: url(#g) }</style><path class="a" d="M0 0h9"/>',
        '<g id="one"><path d="M0 0"/></g><use href="#one"/><use xlink:href="#one" x="3"/>',
        "<title>A glass of water</title><!-- a note -->",
        uses(3, 10),
    ],
)
def test_a_plain_drawing_has_a_size(inside: str) -> None:
    assert svg_size(drawing(inside)) == (20, 10)


@pytest.mark.parametrize(
    "inside",
    [
        "<script>1</script>",
        '<image href="../secret.png"/>',
        '<image href="#inside"/>',
        '<svg:image xmlns:svg="http://www.w3.org/2000/svg" href="/etc/passwd"/>',
        '<filter><feImage href="#a"/></filter>',
        "<foreignObject/>",
        '<use href="other.svg#a"/>',
        '<use xlink:href="file:///etc/passwd"/>',
        '<a href="https://example.org"><rect/></a>',
        '<use href="data:image/svg+xml,x"/>',
        '<rect onclick="alert(1)"/>',
        '<rect fill="url(https://example.org/a.svg#x)"/>',
        "<rect style=\"fill: url( 'a.svg#x' )\"/>",
        "<style>@import 'https://example.org/a.css';</style>",
        "<style>rect { fill: url(a.svg) }</style>",
        '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>',
        '<g id="a"><use href="#a"/></g>',
        uses(8, 10),
        "<g>" * 150 + "</g>" * 150,
        "<g/>" * 20_001,
    ],
)
def test_a_hostile_drawing_is_refused_with_little_work(inside: str) -> None:
    hostile = drawing(inside)
    assert isinstance(svg_size(hostile), str)
    assert calls(lambda: svg_size(hostile)) < 20 * MOST_ELEMENTS


def test_a_long_chain_of_uses_is_refused() -> None:
    chain = "".join(f'<g id="a{n}"><use href="#a{n + 1}"/></g>' for n in range(3000))
    assert isinstance(svg_size(drawing(chain)), str)


@pytest.mark.parametrize(
    "data",
    [
        b'<!DOCTYPE svg [<!ENTITY a "aaa">]><svg viewBox="0 0 1 1"/>',
        b'<!DOCTYPE svg SYSTEM "http://example.org/x.dtd"><svg viewBox="0 0 1 1"/>',
        b'<?xml-stylesheet href="a.css"?><svg viewBox="0 0 1 1"/>',
        b"<html/>",
        b"<svg viewBox='0 0 1 1'>",
        b"",
        b"\x00\x01",
        b"<svg/>",
        b"<svg viewBox='0 0 a b'/>",
        b"<svg viewBox='0 0 0 5'/>",
        b"<svg viewBox='0 0 5000 5'/>",
        b"<svg width='1e9' height='1e9'/>",
    ],
)
def test_what_is_no_sound_drawing_is_refused_in_words(data: bytes) -> None:
    found = svg_size(data)
    assert isinstance(found, str)
    assert found.endswith(".")


def test_width_and_height_serve_without_a_view_box() -> None:
    assert svg_size(b'<?xml version="1.0"?><svg width="30px" height="12.4"/>') == (30, 12)


def test_every_drawing_of_ours_is_harmless() -> None:
    files = [*(resources() / "icons").glob("*.svg"), *(resources() / "packs").rglob("*.svg")]
    assert len(files) > 15
    assert [file.name for file in files if isinstance(svg_size(file.read_bytes()), str)] == []
