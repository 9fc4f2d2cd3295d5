# SPDX-License-Identifier: Apache-2.0
"""Endurance: visits, turns and rotation in fast forward, by real keys and touches to a running event loop."""

from __future__ import annotations

import shutil
import signal
import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.bench.deck import PACK
from tests.bench.desk import desk, runtime, seat
from tests.bench.figures import Bar, Row, Table
from tests.bench.memory import memory
from tests.bench.peers import PYTHON_KIOSK, show
from tests.bench.plan import Plan
from tests.bench.probe import watch
from tests.bench.reading import tree
from tests.e2e import look
from tests.e2e.house import rotating
from tests.e2e.look import Kind
from tests.e2e.program import Program, wait_until
from tests.e2e.screen import Screen

SIZE = (1280, 720)
SPEED = 400
SETTINGS = 'touch = "yes"\ndwell_factor = 3\nreduced_motion = true\nlog_level = "info"\n'
READ_ANEW = "The pack was read anew."
MORE = "\nAsk the care team.\n"
"""What is added to the pack's first section before one reload and taken away before the next."""
FORWARD, BACK = ("Right", "Page_Down"), ("Left", "Page_Up")
"""Keys that turn alike, pressed in turn: to the kiosk the same key within 30 ms is a button that bounces."""
TURNS = 10
WHOLE_S, LOST_S = 0.02, 0.3
"""A picture that stood so long is whole; a key that changed nothing for so long changes nothing."""
SETTLE_S, TIMEOUT_S = 0.3, 10.0
SAMPLES, WARM_UP = 60, 0.25


@dataclass(frozen=True, slots=True)
class Sample:
    """What the processes took after so many turns and visits."""

    turns: int
    visits: int
    megabytes: float
    files: int
    threads: int


def sample(program: Program, folder: Path, turns: int, visits: int) -> Sample:
    """Return what a program with its runtime folder and its children take now."""
    processes = tree(program)
    files = sum(each.num_fds() for each in processes)
    threads = sum(each.num_threads() for each in processes)
    return Sample(turns, visits, memory(processes, folder).processes, files, threads)


def page(screen: Screen) -> bytes | None:
    """Return the pixels of the page that is open; nothing while the band asks whether anyone is there."""
    frame = screen.frame()
    return None if look.banded(frame) else screen.part(look.page(frame))


def touch(screen: Screen) -> None:
    """Tap what leads on: Read this on a paused wall, Next in a section; or else the page itself."""
    frame = screen.frame()
    leading = (each.area for each in look.buttons(frame) if each.kind is Kind.MAIN)
    screen.press(*next(leading, look.page(frame)).centre)


def visit(screen: Screen, *, by_touch: bool) -> int:
    """Wake the screen, read, turn on and back, walk away until the wall has turned; return the turns seen."""

    def forward(key: str) -> None:
        if by_touch:
            touch(screen)
        else:
            screen.key(key)

    for key in ("Return", FORWARD[1]):
        watch(screen, WHOLE_S, LOST_S, partial(forward, key))
    seen, before = 0, page(screen)
    for number in range(TURNS):
        ahead = number < TURNS // 2
        act = forward if ahead else screen.key
        key = (FORWARD if ahead else BACK)[number % len(FORWARD)]
        watch(screen, WHOLE_S, LOST_S, partial(act, key))
        now = page(screen)
        seen += before is not None and now not in {before, None}
        before = now
    wait_until(lambda: rotating(look.kinds(screen.frame())), "the wall after a visit", TIMEOUT_S)
    last = page(screen)
    wait_until(lambda: page(screen) != last, "the wall's next page after a visit", TIMEOUT_S)
    return seen


def reload(program: Program, section: Path) -> None:
    """Change a section and have the pack read anew; come back once it is shown."""
    before = program.log.count(READ_ANEW)
    text = section.read_text(encoding="utf-8")
    section.write_text(text.removesuffix(MORE) if text.endswith(MORE) else text + MORE, encoding="utf-8")
    program.process.send_signal(signal.SIGHUP)
    wait_until(lambda: program.log.count(READ_ANEW) > before, "the pack being read anew")
    time.sleep(SETTLE_S)  # nothing tells when other pages are set; a key before that waits and counts as lost


def soak(folder: Path, plan: Plan) -> tuple[list[Sample], float, int]:
    """Visit until enough turns were seen; return samples on the way, seconds, and reloads seen."""
    folder.mkdir(parents=True)
    settings = folder / "station.toml"
    settings.write_text(SETTINGS, encoding="utf-8")
    pack = shutil.copytree(PACK, folder / "pack")
    section = min((pack / "en").glob("*.md"))
    with desk(folder, SIZE) as screen:
        place = seat(folder, screen)
        place.environment["KIOSK_TIME_SCALE"] = str(SPEED)
        given = ("--settings", str(settings), "--pack", str(pack))
        with show(PYTHON_KIOSK, place, *given) as program:
            assert watch(screen, WHOLE_S, 3 * TIMEOUT_S).at, f"nothing was shown:\n{program.log}"
            begun, turns, visits, reloads = time.monotonic(), 0, 0, 0
            samples = [sample(program, runtime(screen), turns, visits)]
            while turns < plan.soak_turns:
                turns += visit(screen, by_touch=bool(visits % 2))
                visits += 1
                if turns * plan.soak_reloads >= (reloads + 1) * plan.soak_turns:
                    reload(program, section)
                    reloads += 1
                if turns * SAMPLES >= len(samples) * plan.soak_turns:
                    samples.append(sample(program, runtime(screen), turns, visits))
                assert program.running, program.log
            return samples, time.monotonic() - begun, program.log.count(READ_ANEW)


def grown(values: list[int]) -> float:
    """Return how far the last quarter's median is above the first's, since a decoder comes and goes."""
    quarter = max(1, len(values) // 4)
    return float(statistics.median(values[-quarter:]) - statistics.median(values[:quarter]))


def measure(folder: Path, plan: Plan) -> Iterator[Table]:
    """Yield the table of endurance."""
    samples, took, reloads = soak(folder, plan)
    warm = samples[int(len(samples) * WARM_UP) :]
    slope, _ = statistics.linear_regression(
        [each.turns / 1000 for each in warm], [each.megabytes for each in warm]
    )
    files, threads = grown([each.files for each in warm]), grown([each.threads for each in warm])
    rows = (
        Row("turns seen", "count", (float(samples[-1].turns),)),
        Row("visits", "count", (float(samples[-1].visits),)),
        Row("reloads of the pack seen", "count", (float(reloads),)),
        Row("hours that passed for the show", "count", (took * SPEED / 3600,)),
        Row("memory", "MB", tuple(each.megabytes for each in warm)),
        Row("growth of memory after warm-up", "slope", (slope,), Bar(0.1)),
        Row("file descriptors: last quarter less first", "count", (files,), Bar(0)),
        Row("threads: last quarter less first", "count", (threads,), Bar(0)),
    )
    yield Table("soak", "endurance in fast forward", rows)
