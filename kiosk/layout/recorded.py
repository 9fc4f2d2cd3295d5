# SPDX-License-Identifier: Apache-2.0
"""Which sentence of a recording is what a page says: only the very words that stand there may be heard."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from kiosk.content.pack import Cue
from kiosk.layout.aloud import Utterance


def recorded(spoken: tuple[Utterance, ...], cues: Sequence[Cue]) -> tuple[Utterance, ...]:
    """Return what is read of a page, each with the cue that says it; what no cue says is left to a voice.

    A sentence that runs over a page break is recorded as a whole: it is heard where it begins, and its rest
    `goes_on` with the same cue.
    """
    by_letters = {letters(cue.text): cue for cue in reversed(cues)}
    last = len(spoken) - 1
    return tuple(
        _with_cue(utterance, by_letters, first=place == 0, last=place == last)
        for place, utterance in enumerate(spoken)
    )


def _with_cue(utterance: Utterance, by_letters: dict[str, Cue], *, first: bool, last: bool) -> Utterance:
    said = letters(utterance.text)
    if said in by_letters:
        return replace(utterance, cue=by_letters[said])
    for whole, cue in by_letters.items():
        if last and whole.startswith(said):
            return replace(utterance, cue=cue)
        if first and whole.endswith(said):
            return replace(utterance, cue=cue, goes_on=True)
    return utterance


def letters(text: str) -> str:
    """Return a text's letters and figures alone: what is the same sentence has the same."""
    return "".join(sign for sign in text.casefold() if sign.isalnum())
