# SPDX-License-Identifier: Apache-2.0
"""Cuts the Chinese fonts anew after words were added: what they had, and all of resources/i18n/zh.toml.

python .ci/chinese-font.py FOLDER  # of NotoSansCJK-*.ttc, from Debian's fonts-noto-cjk; needs fonttools
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parents[1]
FONTS = ROOT / "resources" / "fonts"
SIMPLIFIED = 2
ASCENT, DESCENT = 984, -316
EXACTLY = 1.0


def cut(weight: str, source: Path) -> None:
    """Write one weight with the characters it had and those of the program's words."""
    place = FONTS / f"KioskChinese-{weight}.ttf"
    before, full = TTFont(place), TTFont(source / f"NotoSansCJK-{weight}.ttc", fontNumber=SIMPLIFIED)
    words = tomllib.loads((ROOT / "resources" / "i18n" / "zh.toml").read_text(encoding="utf-8"))
    wanted = set(before.getBestCmap()) | {
        ord(char) for text in words.values() for char in text if ord(char) > 0x2E7F
    }
    known = full.getBestCmap()
    names = {char: known[char] for char in sorted(wanted & set(known))}
    order = [".notdef", *dict.fromkeys(names.values())]
    shapes, drawn = full.getGlyphSet(), {}
    for name in order:
        pen = TTGlyphPen(None)
        if name != ".notdef":
            shapes[name].draw(Cu2QuPen(pen, EXACTLY, reverse_direction=True))
        drawn[name] = pen.glyph()
    made = FontBuilder(full["head"].unitsPerEm, isTTF=True)
    made.setupGlyphOrder(order)
    made.setupCharacterMap(names)
    made.setupGlyf(drawn)
    widths = {name: full["hmtx"][name][0] for name in order}
    made.setupHorizontalMetrics(
        {name: (widths[name], drawn[name].xMin if drawn[name].numberOfContours else 0) for name in order}
    )
    made.setupHorizontalHeader(ascent=ASCENT, descent=DESCENT)
    made.font["name"] = before["name"]
    made.setupOS2(
        sTypoAscender=ASCENT,
        sTypoDescender=DESCENT,
        sTypoLineGap=0,
        usWinAscent=ASCENT,
        usWinDescent=-DESCENT,
        usWeightClass=before["OS/2"].usWeightClass,
        fsSelection=before["OS/2"].fsSelection,
        sxHeight=before["OS/2"].sxHeight,
        sCapHeight=before["OS/2"].sCapHeight,
    )
    made.setupPost(keepGlyphNames=False)
    made.font["head"].macStyle = before["head"].macStyle
    made.font["head"].fontRevision = before["head"].fontRevision
    made.font["head"].created = made.font["head"].modified = before["head"].created
    made.save(place)


if __name__ == "__main__":
    for each in ("Regular", "Bold"):
        cut(each, Path(sys.argv[1]))
