# SPDX-License-Identifier: Apache-2.0
"""A pack as large as can be beside the default one: start, memory, turn."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtGui import QImage

from kiosk.content.limits import LIMITS
from tests.bench.deck import PACK
from tests.bench.desk import Seat, desk, seat
from tests.bench.figures import Bar, Row, Table, pairs, summary
from tests.bench.peers import KIOSK, PYTHON_KIOSK, Peer, reader, show
from tests.bench.plan import HD, Plan
from tests.bench.reading import sessions
from tests.bench.start import Place, in_turn, last
from tests.e2e.program import Program, wait_until

LANGUAGES = ("en", "es", "fr", "ar", "zh")
PIXELS = (1200, 900)
WITHIN = Bar(1.2)
SETTLED_S = 300.0
"""How long a start that sees the pack for the first time may take to find everything out about it."""


@dataclass(frozen=True, slots=True)
class Made:
    """A pack that was made: where, and how much is in it."""

    folder: Path
    sections: int
    megabytes: float

    @property
    def words(self) -> str:
        """Return what is in it, as a heading says it."""
        return f"{self.sections} sections in {len(LANGUAGES)} languages with {self.megabytes:.0f} MB of media"


def make(folder: Path, sections: int, media_mb: int) -> Made:
    """Write a pack of sections like the default pack's, each with a picture of its own."""
    count = min(sections, LIMITS.sections)
    ids = [file.stem for file in sorted((PACK / "en").glob("*.md"))]
    head, _, _ = (PACK / "pack.toml").read_text(encoding="utf-8").partition("[[sections]]")
    head = re.sub(r"^languages = .*$", f"languages = {list(LANGUAGES)}", head, flags=re.MULTILINE)
    entries = (f'[[sections]]\nid = "s{number:04}"\nrole = "topic"\n\n' for number in range(count))
    (folder / "media").mkdir(parents=True)
    (folder / "pack.toml").write_text(head + "".join(entries), encoding="utf-8")
    for language in LANGUAGES:
        (folder / language).mkdir()
        source = PACK / (language if (PACK / language).is_dir() else "en")
        texts = [(source / f"{name}.md").read_text(encoding="utf-8") for name in ids]
        for number in range(count):
            text = re.sub(r"media/[\w-]+\.svg", f"media/s{number:04}.jpg", texts[number % len(ids)])
            (folder / language / f"s{number:04}.md").write_text(text, encoding="utf-8")
    return Made(folder, count, pictures(folder / "media", count, media_mb * 1_000_000 // count))


def pictures(folder: Path, count: int, size: int) -> float:
    """Write pictures of about a size each, all different; return how many MB they take."""
    size = min(size, LIMITS.picture_bytes - 1)
    picture = QImage(*PIXELS, QImage.Format.Format_RGB32)
    picture.fill(0x3A6B6E)
    first = folder / "first.jpg"
    assert picture.save(str(first), quality=90)
    data = first.read_bytes()
    first.unlink()
    for number in range(count):
        behind = f"{number:08}".encode() * (max(0, size - len(data)) // 8)
        (folder / f"s{number:04}.jpg").write_bytes(data + behind)
    return sum(file.stat().st_size for file in folder.iterdir()) / 1e6


def with_pack(made: Made) -> Peer:
    """Return the kiosk with a pack of its own."""
    given = ("--pack", str(made.folder))

    def start(seat: Seat) -> Program:
        return show(PYTHON_KIOSK, seat, *given)

    def read(seat: Seat, still: bool) -> Program:
        return reader(PYTHON_KIOSK, seat, still, *given)

    return replace(KIOSK, name="kiosk, the large pack", start=start, read=read)


def settled(peer: Peer, place: Place) -> float:
    """Start a program and return in how many seconds it knows all that it keeps about its pack."""
    folder = place.of(peer)
    with desk(folder, place.size) as screen, peer.start(seat(folder, screen)) as program:
        begun = time.perf_counter()
        wait_until(lambda: any(folder.rglob("ledgers/*.json")), "the ledger", SETTLED_S)
        assert program.running, program.log
        return time.perf_counter() - begun


def ratio(upper: list[float], lower: list[float]) -> tuple[float, ...]:
    """Return the ratio of two medians."""
    return (summary(upper).median / summary(lower).median,)


def measure(folder: Path, plan: Plan) -> Iterator[Table]:
    """Yield the table of the large pack."""
    made = make(folder / "pack", plan.sections, plan.media_mb)
    large, place = with_pack(made), Place(folder / "start", HD)
    found_out = settled(large, place)
    opened = in_turn((KIOSK, large), place, plan.large_starts)
    stays = sessions((KIOSK, large), folder, HD, replace(plan, idle_s=1.0), 1)
    ours, theirs = stays[KIOSK.name], stays[large.name]
    small = {peer.name: list(last(opened, peer)) for peer in (KIOSK, large)}
    first = [[each.whole for each in stay.turns] for stay in (theirs, ours)]
    rows = (
        Row("start, default pack", "ms", tuple(small[KIOSK.name])),
        Row("start, large pack", "ms", tuple(small[large.name])),
        Row("start, large ÷ default", "ratio", pairs(small[large.name], small[KIOSK.name]), WITHIN),
        Row("once per pack: until all is known about it", "ms", (found_out,), plotted=False),
        Row("memory, default pack", "MB", tuple(ours.memory_mb)),
        Row("memory, large pack", "MB", tuple(theirs.memory_mb)),
        Row("memory, large ÷ default", "ratio", ratio(theirs.memory_mb, ours.memory_mb), WITHIN),
        Row("turn, default pack", "ms", tuple(first[1])),
        Row("turn, large pack", "ms", tuple(first[0])),
        Row("turn, large ÷ default", "ratio", ratio(*first), WITHIN),
    )
    yield Table("large-pack", f"a pack of {made.words}", rows)
