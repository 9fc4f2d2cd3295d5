# SPDX-License-Identifier: Apache-2.0
"""How large the built bundle is, unpacked and packed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.bench.figures import Bar, Row, Table
from tests.bench.peers import BUNDLE, bundle
from tests.bench.plan import Plan
from tests.build.inventory import inventory, megabytes, packed_mb, rules


def measure(_folder: Path, _plan: Plan) -> Iterator[Table]:
    """Yield the bundle's table."""
    held, why = rules(), bundle().why
    packed = None if why else packed_mb(BUNDLE.parent)
    unpacked = () if why else (megabytes(inventory(BUNDLE.parent)),)
    yield Table(
        "bundle",
        "the bundle",
        (
            Row("unpacked", "MB", unpacked, Bar(held.unpacked_mb), why),
            Row(
                "as `.tar.zst`",
                "MB",
                (packed,) if packed else (),
                Bar(held.packed_mb),
                why or "zstd not installed",
            ),
        ),
    )
