# SPDX-License-Identifier: Apache-2.0
"""Of a large pack what is near is got ready, and everything else found out about while nobody is there."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from msgspec.structs import replace

from kiosk.app import filling
from kiosk.app.filling import LargeFill, News, Wish
from kiosk.app.ledger import ledger_for
from kiosk.app.shelf import Edition, Shelf
from kiosk.app.stage import Stage
from kiosk.layout import builtin
from kiosk.layout.model import Layout
from kiosk.show.near import Near, Part
from tests.app.conftest import Build
from tests.app.theatre import SCREEN, Sketcher

EN = Edition("en")
BOTH = (Layout.WALL, Layout.READING)


class Listener:
    """Counts the news."""

    def __init__(self) -> None:
        self.some = self.all = 0

    def news(self) -> News:
        return News(self._some, self._all)

    def _some(self) -> None:
        self.some += 1

    def _all(self) -> None:
        self.all += 1


def wish(*steps: tuple[Part, str], visited: bool = False) -> Wish:
    return Wish(EN, BOTH, Near(steps, visited))


def after(count: int) -> Iterable[bool]:
    """Say so often that it may go on, then that it may not."""
    yield from [False] * count
    while True:
        yield True


@pytest.fixture
def stage(build: Build, sketcher: Sketcher, monkeypatch: pytest.MonkeyPatch) -> Stage:
    monkeypatch.setattr("kiosk.app.shelf.FEW", 0)
    return build(sketcher).stage_for(SCREEN)


def test_what_is_near_is_set_and_told_once(stage: Stage) -> None:
    heard, fill = Listener(), LargeFill(EN, ())
    near = wish((Part.READING, "plasters"), (Part.CARD, "paper-cuts"), visited=True)
    fill.fill(stage, near, lambda: False, heard.news())
    assert stage.shelf.ready("plasters", EN, Layout.READING)
    assert stage.shelf.ready("plasters", EN, Layout.WALL) is None
    assert stage.shelf.known("paper-cuts", "en")
    assert (heard.some, heard.all) == (1, 0)
    fill.fill(stage, near, lambda: False, heard.news())
    assert (heard.some, heard.all) == (1, 0)


def test_while_somebody_is_there_the_rest_waits(stage: Stage) -> None:
    fill = LargeFill(EN, ())
    fill.fill(stage, wish(visited=True), lambda: False, Listener().news())
    assert stage.shelf.distance("en") is None
    fill.fill(stage, wish(), lambda: False, Listener().news())
    assert stage.shelf.distance("en")


def test_everything_is_found_out_about_and_told_once(stage: Stage) -> None:
    heard, fill = Listener(), LargeFill(EN, ("en", "es"))
    fill.fill(stage, wish(), lambda: False, heard.news())
    assert heard.all == 1
    assert stage.shelf.dwells("plasters", EN, Layout.READING)
    assert stage.shelf.dwells("plasters", Edition("es"), Layout.WALL)
    assert stage.shelf.dwells("plasters", Edition("es"), Layout.READING) is None
    assert stage.shelf.ready("plasters", EN, Layout.WALL) is None
    fill.fill(stage, wish(), lambda: False, heard.news())
    assert heard.all == 1


def test_the_show_hears_of_many_sections_before_all_are_known(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filling, "FAR_NEWS", 1)
    heard = Listener()
    LargeFill(EN, ()).fill(stage, wish(), lambda: False, heard.news())
    assert heard.some > 2


def test_what_was_begun_goes_on_where_it_was_left(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    fresh = Shelf._fresh

    def count(shelf: Shelf, section: str, language: str) -> object:
        read.append(section)
        return fresh(shelf, section, language)

    monkeypatch.setattr(Shelf, "_fresh", count)
    heard, fill = Listener(), LargeFill(EN, ())
    stops = iter(after(3))
    fill.fill(stage, wish(), lambda: next(stops), heard.news())
    assert heard.all == 0
    assert read == [builtin.CLINIC]
    for _ in range(100):
        stops = iter(after(1))
        fill.fill(stage, wish(), lambda stops=stops: next(stops), heard.news())  # type: ignore[misc] # a bound default
        if heard.all:
            break
    assert heard.all == 1
    assert read.count(builtin.CLINIC) == 2


def test_what_is_near_is_given_up_when_told_to_stop(stage: Stage) -> None:
    heard = Listener()
    LargeFill(EN, ()).fill(stage, wish((Part.READING, "plasters")), lambda: True, heard.news())
    assert stage.shelf.ready("plasters", EN, Layout.READING) is None
    assert (heard.some, heard.all) == (0, 0)


def test_another_stage_is_found_out_about_anew(stage: Stage) -> None:
    heard, fill = Listener(), LargeFill(EN, ())
    fill.fill(stage, wish(), lambda: False, heard.news())
    other = Stage(stage.shelf, stage.fixtures, replace(SCREEN, width_px=1280))
    fill.fill(other, wish(), lambda: False, heard.news())
    assert heard.all == 2


def test_a_later_run_opens_with_all_that_the_ledger_holds(
    stage: Stage, tmp_path: Path, build: Build, sketcher: Sketcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger = ledger_for(tmp_path / "ledgers", "pack")
    make = stage.shelf._set_up
    assert make
    stage.shelf.use(make, ledger)
    LargeFill(EN, ()).fill(stage, wish(), lambda: False, Listener().news())
    use = Shelf.use
    monkeypatch.setattr(Shelf, "use", lambda shelf, set_up: use(shelf, set_up, ledger))
    later = build(sketcher)
    later.begin()
    assert later.shelf.distance("en") == stage.shelf.distance("en")
    assert later.shelf.programme(EN, 8) == stage.shelf.programme(EN, 8)
    assert later.now.scene.loop_length > 4
    assert list(later.shelf.settling("en")) == []
    assert list(later.shelf.learning(EN, BOTH)) == []
