# SPDX-License-Identifier: Apache-2.0
"""The reader between the real director on a test pack and a voice that only writes down."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from kiosk.app.reader import Reader
from kiosk.app.voice import Words
from kiosk.layout.aloud import utterances
from kiosk.show.hearing import Obstacle, Outlet, Plugged, Speech, Spoken
from kiosk.show.model import Act, Chosen, Contact, Key, Panel, Pressed, View
from kiosk.ui.snapshot import Sentence, Snapshot
from tests.app.conftest import Build
from tests.app.theatre import SETTINGS, Sketcher, Theatre
from tests.layout.fakes import Monospace

LOUD = replace(SETTINGS, listen="loudspeaker")
PRIVATE = replace(SETTINGS, listen="headphones")


class Parrot(QObject):
    """A voice that writes down what it is to say, and says so when a test lets it."""

    said = Signal(int)
    failed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.words: list[Words] = []
        self.volumes: list[float] = []
        self.number = 0
        self.talking = False
        self.awake = False

    def say(self, number: int, words: Words) -> None:
        self.number, self.talking = number, True
        self.words.append(words)

    def wake(self) -> None:
        self.awake = True

    def stop(self) -> None:
        self.talking = False

    def set_volume(self, volume: float) -> None:
        self.volumes.append(volume)


@dataclass
class Hall:
    """A theatre in which somebody may listen."""

    theatre: Theatre
    voice: Parrot
    reader: Reader
    qtbot: QtBot

    @property
    def heard(self) -> list[str]:
        return [words.text for words in self.voice.words]

    @property
    def snapshot(self) -> Snapshot:
        return self.theatre.now

    @property
    def status(self) -> Speech:
        return self.snapshot.scene.listening.status

    def read(self) -> None:
        """Open the first section's first page."""
        self.theatre.touch()
        self.theatre.choose(Act.READ_THIS)

    def listen(self) -> None:
        self.read()
        self.theatre.choose(Act.LISTEN)
        self.theatre.choose(Act.LISTEN_START)

    def finish(self) -> None:
        """Let the voice end what it says, and all that comes of it happen."""
        before = (self.heard, self.status)
        self.voice.talking = False
        self.voice.said.emit(self.voice.number)
        self.qtbot.waitUntil(lambda: (self.heard, self.status) != before)


Open = Callable[..., Hall]


@pytest.fixture
def open_hall(build: Build, sketcher: Sketcher, qtbot: QtBot) -> Iterator[Open]:
    """Open halls on the tiny pack."""
    halls: list[Hall] = []

    def opened(outlet: Outlet = Outlet.LOUDSPEAKER) -> Hall:
        theatre = build(sketcher, LOUD if outlet is Outlet.LOUDSPEAKER else PRIVATE)
        fixtures = replace(
            theatre.stage_for(theatre.director._stage.screen).fixtures,
            read=lambda page: utterances(page, Monospace()),
        )
        theatre.director._stage = replace(theatre.director._stage, fixtures=fixtures)
        voice = Parrot()
        reader = Reader(voice, theatre.director.handle, outlet, lambda: theatre.hands.now)
        theatre.director.attend(reader)
        theatre.begin()
        halls.append(Hall(theatre, voice, reader, qtbot))
        return halls[-1]

    yield opened
    for hall in halls:
        hall.reader.end()


@pytest.fixture
def hall(open_hall: Open) -> Hall:
    """A hall with a loudspeaker."""
    return open_hall()


def test_a_section_is_read_sentence_by_sentence_to_its_end(hall: Hall) -> None:
    hall.listen()
    pages = {1}
    while hall.status is Speech.SPEAKING:
        assert len(hall.heard) < 60
        if hall.heard:
            hall.finish()
        pages.add(hall.snapshot.scene.page + 1)
    assert hall.heard[:5] == [
        "What a paper cut is",
        "A small cut that stings",
        "A sheet of paper has a thin edge.",
        "When it slides along a finger it can open the skin.",
        "The cut is not deep, but it stings, since a finger feels more than most of the body.",
    ]
    assert "10 of 15" in hall.heard
    assert hall.heard[-2] == "A cut that is red and hot after two days should be seen by a nurse."
    assert hall.heard[-1] == "This topic ends here. Next topic reads on."
    assert pages == set(range(1, hall.snapshot.scene.pages + 1))
    assert hall.status is Speech.ENDED
    assert hall.snapshot.spoken_marks == ()


