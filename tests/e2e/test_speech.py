# SPDX-License-Identifier: Apache-2.0
"""Pages are read aloud by the real Speech Dispatcher with espeak-ng, heard on a sound card that is none."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from tests.e2e import look
from tests.e2e.collected import PLANTED, found, watched
from tests.e2e.house import PACKS, House, paused, reading, rotating
from tests.e2e.look import Kind
from tests.e2e.program import Program, wait_until
from tests.e2e.sound import LOUD, RATE, Sound, null_sink
from tests.render.tones import pitch_of, write_tones

pytestmark = [pytest.mark.e2e, pytest.mark.slow]


@pytest.fixture
def sound(house: House, tmp_path: Path) -> Iterator[Sound]:
    """The sound of the house, with nothing left of it behind the test."""
    with null_sink(tmp_path / "sound") as made:
        house.session = {**house.screen.environment, **made.environment}
        yield made
        house.end()


def offered(kinds: list[Kind]) -> bool:
    """Tell whether these are the buttons of a page that may be listened to; that comes a moment later."""
    return kinds == [Kind.PLAIN, Kind.MAIN, *[Kind.PLAIN] * 6, Kind.CRISIS]


def asking(kinds: list[Kind]) -> bool:
    """Tell whether these are the buttons of the question whether to listen."""
    return kinds == [Kind.MAIN, Kind.PLAIN, Kind.CRISIS]


def listening(kinds: list[Kind]) -> bool:
    """Tell whether these are the buttons of who listens, at ordinary speed and volume."""
    return kinds == [Kind.MAIN, *[Kind.PLAIN] * 6, Kind.CRISIS]


def speakers(kiosk: Program) -> list[psutil.Process]:
    """Return the children that speak."""
    children = psutil.Process(kiosk.process.pid).children()
    return [child for child in children if "kiosk.ui.speak" in " ".join(child.cmdline())]


def listen(house: House) -> None:
    """Open the first page and ask to be read to, from the loudspeaker."""
    house.see_first_page()
    house.press_page()
    house.see_buttons(paused, "the bar of the paused wall")
    house.press(Kind.MAIN)
    house.see_buttons(offered, "the bar of a reader with Listen in it")
    house.see_still("the first page to read")
    assert not speakers(house.programs[-1])
    house.press(Kind.PLAIN, -4)
    house.see_buttons(asking, "the question whether others may hear it")


def test_a_page_is_heard_its_sentences_are_marked_and_finished_is_silent(house: House, sound: Sound) -> None:
    with watched(house.kiosk(touch="yes", listen="loudspeaker", time_scale=1)) as kiosk:
        listen(house)
        assert (len(speakers(kiosk)), sound.loudest()) == (1, 0)
        before = house.look()
        house.press(Kind.MAIN)
        house.see_buttons(listening, "the bar of who listens")
        wait_until(lambda: sound.loudest() > LOUD, "something to be heard")
        first = house.see(lambda frame: not frame.same(before, look.page(frame)), "a marked sentence")
        house.see(lambda frame: not frame.same(first, look.page(frame)), "the next sentence, marked")
        wait_until(lambda: sound.heard_s() > 3, "three seconds of speech")
        assert len(speakers(kiosk)) == 1
        house.press(Kind.MAIN)
        wait_until(lambda: sound.loudest(0.5) < LOUD, "silence after Pause")
        paused_at = sound.heard_s()
        house.press(Kind.MAIN)
        wait_until(lambda: sound.heard_s() > paused_at + 0.5, "speech again")
        house.press(Kind.PLAIN, -1)
        house.see_buttons(reading, "the bar of a reader after Stop")
        wait_until(lambda: sound.loudest(0.5) < LOUD, "silence after Stop")
        assert found(kiosk) == PLANTED


def test_a_killed_speaker_is_told_of_and_the_show_goes_on(house: House, sound: Sound) -> None:
    with house.kiosk(touch="yes", listen="loudspeaker", time_scale=1) as kiosk:
        listen(house)
        house.press(Kind.MAIN)
        wait_until(lambda: sound.loudest() > LOUD, "something to be heard")
        [speaker] = speakers(kiosk)
        speaker.kill()
        house.see_buttons(asking, "the words that there is no sound, with Try again and Close")
        house.press(Kind.PLAIN)
        house.see_buttons(reading, "the bar of a reader")
        house.press(Kind.PLAIN, -1)
        house.see_buttons(rotating, "the wall after Finished")
        assert kiosk.running


def test_the_speech_key_greets_on_the_wall_reads_pages_and_ends_in_silence(
    house: House, sound: Sound
) -> None:
    with house.kiosk(touch="yes", listen="loudspeaker", speech_key="F9", time_scale=1) as kiosk:
        house.see_first_page()
        house.screen.key("F9")
        house.see_buttons(paused, "the wall, paused by the key")
        wait_until(lambda: sound.heard_s() > 4, "the greeting")
        house.screen.key("Right")
        house.see_buttons(listening, "the bar of who listens, over the first page")
        greeted = sound.heard_s()
        wait_until(lambda: sound.heard_s() > greeted + 2, "the page being read")
        house.screen.key("F9")
        house.see_buttons(reading, "the bar of a reader")
        wait_until(lambda: sound.loudest(0.5) < LOUD, "silence")
        assert kiosk.running


TONES = {"What a paper cut is": 300.0, "A small cut that stings": 500.0}


def record(house: House) -> Path:
    """Give the tiny pack a recording of its first sentences: a tone for each."""
    pack = shutil.copytree(PACKS / "tiny", house.folder / "recorded")
    write_tones(pack / "media/cuts.wav", [(pitch, 1.0) for pitch in TONES.values()])
    cues = [f"00:0{place}.000 --> 00:0{place + 1}.000\n{text}\n" for place, text in enumerate(TONES)]
    (pack / "media/cuts.vtt").write_text("\n".join(("WEBVTT\n", *cues)), encoding="utf-8")
    section = pack / "en/paper-cuts.md"
    text = section.read_text(encoding="utf-8")
    section.write_text(text.replace("+++\n", '+++\nrecording = "media/cuts.wav"\n', 1), encoding="utf-8")
    return pack


def test_a_section_s_own_recording_is_heard_and_what_it_does_not_say_is_spoken(
    house: House, sound: Sound
) -> None:
    with house.kiosk("--pack", str(record(house)), touch="yes", listen="loudspeaker", time_scale=1):
        listen(house)
        before = house.look()
        house.press(Kind.MAIN)
        house.see_buttons(listening, "the bar of who listens")
        first = house.see(lambda frame: not frame.same(before, look.page(frame)), "a marked sentence")
        house.see(lambda frame: not frame.same(first, look.page(frame)), "the next sentence, marked")
        wait_until(lambda: sound.heard_s() > 3, "both tones, and a voice behind them")
        house.press(Kind.PLAIN, -1)
        heard = sound.samples()
        start = next(place for place, sample in enumerate(heard) if abs(sample) > LOUD)
        pitches = [
            pitch_of(heard[start + round(at * RATE) : start + round((at + 0.4) * RATE)], RATE)
            for at in (0.3, 1.5)
        ]
        assert pitches == pytest.approx(list(TONES.values()), rel=0.04)


VOICE = """
from PySide6.QtCore import QCoreApplication
from PySide6.QtTextToSpeech import QTextToSpeech
from kiosk.ui.speak import has_voice
application = QCoreApplication([])
engine = QTextToSpeech("speechd")
print([has_voice(engine, language) and engine.voice().name() for language in ("es", "es-ES", "en", "zh")])
"""


def test_voices_are_those_that_most_patients_know(house: House, sound: Sound, tmp_path: Path) -> None:
    with Program((sys.executable, "-c", VOICE), tmp_path / "voices", house.session) as asked:
        asked.ended()
        names = ["Spanish (Latin America)", "Spanish (Spain)", "English (America)"]
        assert asked.log.startswith(str(names)[:-1]), asked.log
        assert "Mandarin" in asked.log
