# SPDX-License-Identifier: Apache-2.0
"""Listening: every cell of its table in docs/show.md, and what a table cannot say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time

import pytest
from msgspec.structs import replace

from kiosk.show import listen
from kiosk.show.hearing import (
    LOUDEST,
    SENTENCE_S,
    Listening,
    Obstacle,
    Outlet,
    Plugged,
    Speech,
    Spoken,
    Voiceless,
)
from kiosk.show.machine import wake
from kiosk.show.model import Act, Chosen, Contact, Event, Key, Pressed, Replaced, Tick, Touch, WallClock
from tests.show.examples import DAY, PROGRAMME, SETTINGS, Visit, stop
from tests.show.test_table import table

LOUD = replace(SETTINGS, listen=Outlet.LOUDSPEAKER)
PRIVATE = replace(SETTINGS, listen=Outlet.HEADPHONES)
FIRST = "event \\ heard"


def heard(visit: Visit) -> Listening:
    return visit.scene.listening


def said(visit: Visit, *, more: bool = True) -> Visit:
    """Let the voice say what it was given to its end."""
    return visit.tell(Spoken(heard(visit).utterance, more))


def listening(outlet: Outlet = Outlet.LOUDSPEAKER, page: int = 1) -> Visit:
    """Somebody listens to the second sentence of a page of section b."""
    visit = Visit(replace(SETTINGS, listen=outlet)).tell(Plugged(present=True)).read("b", page)
    visit.choose(Act.LISTEN).choose(Act.LISTEN_START)
    return said(visit.wait(1))


def in_speech(wanted: str) -> Visit:
    """A show in which that is heard of the second of three pages."""
    visit = Visit(LOUD).read("b", 1)
    match Speech(wanted):
        case Speech.OFF:
            return visit
        case Speech.ASKING:
            return visit.choose(Act.LISTEN)
        case Speech.SPEAKING:
            return listening()
        case Speech.HUSHED:
            return listening().tell(Contact(1, 5.0, 5.0, down=True))
        case Speech.PAUSED:
            return listening().choose(Act.LISTEN_PAUSE)
        case Speech.FAILED:
            return listening().tell(Voiceless(Obstacle.SOUND))
        case _:
            visit = said(listening(page=2), more=False)
            visit.tell(Replaced(PROGRAMME, "b", 2))
            return visit


def event(label: str, visit: Visit) -> Event:
    worded: dict[str, Event] = {
        "finger down": Contact(2, 50.0, 50.0, down=True),
        "a sentence was said": Spoken(heard(visit).utterance, more=True),
        "the page's last was said": Spoken(heard(visit).utterance, more=False),
        "nothing can be heard": Voiceless(Obstacle.SOUND),
        "time": Tick(),
    }
    if label in worded:
        return worded[label]
    return Pressed(Key(label.split("`")[1])) if "`" in label else Chosen(Act(label.strip("*")))


def cells() -> Iterator[tuple[str, str, str]]:
    head, *rows = table(FIRST)
    for label, *followers in rows:
        for status, follower in zip(head[1:], followers, strict=True):
            yield label, status, follower


def test_the_table_has_every_button_and_everything_heard() -> None:
    head, *rows = table(FIRST)
    assert head[1:] == list(Speech)
    assert {f"*{act}*" for act in (*listen.ACTS, Act.SPEECH_MODE)} < {row[0] for row in rows}


@pytest.mark.parametrize("label, status, follower", list(cells()))
def test_each_cell_of_the_table(label: str, status: str, follower: str) -> None:
    visit = in_speech(status)
    before = heard(visit)
    assert before.status == status
    visit.tell(event(label, visit))
    after = heard(visit)
    sentences = {"again": before.sentence, "sentence": before.sentence + 1, "page": 0}
    if follower in sentences:
        assert (after.status, after.sentence) == (Speech.SPEAKING, sentences[follower])
        assert after.utterance == before.utterance + 1
    else:
        assert after.status == follower
        assert after.utterance == before.utterance


def test_headphones_do_not_ask() -> None:
    visit = Visit(PRIVATE).tell(Plugged(present=True)).read("b")
    assert visit.scene.offers_listening
    visit.choose(Act.LISTEN)
    assert (heard(visit).status, heard(visit).sentence) == (Speech.SPEAKING, 0)


@pytest.mark.parametrize("outlet", [Outlet.HEADPHONES, Outlet.OFF])
def test_nothing_is_offered_where_nothing_may_be_heard(outlet: Outlet) -> None:
    visit = Visit(replace(SETTINGS, listen=outlet)).read("b")
    assert not visit.scene.offers_listening
    assert heard(visit.choose(Act.LISTEN)).status is Speech.OFF
    assert not heard(visit.choose(Act.SPEECH_MODE)).guided


def test_a_pulled_plug_ends_all_at_once() -> None:
    visit = listening(Outlet.HEADPHONES).choose(Act.LISTEN_LOUDER).tell(Plugged(present=False))
    assert heard(visit) == Listening(utterance=heard(visit).utterance)
    assert not visit.scene.offers_listening


def test_a_plug_says_nothing_where_the_loudspeaker_is_used() -> None:
    visit = listening().tell(Plugged(present=False))
    assert heard(visit).status is Speech.SPEAKING


def test_a_screen_without_touch_is_not_silenced_by_contacts() -> None:
    visit = Visit(replace(LOUD, touch=Touch.NO)).press(Key.RIGHT, Key.RIGHT)
    visit.choose(Act.LISTEN).choose(Act.LISTEN_START).tell(Contact(1, 5.0, 5.0, down=True))
    assert heard(visit).status is Speech.SPEAKING


def test_a_touch_that_means_nothing_pauses_once_it_is_over() -> None:
    visit = listening()
    visit.tell(Contact(1, 5.0, 5.0, down=True)).wait(2.0)
    assert heard(visit).status is Speech.HUSHED
    visit.tell(Contact(1, 5.0, 5.0, down=False)).wait(0.5)
    assert heard(visit).status is Speech.HUSHED
    visit.wait(0.2)
    assert heard(visit).status is Speech.PAUSED


@pytest.mark.parametrize(
    "act, status",
    [
        (Act.LISTEN_PAUSE, Speech.PAUSED),
        (Act.LISTEN_FASTER, Speech.SPEAKING),
        (Act.LISTEN_REPEAT, Speech.SPEAKING),
        (Act.LISTEN_STOP, Speech.OFF),
    ],
)
def test_a_touch_on_a_button_of_listening_does_what_the_button_says(act: Act, status: Speech) -> None:
    visit = listening()
    visit.tell(Contact(1, 5.0, 5.0, down=True)).wait(0.2)
    visit.tell(Contact(1, 5.0, 5.0, down=False), Chosen(act)).wait(1.0)
    assert heard(visit).status is status


def test_the_end_of_the_touch_that_began_it_silences_nothing() -> None:
    visit = Visit(LOUD).read("b").choose(Act.LISTEN).tell(Contact(1, 5.0, 5.0, down=True))
    visit.tell(Chosen(Act.LISTEN_START), Contact(1, 5.0, 5.0, down=False)).wait(2.0)
    assert heard(visit).status is Speech.SPEAKING


def test_pages_turn_by_themselves_until_the_section_ends() -> None:
    visit = listening(page=0)
    places = []
    for _ in range(3):
        places.append((visit.scene.page, heard(visit).status))
        said(visit, more=False)
    assert places == [(page, Speech.SPEAKING) for page in range(3)]
    assert (visit.place, heard(visit).status) == (("b", 2), Speech.ENDED)
    said(visit)
    assert heard(visit).status is Speech.ENDED
    visit.choose(Act.LISTEN_RESUME)
    assert (visit.place, heard(visit).status, heard(visit).sentence) == (("c", 0), Speech.SPEAKING, 0)


def test_after_the_last_section_reading_ends_in_topics() -> None:
    visit = Visit(LOUD).read("c", 2).choose(Act.LISTEN).choose(Act.LISTEN_START)
    said(visit, more=False).choose(Act.LISTEN_RESUME)
    assert (visit.name, heard(visit).status) == ("topics", Speech.OFF)


def test_being_read_to_is_activity() -> None:
    visit = listening()
    for _ in range(10):
        visit.wait(60)
        said(visit)
    assert visit.name == "page"
    visit.choose(Act.LISTEN_PAUSE).wait(119)
    assert visit.name == "page"
    visit.wait(1)
    assert visit.name == "band"


def test_what_was_said_late_says_nothing() -> None:
    visit = listening()
    late = heard(visit).utterance
    visit.choose(Act.LISTEN_REPEAT)
    acted = visit.state.acted
    visit.wait(1).tell(Spoken(late, more=True))
    assert (heard(visit).sentence, visit.state.acted) == (1, acted)


def test_a_sentence_that_never_ends_has_no_sound() -> None:
    visit = listening()
    assert wake(visit.state) == visit.now + SENTENCE_S
    visit.wait(SENTENCE_S)
    assert (heard(visit).status, heard(visit).obstacle) == (Speech.FAILED, Obstacle.SOUND)


def test_who_tries_again_is_asked_again() -> None:
    visit = listening().tell(Voiceless(Obstacle.VOICE)).choose(Act.LISTEN).choose(Act.LISTEN_START)
    assert (heard(visit).status, heard(visit).obstacle) == (Speech.SPEAKING, Obstacle.NONE)


def test_the_next_visitor_finds_the_clinic_s_speed_and_volume() -> None:
    visit = listening().choose(Act.LISTEN_LOUDER).choose(Act.LISTEN_SLOWER)
    assert (heard(visit).rate, heard(visit).volume) == (-1, 6)
    visit.choose(Act.FINISHED)
    assert (heard(visit).rate, heard(visit).volume, heard(visit).status) == (0, 5, Speech.OFF)


def test_speed_and_volume_stop_at_their_ends() -> None:
    visit = listening()
    for _ in range(12):
        visit.choose(Act.LISTEN_LOUDER).choose(Act.LISTEN_FASTER)
    assert (heard(visit).rate, heard(visit).volume) == (2, LOUDEST)
    for _ in range(12):
        visit.choose(Act.LISTEN_SOFTER).choose(Act.LISTEN_SLOWER)
    assert (heard(visit).rate, heard(visit).volume) == (-2, 1)


def test_another_language_is_read_from_the_top_of_the_page() -> None:
    visit = listening().choose(Act.SHEET).choose(Act.LANGUAGE, "es")
    assert (heard(visit).status, heard(visit).sentence) == (Speech.PAUSED, 0)
    visit = Visit(LOUD).read("b").choose(Act.SHEET).choose(Act.LANGUAGE, "es")
    assert heard(visit).status is Speech.OFF


def test_listening_can_be_chosen_in_the_sheet_which_makes_way() -> None:
    visit = Visit(LOUD).read("b").choose(Act.SHEET).choose(Act.LISTEN)
    assert (visit.name, heard(visit).status) == ("page", Speech.ASKING)


@pytest.mark.parametrize(
    "outlet, first, later", [(Outlet.LOUDSPEAKER, 0.15, 0.5), (Outlet.HEADPHONES, 0.5, 0.5)]
)
def test_the_loudspeaker_begins_softly_and_rises(outlet: Outlet, first: float, later: float) -> None:
    visit = Visit(replace(SETTINGS, listen=outlet)).tell(Plugged(present=True)).read("b")
    visit.choose(Act.LISTEN).choose(Act.LISTEN_START)
    begun = visit.now
    loud = [listen.loudness(heard(visit), outlet, begun + late) for late in (0.0, 1.0, 2.0, 9.0)]
    assert loud == pytest.approx([first, (first + later) / 2, later, later])


@pytest.mark.parametrize("state", ["attract", "paused", "topics", "closed", "dark"])
def test_speech_mode_begins_anywhere(state: str) -> None:
    closed = state in {"closed", "dark"}
    visit = Visit(LOUD, clock=datetime.combine(DAY, time(20) if closed else time(10)))
    if closed:
        visit.wait_until(state)
    elif state != "attract":
        visit.tap()
    if state == "topics":
        visit.choose(Act.TOPICS)
    visit.choose(Act.SPEECH_MODE)
    assert visit.name == {"attract": "paused", "dark": "closed"}.get(state, state)
    assert (heard(visit).guided, heard(visit).status) == (True, Speech.OFF)
    visit.choose(Act.SPEECH_MODE)
    assert not heard(visit).guided


def test_in_speech_mode_each_page_is_read() -> None:
    visit = Visit(LOUD).choose(Act.SPEECH_MODE).press(Key.RIGHT)
    assert (visit.name, heard(visit).status) == ("page", Speech.SPEAKING)
    visit.press(Key.UP)
    assert heard(visit).status is Speech.PAUSED
    visit.press(Key.RIGHT)
    assert (visit.scene.page, heard(visit).status) == (1, Speech.SPEAKING)
    visit.choose(Act.CRISIS)
    assert (heard(visit).guided, heard(visit).status) == (True, Speech.OFF)
    visit.choose(Act.CLOSE).choose(Act.FINISHED)
    assert not heard(visit).guided


def test_who_began_speech_mode_is_not_asked_again() -> None:
    visit = Visit(LOUD).choose(Act.SPEECH_MODE).press(Key.RIGHT).choose(Act.LISTEN_STOP).choose(Act.LISTEN)
    assert heard(visit).status is Speech.SPEAKING


def test_speech_mode_answers_the_band_and_reads() -> None:
    visit = Visit(LOUD).read("b", 1).wait_until("band").choose(Act.SPEECH_MODE)
    assert (visit.name, heard(visit).status) == ("page", Speech.SPEAKING)


def test_speech_mode_waits_beneath_a_panel() -> None:
    visit = Visit(LOUD).read("b", 1).choose(Act.SHEET).choose(Act.SPEECH_MODE)
    assert (visit.name, heard(visit).guided, heard(visit).status) == ("sheet", True, Speech.OFF)


def test_speech_mode_ends_without_a_voice() -> None:
    visit = Visit(LOUD).choose(Act.SPEECH_MODE).tell(Voiceless(Obstacle.ENGINE))
    assert (heard(visit).guided, heard(visit).obstacle) == (False, Obstacle.ENGINE)


def test_a_wall_in_speech_mode_left_alone_forgets_it() -> None:
    visit = Visit(LOUD).choose(Act.SPEECH_MODE).wait_until("attract")
    assert heard(visit) == Listening()


def test_a_dark_screen_is_silent() -> None:
    visit = Visit(LOUD, clock=datetime.combine(DAY, time(20))).wait_until("closed")
    visit.choose(Act.SPEECH_MODE)
    assert heard(visit).guided
    visit.wait_until("dark")
    assert not heard(visit).guided


def test_closing_time_does_not_cut_off_who_listens() -> None:
    visit = listening().tell(WallClock(datetime.combine(DAY, time(20))))
    assert (visit.name, heard(visit).status) == ("page", Speech.SPEAKING)


def test_a_section_that_is_gone_ends_what_was_read_of_it() -> None:
    visit = listening().tell(Replaced(replace(PROGRAMME, stops=(stop("a"),))))
    assert (visit.name, heard(visit).status) == ("topics", Speech.OFF)


def test_the_clinic_s_volume_is_the_first() -> None:
    assert heard(Visit(replace(LOUD, volume=3))).volume == 3
