# SPDX-License-Identifier: Apache-2.0
"""Endurance: visits, turns and rotation in fast forward, by real keys to a running event loop."""

from __future__ import annotations

import shutil
import signal
import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.bench.deck import PACK
from tests.bench.desk import desk, seat
from tests.bench.figures import Bar, Row, Table
from tests.bench.peers import PYTHON_KIOSK, show
from tests.bench.plan import Plan
from tests.bench.probe import watch
from tests.bench.reading import megabytes, tree
from tests.e2e.program import Program, wait_until
from tests.e2e.screen import Screen

SIZE = (1280, 720)
SPEED = 400
SETTINGS = 'touch = "yes"\nreduced_motion = true\nlog_level = "info"\n'
READ_ANEW = "The pack was read anew."
MORE = "\nAsk the care team.\n"
"""What is added to the pack's first section before one reload and taken away before the next."""
TURNS = 10
AWAY_S = 0.9
"""Turns of a visit, and how long after the last the wall is back: the question is never answered."""
SAMPLES, WARM_UP = 60, 0.25


@dataclass(frozen=True, slots=True)
class Sample:
    """What the processes took after so many turns."""

    turns: int
    megabytes: float
    files: int
    threads: int


def sample(program: Program, turns: int) -> Sample:
    """Return what a program and its children take now."""
    processes = tree(program)
    files = sum(each.num_fds() for each in processes)
    return Sample(turns, megabytes(processes), files, sum(each.num_threads() for each in processes))


def visit(screen: Screen) -> int:
    """Wake the screen, read, turn on and back, walk away; return how many turns were seen."""
    for _ in range(2):
        screen.key("Return")
        watch(screen, 0.03, 0.5)
    seen = 0
    for number in range(TURNS):
        screen.key("Right" if number < TURNS // 2 else "Left")
        seen += bool(watch(screen, 0.02, 0.3).at)
    time.sleep(AWAY_S)  # the absence itself: as long as the band takes to come and go
    return seen


def reload(program: Program, section: Path) -> None:
    """Change a section and have the pack read anew; come back once it is shown."""
    before = program.log.count(READ_ANEW)
    text = section.read_text(encoding="utf-8")
    section.write_text(text.removesuffix(MORE) if text.endswith(MORE) else text + MORE, encoding="utf-8")
    program.process.send_signal(signal.SIGHUP)
    wait_until(lambda: program.log.count(READ_ANEW) > before, "the pack being read anew")
    time.sleep(AWAY_S)  # nothing tells when the pages behind the first are set; the next visit finds them so


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
            watch(screen, 1.0, 30.0)
            begun, turns, reloads = time.monotonic(), 0, 0
            samples = [sample(program, 0)]
            while turns < plan.soak_turns:
                turns += visit(screen)
                if turns * plan.soak_reloads >= (reloads + 1) * plan.soak_turns:
                    reload(program, section)
                    reloads += 1
                if turns * SAMPLES >= len(samples) * plan.soak_turns:
                    samples.append(sample(program, turns))
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
        Row("visits", "count", (float(samples[-1].turns // TURNS),)),
        Row("reloads of the pack seen", "count", (float(reloads),)),
        Row("hours that passed for the show", "count", (took * SPEED / 3600,)),
        Row("memory", "MB", tuple(each.megabytes for each in warm)),
        Row("growth of memory after warm-up", "slope", (slope,), Bar(0.1)),
        Row("file descriptors: last quarter less first", "count", (files,), Bar(0)),
        Row("threads: last quarter less first", "count", (threads,), Bar(0)),
    )
    yield Table("soak", "endurance in fast forward", rows)
