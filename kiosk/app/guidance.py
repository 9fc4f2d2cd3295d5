# SPDX-License-Identifier: Apache-2.0
"""Spoken guidance: what speech mode says of itself when the screen changes; pages are read by the show."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.show.hearing import Speech
from kiosk.show.model import Panel, View
from kiosk.ui.snapshot import Snapshot


def announcements(before: Snapshot | None, now: Snapshot, *, aloud: bool) -> tuple[str, ...]:
    """Return what is said now that the screen is another; `aloud` tells that others can hear it."""
    if not now.scene.listening.guided:
        return ()
    begins = before is None or not before.scene.listening.guided
    greeting = (now.phrases.say("speech_greeting"),) if begins else ()
    warning = (now.phrases.say("speech_others"),) if begins and aloud else ()
    if begins or before is None or _place(before) != _place(now):
        return (*warning, *greeting, *(words for words in _told(now) if words))
    return ()


def _place(snapshot: Snapshot) -> tuple[object, ...]:
    """Return what must change for something to be said: what stands on the glass, a page's turns aside."""
    scene = snapshot.scene
    page = (scene.section, scene.page) if scene.view is View.WALL else ()
    return (
        scene.view,
        scene.panel,
        scene.band,
        scene.term,
        scene.paused,
        scene.topics_page,
        page,
        scene.language,
    )


def _told(snapshot: Snapshot) -> Iterator[str]:
    """Yield what stands on the glass, what lies uppermost before all else."""
    scene, say = snapshot.scene, snapshot.phrases.say
    if scene.panel is Panel.CRISIS:
        yield say("crisis_desk")
        yield from (f"{line.number}. {line.name}. {line.how}" for line in snapshot.crisis_lines)
        yield say("crisis_no_call")
    elif scene.band:
        yield say("band")
    elif scene.panel is not Panel.NONE:
        yield from _panel(snapshot)
    elif scene.view is View.TOPICS:
        yield say("topics_title")
    elif scene.view is View.CLOSED:
        yield from (snapshot.clinic, say("closed_title"))
        yield from (f"{day}: {hours}" for day, hours in snapshot.hours)
        yield snapshot.crisis_sentence or snapshot.crisis_label
    elif scene.view is View.WALL:
        yield from snapshot.text.splitlines()
    elif scene.page == 0 and scene.listening.status is Speech.SPEAKING:
        yield snapshot.page_label
    else:
        yield f"{snapshot.title}. {snapshot.page_label}"


def _panel(snapshot: Snapshot) -> Iterator[str]:
    """Yield what stands on a panel: its title, and what there is to read on it."""
    scene, say = snapshot.scene, snapshot.phrases.say
    if scene.panel is Panel.SHEET:
        yield say("settings_title")
        return
    if scene.panel is Panel.COPY:
        yield from (say("keep_copy"), say("copy_no_phone"))
        return
    words = scene.panel is Panel.WORDS
    yield say("words_title" if words else "sources_title")
    for entry in snapshot.words if words else snapshot.sources:
        if not words or scene.term in {"", entry.id}:
            yield f"{entry.title}. {entry.text}" if words else entry.title
