# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from kiosk.show.machine import wake
from kiosk.show.model import Act, Programme, ShowSettings, Tick, Touch, WallClock
from tests.show.examples import MORNING, Visit, in_state, stop

DAYS = 86_400.0


def test_a_leap_of_days_turns_one_wall_page() -> None:
    visit = Visit().leap(7 * DAYS)
    assert (visit.name, visit.place, visit.scene.sequence) == ("attract", ("a", 1), 1)


def test_a_leap_of_days_still_warns_the_reader() -> None:
    visit = in_state("page").leap(7 * DAYS)
    assert visit.name == "band"
    assert visit.wait(19).name == "band"
    assert visit.wait(1).name == "attract"


def test_time_that_stands_still_changes_nothing() -> None:
    visit = in_state("page")
    before = visit.scene
    for _ in range(50):
        visit.tell(Tick())
    assert visit.scene == before


def test_the_wall_clock_alone_changes_no_wait() -> None:
    visit = Visit()
    due = wake(visit.state)
    for _ in range(5):
        visit.tell(WallClock(MORNING))
    assert wake(visit.state) == due


@pytest.mark.parametrize("private, seconds", [(False, 120.0), (True, 45.0)])
def test_a_private_section_waits_less(private: bool, seconds: float) -> None:
    visit = Visit(ShowSettings(touch=Touch.YES), Programme((stop("b", private=private), stop("a"))))
    visit.read("b")
    assert wake(visit.state) == visit.now + seconds
    assert visit.wait(seconds).name == "band"


def test_each_page_has_its_own_patience() -> None:
    programme = Programme((stop("b", reading=1), stop("a")))
    visit = Visit(ShowSettings(touch=Touch.YES, idle_s=100.0), programme).read("a").choose(Act.TOPICS)
    assert wake(visit.state) == visit.now + 100.0
    visit.choose(Act.OPEN, "b")
    assert wake(visit.state) == visit.now + 120.0
