# SPDX-License-Identifier: Apache-2.0
"""Geometry of every state on every screen, from the scene's own items: nothing cut, nothing covered."""

from __future__ import annotations

from itertools import combinations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QMetaObject, QRectF
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from kiosk.layout.tokens import CONTRAST, LIGHT
from kiosk.ui.snapshot import Snapshot
from kiosk.ui.window import WindowChoice
from tests.ui.studio import MORE_TONGUES, SIZES, STATES, Open, Size, Stage, Studio, drawn

PANELS = {
    "sheet": "sheet",
    "words": "words-panel",
    "word": "words-panel",
    "sources": "sources-panel",
    "copy": "copy-panel",
    "crisis": "crisis-panel",
    "crisis-on-wall": "crisis-panel",
}
LEAST_GAP_MM = 3.0
SLACK = 1.0


def texts(stage: Stage, within: list[QQuickItem]) -> list[QQuickItem]:
    return [item for item in within if item.property("truncated") is not None and item.property("text")]


def buttons(within: list[QQuickItem]) -> list[QQuickItem]:
    return [item for item in within if item.property("natural") is not None or item.objectName() == "card"]


def on_top(stage: Stage, state: str) -> list[QQuickItem]:
    """Return the items that can be seen and are not covered by a panel or the band."""
    seen = stage.items()
    if state == "band":
        covered = set(map(id, stage.below(stage.item("bar"))))
        return [item for item in seen if id(item) not in covered]
    if state in PANELS:
        return [*stage.below(stage.item(PANELS[state])), *stage.below(stage.item("crisis"))]
    return seen


def apart(one: QRectF, other: QRectF) -> float:
    """Return the gap between two rectangles; below 0 where they overlap."""
    across = max(other.left() - one.right(), one.left() - other.right())
    down = max(other.top() - one.bottom(), one.top() - other.bottom())
    return max(across, down)


def faults(stage: Stage, state: str, snapshot: Snapshot) -> list[str]:
    """Return what is wrong with a state, a line for each fault."""
    found = []
    glass = stage.rect(stage.window.contentItem())
    top = on_top(stage, state)
    said = texts(stage, top)
    for item in said:
        words, rect = item.property("text"), stage.rect(item)
        if item.property("truncated"):
            found.append(f"{state}: {words!r} is truncated")
        if item.property("contentWidth") > item.width() + SLACK:
            found.append(f"{state}: {words!r} is wider than its room")
        if item.property("contentHeight") > item.height() + SLACK:
            found.append(f"{state}: {words!r} is taller than its room")
        if not glass.adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(rect):
            found.append(f"{state}: {words!r} leaves the glass")
        holder = stage.holder(item)
        if holder and not stage.rect(holder).adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(
            stage.inked(item)
        ):
            found.append(f"{state}: {words!r} leaves {holder.objectName()}")
    for one, other in combinations(said, 2):
        if apart(stage.inked(one), stage.inked(other)) < -SLACK - 0.25 * one.height() * 0.3:
            found.append(f"{state}: {one.property('text')!r} stands over {other.property('text')!r}")
    return found + button_faults(stage, state, snapshot, top)


def button_faults(stage: Stage, state: str, snapshot: Snapshot, top: list[QQuickItem]) -> list[str]:
    """Return what is wrong with what can be touched."""
    frame, touched = snapshot.frame, buttons(top)
    least_gap = LEAST_GAP_MM * frame.target_px / (20.0 if frame.narrow else 25.0)
    glass = stage.rect(stage.window.contentItem())
    rects = {item.objectName() + str(place): stage.rect(item) for place, item in enumerate(touched)}
    small = [
        f"{state}: {name} is {rect.width():.0f} by {rect.height():.0f}"
        for name, rect in rects.items()
        if min(rect.width(), rect.height()) < frame.target_px - 0.5
    ]
    outside = [
        f"{state}: {name} leaves the glass" for name, rect in rects.items() if not glass.contains(rect)
    ]
    close = [
        f"{state}: {one} and {other} are {apart(rects[one], rects[other]):.0f} px apart"
        for one, other in combinations(rects, 2)
        if apart(rects[one], rects[other]) < least_gap - 0.5
    ]
    return [*small, *outside, *close, *label_faults(stage, state, top, touched)]


