# SPDX-License-Identifier: Apache-2.0
"""A pack as large as can be beside the default one: start, memory, turn."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from kiosk.content.limits import LIMITS
from tests.bench.deck import PACK
from tests.bench.desk import Seat, desk, seat
from tests.bench.figures import Bar, Row, Table, pairs
from tests.bench.peers import KIOSK, PYTHON_KIOSK, Peer, reader, show
from tests.bench.plan import HD, Plan
from tests.bench.reading import sessions
from tests.bench.reading_rows import Session, whole
from tests.bench.rounds import Taken
from tests.bench.start import Place, openings
from tests.bench.start_rows import Opening, last
from tests.e2e.program import ROOT, Program, wait_until

LANGUAGES = ("en", "es", "fr", "ar", "zh")
MOST_OF_LIMIT = 0.9
"""Which share of the largest picture that a pack may hold is asked for at most: sizes vary a little."""

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
    size = min(size, round(MOST_OF_LIMIT * LIMITS.picture_bytes))
    command = [sys.executable, "-m", "tests.bench.photos", str(folder), str(count), str(size)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
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


def rows(large: Peer, found_out: float, opened: Taken[Opening], stays: Taken[Session]) -> Iterator[Row]:
    """Yield what was measured with the default pack and with the large one, and their ratios in pairs."""
    peers = {"default pack": KIOSK, "large pack": large}

    def compared(what: str, told: Callable[[Peer], Sequence[float]]) -> Row:
        return Row(f"{what}, large ÷ default", "ratio", pairs(told(large), told(KIOSK)), WITHIN)

    def held(peer: Peer) -> list[float]:
        return [stay.rest.memory.processes for stay in stays.of(peer) if stay.rest]

    for name, peer in peers.items():
        yield Row(f"start, {name}", "ms", last(opened, peer))
    yield compared("start", partial(last, opened))
    yield Row("once per pack: until all is known about it", "ms", (found_out,), plotted=False)
    for name, peer in peers.items():
        yield Row(f"memory at rest, {name}", "MB", tuple(held(peer)))
    yield compared("memory at rest", held)
    for name, peer in peers.items():
        yield Row(f"turn, {name}", "ms", tuple(each.whole for stay in stays.of(peer) for each in stay.turns))
    yield compared("turn", lambda peer: [whole(stay) for stay in stays.of(peer)])


def measure(folder: Path, plan: Plan) -> Iterator[Table]:
    """Yield the table of the large pack."""
    made = make(folder / "pack", plan.sections, plan.media_mb)
    large, place = with_pack(made), Place(folder / "start", HD)
    found_out = settled(large, place)
    opened = openings(dict.fromkeys((KIOSK, large), plan.large_starts), place)
    reading = replace(plan, idle_s=1.0, rests=plan.large_sessions, touches=0, hurries=0)
    stays = sessions(dict.fromkeys((KIOSK, large), plan.large_sessions), Place(folder, HD), reading)
    yield Table("large-pack", f"a pack of {made.words}", tuple(rows(large, found_out, opened, stays)))
