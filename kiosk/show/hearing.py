# SPDX-License-Identifier: Apache-2.0
"""Listening as values: what is heard now, at which speed and volume, and what the show is told of it."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from msgspec import Struct

SLOWEST, FASTEST, SOFTEST, LOUDEST = -2, 2, 1, 10
SENTENCE_S: Final = 120.0
"""No sentence takes as long: an engine that has not said it by then has no sound."""

GRACE_S: Final = 0.6
"""How long after a touch it is known which button it released; the touch itself silences at once."""

RISE_S, SOFTLY = 2.0, 0.3
"""On the loudspeaker the voice begins at that share of its volume and rises for so long."""


class Outlet(StrEnum):
    """Where speech may be heard: in headphones that are plugged in, from the loudspeaker, or not at all."""

    HEADPHONES = "headphones"
    LOUDSPEAKER = "loudspeaker"
    OFF = "off"


class Speech(StrEnum):
    """What is heard: `hushed` is silenced by a touch of which it is not known yet what it means."""

    OFF = "off"
    ASKING = "asking"
    SPEAKING = "speaking"
    HUSHED = "hushed"
    PAUSED = "paused"
    ENDED = "ended"
    FAILED = "failed"


class Obstacle(StrEnum):
    """Why nothing can be heard: no engine is installed, there is no sound, no voice for the language."""

    NONE = "none"
    ENGINE = "engine"
    SOUND = "sound"
    VOICE = "voice"


class Listening(Struct, frozen=True):
    """What is read aloud; `sentence` counts from 0 on the page that is shown.

    `utterance` grows with each thing that is to be said, so that news of an earlier one are known to be late.
    `rate` is in steps from -2 to 2, `volume` in tenths. `since` is when the status began, `began` when the
    visitor began to listen. `guided` is speech mode: every control says what it is.
    """

    status: Speech = Speech.OFF
    sentence: int = 0
    utterance: int = 0
    rate: int = 0
    volume: int = 5
    obstacle: Obstacle = Obstacle.NONE
    guided: bool = False
    since: float = 0.0
    began: float = 0.0


class Spoken(Struct, frozen=True):
    """An utterance was said to its end; `more` tells whether the page has another sentence."""

    utterance: int
    more: bool


class Voiceless(Struct, frozen=True):
    """Nothing can be heard, and why."""

    obstacle: Obstacle


class Plugged(Struct, frozen=True):
    """Headphones were plugged in, or pulled out."""

    present: bool