def label_faults(stage: Stage, state: str, top: list[QQuickItem], touched: list[QQuickItem]) -> list[str]:
    """Return labels of more than two lines, and words that run into a button."""
    long = [
        f"{state}: {text.property('text')!r} has {text.property('lineCount')} lines"
        for item in touched
        for text in texts(stage, stage.below(item))
        if item.objectName() != "card" and text.property("lineCount") > 2
    ]
    loose = [text for text in texts(stage, top) if stage.holder(text) not in touched]
    covered = [
        f"{state}: {text.property('text')!r} and {item.objectName()} overlap"
        for text in loose
        for item in touched
        if apart(stage.inked(text), stage.rect(item)) < 0
    ]
    return long + covered


@pytest.mark.sweep
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("language", MORE_TONGUES)
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_nothing_is_cut_or_covered_and_all_can_be_touched(
    size: Size, language: str, scale: float, studio: Studio, open_stage: Open, qtbot: QtBot
) -> None:
    studio.size, studio.language, studio.text_scale = size, language, scale
    studio.crowded = True
    stage = open_stage(studio.state("wall"))
    found = []
    for state in STATES:
        snapshot = studio.state(state)
        stage.bridge.show_snapshot(snapshot)
        drawn(stage, qtbot)
        assert buttons(stage.items()) or state in {"untouchable", "dark"}
        found.extend(faults(stage, state, snapshot))
    snapshot = studio.state("closed", hours=studio.stretches())
    stage.bridge.show_snapshot(snapshot)
    drawn(stage, qtbot)
    found.extend(faults(stage, "closed", snapshot))

    assert not found, "\n".join(found)


@pytest.mark.sweep
@pytest.mark.parametrize("state", STATES)
def test_another_glass_sets_everything_anew_without_complaint(
    state: str, studio: Studio, open_stage: Open, qtbot: QtBot
) -> None:
    stage = open_stage(studio.state(state))
    for size in (*SIZES[1:], *SIZES):
        studio.size = size
        stage.bridge.show_snapshot(studio.state(state))
        drawn(stage, qtbot)
    assert stage.bridge.property("view") == studio.state(state).scene.view


READING = ("page", "band", "topics", "sheet", "words", "sources", "crisis")


@pytest.mark.sweep
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_lowered_page_and_its_panels_stand_in_the_lower_half(
    language: str, scale: float, studio: Studio, open_stage: Open, qtbot: QtBot
) -> None:
    studio.size, studio.lowered = SIZES[1], True
    studio.language, studio.text_scale = language, scale
    choice = WindowChoice(size=(studio.size.width, studio.size.height))
    stage = open_stage(studio.state("page"), choice)
    for state in READING:
        snapshot = studio.state(state)
        stage.bridge.show_snapshot(snapshot)
        drawn(stage, qtbot)
        assert not faults(stage, state, snapshot)
        touched = [stage.rect(item).top() for item in buttons(on_top(stage, state))]
        assert min(touched) >= studio.size.height / 2, state


@pytest.mark.sweep
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_theme_moves_nothing(size: Size, studio: Studio, open_stage: Open, qtbot: QtBot) -> None:
    studio.size = size
    stage = open_stage(studio.state("page"))
    drawn(stage, qtbot)
    places = {item.objectName(): stage.rect(item) for item in buttons(stage.items())}

    studio.theme = CONTRAST
    stage.bridge.show_snapshot(studio.state("page"))
    drawn(stage, qtbot)

    assert LIGHT != CONTRAST
    assert len(places) >= 4
    assert {item.objectName(): stage.rect(item) for item in buttons(stage.items())} == places


