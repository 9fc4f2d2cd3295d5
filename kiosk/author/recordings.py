# SPDX-License-Identifier: Apache-2.0
"""Whether a recording still says what its section says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from kiosk.author.style import EXCERPT, block_texts
from kiosk.content.blocks import Block, Figure, IconArray, plain
from kiosk.content.finding import Finding, Place
from kiosk.content.pack import Section
from kiosk.content.phrases import Phrases
from kiosk.content.report import finding
from kiosk.content.section import section_file
from kiosk.layout.recorded import letters
from kiosk.layout.sentences import sentences

Lasts = Callable[[Path], float | None]
"""How many seconds a sound file lasts; None where it cannot be decoded."""

HAIR_S = 0.25
"""An MP3 may be told to be that much shorter than it is."""


def sound_files(section: Section) -> frozenset[str]:
    """Return the paths of a section's recording and of its times."""
    recording = section.recording
    if recording is None:
        return frozenset()
    return frozenset({recording.path, recording.times})


def check_sound(section: Section, root: Path, lasts: Lasts) -> Iterator[Finding]:
    """Yield what is wrong with the sound itself of a section's recording."""
    recording = section.recording
    if recording is None:
        return
    seconds, needed = lasts(root / recording.path), recording.cues[-1].to_s
    if seconds is None:
        found, cure = "The recording cannot be decoded.", "Save it anew as MP3, FLAC, Ogg Vorbis or WAV."
        yield finding("recording-bad", Place(recording.path), found, cure)
    elif seconds + HAIR_S < needed:
        found = f"The recording ends after {seconds:.1f} s, its last cue after {needed:.1f} s."
        yield finding(
            "recording-bad", Place(recording.path), found, "Mend the times, or add what is missing."
        )


def check_recording(section: Section, phrases: Phrases) -> Iterator[Finding]:
    """Yield what the recording of a section says and the section does not, and the other way round."""
    recording = section.recording
    if recording is None:
        return
    said = {letters(cue.text): cue.text for cue in recording.cues}
    written = {letters(sentence): sentence for sentence in _sentences(section, phrases)}
    for key, text in said.items():
        if key not in written:
            yield finding(
                "recording-words",
                Place(recording.times),
                f"The section does not say “{text[:EXCERPT]}”; nobody will hear it.",
                "Let the cue have the sentence's very words, or record the sentence anew.",
            )
    silent = [text for key, text in written.items() if key and key not in said]
    if silent:
        yield finding(
            "recording-words",
            Place(section_file(section.id, section.language)),
            f"{len(silent)} of {len(written)} sentences are in no cue of {recording.times}, the first: "
            f"“{silent[0][:EXCERPT]}”.",
            "Record them; until then the system's voice says them.",
        )


def _sentences(section: Section, phrases: Phrases) -> Iterator[str]:
    """Yield the sentences that are read aloud of a section."""
    texts = [section.title, section.image.alt if section.image else ""]
    for block in section.blocks:
        texts += _words_for_pictures(block, phrases)
        texts += [plain(text) for text in block_texts(block)]
    for text in texts:
        for start, end in sentences(text):
            yield text[start:end]


def _words_for_pictures(block: Block, phrases: Phrases) -> list[str]:
    match block:
        case Figure():
            return [block.alt]
        case IconArray():
            return [phrases.say("people_of", count=block.count, of=block.of)]
        case _:
            return []
