# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from math import inf

import pytest

from kiosk.show.contacts import (
    GESTURE_S,
    HOLD_S,
    SPOT_S,
    SPOT_TIMES,
    Sign,
    Watch,
    answered,
    next_overdue,
    overdue,
    press,
    release,
    visitor_until,
    whose,
)
from kiosk.show.model import Contact


def down(number: int = 1, x_mm: float = 50.0, y_mm: float = 50.0) -> Contact:
    return Contact(number, x_mm, y_mm, down=True)


def up(number: int = 1) -> Contact:
    return Contact(number, 50.0, 50.0, down=False)


def taps(
    watch: Watch, times: int, now: float = 0.0, every: float = 1.0, apart_mm: float = 0.0
) -> tuple[Watch, list[str]]:
    """So many taps, each a little further; the signs of their ends, or the notes where there are any."""
    told = []
    for turn in range(times):
        watch, _, note = press(watch, down(x_mm=50.0 + apart_mm * turn), now + turn * every)
        watch, sign = release(watch, up(), now + turn * every + 0.1)
        told.append(note or sign.value)
    return watch, told


def test_a_tap_is_a_visitor() -> None:
    watch, sign, note = press(Watch(), down(), 0.0)
    assert (sign, note) == (Sign.VISITOR, "")
    assert release(watch, up(), 1.0)[1] is Sign.VISITOR


def test_an_end_without_a_beginning_is_nobody() -> None:
    assert release(Watch(), up(), 1.0)[1] is Sign.NOBODY
    watch, _, _ = press(Watch(), down(), 0.0)
    watch, _ = release(watch, up(), 0.1)
    assert release(watch, up(), 0.2)[1] is Sign.NOBODY
    assert release(press(Watch(), down(1), 0.0)[0], up(2), 0.1)[1] is Sign.NOBODY


def test_a_contact_that_is_held_is_noted_once_and_is_nobody() -> None:
    watch, _, _ = press(Watch(), down(), 5.0)
    assert next_overdue(watch) == visitor_until(watch) == 5.0 + HOLD_S
    assert overdue(watch, 5.0 + HOLD_S - 0.1) == (watch, ())
    watch, notes = overdue(watch, 5.0 + HOLD_S)
    assert len(notes) == 1
    assert "50 x 50 mm" in notes[0]
    assert (next_overdue(watch), visitor_until(watch)) == (inf, -inf)
    assert overdue(watch, 5000.0)[1] == ()
    assert release(watch, up(), 5000.0)[1] is Sign.NOBODY


def test_a_long_hold_that_nobody_looked_at_is_nobody_too() -> None:
    watch, _, _ = press(Watch(), down(), 0.0)
    assert release(watch, up(), HOLD_S)[1] is Sign.NOBODY


def test_a_second_finger_is_its_own() -> None:
    watch, _, _ = press(Watch(), down(1), 0.0)
    watch, _ = overdue(watch, HOLD_S)
    watch, sign, _ = press(watch, down(2, 200.0), HOLD_S)
    assert sign is Sign.VISITOR
    assert release(watch, up(2), HOLD_S + 1)[1] is Sign.VISITOR


def test_two_fingers_that_are_held_are_each_noted() -> None:
    watch, _, _ = press(Watch(), down(1), 0.0)
    watch, _, _ = press(watch, down(2, 200.0), 1.0)
    watch, notes = overdue(watch, 1.0 + HOLD_S)
    assert len(notes) == 2
    assert next_overdue(watch) == inf


def test_holding_the_same_spot_again_is_the_same_trouble() -> None:
    watch, _, _ = press(Watch(), down(), 0.0)
    watch, first = overdue(watch, HOLD_S)
    watch, _ = release(watch, up(), HOLD_S + 1)
    watch, _, _ = press(watch, down(x_mm=55.0), HOLD_S + 2)
    watch, second = overdue(watch, 2 * HOLD_S + 2)
    assert (len(first), second) == (1, ())
    watch, _ = release(watch, up(), 2 * HOLD_S + 3)
    watch, _, _ = press(watch, down(), 3 * HOLD_S + SPOT_S)
    assert len(overdue(watch, 4 * HOLD_S + SPOT_S)[1]) == 1


def test_too_many_taps_on_one_spot_are_nobody_and_noted_once() -> None:
    watch, told = taps(Watch(), SPOT_TIMES + 5)
    assert told[:SPOT_TIMES] == ["visitor"] * SPOT_TIMES
    assert "more than 20 times" in told[SPOT_TIMES]
    assert told[SPOT_TIMES + 1 :] == ["nobody"] * 4
    _, again = taps(watch, 1, now=SPOT_TIMES + 5 + SPOT_S)
    assert again == ["visitor"]


@pytest.mark.parametrize("every, apart_mm", [(SPOT_S / SPOT_TIMES, 0.0), (1.0, 11.0)])
def test_slow_taps_and_taps_elsewhere_are_a_visitor(every: float, apart_mm: float) -> None:
    assert taps(Watch(), 100, every=every, apart_mm=apart_mm)[1] == ["visitor"] * 100


def test_what_is_remembered_has_an_end() -> None:
    watch = Watch()
    for number in range(2000):
        watch, _, _ = press(watch, down(number, x_mm=number * 20.0), number / 100)
    assert len(watch.downs) == 256
    assert len(watch.touching) == 32
    watch, _ = overdue(watch, 100.0)
    assert len(watch.noted) == 32


@pytest.mark.parametrize("after, heard", [(0.0, Sign.NOBODY), (0.2, Sign.NOBODY), (0.3, Sign.VISITOR)])
def test_a_button_belongs_to_the_contact_that_just_ended(after: float, heard: Sign) -> None:
    watch, told = taps(Watch(), SPOT_TIMES + 2, every=0.5)
    assert told[-1] == "nobody"
    assert whose(watch, (SPOT_TIMES + 1) * 0.5 + 0.1 + after) is heard


def test_without_a_contact_a_button_is_a_visitors() -> None:
    assert whose(Watch(), 0.0) is Sign.VISITOR


def test_what_answered_the_band_means_nothing_more() -> None:
    watch, _, _ = press(Watch(), down(), 0.0)
    watch = answered(watch)
    assert visitor_until(watch) == -inf
    assert whose(watch, 0.1) is Sign.ANSWER
    watch, sign = release(watch, up(), 0.2)
    assert sign is Sign.ANSWER
    assert whose(watch, 0.2 + GESTURE_S / 2) is Sign.ANSWER
    assert whose(watch, 0.2 + GESTURE_S) is Sign.VISITOR
    assert answered(taps(Watch(), 1)[0]) == taps(Watch(), 1)[0]


def test_a_visitor_beside_an_answer_is_heard() -> None:
    watch, _, _ = press(Watch(), down(1), 0.0)
    watch, _, _ = press(answered(watch), down(2, 200.0), 0.1)
    assert whose(watch, 0.1) is Sign.VISITOR
