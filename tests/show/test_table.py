# SPDX-License-Identifier: Apache-2.0
"""docs/show.md says what the machine does: every cell of its tables is tried."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time
from pathlib import Path

import pytest
from msgspec.structs import replace

from kiosk.show.machine import wake
from kiosk.show.model import (
    Act,
    Chosen,
    Contact,
    Event,
    Key,
    Pressed,
    Replaced,
    Scene,
    Tick,
    Touchable,
    Turn,
    WallClock,
)
from tests.show.examples import DAY, MORNING, PROGRAMME, in_state, name

DOCUMENT = Path(__file__).parents[2] / "docs" / "show.md"
EVENING = datetime.combine(DAY, time(20))
DOWN, UP = (Contact(1, 100.0, 100.0, down=down) for down in (True, False))
VALUES = {
    "language": "es",
    "theme": "contrast",
    "still": "yes",
    "lower": "yes",
    "text-scale": "1.5",
    "open": "c",
    "words": "w",
    "sources": "s",
}
WORDED: dict[str, tuple[Event, ...]] = {
    "finger down": (DOWN,),
    "touch": (DOWN, UP),
    "the clinic closes": (WallClock(EVENING),),
    "the clinic opens": (WallClock(MORNING),),
    "another programme": (Replaced(PROGRAMME),),
    "a touchscreen": (Touchable(present=True),),
    "time": (Tick(),),
}
LABELS = (
    *WORDED,
    *(f"`{key}` key" for key in Key),
    *(f"*{act}*" for act in Act),
)
PAGES = {
    "read this": ("page", "a", 0, Turn.FORWARD),
    "next page": ("page", "b", 2, Turn.FORWARD),
    "page before": ("page", "b", 0, Turn.BACK),
    "first page": ("page", "b", 0, Turn.BACK),
    "opened": ("page", "c", 0, Turn.FORWARD),
    "next cards": ("topics", "", 0, Turn.FORWARD),
}
STATES = (
    *[
        "attract",
        "paused",
        "page",
        "topics",
        "sheet",
        "words",
        "sources",
        "copy",
        "band",
        "crisis",
        "closed",
        "dark",
    ],
)
ENDINGS = "state | ends by itself after"


def table(first: str) -> list[list[str]]:
    """The cells of the table whose first heading is this one."""
    lines = iter(DOCUMENT.read_text(encoding="utf-8").splitlines())
    head = next(line for line in lines if line.startswith(f"| {first} |"))
    next(lines)
    rows = [head]
    for line in lines:
        if not line.startswith("|"):
            break
        rows.append(line)
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]


def cells() -> Iterator[tuple[str, str, str]]:
    head, *rows = table("event \\ state")
    for label, *followers in rows:
        for state, follower in zip(head[1:], followers, strict=True):
            yield label, state, follower


def events(label: str) -> tuple[Event, ...]:
    if label in WORDED:
        return WORDED[label]
    if label.startswith("*"):
        act = Act(label.strip("*"))
        return (Chosen(act, VALUES.get(act, "")),)
    return (Pressed(Key(label.split("`")[1])),)


def chosen(before: Scene, after: Scene) -> bool:
    """Whether only a choice, or the term of a panel, differs."""
    allowed = replace(
        before,
        language=after.language,
        text_scale=after.text_scale,
        theme=after.theme,
        still=after.still,
        lowered=after.lowered,
        term=after.term,
    )
    return before != after and allowed == after


def test_the_table_has_every_event_and_every_state() -> None:
    head, *rows = table("event \\ state")
    assert sorted(row[0] for row in rows) == sorted(LABELS)
    assert tuple(head[1:]) == STATES


@pytest.mark.parametrize("label, state, follower", list(cells()))
def test_each_cell_of_the_table(label: str, state: str, follower: str) -> None:
    visit = in_state(state).wait(1)
    before = visit.scene
    for event in events(label):
        visit.tell(event)
    after = visit.scene
    if follower in {"—", "stays"}:
        assert after == before
        assert (visit.state.acted == visit.now) == (follower == "stays")
    elif follower == "chosen":
        assert chosen(before, after)
    elif follower in PAGES:
        assert (name(after), after.section, after.page, after.turn) == PAGES[follower]
        assert after.sequence == before.sequence + 1
        assert after.topics_page == (follower == "next cards")
    else:
        assert name(after) == follower != name(before)


@pytest.mark.parametrize("state, after_s, follower", [(row[0], row[2], row[3]) for row in table(ENDINGS)[1:]])
def test_each_state_ends_by_itself(state: str, after_s: str, follower: str) -> None:
    visit = in_state(state)
    before = visit.scene
    begun = visit.state.banded if state == "band" else max(visit.state.acted, visit.state.since)
    begun = visit.state.lit if state == "closed" else begun
    due = wake(visit.state)
    if state == "paused":
        begun = visit.state.acted
    assert due == begun + float(after_s)
    visit.wait(due - visit.now - 0.001)
    assert visit.scene == before
    visit.wait(0.001)
    assert visit.name == follower
    assert visit.scene != before


def test_the_second_table_lacks_only_the_dark() -> None:
    assert [row[0] for row in table(ENDINGS)[1:]] == [state for state in STATES if state != "dark"]
