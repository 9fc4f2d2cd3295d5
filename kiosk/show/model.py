# SPDX-License-Identifier: Apache-2.0
"""What the show is told (events), what it knows (programme, settings) and what it says (the scene)."""

from __future__ import annotations

from datetime import date, datetime, time
from enum import StrEnum
from typing import Final

from msgspec import Struct, field

from kiosk.show.hearing import Listening, Outlet, Plugged, Spoken, Voiceless

TEXT_SCALES: Final = (1.0, 1.25, 1.5, 1.75, 2.0)
"""The sizes of text a visitor may choose."""


class View(StrEnum):
    """What fills the screen."""

    WALL = "wall"
    PAGE = "page"
    TOPICS = "topics"
    CLOSED = "closed"
    DARK = "dark"


class Panel(StrEnum):
    """What stands over the view; crisis help stands over everything."""

    NONE = "none"
    SHEET = "sheet"
    WORDS = "words"
    SOURCES = "sources"
    COPY = "copy"
    CRISIS = "crisis"


class Turn(StrEnum):
    """How the scene came from the one before."""

    NONE = "none"
    FADE = "fade"
    FORWARD = "forward"
    BACK = "back"


class Touch(StrEnum):
    """Whether the screen can be touched; `auto` is yes once a touchscreen or a first press was seen."""

    AUTO = "auto"
    YES = "yes"
    NO = "no"


class Act(StrEnum):
    """What a labelled button asks for."""

    READ_THIS = "read-this"
    CONTINUE = "continue"
    NEXT = "next"
    PREVIOUS = "previous"
    TOPICS = "topics"
    OPEN = "open"
    FINISHED = "finished"
    CRISIS = "crisis"
    SHEET = "sheet"
    WORDS = "words"
    SOURCES = "sources"
    COPY = "copy"
    CLOSE = "close"
    LANGUAGE = "language"
    TEXT_SCALE = "text-scale"
    THEME = "theme"
    STILL = "still"
    LOWER = "lower"
    TOPICS_NEXT = "topics-next"
    TOPICS_PREVIOUS = "topics-previous"
    LISTEN = "listen"
    LISTEN_START = "listen-start"
    LISTEN_PAUSE = "listen-pause"
    LISTEN_RESUME = "listen-resume"
    LISTEN_REPEAT = "listen-repeat"
    LISTEN_SLOWER = "listen-slower"
    LISTEN_FASTER = "listen-faster"
    LISTEN_SOFTER = "listen-softer"
    LISTEN_LOUDER = "listen-louder"
    LISTEN_STOP = "listen-stop"
    SPEECH_MODE = "speech-mode"


class Key(StrEnum):
    """A key that means something to the show."""

    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"
    PAGE_UP = "page-up"
    PAGE_DOWN = "page-down"
    HOME = "home"
    ENTER = "enter"
    SPACE = "space"
    ESCAPE = "escape"


class Contact(Struct, frozen=True):
    """A finger or the mouse's button went down or came up at a place of the glass, in millimetres."""

    id: int
    x_mm: float
    y_mm: float
    down: bool


class Chosen(Struct, frozen=True):
    """A labelled button was released; `value` is the section, language, scale, theme or term it means.

    For what is on or off, `value` is "yes" or "no".
    """

    act: Act
    value: str = ""


class Pressed(Struct, frozen=True):
    """A key went down."""

    key: Key


class Tick(Struct, frozen=True):
    """Nothing happened but time."""


class WallClock(Struct, frozen=True):
    """What the wall clock says now, in the station's own zone; it may jump."""

    now: datetime


class Touchable(Struct, frozen=True):
    """Qt reported a touchscreen, or that it went away."""

    present: bool


class Stop(Struct, frozen=True):
    """What the show knows of one section in the language and size shown now.

    `wall` holds the dwell of each wall page in seconds, `reading` the reading time of each reading page; a
    section that has not been set yet has one reading page of unknown length (60 s). Without any wall page a
    stop does not rotate; without any reading page it stands on the wall only and cannot be opened.
    """

    id: str
    wall: tuple[float, ...]
    reading: tuple[float, ...]
    opening: bool = False
    rotate: bool = True
    private: bool = False
    only_with: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_until: date | None = None
    untouched_only: bool = False


class Programme(Struct, frozen=True):
    """The sections in their order, and how many cards a page of Topics holds."""

    stops: tuple[Stop, ...]
    cards_per_page: int = 8


class Replaced(Struct, frozen=True):
    """The programme is another: a new pack, another language, another size of text, a day that ended.

    `section` and `page` say where the reader's sentence stands now (the page from 0); an empty section keeps
    the place as well as it can be kept. `settings` are those that come with a new pack, whose languages may
    be others; `reworded` tells that the page that is shown says something else now.
    """

    programme: Programme
    section: str = ""
    page: int = 0
    settings: ShowSettings | None = None
    reworded: bool = False


Event = Contact | Chosen | Pressed | Tick | WallClock | Touchable | Replaced | Spoken | Voiceless | Plugged


class Opening(Struct, frozen=True):
    """From when to when the clinic is open on one weekday; `closes` before `opens` runs past midnight."""

    opens: time
    closes: time


class Hours(Struct, frozen=True):
    """Opening hours by weekday (0 is Monday) and closed days; without any weekday it is always open."""

    weekdays: dict[int, tuple[Opening, ...]] = field(default_factory=dict)
    closed_days: frozenset[date] = frozenset()
    dark_after_s: float = 1800.0


class ShowSettings(Struct, frozen=True):
    """What the station's settings say of the show; times in seconds."""

    language: str = "en"
    languages: tuple[str, ...] = ("en",)
    text_scale: float = 1.0
    theme: str = "light"
    touch: Touch = Touch.AUTO
    hours: Hours = field(default_factory=Hours)
    idle_s: float = 90.0
    band_s: float = 20.0
    crisis_s: float = 180.0
    dwell_factor: float = 1.0
    """1 as set, 0.5 to 10, 0 stands still."""
    themes: tuple[str, ...] = ("light", "dark", "contrast")
    """The themes a visitor may choose; others are ignored."""
    alternate: tuple[str, ...] = ()
    """The languages that the wall's loops take in turn, as often as they are named; none: `language`."""
    still: bool = False
    """Whether pages stand still instead of sliding and fading."""
    lowered: bool = False
    """Whether pages and controls stand in the lower half of a tall screen."""
    listen: Outlet = Outlet.OFF
    volume: int = 5
    """How loud reading aloud begins, in tenths."""


class Scene(Struct, frozen=True):
    """Everything that the window shows; equal scenes look alike.

    `page` counts from 0 within the section, of `pages`; a wall with no section is the built-in page.
    `loop_place` and `loop_length` say where in the rotation. `band` is the warning that takes the bar's
    place. `touch` tells whether there are buttons. `sequence` grows with each turn, so that a turn to an
    equal page is still a turn; `turn` is the manner of the last one, and animates only where `sequence` is
    new.
    """

    view: View
    panel: Panel = Panel.NONE
    paused: bool = False
    band: bool = False
    touch: bool = True
    section: str = ""
    page: int = 0
    pages: int = 1
    loop_place: int = 0
    loop_length: int = 1
    topics_page: int = 0
    topics_pages: int = 1
    language: str = "en"
    text_scale: float = 1.0
    theme: str = "light"
    still: bool = False
    lowered: bool = False
    term: str = ""
    turn: Turn = Turn.NONE
    sequence: int = 0
    listening: Listening = field(default_factory=Listening)
    offers_listening: bool = False
