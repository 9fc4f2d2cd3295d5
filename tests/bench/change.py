# SPDX-License-Identifier: Apache-2.0
"""Text size, theme and language changed in the sheet: from the finger's release to the complete page."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from tests.bench.desk import desk, seat
from tests.bench.figures import Bar, Row, Table
from tests.bench.peers import KIOSK
from tests.bench.plan import HD, UHD, Plan, pixels
from tests.bench.probe import watch
from tests.bench.reading import open_first
from tests.e2e import look
from tests.e2e.look import RGB, Kind
from tests.e2e.picture import Area, Frame
from tests.e2e.program import wait_until
from tests.e2e.screen import Screen

COMPLETE_S = {HD: 0.150, UHD: 0.400}
QUIET_S, TIMEOUT_S = 0.8, 10.0
FILL = next(colour for colour, kind in look.FILLS.items() if kind is Kind.PLAIN)
LEAST_PX, STEP_PX = 40, 4
STEPS = 4
"""How often text can be made larger; each size is new to the program once, then it is at hand."""
SIZES, THEMES, LANGUAGES = 0, 1, 2
"""The rows of the sheet, from its top."""


def runs(frame: Frame, y: int) -> Iterator[tuple[int, int]]:
    """Yield from where to where a row of pixels has the colour of a button."""
    left = -1
    for x, value in enumerate(frame.row(y)):
        filled = value & RGB == FILL
        if filled and left < 0:
            left = x
        elif not filled and left >= 0:
            if x - left >= LEAST_PX:
                yield left, x
            left = -1


def controls(frame: Frame) -> list[list[Area]]:
    """Return the buttons above the bar in rows, each from the left."""
    found: list[Area] = []
    for y in range(0, look.page(frame).bottom, STEP_PX):
        for left, right in runs(frame, y):
            if any(area.x < right and left < area.right and area.y <= y <= area.bottom for area in found):
                continue
            bottom = y
            while bottom < frame.height and frame.pixel(left + STEP_PX, bottom) == FILL:
                bottom += 1
            if bottom - y >= LEAST_PX:
                found.append(Area(left, y, right - left, bottom - y))
    rows: list[list[Area]] = []
    for area in sorted(found, key=lambda area: (area.y, area.x)):
        if rows and area.y < rows[-1][0].bottom:
            rows[-1].append(area)
        else:
            rows.append([area])
    return [sorted(row, key=lambda area: area.x) for row in rows]


def open_sheet(screen: Screen) -> None:
    """Press the button of the sheet, which stands before Finished."""
    plain = [button for button in look.buttons(screen.frame()) if button.kind is Kind.PLAIN]
    pressed(screen, plain[-2].area)
    assert len(controls(screen.frame())) > LANGUAGES, "the sheet did not open"


def pressed(screen: Screen, area: Area) -> float:
    """Press a button and return the seconds from its release to the last change.

    The arrow of the mouse is waited for: it goes some time after the mouse stood still, which no finger sees.
    """
    screen.move(*area.centre)
    wait_until(lambda: not screen.cursor_shown(), "the arrow to go")
    watch(screen, 0.2, 0.4, partial(screen.down, *area.centre))
    seen = watch(screen, QUIET_S, TIMEOUT_S, screen.up)
    assert seen.at, "the press changed nothing"
    return seen.at[-1] - seen.begun


def text_sizes(screen: Screen, count: int) -> Iterator[float]:
    """Make the text larger to the largest and smaller again; the last button of the row closes the sheet."""
    for number in range(count):
        row = controls(screen.frame())[SIZES]
        yield pressed(screen, row[0] if number // STEPS % 2 else row[-2])


def themes(screen: Screen, count: int) -> Iterator[float]:
    """Choose the dark theme and the light one in turn."""
    row = controls(screen.frame())[THEMES]
    for number in range(count):
        yield pressed(screen, row[0] if number % 2 else row[1])


def languages(screen: Screen, count: int) -> Iterator[float]:
    """Choose the second language and the first in turn."""
    for number in range(count):
        row = controls(screen.frame())[LANGUAGES]
        yield pressed(screen, row[0] if number % 2 else row[1])


def measure(folder: Path, plan: Plan) -> Iterator[Table]:
    """Yield the table of changes."""
    rows = []
    count = plan.changes + plan.changes % 2
    for size in (HD, UHD):
        place = folder / f"{size[1]}"
        with desk(place, size) as screen, KIOSK.read(seat(place, screen), True) as program:
            open_first(screen, program, KIOSK)
            open_sheet(screen)
            for name, change in (("text size", text_sizes), ("theme", themes), ("language", languages)):
                values = tuple(change(screen, count))
                rows.append(Row(f"{name}, {pixels(size)}", "ms", values, Bar(COMPLETE_S[size])))
    yield Table("change", "a change in the sheet to the complete page", tuple(rows))
