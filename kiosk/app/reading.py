# SPDX-License-Identifier: Apache-2.0
"""What stands on a page beside its picture: words to read aloud, places to touch, meanings and sources."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.app.crisis import in_language
from kiosk.content.pack import Manifest, Recording
from kiosk.layout.model import Box, BoxRole, Page
from kiosk.show.hearing import Listening, Speech
from kiosk.show.model import Scene
from kiosk.ui.snapshot import Entry, Mark, Sentence

if TYPE_CHECKING:
    from kiosk.layout.aloud import Utterance

MARKED = frozenset({Speech.SPEAKING, Speech.HUSHED, Speech.PAUSED})


def reading_text(page: Page | None) -> str:
    """Return what is read aloud of a page, a line for each box, what is repeated left out."""
    boxes = page.boxes if page else ()
    return "\n".join(box.text for box in boxes if not box.repeat and box.role is not BoxRole.FURNITURE)


def taught_words(page: Page | None, words: tuple[Entry, ...] = ()) -> tuple[Mark, ...]:
    """Return where the taught words of a page stand, one mark a stretch of a line; `words` name them."""
    names = {entry.id: entry.title for entry in words}
    marks: list[Mark] = []
    for box in page.boxes if page else ():
        tall, unended = box.rect.height / max(1, len(box.lines)), ""
        for placed in box.lines:
            runs = placed.line.runs
            goes_on = bool(unended and runs) and runs[0].term == unended
            for place, spot in enumerate(placed.line.spots):
                name = "" if goes_on and place == 0 else names.get(spot.term, spot.term)
                marks.append(Mark(spot.term, placed.x + spot.x, placed.y, spot.width, tall, name))
            unended = runs[-1].term if runs else ""
    return tuple(marks)


def sources_mark(page: Page | None) -> Mark | None:
    """Return where the page's line of sources can be touched; None where it has none."""
    boxes = page.boxes if page else ()
    return next((_mark(box) for box in boxes if box.link == "sources"), None)


def words_of(page: Page | None, manifest: Manifest, language: str) -> tuple[Entry, ...]:
    """Return the taught words of a page with their meanings."""
    terms = (manifest.glossary.get(term) for term in (page.terms if page else ()))
    return tuple(
        Entry(term.id, in_language(term.term, language), in_language(term.meaning, language))
        for term in terms
        if term is not None
    )


def sources_of(page: Page | None, manifest: Manifest) -> tuple[Entry, ...]:
    """Return the sources of a page under their numbers in the pack's list."""
    cited = frozenset(page.sources if page else ())
    return tuple(
        Entry(
            source.id,
            f"{number}. {source.authors}. {source.title}. {source.year}.",
            f"doi.org/{source.doi}" if source.doi else source.url.removeprefix("https://"),
        )
        for number, source in enumerate(manifest.sources, 1)
        if source.id in cited
    )


def read_of(
    page: Page | None, scene: Scene, read: Callable[[Page], tuple[Utterance, ...]]
) -> tuple[Utterance, ...] | None:
    """Return what is read aloud of a page; None where nobody listens, or it is not the scene's page yet."""
    if page is None or scene.listening.status in {Speech.OFF, Speech.ASKING}:
        return None
    shown = (page.section, page.number - 1) == (scene.section, scene.page)
    return read(page) if shown else None


def sentences_of(
    spoken: tuple[Utterance, ...], recording: Recording | None, pack: Path
) -> tuple[Sentence, ...]:
    """Return the sentences of a page as they are heard: by the section's recording where it says them."""
    if recording is None:
        return tuple(Sentence(utterance.text) for utterance in spoken)
    from kiosk.layout.recorded import recorded  # noqa: PLC0415 # the first picture needs none of it

    sound = str(pack / recording.path)
    return tuple(
        Sentence(said.cue.text, sound, said.cue.from_s, said.cue.to_s, said.goes_on)
        if said.cue
        else Sentence(said.text)
        for said in recorded(spoken, recording.cues)
    )


def spoken_marks(spoken: tuple[Utterance, ...] | None, heard: Listening) -> tuple[Mark, ...]:
    """Return where the sentence stands that is being read, or that reading waits at."""
    if not spoken or heard.status not in MARKED or heard.sentence >= len(spoken):
        return ()
    rects = spoken[heard.sentence].rects
    return tuple(Mark("", rect.x, rect.y, rect.width, rect.height) for rect in rects)


def _mark(box: Box) -> Mark:
    return Mark("", box.rect.x, box.rect.y, box.rect.width, box.rect.height, box.text.strip())