@pytest.mark.sweep
@pytest.mark.parametrize("language", ["en", "es", "ar"])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_crisis_help_is_always_in_the_same_corner(
    size: Size, language: str, studio: Studio, open_stage: Open, qtbot: QtBot
) -> None:
    studio.size, studio.language = size, language
    stage = open_stage(studio.state("wall"))
    corners, core = set(), QRectF(0, 0, size.width, size.height)
    for state in STATES:
        if state in {"untouchable", "dark"}:
            continue
        snapshot = studio.state(state)
        stage.bridge.show_snapshot(snapshot)
        drawn(stage, qtbot)
        rect = stage.rect(stage.item("crisis"))
        corners.add((round(rect.left() if studio.mirrored else rect.right()), round(rect.bottom())))
        core = core.intersected(rect)

    assert len(corners) == 1
    assert core.width() >= snapshot.frame.target_px
    assert core.height() >= snapshot.frame.target_px


@pytest.mark.sweep
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_crisis_help_stays_to_the_pixel_when_the_band_comes(
    size: Size, studio: Studio, open_stage: Open, qtbot: QtBot
) -> None:
    studio.size = size
    stage = open_stage(studio.state("page"))
    drawn(stage, qtbot)
    before = stage.rect(stage.item("crisis"))

    for state in ("band", "sheet", "words", "sources", "copy", "crisis", "page"):
        stage.bridge.show_snapshot(studio.state(state))
        drawn(stage, qtbot)
        assert stage.rect(stage.item("crisis")) == before, state


def test_right_to_left_is_the_mirror_of_left_to_right(studio: Studio, open_stage: Open, qtbot: QtBot) -> None:
    stage = open_stage(studio.state("page"))
    drawn(stage, qtbot)
    width = stage.window.width()
    places = {item.objectName(): stage.rect(item) for item in buttons(stage.items())}

    english = studio.phrases
    studio.language = "ar"
    stage.bridge.show_snapshot(
        studio.state(
            "page",
            phrases=english,
            crisis_label=english.say("crisis_label_us"),
            sheet_label=english.say("settings_sheet", language="Español"),
        )
    )
    drawn(stage, qtbot)

    assert len(places) >= 6
    for item in buttons(stage.items()):
        rect, before = stage.rect(item), places[item.objectName()]
        assert abs((width - rect.right()) - before.left()) <= 1, item.objectName()


def test_narrow_glass_keeps_topics_and_finished_in_the_sheet(
    studio: Studio, open_stage: Open, qtbot: QtBot
) -> None:
    studio.size = Size(800, 480, 7)
    stage = open_stage(studio.state("page"))
    drawn(stage, qtbot)
    names = {item.objectName() for item in buttons(stage.items())}
    assert names == {"previous", "next", "sheet-button", "crisis"}

    stage.bridge.show_snapshot(studio.state("sheet"))
    drawn(stage, qtbot)
    names = {item.objectName() for item in buttons(on_top(stage, "sheet"))}
    assert {"sheet-topics", "sheet-finished", "sheet-words", "sheet-copy", "sheet-close"} <= names


def test_whether_pages_move_is_offered_on_the_smallest_glass(
    studio: Studio, open_stage: Open, qtbot: QtBot
) -> None:
    studio.size = Size(800, 480, 7)
    stage = open_stage(studio.state("sheet"))
    drawn(stage, qtbot)
    assert "still" in {item.objectName() for item in buttons(stage.items())}

    studio.crowded = True
    snapshot = studio.state("sheet")
    stage.bridge.show_snapshot(snapshot)
    drawn(stage, qtbot)
    first = {item.objectName() for item in buttons(on_top(stage, "sheet"))}
    QMetaObject.invokeMethod(stage.item("sheet-more"), "act")
    drawn(stage, qtbot)
    second = {item.objectName() for item in buttons(on_top(stage, "sheet"))}
    assert "still" in second - first
    assert {"sheet-finished", "smaller", "larger"} <= first - second
    assert {"sheet-close", "sheet-more", "crisis"} <= first & second
    assert {"language-es", "language-zh", "theme-dark"} <= second
    assert not faults(stage, "sheet", snapshot)


