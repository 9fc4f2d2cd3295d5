# SPDX-License-Identifier: Apache-2.0
"""The exported site says what the screen says, asks nobody for anything, and is accessible in Chromium."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urljoin

import pytest

from kiosk.cli.export import export
from tests.author.browser import WIDTHS, look

ROOT = Path(__file__).resolve().parents[2]
PACKS = {
    "ptsd": ROOT / "resources" / "packs" / "ptsd",
    "tiny": ROOT / "tests" / "packs" / "tiny",
    "rtl": ROOT / "tests" / "packs" / "rtl",
}


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sites")
    for name, pack in PACKS.items():
        assert export(pack, folder / name) == 0
    return folder


def pages(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.html"))


@pytest.mark.slow
def test_every_page_is_accessible_and_fits_narrow_and_wide(sites: Path, tmp_path: Path) -> None:
    told = look(sites, tmp_path)
    assert len(told) == len(WIDTHS) * len(pages(sites)) > 40
    for each in told:
        assert each["client"] == each["width"], each
        assert each["scroll"] == each["width"], each
        assert each["violations"] == [], each
        assert each["broken"] == [], each
        assert all("//127.0.0.1:" in str(name) for name in each["requests"]), each  # type: ignore[attr-defined] # a list of the browser's


def test_every_link_leads_to_a_page_or_a_place_of_the_site(sites: Path) -> None:
    for page in pages(sites):
        words = page.read_text(encoding="utf-8")
        for target in re.findall(r'(?:href|src)="([^"]*)"', words):
            assert not re.match(r"https?:|//", target), target
            name, _, place = target.partition("#")
            if target != "data:,":
                assert not name or Path(urljoin(page.as_posix(), name)).is_file(), (page, target)
                assert not place or f'id="{place}"' in words, (page, target)
        assert "<script" not in words


def test_each_page_names_its_language_its_direction_and_the_others(sites: Path) -> None:
    english = (sites / "ptsd" / "en" / "start-here" / "index.html").read_text(encoding="utf-8")
    assert '<html lang="en" dir="ltr">' in english
    assert '<link rel="alternate" hreflang="es" href="../../es/start-here/index.html">' in english
    arabic = next((sites / "rtl" / "ar").glob("*/index.html")).read_text(encoding="utf-8")
    assert '<html lang="ar" dir="rtl">' in arabic


def test_each_page_carries_the_disclaimer_the_review_and_the_crisis_lines(sites: Path) -> None:
    for page in (sites / "ptsd" / "en").rglob("*.html"):
        words = page.read_text(encoding="utf-8")
        assert "Information only. Ask your care team before any change." in words
        assert "Written from published studies. A clinician here has not checked it yet." in words
        assert "<bdi>988</bdi>" in words
        assert "<bdi>911</bdi>" in words


def test_people_are_drawn_and_told_in_words(sites: Path) -> None:
    drawn = [page.read_text(encoding="utf-8") for page in pages(sites) if "<svg" in page.read_text("utf-8")]
    assert drawn
    for words in drawn:
        for label, drawing in re.findall(r'<svg role="img" aria-label="([^"]+)"[^>]*>(.*?)</svg>', words):
            count, of = (int(number) for number in re.findall(r"\d+", label)[:2])
            found = (drawing.count('class="counted"'), drawing.count("<path"))
            assert found in {(count, of), (of, count)}, label


def test_the_same_pack_gives_the_same_files(sites: Path, tmp_path: Path) -> None:
    assert export(PACKS["tiny"], tmp_path / "again") == 0
    for file in (sites / "tiny").rglob("*"):
        if file.is_file():
            assert (tmp_path / "again" / file.relative_to(sites / "tiny")).read_bytes() == file.read_bytes()
