# SPDX-License-Identifier: Apache-2.0
"""A studio for scene tests: snapshots of every state made by hand, and what is asked of a scene."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF
from PySide6.QtQml import QQmlApplicationEngine, QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem, QQuickWindow
from pytestqt.qtbot import QtBot

from kiosk.app.stage import MOST_NAMED, NARROW_NAMED, sheet_label
from kiosk.app.wishes import days_words
from kiosk.content.phrases import Phrases, read_phrases
from kiosk.layout.frame import frame
from kiosk.layout.model import Ink, Layout, Screen
from kiosk.layout.tokens import LIGHT, Theme
from kiosk.render.code import code_image
from kiosk.render.png import write_png
from kiosk.show.hearing import Listening, Obstacle, Speech
from kiosk.show.model import Event, Panel, Scene, View
from kiosk.station.table import WEEKDAYS
from kiosk.ui.cards import cards_per_page, page_of_cards
from kiosk.ui.page_provider import page_url
from kiosk.ui.show_bridge import ShowBridge
from kiosk.ui.snapshot import Card, Copy, Entry, Mark, Number, Passage, Snapshot, Tongue
from kiosk.ui.window import Glass

ROOT = Path(__file__).resolve().parents[2]
RESOURCES = ROOT / "resources"
TONGUES = {"en": "English", "es": "Español", "ar": "العربية"}
MORE_TONGUES = TONGUES | {"fr": "Français", "zh": "简体中文"}

TITLES = (
    (
        "teal",
        "Ketamine and PTSD: what is known and what is not",
        "Small studies were hopeful. The largest was not.",
    ),
    ("plum", "Understanding PTSD", "PTSD can get better. Good treatments exist."),
    ("indigo", "What ketamine is", "An anaesthetic, used in hospitals for over 50 years."),
    ("slate", "How ketamine may act", "Scientists have an idea, not yet a proof."),
    (
        "ocean",
        "Effects, benefits and risks, short and long term",
        "For PTSD it is not proven. It has real risks.",
    ),
    ("violet", "Where it stands today", "Not approved for PTSD. Studies disagree, and more are under way."),
    ("umber", "What to ask, and where to get help", "Questions to bring to your care team."),
)


PASSAGES = (
    Passage("heading", "Understanding PTSD", 100, 50, 400, 40),
    Passage("paragraph", "PTSD can get better.", 100, 200, 600, 60),
    Passage(
        "list",
        "",
        100,
        300,
        500,
        100,
        (Passage("text", "Sleep.", 120, 300, 480, 50), Passage("text", "Talk.", 120, 350, 480, 50)),
    ),
    Passage("graphic", "6 of 100", 800, 200, 300, 300),
    Passage("note", "", 100, 450, 600, 60, (Passage("text", "Ask a nurse.", 110, 455, 580, 50),)),
    Passage("table", "", 100, 550, 600, 60, (Passage("text", "How often", 110, 555, 580, 50),)),
    Passage("text", "Information only.", 100, 800, 600, 40),
)
HELP = (
    Number("911", "Emergency", "Call when someone is in danger right now.", emergency=True),
    Number("988", "Suicide and Crisis Lifeline", "Call or text. Free, day and night.", emergency=False),
    Number("988, then 1", "Veterans Crisis Line", "Or text 838255.", emergency=False),
)
LONG_LABEL = "Ayuda en crisis: 988"
LONG_HELP = (
    Number("911", "Emergencias", "Llame si alguien está en peligro ahora.", emergency=True),
    Number(
        "988",
        "Línea 988 de Prevención del Suicidio y Crisis",
        "Llame a cualquier hora. Para español, marque 2. O mande un mensaje de texto con la palabra AYUDA. "
        "Chat: 988lifeline.org.",
        emergency=False,
    ),
    Number(
        "988",
        "Línea de Crisis para Veteranos",
        "Llame y luego marque 1. O mande un mensaje de texto al 838255.",
        emergency=False,
    ),
    Number(
        "1-800-662-4357",
        "Línea Nacional de Ayuda de SAMHSA",
        "Ayuda para encontrar tratamiento cerca de usted.",
        emergency=False,
    ),
)
"""The lines of the pack that comes along, in the language in which they are longest."""

ADDRESS = "https://clinic.example/ptsd/en/understanding-ptsd/"


class Size(Struct, frozen=True):
    """A screen of the tests."""

    width: int
    height: int
    diagonal_in: float

    def screen(self) -> Screen:
        """Return it as pages are set for it."""
        return Screen(self.width, self.height, self.diagonal_in * 25.4 / math.hypot(self.width, self.height))

    def __str__(self) -> str:
        return f"{self.width}x{self.height}@{self.diagonal_in:g}in"


SIZES = (
    Size(1920, 1080, 24),
    Size(1080, 1920, 32),
    Size(3840, 2160, 55),
    Size(1024, 768, 15),
    Size(800, 480, 7),
    Size(1280, 720, 10),
)


def stand_in(
    path: Path, size: Size, theme: Theme, accent: str, words: str, bar_top: float, *, mirrored: bool
) -> str:
    """Draw something like a page and return its URL."""
    if not path.exists():
        image = QImage(size.width, size.height, QImage.Format.Format_RGB32)
        image.fill(QColor(theme.inks[Ink.GROUND]))
        painter = QPainter(image)
        rail = size.width // 80
        painter.fillRect(size.width - rail if mirrored else 0, 0, rail, round(bar_top), QColor(accent))
        painter.setPen(QColor(theme.inks[Ink.TEXT]))
        font = painter.font()
        font.setFamily("Atkinson Hyperlegible Next")
        font.setPixelSize(round(bar_top / 12))
        painter.setFont(font)
        room = QRectF(size.width * 0.07, bar_top * 0.08, size.width * 0.86, bar_top * 0.8)
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, int(Qt.TextFlag.TextWordWrap | side), words)
        painter.end()
        image.save(str(path))
    return page_url(path)


ICONS: dict[str, tuple[tuple[tuple[float, float], ...], ...]] = {
    "previous": (((15, 5), (8, 12), (15, 19)),),
    "next": (((9, 5), (16, 12), (9, 19)),),
    "topics": tuple(
        ((x, y), (x + 6, y), (x + 6, y + 6), (x, y + 6), (x, y)) for x in (4, 14) for y in (4, 14)
    ),
    "text-size": (((3, 19), (9, 5), (15, 19)), ((5.5, 14), (12.5, 14)), ((15, 19), (18, 12), (21, 19))),
    "finished": (((5, 13), (10, 18), (20, 6)),),
    "close": (((6, 6), (18, 18)), ((18, 6), (6, 18))),
    "words": (((5, 4), (19, 4), (19, 20), (5, 20), (5, 4)), ((9, 9), (15, 9)), ((9, 13), (15, 13))),
    "sources": (((5, 5), (19, 5)), ((5, 12), (19, 12)), ((5, 19), (14, 19))),
    "copy": (((4, 4), (10, 4), (10, 10), (4, 10), (4, 4)), ((14, 14), (20, 20))),
    "plus": (((5, 12), (19, 12)), ((12, 5), (12, 19))),
    "minus": (((5, 12), (19, 12)),),
    "listen": (((4, 9), (8, 9), (13, 5), (13, 19), (8, 15), (4, 15), (4, 9)), ((17, 8), (19, 12), (17, 16))),
    "pause": (((9, 5), (9, 19)), ((15, 5), (15, 19))),
    "play": (((8, 5), (18, 12), (8, 19), (8, 5)),),
    "repeat": (((5, 12), (8, 6), (16, 6), (19, 12), (16, 18), (8, 18)), ((5, 7), (5, 12), (10, 12))),
    "slower": (((13, 6), (7, 12), (13, 18)),),
    "faster": (((7, 6), (13, 12), (7, 18)), ((13, 6), (19, 12), (13, 18))),
    "softer": (((4, 9), (8, 9), (13, 5), (13, 19), (8, 15), (4, 15), (4, 9)), ((16, 12), (21, 12))),
    "louder": (
        ((4, 9), (8, 9), (13, 5), (13, 19), (8, 15), (4, 15), (4, 9)),
        ((16, 12), (21, 12)),
        ((18.5, 9.5), (18.5, 14.5)),
    ),
    "stop": (((6, 6), (18, 6), (18, 18), (6, 18), (6, 6)),),
    "more": (((5, 12), (6, 12)), ((12, 12), (13, 12)), ((19, 12), (20, 12))),
}


def draw_icon(path: Path, name: str, colour: str, px: int) -> str:
    """Draw something like an icon and return its URL."""
    if not path.exists():
        image = QImage(px, px, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(0)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(px / 24, px / 24)
        cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        painter.setPen(QPen(QColor(colour), 2.2, Qt.PenStyle.SolidLine, cap, join))
        for stroke in ICONS[name]:
            painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in stroke]))
        painter.end()
        image.save(str(path))
    return path.as_uri()


OPEN = "08:00\N{EN DASH}12:00, 13:00\N{EN DASH}17:30"


class Studio(Struct):
    """Makes snapshots of one screen, theme and language."""

    folder: Path
    cap_ratio: float
    size: Size = SIZES[0]
    theme: Theme = LIGHT
    language: str = "en"
    text_scale: float = 1.0
    lowered: bool = False
    crowded: bool = False

    @property
    def screen(self) -> Screen:
        """Return the screen that pages are set for."""
        return replace(self.size.screen(), lowered=self.lowered)

    @property
    def mirrored(self) -> bool:
        """Tell whether the language runs from right to left."""
        return self.language == "ar"

    @property
    def phrases(self) -> Phrases:
        """Return the program's words."""
        return read_phrases(RESOURCES / "i18n", self.language)

    def picture(self, name: str, bar_top: float) -> str:
        """Return the URL of a stand-in page."""
        path = (
            self.folder / f"{name}-{self.size.width}-{self.size.height}-{self.theme.name}-{self.mirrored}.bmp"
        )
        accent = self.theme.accents["plum"]
        return stand_in(path, self.size, self.theme, accent, f"Page {name}", bar_top, mirrored=self.mirrored)

    def icons(self, px: float) -> dict[str, str]:
        """Return the URLs of stand-in icons."""
        inks = dict.fromkeys(ICONS, self.theme.inks[Ink.TEXT]) | {
            f"{name}-on-accent": self.theme.on_accent for name in ("next", "pause", "play")
        }
        size = max(8, round(px))
        return {
            name: draw_icon(
                self.folder / f"{name}-{size}-{colour[1:]}.png", name.removesuffix("-on-accent"), colour, size
            )
            for name, colour in inks.items()
        }

    def cards(self) -> tuple[Card, ...]:
        """Return cards like those of a pack."""
        return tuple(
            Card(
                section=f"section-{place}",
                title=title,
                message=message,
                pages=self.phrases.say("pages_count", pages=3 + place),
                picture="",
                accent=self.theme.accents[accent],
                tint=self.theme.tints[accent],
                start_here=place == 0,
            )
            for place, (accent, title, message) in enumerate(TITLES)
        )

    def hours(self) -> tuple[tuple[str, str], ...]:
        """Return hours that are others each day."""
        return tuple((days_words([day], self.phrases), OPEN) for day in WEEKDAYS)

    def stretches(self) -> tuple[tuple[str, str], ...]:
        """Return hours with the longest words for days that share a line."""
        shared = (WEEKDAYS[:2], WEEKDAYS[2:5], WEEKDAYS[5:])
        return tuple((days_words(days, self.phrases), OPEN) for days in shared)

    def copy(self, words: str = ADDRESS) -> Copy:
        """Return a copy whose code holds an address, or words."""
        place = self.folder / f"code-{hashlib.sha256(words.encode()).hexdigest()}.png"
        write_png(code_image(words), place)
        host = "clinic.example" if words.startswith("https:") else ""
        label = self.phrases.say("copy_address", address=words) if host else words
        return Copy(words, place.as_uri(), label, host, self.size.screen().mm_per_px)

    def snapshot(self, scene: Scene, picture: str = "one", **values: object) -> Snapshot:
        """Return a snapshot of a scene with everything that it may need."""
        layout = Layout.READING if scene.view in {View.PAGE, View.TOPICS} else Layout.WALL
        framed = frame(self.screen, layout, self.text_scale, self.cap_ratio)
        say = self.phrases.say
        scene = replace(
            scene,
            language=self.language,
            theme=self.theme.name,
            text_scale=self.text_scale,
            lowered=self.lowered,
        )
        tongues = MORE_TONGUES if self.crowded else TONGUES
        others = [code for code in tongues if code != self.language]
        offered = tuple(Tongue(code, name) for code, name in tongues.items())
        most = NARROW_NAMED if framed.narrow else MOST_NAMED
        label = sheet_label(
            self.phrases, [each for each in offered if each.code in others[: 1 + self.crowded]], "", most
        )
        pictured = scene.view in {View.WALL, View.PAGE}
        left, top = framed.column.x, framed.column.y
        made = Snapshot(
            scene=scene,
            frame=framed,
            phrases=self.phrases,
            theme=self.theme,
            picture=self.picture(picture, framed.bar.y) if pictured else "",
            previous=self.picture("before", framed.bar.y) if scene.view is View.PAGE else "",
            next=self.picture("two", framed.bar.y) if pictured else "",
            title="Understanding PTSD",
            page_label=say("page_of", page=scene.page + 1, pages=scene.pages),
            text="PTSD can get better.",
            passages=PASSAGES,
            right_to_left=self.mirrored,
            accent=self.theme.accents["plum"],
            marks=(
                Mark(
                    "flashback",
                    left,
                    top + 3 * framed.body_px,
                    6 * framed.body_px,
                    1.45 * framed.body_px,
                    "flashback",
                ),
            )
            if scene.view is View.PAGE
            else (),
            sources_mark=Mark(
                "",
                left,
                framed.bar.y - framed.foot_px,
                8 * framed.small_px,
                1.3 * framed.small_px,
                say("sources"),
            )
            if scene.view is View.PAGE
            else None,
            words=(
                Entry(
                    "flashback", "flashback", "A memory that feels as if it were happening again, right now."
                ),
                Entry("trauma", "trauma", "Something so frightening that it stays with a person."),
            ),
            sources=tuple(
                Entry(
                    f"source-{number}",
                    f"{number}. Goldstein RB, Smith SM, Chou SP. The epidemiology of DSM-5 posttraumatic "
                    "stress disorder in the United States. 2016.",
                    "doi.org/10.1007/s00127-016-1208-5",
                )
                for number in range(1, 7)
            ),
            copy=self.copy() if scene.panel is Panel.COPY else None,
            cards=self.cards()[page_of_cards(framed, scene.topics_page)] if scene.view is View.TOPICS else (),
            cards_in_all=len(TITLES),
            crisis_label=LONG_LABEL if self.crowded else say("crisis_label_us"),
            crisis_lines=LONG_HELP if self.crowded else HELP,
            languages=offered,
            other_language=Tongue(others[0], tongues[others[0]]),
            sheet_label=label,
            clinic="Riverside Clinic",
            hours=self.hours()
            if self.crowded
            else (
                (days_words(WEEKDAYS[:5], self.phrases), "8:00 to 17:00"),
                (days_words(["saturday"], self.phrases), "9:00 to 12:00"),
                (days_words(["sunday"], self.phrases), say("closed_day")),
            ),
            icons=self.icons(1.5 * framed.label_px),
            spoken_marks=tuple(
                Mark(
                    "",
                    left,
                    top + line * 1.45 * framed.body_px,
                    width * framed.body_px,
                    1.45 * framed.body_px,
                )
                for line, width in ((0, 14), (1, 5))
            )
            if scene.listening.status in {Speech.SPEAKING, Speech.HUSHED, Speech.PAUSED}
            else (),
            speech_key=int(Qt.Key.Key_F7),
        )
        return replace(made, **values)

    def state(self, name: str, **values: object) -> Snapshot:
        """Return the snapshot of a state by its name."""
        reading = frame(self.screen, Layout.READING, self.text_scale, self.cap_ratio)
        pages = -(-len(TITLES) // cards_per_page(reading))
        page = Scene(View.PAGE, section="understanding-ptsd", page=1, pages=4)
        wall = Scene(View.WALL, loop_place=2, loop_length=7)
        scenes = {
            "wall": wall,
            "wall-long": replace(wall, loop_length=20),
            "untouchable": replace(wall, touch=False),
            "paused": replace(wall, paused=True),
            "page": page,
            "band": replace(page, band=True),
            "topics": Scene(View.TOPICS, topics_pages=pages),
            "sheet": replace(page, panel=Panel.SHEET),
            "words": replace(page, panel=Panel.WORDS),
            "word": replace(page, panel=Panel.WORDS, term="flashback"),
            "sources": replace(page, panel=Panel.SOURCES),
            "copy": replace(page, panel=Panel.COPY),
            "crisis": replace(page, panel=Panel.CRISIS),
            "crisis-on-wall": replace(wall, paused=True, panel=Panel.CRISIS),
            "closed": Scene(View.CLOSED),
            "dark": Scene(View.DARK),
            **{f"heard-{status}": listened(page, status) for status in Speech},
        }
        return replace(self.snapshot(scenes[name]), **values)

    def still(self, name: str, *, still: bool = True) -> Snapshot:
        """Return the snapshot of a state in which nothing moves."""
        made = self.state(name)
        return replace(made, scene=replace(made.scene, still=still))


STATES = (
    "wall",
    "wall-long",
    "untouchable",
    "paused",
    "page",
    "band",
    "topics",
    "sheet",
    "words",
    "word",
    "sources",
    "copy",
    "crisis",
    "crisis-on-wall",
    "closed",
    "dark",
    *(f"heard-{status}" for status in Speech if status is not Speech.HUSHED),
)


def listened(page: Scene, status: Speech) -> Scene:
    """Return a page that may be listened to, with that heard of it."""
    obstacle = Obstacle.SOUND if status is Speech.FAILED else Obstacle.NONE
    return replace(page, offers_listening=True, listening=Listening(status, rate=-2, obstacle=obstacle))


class Stage(Struct):
    """A window with its bridge and what came of it."""

    window: QQuickWindow
    engine: QQmlApplicationEngine
    bridge: ShowBridge
    events: list[Event]
    left: list[bool]
    glasses: list[Glass]

    def item(self, name: str) -> QQuickItem:
        """Return the visible item of an object name."""
        [found] = [item for item in self.items() if item.objectName() == name]
        return found

    def items(self) -> list[QQuickItem]:
        """Return every visible item of the scene, parents first."""
        found: list[QQuickItem] = []
        waiting = [self.window.contentItem()]
        while waiting:
            item = waiting.pop()
            if item.isVisible():
                found.append(item)
                waiting.extend(reversed(item.childItems()))
        return found

    def rect(self, item: QQuickItem) -> QRectF:
        """Return where an item stands on the glass."""
        return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))

    def below(self, root: QQuickItem) -> list[QQuickItem]:
        """Return the visible items of a branch, its root first."""
        found: list[QQuickItem] = []
        waiting = [root]
        while waiting:
            item = waiting.pop()
            if item.isVisible():
                found.append(item)
                waiting.extend(reversed(item.childItems()))
        return found

    def holder(self, item: QQuickItem) -> QQuickItem | None:
        """Return the button, card or paper on which an item stands."""
        above: QQuickItem | None = item.parentItem()
        while above is not None:
            if above.property("natural") is not None or above.objectName() in {"card", "paper"}:
                return above
            above = above.parentItem()
        return None

    def inked(self, item: QQuickItem) -> QRectF:
        """Return where the words of a text stand, without the empty rest of its room."""
        width, height = item.property("contentWidth"), item.property("contentHeight")
        rect = QRectF(0, 0, width, height)
        side, level = (
            self._number(item, "effectiveHorizontalAlignment"),
            self._number(item, "verticalAlignment"),
        )
        spare, down = item.width() - width, item.height() - height
        rect.translate(spare if side == RIGHT else spare / 2 if side == CENTRE else 0, 0)
        rect.translate(0, down / 2 if level == MIDDLE else down if level == BOTTOM else 0)
        return item.mapRectToScene(rect)

    @staticmethod
    def _number(item: QQuickItem, name: str) -> int:
        """Return an enumeration that Python has no name for."""
        context = qmlContext(item)
        assert context is not None
        value, _ = QQmlExpression(context, item, f"0 + {name}").evaluate()
        return int(value)


RIGHT, CENTRE, MIDDLE, BOTTOM = 2, 4, 128, 64
Open = Callable[..., Stage]


def drawn(stage: Stage, qtbot: QtBot) -> None:
    """Wait until the scene is laid out and drawn, with every turn at its end."""
    pages = stage.window.findChild(QQuickItem, "pages")
    for _ in range(2):
        with qtbot.waitSignal(stage.window.frameSwapped):
            stage.window.update()
    assert pages is not None
    qtbot.waitUntil(lambda: not pages.property("busy"))
    qtbot.waitUntil(lambda: all(leaf.property("progress") == 1.0 for leaf in loaded(stage)))


def loaded(stage: Stage) -> list[QQuickItem]:
    """Return the images that hold a picture or are loading one."""
    leaves = stage.window.findChildren(QQuickItem, "picture")
    assert len(leaves) == 3
    return [leaf for leaf in leaves if leaf.property("source").toString()]
