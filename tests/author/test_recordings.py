# SPDX-License-Identifier: Apache-2.0
"""A recording is held to the words of its section, and to its own length."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from kiosk.author.check import check_pack
from kiosk.author.recordings import Lasts
from kiosk.content.finding import Finding
from tests.app.test_ears import WHOLE_SECTION
from tests.render.tones import write_tones

PACKS = Path(__file__).parent.parent / "packs"
SOUND, CUES, SECTION = "media/cuts.wav", "media/cuts.vtt", "en/paper-cuts.md"
ALL = WHOLE_SECTION[:-1]


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    root = shutil.copytree(PACKS / "tiny", tmp_path / "tiny")
    file = root / SECTION
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("+++\n", f'+++\nrecording = "{SOUND}"\n', 1), encoding="utf-8")
    write_tones(root / SOUND, ((300.0, 1.0),))
    return root


def findings(root: Path, sentences: list[str], lasts: Lasts | None = None) -> tuple[Finding, ...]:
    blocks = (
        f"00:{place:02}.000 --> 00:{place + 1:02}.000\n{text}\n" for place, text in enumerate(sentences)
    )
    (root / CUES).write_text("\n".join(("WEBVTT\n", *blocks)), encoding="utf-8")
    return check_pack(root, None, date(2026, 11, 23), lasts=lasts)


def test_a_recording_of_every_sentence_is_clean_and_its_files_are_used(tiny: Path) -> None:
    assert findings(tiny, ALL, lambda _file: float(len(ALL))) == ()


def test_a_sentence_that_the_section_no_longer_says_is_told(tiny: Path) -> None:
    found = findings(tiny, [*ALL, "It never heals."])
    assert [(each.rule, each.place.file) for each in found] == [("recording-words", CUES)]
    assert "It never heals." in found[0].found


def test_sentences_that_nobody_recorded_are_counted_and_the_first_is_named(tiny: Path) -> None:
    found = findings(tiny, ALL[:-2])
    assert [(each.rule, each.place.file) for each in found] == [("recording-words", SECTION)]
    assert f"2 of {len(ALL)}" in found[0].found
    assert ALL[-2][:40] in found[0].found


@pytest.mark.parametrize("seconds, told", [(None, "decoded"), (3.0, "3.0 s")])
def test_a_sound_that_cannot_be_heard_to_its_last_cue_is_told(
    seconds: float | None, told: str, tiny: Path
) -> None:
    (found,) = findings(tiny, ALL, lambda _file: seconds)
    assert (found.rule, found.place.file) == ("recording-bad", SOUND)
    assert told in found.found
