# SPDX-License-Identifier: Apache-2.0
"""Every row is held to the bar that it must reach, and to no other; figures are what they are said to be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.bench import change, pagination, reading_rows, size, start_rows
from tests.bench.figures import Bar, Row
from tests.bench.memory import Memory
from tests.bench.peers import FLOOR, KIOSK, Peer, browser, bundle, others
from tests.bench.plan import FULL, HD, UHD
from tests.bench.reading_rows import Rest, Session, Turned
from tests.bench.rounds import Taken
from tests.bench.start_rows import Opening
from tests.build.inventory import rules

PEERS: tuple[Peer, ...] = (FLOOR, KIOSK, bundle(), browser(), *others())
WHERE = {HD: "1920×1080", UHD: "3840×2160"}  # noqa: RUF001 # as sizes are written


def told(rows: Iterable[Row]) -> dict[str, Row]:
    found = list(rows)
    assert len({row.name for row in found}) == len(found)
    return {row.name: row for row in found}


def bars(rows: Iterable[Row]) -> dict[str, Bar]:
    return {row.name: row.bar for row in rows if row.bar}


def taken(values: dict[Peer, object]) -> Taken[object]:
    return Taken({peer.name: [value, value] for peer, value in values.items()})


@pytest.mark.parametrize("glass", [HD, UHD])
def test_starts(glass: tuple[int, int]) -> None:
    opened = taken({peer: Opening(0.1, 0.1 * number) for number, peer in enumerate(PEERS, 1)})
    found = told(start_rows.warm_rows(PEERS, opened, glass))  # type: ignore[arg-type] # openings
    where = WHERE[glass]
    assert bars(found.values()) == {
        f"kiosk ÷ floor: bare `QQuickView`, {where}": Bar(1.5),
        f"kiosk, the bundle ÷ kiosk, {where}": Bar(1.2),
        f"kiosk ÷ Chromium, reveal.js, {where}": Bar(0.40),
        f"kiosk ÷ pdfpc, {where}": Bar(1.0),
        f"kiosk ÷ LibreOffice Impress, {where}": Bar(1.0),
    }
    assert found[f"kiosk ÷ floor: bare `QQuickView`, {where}"].values == pytest.approx((2.0, 2.0))
    assert found[f"kiosk, the bundle ÷ kiosk, {where}"].values == pytest.approx((1.5, 1.5))
    assert found[f"kiosk ÷ Chromium, reveal.js, {where}"].values == pytest.approx((0.5, 0.5))
    cold = told(start_rows.cold_rows(PEERS[:4], opened, Taken(), glass))  # type: ignore[arg-type] # openings
    assert bars(cold.values()) == {f"kiosk ÷ Chromium, reveal.js, {where}": Bar(0.6)}


def stay(number: int) -> Session:
    turn = Turned(0.010 * number, 0.020 * number, (1.0, 1.016, 1.033))
    rest = Rest(0.001, 0, 0, Memory(50.0 * number, 80.0 * number))
    return Session([turn], 0, [turn], [turn], Memory(60.0 * number, 90.0 * number), rest)


@pytest.mark.parametrize("glass, first, whole", [(HD, 0.050, 0.034), (UHD, 0.080, 0.060)])
def test_turns(glass: tuple[int, int], first: float, whole: float) -> None:
    seen = taken({peer: stay(number) for number, peer in enumerate(PEERS, 1)})
    found = told(reading_rows.turn_rows(PEERS, seen, glass))  # type: ignore[arg-type] # sessions
    where, wanted = WHERE[glass], {}
    for name in (f"kiosk, {where}: key", f"kiosk, {where}: touch", f"kiosk, the bundle, {where}: key"):
        wanted[f"{name} to first changed pixel"] = Bar(first, "worst")
        wanted[f"{name} to whole new page"] = Bar(whole)
    for name in ("kiosk", "kiosk, the bundle"):
        wanted[f"{name}, {where}: keys that nothing answered"] = Bar(0, "worst")
    for name in ("Chromium, reveal.js", "pdfpc", "LibreOffice Impress"):
        wanted[f"kiosk ÷ {name}, {where}: first changed pixel"] = Bar(1.0)
        wanted[f"kiosk ÷ {name}, {where}: whole new page"] = Bar(1.0)
    assert bars(found.values()) == wanted
    ratio = found[f"kiosk ÷ Chromium, reveal.js, {where}: first changed pixel"]
    assert ratio.values == pytest.approx((0.5, 0.5))


@pytest.mark.parametrize("glass, memory", [(HD, 0.30), (UHD, 0.60)])
def test_rest(glass: tuple[int, int], memory: float) -> None:
    seen = taken({peer: stay(number) for number, peer in enumerate(PEERS, 1)})
    found = told(reading_rows.rest_rows(PEERS, seen, glass))  # type: ignore[arg-type] # sessions
    where, wanted = WHERE[glass], {}
    for ours in ("kiosk", "kiosk, the bundle"):
        wanted[f"{ours}, {where}: share of a core"] = Bar(0.003)
        wanted[f"{ours}, {where}: changes of the picture"] = Bar(0, "worst")
        wanted[f"{ours}, {where}: pieces drawn"] = Bar(0, "worst")
        for theirs in ("Chromium, reveal.js", "pdfpc", "LibreOffice Impress"):
            name = f"{ours} ÷ {theirs}, {where}: memory"
            bar = Bar(memory if theirs.startswith("Chromium") else 1.0)
            wanted |= {f"{name} after the turns": bar, f"{name} at rest": bar}
            wanted[f"{name} at rest with files in memory"] = Bar(1.0)
    assert bars(found.values()) == wanted
    ratio = found[f"kiosk ÷ Chromium, reveal.js, {where}: memory after the turns"]
    assert ratio.values == pytest.approx((0.5, 0.5))
    assert found[f"kiosk, {where}: memory at rest"].values == (100.0, 100.0)
    assert found[f"kiosk, {where}: memory at rest with files in memory"].values == (160.0, 160.0)


@pytest.mark.parametrize("glass", [HD, UHD])
def test_motion(glass: tuple[int, int]) -> None:
    at = (0.0, 0.016, 0.018, 0.032, 0.082)
    slid = Taken({KIOSK.name: [[Turned(0.02, 0.25, at)]]})
    found = told(reading_rows.slide_rows((KIOSK, browser()), slid, glass))
    where = WHERE[glass]
    assert bars(found.values()) == {
        f"kiosk, {where}: frames": Bar(55, at_least=True),
        f"kiosk, {where}: share over 33 ms": Bar(0.02),
    }
    assert reading_rows.frames(at) == [0.0, 0.016, 0.032, 0.082]
    assert found[f"kiosk, {where}: frames"].values == pytest.approx((3 / 0.082,))
    assert found[f"kiosk, {where}: share over 33 ms"].values == pytest.approx((1 / 3,))


def test_changes_pagination_and_the_bundle(monkeypatch: pytest.MonkeyPatch) -> None:
    assert change.COMPLETE_S == {HD: 0.150, UHD: 0.400}
    assert (Bar(200, at_least=True), Bar(0.8, at_least=True)) == (pagination.RATE, pagination.LINEAR)
    held = rules()
    assert held.unpacked_mb <= 110
    assert held.packed_mb <= 45
    monkeypatch.setattr(size, "bundle", lambda: replace(bundle(), why="not built"))
    (table,) = size.measure(Path(), FULL)
    assert [row.bar for row in table.rows] == [Bar(held.unpacked_mb), Bar(held.packed_mb)]
