# SPDX-License-Identifier: Apache-2.0
"""The default pack's pages as a deck for each peer: the same words on the same number of pages."""

from __future__ import annotations

import html
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from tests.e2e.program import ROOT

REVEAL = "reveal.js@6.0.2"
PACK = ROOT / "resources" / "packs" / "ptsd"
FONT = ROOT / "resources" / "fonts" / "AtkinsonHyperlegibleNext-Regular.ttf"
FETCHED = ROOT / "build" / "bench" / REVEAL
"""Where reveal.js lies once it was fetched, for the next run."""

SLIDE_MS = 250
"""How long a page slides: as long as the kiosk's do."""

TAGS = {"heading": "h2", "item": "li", "caption": "small", "cell": "span", "callout": "blockquote"}

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Deck</title>
<link rel="stylesheet" href="reveal/dist/reset.css">
<link rel="stylesheet" href="reveal/dist/reveal.css">
<link rel="stylesheet" href="reveal/dist/theme/white.css">
<style>
@font-face {{ font-family: Atkinson; src: url(font); }}
.reveal {{ font-family: Atkinson, sans-serif; }}
.reveal .slides > section {{ transition-duration: {slide_ms}ms !important; }}
</style></head>
<body><div class="reveal"><div class="slides">
{slides}
</div></div>
<script src="reveal/dist/reveal.js"></script>
<script>
Reveal.initialize({{
  transition: "{transition}", controls: false, progress: false, width: 1920, height: 1080
}});
</script>
</body></html>
"""


ODP = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.presentation">
<office:automatic-styles>
<style:page-layout style:name="L"><style:page-layout-properties fo:page-width="28cm" fo:page-height="15.75cm"
/></style:page-layout>
<style:style style:name="B" style:family="graphic">
<style:graphic-properties draw:fill="none" draw:stroke="none"/></style:style>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="M" style:page-layout-name="L"/></office:master-styles>
<office:body><office:presentation>{pages}</office:presentation></office:body></office:document>
"""
ODP_PAGE = """<draw:page draw:name="p{number}" draw:master-page-name="M">
<draw:frame draw:style-name="B" svg:x="1cm" svg:y="1cm" svg:width="26cm" svg:height="13cm">
<draw:text-box>{text}</draw:text-box></draw:frame></draw:page>"""


def pages() -> list[Mapping[str, object]]:
    """Return the reading pages of the default pack, as `kiosk pages` prints them."""
    command = [sys.executable, "-m", "kiosk", "pages", str(PACK), "--json"]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    found = json.loads(said)["pages"]
    assert isinstance(found, list)
    return found


def slide(boxes: Iterable[Mapping[str, object]]) -> str:
    """Return one page's boxes as a slide; pictures and arrays of people are left out."""
    lines = []
    for box in boxes:
        tag = TAGS.get(str(box["role"]), "p")
        if box.get("text") and box["role"] != "icon-array":
            lines.append(f"<{tag}>{html.escape(str(box['text']))}</{tag}>")
    return "<section>\n" + "\n".join(lines) + "\n</section>"


def reveal() -> Path:
    """Return the folder of reveal.js, fetched from the npm registry unless it is there."""
    if (FETCHED / "dist" / "reveal.js").exists():
        return FETCHED
    npm = shutil.which("npm")
    assert npm is not None, "npm not installed, which fetches reveal.js"
    with tempfile.TemporaryDirectory(dir=made(FETCHED.parent)) as name:
        folder = Path(name)
        command = [npm, "pack", "--silent", REVEAL]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, (
            f"{REVEAL} cannot be fetched: {done.stderr.strip() or done.stdout.strip()}"
        )
        shutil.unpack_archive(folder / done.stdout.split()[-1], folder, "gztar", filter="data")
        (folder / "package").rename(FETCHED)
    return FETCHED


def made(folder: Path) -> Path:
    """Return a folder, made if need be."""
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def web(folder: Path, transition: str) -> Path:
    """Write the deck for a browser into a folder and return its page; `transition` is none or slide."""
    place = folder / f"{transition}.html"
    if place.exists():
        return place
    shutil.copytree(reveal(), made(folder) / "reveal", dirs_exist_ok=True)
    shutil.copy(FONT, folder / "font")
    written = "\n".join(slide(page["boxes"]) for page in pages())  # type: ignore[arg-type] # what JSON holds
    place.write_text(PAGE.format(slides=written, transition=transition, slide_ms=SLIDE_MS), encoding="utf-8")
    return place


def lines(page: Mapping[str, object]) -> list[str]:
    """Return the texts of a page, one a block; arrays of people are left out."""
    boxes = page["boxes"]
    assert isinstance(boxes, list)
    return [str(box["text"]) for box in boxes if box.get("text") and box["role"] != "icon-array"]


def pdf(folder: Path) -> Path:
    """Write the deck as PDF into a folder, unless it is there, and return it."""
    place = folder / "deck.pdf"
    if not place.exists():
        made(folder)
        command = [sys.executable, "-m", "tests.bench.pdf", str(place)]
        told = json.dumps([lines(page) for page in pages()])
        subprocess.run(command, cwd=ROOT, input=told, text=True, check=True, capture_output=True)
    return place


def slides(folder: Path) -> Path:
    """Write the deck as a flat OpenDocument presentation into a folder, unless it is there, and return it."""
    place = folder / "deck.fodp"
    if not place.exists():
        made(folder)
        drawn = []
        for number, page in enumerate(pages(), 1):
            text = "".join(f"<text:p>{html.escape(line)}</text:p>" for line in lines(page))
            drawn.append(ODP_PAGE.format(number=number, text=text))
        place.write_text(ODP.format(pages="".join(drawn)), encoding="utf-8")
    return place
