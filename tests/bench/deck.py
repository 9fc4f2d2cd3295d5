# SPDX-License-Identifier: Apache-2.0
"""The default pack's pages as a deck of slides for a browser: the same words on the same number of pages."""

from __future__ import annotations

import html
import json
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from tests.e2e.program import ROOT

REVEAL = "reveal.js@6.0.2"
PACK = ROOT / "resources" / "packs" / "ptsd"
TAGS = {"heading": "h2", "item": "li", "caption": "small", "cell": "span", "callout": "blockquote"}

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Deck</title>
<link rel="stylesheet" href="reveal/dist/reset.css">
<link rel="stylesheet" href="reveal/dist/reveal.css">
<link rel="stylesheet" href="reveal/dist/theme/white.css">
<style>
@font-face {{ font-family: Atkinson; src: url(font); }}
.reveal {{ font-family: Atkinson, sans-serif; }}
</style></head>
<body><div class="reveal"><div class="slides">
{slides}
</div></div>
<script src="reveal/dist/reveal.js"></script>
<script>
Reveal.initialize({{ transition: "{transition}", controlsTutorial: false, width: 1920, height: 1080 }});
</script>
</body></html>
"""


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


def reveal(folder: Path) -> None:
    """Fetch reveal.js from the npm registry into a folder, unless it is there."""
    if (folder / "reveal" / "dist" / "reveal.js").exists():
        return
    folder.mkdir(parents=True, exist_ok=True)
    npm = shutil.which("npm")
    assert npm is not None
    said = subprocess.run(
        [npm, "pack", "--silent", REVEAL], cwd=folder, capture_output=True, text=True, check=True
    )
    shutil.unpack_archive(folder / said.stdout.split()[-1], folder / "unpacked", "gztar", filter="data")
    (folder / "unpacked" / "package").rename(folder / "reveal")


def deck(folder: Path, transition: str) -> Path:
    """Write the deck into a folder and return its page; `transition` is none or slide."""
    reveal(folder)
    font = next((ROOT / "resources" / "fonts").glob("Atkinson*"))
    shutil.copy(font, folder / "font")
    slides = "\n".join(slide(page["boxes"]) for page in pages())  # type: ignore[arg-type] # what JSON holds
    place = folder / f"{transition}.html"
    place.write_text(PAGE.format(slides=slides, transition=transition), encoding="utf-8")
    return place
