# SPDX-License-Identifier: Apache-2.0
"""Tests of the question whether a picture can be shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.content.limits import LIMITS
from kiosk.content.pictures import Gallery, is_address
from kiosk.content.probe import PictureFacts, PictureFault
from kiosk.content.report import Report


@pytest.mark.parametrize(
    "target, outside",
    [
        ("media/a.svg", False),
        ("a:b", False),
        ("https://a.org/b.png", True),
        ("//a.org/b", True),
        ("data:image/png;base64,", True),
    ],
)
def test_addresses_are_told_from_files(target: str, outside: bool) -> None:
    """Whatever names a scheme or a host lies outside."""
    assert is_address(target) is outside


def asked(root: Path, path: str, answer: PictureFacts | PictureFault | None = None) -> tuple[bool, list[str]]:
    """Return whether a picture can be shown and the rules of what was found."""
    report = Report("en/a.md")
    gallery = Gallery(root, report, None if answer is None else lambda _: answer)
    return gallery.has(path, 1), [item.rule for item in report.findings]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a pack with two pictures."""
    (tmp_path / "a.png").write_bytes(b"x")
    (tmp_path / "a.gif").write_bytes(b"x")
    return tmp_path


def test_a_picture_that_fits_is_shown(root: Path) -> None:
    """Without a probe the file counts; with one its facts do."""
    assert asked(root, "a.png") == (True, [])
    assert asked(root, "a.png", PictureFacts("png", 10, 10)) == (True, [])


@pytest.mark.parametrize(
    "path, answer, rule",
    [
        ("https://a.org/a.png", None, "picture-remote"),
        ("b.png", None, "picture-missing"),
        ("../a.png", None, "path-leaves-pack"),
        ("a.gif", None, "picture-kind"),
        ("a.png", PictureFacts("jpeg", 1, 1), "picture-kind"),
        ("a.png", PictureFacts("png", LIMITS.picture_side_px + 1, 1), "picture-too-large"),
        ("a.png", PictureFault("picture-bad", "is broken.", "Save it again."), "picture-bad"),
        ("a.png", PictureFault("made-up", "is odd.", "Save it again."), "picture-bad"),
    ],
)
def test_why_a_picture_is_not_shown(
    root: Path, path: str, answer: PictureFacts | PictureFault | None, rule: str
) -> None:
    """Each reason has its rule."""
    assert asked(root, path, answer) == (False, [rule])


def test_a_heavy_file_is_not_even_probed(root: Path) -> None:
    """The size on disk is asked first."""
    with (root / "big.png").open("wb") as stream:
        stream.truncate(LIMITS.picture_bytes + 1)
    assert asked(root, "big.png", PictureFacts("png", 1, 1)) == (False, ["picture-too-large"])


def test_each_picture_is_looked_at_once(root: Path) -> None:
    """A second mention costs nothing and says nothing again."""
    looked: list[Path] = []

    def probe(path: Path) -> PictureFacts:
        looked.append(path)
        return PictureFacts("png", 1, 1)

    gallery = Gallery(root, Report("a"), probe)
    assert gallery.has("a.png", 1)
    assert gallery.has("a.png", 9)
    assert len(looked) == 1
