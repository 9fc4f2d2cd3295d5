# SPDX-License-Identifier: Apache-2.0
"""What may come next: the pages that a touch or time alone would show, found by asking the show."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.app.curtain import Wanted
from kiosk.app.stage import Stage, theme_of
from kiosk.layout.model import Page
from kiosk.layout.tokens import Theme
from kiosk.show.machine import cards, peek, scene, step, wake
from kiosk.show.model import Act, Chosen, Scene, Tick, View
from kiosk.show.state import State


def wanted(stage: Stage, state: State, now: float) -> Wanted:
    """Return the page of now, set if need be, and those beside it that are set already."""
    present = scene(state, now)
    back = forward = None
    if present.view is View.PAGE:
        back = stage.ready_page(peek(state, Chosen(Act.PREVIOUS), now))
        forward = stage.ready_page(peek(state, Chosen(Act.NEXT), now))
    page = stage.page(present)
    seen = {(each, theme_of(present).name) for each in (page, back, forward)}
    later = []
    for each, theme in _later(stage, state, present, now):
        if (each, theme.name) not in seen:
            seen.add((each, theme.name))
            later.append((each, theme))
    return Wanted(page, back, forward, tuple(later))


def _later(stage: Stage, state: State, present: Scene, now: float) -> Iterator[tuple[Page, Theme]]:
    """Yield the pages of scenes that may follow, the likeliest first."""
    for future in _scenes(stage, state, present, now):
        page = stage.ready_page(future)
        if page is not None:
            yield page, theme_of(future)
    if present.view is View.TOPICS:
        for page in stage.first_pages(present, cards(state)):
            yield page, theme_of(present)


def _scenes(stage: Stage, state: State, present: Scene, now: float) -> Iterator[Scene]:
    if present.view is View.PAGE:
        # Two pages ahead: who leafs through turns sooner than one is painted on a large screen.
        yield peek(step(state, Chosen(Act.NEXT), now), Chosen(Act.NEXT), now)
    if present.view is View.WALL and present.paused:
        yield peek(state, Chosen(Act.READ_THIS), now)
        others = (code for code in stage.languages if code != present.language)
        yield from (peek(state, Chosen(Act.LANGUAGE, code), now) for code in others)
    due = wake(state)
    if due is not None:
        yield scene(step(state, Tick(), max(now, due)), max(now, due))
    if present.view in {View.PAGE, View.TOPICS}:
        yield peek(state, Chosen(Act.FINISHED), now)