def test_the_sentence_that_is_read_is_marked(hall: Hall) -> None:
    hall.listen()
    title = hall.snapshot.spoken_marks
    hall.finish()
    heading = hall.snapshot.spoken_marks
    assert len(title) == len(heading) == 1
    assert heading[0].y > title[0].y


def test_the_loudspeaker_is_asked_about_and_rises(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    hall.read()
    hall.theatre.choose(Act.LISTEN)
    assert (hall.status, hall.heard, hall.voice.awake) == (Speech.ASKING, [], True)
    hall.reader._rise.setInterval(1)
    hall.theatre.choose(Act.LISTEN_START)
    assert hall.voice.words[0].volume == pytest.approx(0.15)
    hall.theatre.hands.turn(1.0)
    hall.qtbot.waitUntil(lambda: bool(hall.voice.volumes))
    assert hall.voice.volumes[-1] == pytest.approx(0.325)
    hall.theatre.hands.turn(1.5)
    hall.qtbot.waitUntil(lambda: not hall.reader._rise.isActive())
    assert hall.voice.volumes[-1] == pytest.approx(0.5)
    hall.finish()
    assert hall.voice.words[-1].volume == pytest.approx(0.5)


def test_headphones_begin_at_once(open_hall: Open) -> None:
    hall = open_hall(Outlet.HEADPHONES)
    hall.theatre.director.handle(Plugged(present=True))
    hall.read()
    hall.theatre.choose(Act.LISTEN)
    assert hall.heard == ["What a paper cut is"]
    assert hall.voice.words[0] == Words("What a paper cut is", "en", 0.0, 0.5)
    assert not hall.reader._rise.isActive()
    hall.theatre.director.handle(Plugged(present=False))
    assert (hall.voice.talking, hall.status) == (False, Speech.OFF)


def test_pause_repeat_speed_and_volume_say_the_sentence_again(hall: Hall) -> None:
    hall.listen()
    hall.finish()
    hall.theatre.choose(Act.LISTEN_PAUSE)
    assert not hall.voice.talking
    for act in (Act.LISTEN_RESUME, Act.LISTEN_REPEAT, Act.LISTEN_FASTER, Act.LISTEN_LOUDER):
        hall.theatre.choose(act)
        assert hall.voice.talking
    assert hall.heard[1:] == ["A small cut that stings"] * 5
    assert hall.voice.words[-1].rate == 0.25
    assert hall.voice.words[-1].volume == pytest.approx(0.6)


@pytest.mark.parametrize("act", [Act.FINISHED, Act.CRISIS, Act.TOPICS, Act.LISTEN_STOP])
def test_leaving_silences_at_once_also_while_no_page_is_painted(
    act: Act, hall: Hall, sketcher: Sketcher
) -> None:
    hall.listen()
    sketcher.works = False
    hall.theatre.choose(act)
    assert not hall.voice.talking
    said = len(hall.heard)
    hall.voice.said.emit(hall.voice.number)
    hall.qtbot.wait(20)
    assert len(hall.heard) == said


def test_a_touch_silences(hall: Hall) -> None:
    hall.listen()
    hall.theatre.director.handle(Contact(1, 5.0, 5.0, down=True))
    assert (hall.voice.talking, hall.status) == (False, Speech.HUSHED)


def test_nothing_is_said_before_its_page_is_there(hall: Hall, sketcher: Sketcher) -> None:
    hall.listen()
    hall.finish()
    said = len(hall.heard)
    sketcher.works = False
    sketcher.names.clear()
    hall.theatre.director.handle(Pressed(Key.RIGHT))
    assert (len(hall.heard), hall.voice.talking) == (said, False)
    sketcher.works = True
    sketcher.paint()
    hall.theatre.director.refresh()
    assert (len(hall.heard), hall.voice.talking) == (said + 1, True)


def test_a_page_with_nothing_to_say_is_turned(hall: Hall) -> None:
    hall.read()
    director = hall.theatre.director
    bare = replace(director._stage.fixtures, read=lambda _page: ())
    director._stage = replace(director._stage, fixtures=bare)
    hall.theatre.choose(Act.LISTEN)
    hall.theatre.choose(Act.LISTEN_START)
    hall.qtbot.waitUntil(lambda: hall.status is Speech.ENDED)
    assert hall.heard == ["This topic ends here. Next topic reads on."]


@pytest.mark.parametrize("why", [Obstacle.SOUND, Obstacle.VOICE, Obstacle.ENGINE])
def test_what_the_voice_cannot_do_is_shown(why: Obstacle, hall: Hall) -> None:
    hall.listen()
    hall.voice.failed.emit(why.value)
    hall.qtbot.waitUntil(lambda: hall.status is Speech.FAILED)
    assert hall.snapshot.scene.listening.obstacle is why
    assert hall.snapshot.scene.view is View.PAGE


def test_speech_mode_greets_reads_and_says_what_has_the_focus(hall: Hall) -> None:
    hall.theatre.director.handle(Chosen(Act.SPEECH_MODE))
    greeting = hall.snapshot.phrases.say("speech_greeting")
    hall.finish()
    hall.finish()
    wall = hall.snapshot.text.splitlines()
    assert hall.heard[:3] == ["Others can hear this.", greeting, wall[0]]
    hall.theatre.director.handle(Pressed(Key.RIGHT))
    assert hall.heard[-1].startswith("Page 1 of ")
    hall.finish()
    assert hall.heard[-1] == "What a paper cut is"
    hall.reader.guide("Next, button")
    assert hall.heard[-1] == "Next, button"
    hall.finish()
    assert hall.heard[-1] == "What a paper cut is"
    hall.theatre.director.handle(Pressed(Key.UP))
    assert (hall.voice.talking, hall.status) == (False, Speech.PAUSED)
    hall.theatre.choose(Act.CRISIS)
    assert hall.heard[-1] == hall.snapshot.phrases.say("crisis_desk")
    assert hall.snapshot.scene.panel is Panel.CRISIS
    hall.theatre.director.handle(Pressed(Key.UP))
    assert not hall.voice.talking
    hall.theatre.director.handle(Chosen(Act.SPEECH_MODE))
    said = len(hall.heard)
    hall.reader.guide("Close, button")
    assert len(hall.heard) == said


def test_without_speech_mode_the_focus_says_nothing(hall: Hall) -> None:
    hall.reader.guide("Next, button")
    hall.read()
    hall.reader.guide("Next, button")
    assert hall.heard == []


def test_a_reader_that_ended_says_nothing_more(hall: Hall) -> None:
    hall.listen()
    hall.reader.end()
    said = len(hall.heard)
    hall.voice.said.emit(hall.voice.number)
    hall.qtbot.wait(20)
    hall.reader._louder()
    hall.reader._say(Sentence("too late"), None)
    assert len(hall.heard) == said


def test_who_comes_to_read_says_what_is_on_already(hall: Hall) -> None:
    hall.theatre.director._hearer = None
    hall.theatre.director.handle(Chosen(Act.SPEECH_MODE))
    assert hall.heard == []
    hall.theatre.director.attend(hall.reader)
    assert hall.heard == ["Others can hear this."]


WHOLE = Sentence("It heals in days.", "/pack/cuts.mp3", 1.0, 2.5)
REST = replace(WHOLE, goes_on=True)


def put(hall: Hall, *sentences: Sentence) -> int:
    """Let the page have these sentences, whatever stands on it; return what the show waits for."""
    hall.reader._last = replace(hall.snapshot, spoken=sentences)
    return hall.snapshot.scene.listening.utterance


def test_a_recording_is_played_in_place_of_words_that_it_says(hall: Hall) -> None:
    hall.listen()
    hall.reader._read(WHOLE, put(hall, WHOLE))
    words = hall.voice.words[-1]
    assert (words.text, words.sound, words.from_s, words.to_s) == (
        "It heals in days.",
        "/pack/cuts.mp3",
        1.0,
        2.5,
    )
    assert words.longest_ms > replace(words, to_s=2.0).longest_ms


def test_the_rest_of_a_sentence_that_was_heard_whole_is_passed_over_once(hall: Hall, qtbot: QtBot) -> None:
    told: list[object] = []
    hall.listen()
    utterance = put(hall, REST, Sentence("Dry it."))
    hall.reader.told.connect(told.append)
    hall.reader._read(WHOLE, utterance)
    before = len(hall.heard)
    hall.reader._read(REST, utterance)
    assert told == [Spoken(utterance, more=True)]
    hall.reader._read(REST, utterance)
    assert hall.heard[before:] == ["It heals in days."], "who asks for it again hears the whole"


def test_the_rest_of_a_sentence_that_was_cut_off_is_heard_whole(hall: Hall) -> None:
    hall.listen()
    utterance = put(hall, REST)
    hall.reader._read(WHOLE, utterance)
    hall.reader._silence()
    before = len(hall.heard)
    hall.reader._read(REST, utterance)
    assert hall.heard[before:] == ["It heals in days."]
