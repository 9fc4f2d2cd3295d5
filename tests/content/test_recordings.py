# SPDX-License-Identifier: Apache-2.0
"""A section's recording: its file, and the times of its sentences."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.content.finding import Finding
from kiosk.content.limits import LIMITS
from kiosk.content.manifest import read_pack
from kiosk.content.pack import Cue, Section
from kiosk.content.section import read_section

SOUND = "media/paper-cuts.mp3"
CUES = "media/paper-cuts.vtt"
WEBVTT = "WEBVTT - the reader's name\nKind: captions\n\n"


@pytest.fixture
def tiny(packs: Path, tmp_path: Path) -> Path:
    root = shutil.copytree(packs / "tiny", tmp_path / "tiny")
    (root / SOUND).write_bytes(b"sound")
    name_recording(root, SOUND)
    return root


def name_recording(root: Path, path: str) -> None:
    file = root / "en/paper-cuts.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("+++\n", f'+++\nrecording = "{path}"\n', 1), encoding="utf-8")


def read(root: Path, cues: str) -> tuple[Section, tuple[Finding, ...]]:
    (root / CUES).write_text(cues, encoding="utf-8")
    return again(root)


def again(root: Path) -> tuple[Section, tuple[Finding, ...]]:
    pack, _ = read_pack(root)
    assert pack
    section, findings = read_section(pack, "paper-cuts", "en")
    assert section, "a fault of a recording costs no section"
    return section, findings


def test_cues_are_read_with_hours_names_notes_tags_and_settings(tiny: Path) -> None:
    section, findings = read(
        tiny,
        f"{WEBVTT}NOTE read on a Monday\n\nSTYLE\n::cue {{}}\n\n"
        "00:00.500 --> 00:02.000\nWhat a paper\ncut is\n\n"
        "second\n01:00:02.000 --> 01:00:03.250 align:start\n<v Ann>A small &amp; quick cut.</v>\n",
    )
    assert findings == ()
    assert section.recording is not None
    assert section.recording.path == SOUND
    assert section.recording.cues == (
        Cue(0.5, 2.0, "What a paper cut is"),
        Cue(3602.0, 3603.25, "A small & quick cut."),
    )


@pytest.mark.parametrize(
    "cues, line",
    [
        ("", 1),
        ("WEBVTTX\n\n00:00.500 --> 00:02.000\nWords\n", 1),
        (f"{WEBVTT}00:00.500 -> 00:02.000\nWords\n", 4),
        (f"{WEBVTT}one\n00:00.5 --> 00:02.000\nWords\n", 5),
        (f"{WEBVTT}00:00.500 --> 00:02.000\n", 4),
        (f"{WEBVTT}00:02.000 --> 00:02.000\nWords\n", 4),
        (f"{WEBVTT}00:00.000 --> 01:00.001\nWords\n", 4),
        (f"{WEBVTT}00:00.000 --> 00:02.000\nWords\n\n00:01.000 --> 00:03.000\nMore\n", 7),
    ],
)
def test_what_is_no_cue_is_told_with_its_line(cues: str, line: int, tiny: Path) -> None:
    _, (finding,) = read(tiny, cues)
    assert (finding.rule, finding.place.file, finding.place.line) == ("recording-bad", CUES, line)


def test_a_cue_that_cannot_be_read_costs_no_other(tiny: Path) -> None:
    section, _ = read(
        tiny, f"{WEBVTT}00:00.000 --> 00:01.000\nOne.\n\nnone\n\n00:01.000 --> 00:02.000\nTwo.\n"
    )
    assert section.recording is not None
    assert [cue.text for cue in section.recording.cues] == ["One.", "Two."]


def test_without_any_cue_there_is_no_recording(tiny: Path) -> None:
    assert read(tiny, "WEBVTT\n") == (again(tiny)[0], ())
    assert again(tiny)[0].recording is None


@pytest.mark.parametrize(
    "path", ["", "media/paper-cuts.exe", "media/pa per.mp3", "../paper-cuts.mp3", "media/none.mp3"]
)
def test_a_file_that_cannot_be_a_recording_is_told_where_it_is_named(path: str, tiny: Path) -> None:
    name_recording(tiny, path)
    file = tiny / "en/paper-cuts.md"
    file.write_text(
        file.read_text(encoding="utf-8").replace(f'recording = "{SOUND}"\n', ""), encoding="utf-8"
    )
    section, findings = read(tiny, f"{WEBVTT}00:00.000 --> 00:01.000\nOne.\n")
    assert section.recording is None
    assert {finding.rule for finding in findings} == {"recording-bad"}
    assert (findings[0].place.file, findings[0].place.line) == ("en/paper-cuts.md", 2)


def test_a_link_and_a_missing_file_of_times_are_told(tiny: Path) -> None:
    _, (finding,) = again(tiny)
    assert (finding.rule, finding.place.file) == ("recording-bad", CUES)
    (tiny / SOUND).unlink()
    (tiny / SOUND).symlink_to("/etc/hostname")
    _, findings = read(tiny, f"{WEBVTT}00:00.000 --> 00:01.000\nOne.\n")
    assert [(finding.rule, finding.place.file) for finding in findings] == [
        ("recording-bad", "en/paper-cuts.md")
    ]


def test_a_recording_beyond_its_limit_is_told_by_its_size_alone(tiny: Path) -> None:
    with (tiny / SOUND).open("r+b") as file:
        file.truncate(LIMITS.recording_bytes + 1)
    section, (finding,) = read(tiny, f"{WEBVTT}00:00.000 --> 00:01.000\nOne.\n")
    assert section.recording is None
    assert "MB" in finding.found


@given(st.text(st.sampled_from("WEBVTT\n\n0123:.->< abé&;"), max_size=200))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_file_of_times_gives_cues_in_order(tiny: Path, text: str) -> None:
    section, findings = read(tiny, f"WEBVTT\n\n{text}")
    cues = section.recording.cues if section.recording else ()
    assert all(finding.rule == "recording-bad" for finding in findings)
    assert all(cue.from_s < cue.to_s and cue.text for cue in cues)
    assert list(cues) == sorted(cues, key=lambda cue: cue.from_s)
