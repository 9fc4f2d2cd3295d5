# SPDX-License-Identifier: Apache-2.0
"""What a screen reader is told of a change: one announcement, in the visitor's language."""

from __future__ import annotations

from msgspec import Struct

from kiosk.show.model import Panel, View
from kiosk.ui.snapshot import Snapshot


class Announcement(Struct, frozen=True):
    """Words to be spoken; urgent ones interrupt what is being spoken."""

    words: str
    urgent: bool = False


SILENCE = Announcement("")
PANELS = {
    Panel.SHEET: "settings_title",
    Panel.WORDS: "words_title",
    Panel.SOURCES: "sources_title",
    Panel.COPY: "keep_copy",
}


def announcement(before: Snapshot | None, after: Snapshot) -> Announcement:
    """Return what to say of a change; `SILENCE` where nothing needs saying, as while the wall rotates."""
    if before is None:
        return SILENCE
    standing = attended(after)
    if standing.urgent:
        return standing if standing != attended(before) else SILENCE
    if untouched(after):
        return SILENCE if untouched(before) else invitation(after)
    chosen = choice(before, after)
    if chosen:
        return Announcement(chosen)
    return standing if standing != attended(before) else SILENCE


def attended(snapshot: Snapshot) -> Announcement:
    """Return how what has the visitor's attention is called: the band, a panel, a page."""
    scene, say = snapshot.scene, snapshot.phrases.say
    if scene.panel is Panel.CRISIS:
        return Announcement(f"{say('crisis_title')}. {say('crisis_desk')}", urgent=True)
    if scene.band:
        return Announcement(say("band"), urgent=True)
    if scene.panel is not Panel.NONE:
        return Announcement(say(PANELS[scene.panel]))
    return Announcement(_view(snapshot))


def invitation(snapshot: Snapshot) -> Announcement:
    """Return what is said when a visit has ended and the wall rotates again."""
    parts = (snapshot.clinic, snapshot.phrases.say("touch_to_read") if snapshot.scene.touch else "")
    return Announcement(". ".join(part for part in parts if part))


def choice(before: Snapshot, after: Snapshot) -> str:
    """Return what a visitor chose, as language or text size; nothing where all is as before."""
    was, now, say = before.scene, after.scene, after.phrases.say
    if now.language != was.language:
        name = next((tongue.name for tongue in after.languages if tongue.code == now.language), now.language)
        return f"{say('language')}: {name}"
    if now.text_scale != was.text_scale:
        return f"{say('text_size')}: {round(100 * now.text_scale)}\u00a0%"
    if now.still != was.still:
        return say("still") if now.still else say("still_off")
    if now.lowered != was.lowered:
        return say("lower") if now.lowered else say("lower_off")
    if now.theme != was.theme:
        return f"{say('contrast')}: {say('theme_' + now.theme)}"
    return ""


def untouched(snapshot: Snapshot) -> bool:
    """Tell whether the wall rotates for nobody in particular."""
    scene = snapshot.scene
    return scene.view is View.WALL and not scene.paused and scene.panel is Panel.NONE


def _view(snapshot: Snapshot) -> str:
    scene, say = snapshot.scene, snapshot.phrases.say
    match scene.view:
        case View.WALL:
            return f"{say('paused')}. {snapshot.title}" if scene.paused else ""
        case View.PAGE:
            return f"{snapshot.title}. {snapshot.page_label}"
        case View.TOPICS if scene.topics_pages > 1:
            place = say("page_of", page=scene.topics_page + 1, pages=scene.topics_pages)
            return f"{say('topics_title')} {place}"
        case View.TOPICS:
            return say("topics_title")
        case View.CLOSED:
            return say("closed_title")
        case View.DARK:
            return ""
