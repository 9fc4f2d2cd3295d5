# SPDX-License-Identifier: Apache-2.0
"""Decoding a picture: fitted, whole, or a fault."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage

from kiosk.content.probe import PictureFacts, PictureFault
from kiosk.render import decode as module
from kiosk.render.decode import decode
from tests.render.test_headers import written

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10">'
    '<rect width="20" height="10" fill="#336699"/></svg>'
)


@pytest.mark.parametrize("ending", ["png", "jpg", "webp"])
def test_a_picture_is_fitted_into_its_size(qapp: QGuiApplication, tmp_path: Path, ending: str) -> None:
    target = tmp_path / "out.png"
    assert decode(written(tmp_path, ending, 40, 20), target, 200, 60) == PictureFacts(
        ending.replace("jpg", "jpeg"), 40, 20
    )
    image = QImage(str(target))
    assert (image.width(), image.height()) == (120, 60)
    assert image.pixelColor(60, 30).blue() == pytest.approx(0x99, abs=6)


def test_a_drawing_is_drawn_at_the_size_wanted(qapp: QGuiApplication, tmp_path: Path) -> None:
    source, target = tmp_path / "a.svg", tmp_path / "out.png"
    source.write_text(SVG)
    assert decode(source, target, 300, 300) == PictureFacts("svg", 20, 10)
    image = QImage(str(target))
    assert (image.width(), image.height()) == (300, 150)
    assert image.pixelColor(299, 149).name() == "#336699"


def test_without_a_target_nothing_is_written(qapp: QGuiApplication, tmp_path: Path) -> None:
    source = tmp_path / "a.svg"
    source.write_text(SVG)
    assert decode(source, None, 0, 0) == PictureFacts("svg", 20, 10)
    assert [file.name for file in tmp_path.iterdir()] == ["a.svg"]


def test_a_cut_off_picture_is_a_fault(
    qapp: QGuiApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = written(tmp_path, "webp")
    place.write_bytes(place.read_bytes()[:40])
    fault = decode(place, None, 0, 0)
    assert isinstance(fault, PictureFault)
    assert fault.rule == "picture-bad"


def test_a_full_disk_is_no_fault_of_the_picture(qapp: QGuiApplication, tmp_path: Path) -> None:
    fault = decode(written(tmp_path, "png"), tmp_path / "no folder" / "out.png", 10, 10)
    assert isinstance(fault, PictureFault)
    assert fault.rule == "picture-unwritten"


def test_a_refused_picture_is_never_decoded(qapp: QGuiApplication, tmp_path: Path) -> None:
    source = tmp_path / "a.svg"
    source.write_text(SVG.replace("<rect", "<script/><rect"))
    assert isinstance(decode(source, tmp_path / "out.png", 10, 10), PictureFault)


def test_requests_are_answered_line_by_line(
    qapp: QGuiApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = {"source": str(written(tmp_path, "png")), "target": "", "width": 0, "height": 0}
    missing = asked | {"source": str(tmp_path / "none.png"), "target": str(tmp_path / "x.png")}
    monkeypatch.setattr(sys, "stdin", io.StringIO(json.dumps(asked) + "\n" + json.dumps(missing) + "\n"))
    monkeypatch.setattr(module, "QGuiApplication", list)
    bounded: list[str] = []
    monkeypatch.setattr(module, "_bound_memory", lambda: bounded.append("memory"))
    monkeypatch.setattr(module, "_bound_time", lambda: bounded.append("time"))
    assert module.main() == 0
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert answers[0] == {"format": "png", "width": 31, "height": 17}
    assert answers[1]["rule"] == "picture-missing"
    assert bounded == ["memory", "time", "time"]