def test_all_numbers_of_crisis_help_can_be_seen_on_the_smallest_glass(
    studio: Studio, open_stage: Open, qtbot: QtBot
) -> None:
    studio.size, studio.crowded = Size(800, 480, 7), True
    snapshot = studio.state("crisis")
    stage = open_stage(snapshot)
    drawn(stage, qtbot)
    seen = []
    for _ in range(2):
        seen.append([item.property("text") for item in stage.items() if item.objectName() == "number"])
        assert not faults(stage, "crisis", snapshot)
        QMetaObject.invokeMethod(stage.item("crisis-more"), "act")
        drawn(stage, qtbot)
    assert seen == [["911", "988"], ["988", "1-800-662-4357"]]


def test_glass_of_ten_inches_has_topics_and_finished_in_the_bar(
    studio: Studio, open_stage: Open, qtbot: QtBot
) -> None:
    studio.size = Size(1280, 720, 10)
    stage = open_stage(studio.state("page"))
    drawn(stage, qtbot)
    names = {item.objectName() for item in buttons(stage.items())}
    assert names == {"previous", "next", "topics", "sheet-button", "finished", "crisis"}


@pytest.mark.sweep
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_words_of_the_wall_s_bar_begin_where_those_of_the_page_do(
    size: Size, language: str, studio: Studio, open_stage: Open, qtbot: QtBot
) -> None:
    studio.size, studio.language = size, language
    stage = open_stage(studio.state("wall"))
    for state, name in (("wall", "invitation"), ("paused", "read-this"), ("band", "band")):
        snapshot = studio.state(state)
        stage.bridge.show_snapshot(snapshot)
        drawn(stage, qtbot)
        rect = stage.rect(stage.item(name))
        begins = size.width - rect.right() if studio.mirrored else rect.left()
        assert abs(begins - snapshot.frame.column.x) <= 1 or (state == "band" and snapshot.frame.narrow)


def test_the_first_card_says_what_matters_in_its_section_like_the_others(
    studio: Studio, open_stage: Open, qtbot: QtBot
) -> None:
    snapshot = studio.state("topics")
    stage = open_stage(snapshot)
    drawn(stage, qtbot)
    first = next(item for item in stage.items() if item.objectName() == "card")
    said = {text.property("text") for text in texts(stage, stage.below(first))}
    assert said == {"Start here", snapshot.cards[0].message, snapshot.cards[0].pages}


def test_the_loop_is_dots_up_to_twelve_a_number_beyond_and_nothing_where_it_is_endless(
    studio: Studio, open_stage: Open, qtbot: QtBot
) -> None:
    stage = open_stage(studio.state("wall"))
    drawn(stage, qtbot)
    assert not [item for item in texts(stage, stage.items()) if item.property("text") == "3 / 20"]

    stage.bridge.show_snapshot(studio.state("wall-long"))
    drawn(stage, qtbot)
    assert [item for item in texts(stage, stage.items()) if item.property("text") == "3 / 20"]

    long = studio.state("wall-long")
    stage.bridge.show_snapshot(replace(long, scene=replace(long.scene, loop_length=100)))
    drawn(stage, qtbot)
    assert "place" not in {item.objectName() for item in stage.items()}


def test_a_screen_without_touch_has_no_buttons_and_says_where_help_is(
    studio: Studio, open_stage: Open, qtbot: QtBot
) -> None:
    stage = open_stage(studio.state("untouchable"))
    drawn(stage, qtbot)

    assert buttons(stage.items()) == []
    assert "Crisis help: 988" in {item.property("text") for item in texts(stage, stage.items())}


def test_the_dark_screen_shows_nothing(studio: Studio, open_stage: Open, qtbot: QtBot) -> None:
    stage = open_stage(studio.state("dark"))
    drawn(stage, qtbot)

    image = stage.window.grabWindow()
    assert {image.pixelColor(x, y).name() for x in range(0, 1900, 97) for y in range(0, 1080, 53)} == {
        "#050505"
    }
