# SPDX-License-Identifier: Apache-2.0
"""The bridge of screen readers: silent and empty while nobody listens, and filled when somebody does."""

from __future__ import annotations

from kiosk.ui.lists import EntryList
from kiosk.ui.reading_bridge import PASSAGE_ROLES, ReadingBridge, somebody
from tests.ui.studio import PASSAGES, Studio


class Ears:
    """Whether a screen reader is connected."""

    def __init__(self, *, open_: bool) -> None:
        self.open = open_
        self.asked = 0

    def __call__(self) -> bool:
        self.asked += 1
        return self.open


def opened(studio: Studio, ears: Ears) -> tuple[ReadingBridge, list[tuple[str, bool]]]:
    bridge = ReadingBridge(ears)
    heard: list[tuple[str, bool]] = []
    bridge.announced.connect(lambda words, urgent: heard.append((words, urgent)))
    bridge.take(studio.state("page"))
    assert model(bridge).rowCount() == 0
    bridge.look()
    return bridge, heard


def test_nobody_is_asked_for_before_the_first_picture(studio: Studio) -> None:
    ears = Ears(open_=False)
    bridge = ReadingBridge(ears)
    bridge.take(studio.state("wall"))
    assert ears.asked == 0
    bridge.take(studio.state("paused"))
    assert ears.asked == 2
    assert somebody() is False


def model(bridge: ReadingBridge) -> EntryList:
    made: object = bridge.passages
    assert isinstance(made, EntryList)
    return made


def values(made: EntryList, row: int) -> dict[str, object]:
    names = made.roleNames()
    return {name.decode(): made.data(made.index(row), role) for role, name in names.items()}


def test_nobody_listens_and_there_is_nothing(studio: Studio) -> None:
    bridge, heard = opened(studio, Ears(open_=False))
    bridge.take(studio.state("band"))
    assert (model(bridge).rowCount(), heard) == (0, [])


def test_who_listens_meets_every_passage_and_hears_what_changes(studio: Studio) -> None:
    bridge, heard = opened(studio, Ears(open_=True))
    assert model(bridge).rowCount() == len(PASSAGES)
    assert set(values(model(bridge), 0)) == set(PASSAGE_ROLES)
    assert values(model(bridge), 1)["words"] == "PTSD can get better."
    assert values(model(bridge), 2)["parts"] == ["Sleep.", "Talk."]
    assert values(model(bridge), 2)["places"] == [120, 300, 480, 50, 120, 350, 480, 50]
    bridge.take(studio.state("band"))
    assert heard == [("This screen will start over soon. Touch anywhere to stay.", True)]


def test_a_screen_reader_that_comes_late_finds_the_page_and_one_that_leaves_costs_nothing(
    studio: Studio,
) -> None:
    ears = Ears(open_=False)
    bridge, _ = opened(studio, ears)
    ears.open = True
    bridge.look()
    assert model(bridge).rowCount() == len(PASSAGES)
    ears.open = False
    bridge.look()
    assert model(bridge).rowCount() == 0


def test_before_the_first_scene_there_is_nothing(studio: Studio) -> None:
    bridge = ReadingBridge(Ears(open_=True))
    bridge.look()
    assert (model(bridge).rowCount(), bridge.property("place")) == (0, "")


def test_the_place_in_the_loop_is_said_in_words(studio: Studio) -> None:
    bridge, _ = opened(studio, Ears(open_=False))
    told: list[str] = []
    bridge.placeChanged.connect(lambda: told.append(bridge.property("place")))
    bridge.take(studio.state("wall"))
    assert told == ["Page 3 of 7"]
