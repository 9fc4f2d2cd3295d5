# SPDX-License-Identifier: Apache-2.0
"""Where things lie: resources, state and cache, the same in a checkout, a wheel and the bundle."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def resources(package: Path = PACKAGE) -> Path:
    """Return the folder of resources: inside the package in a wheel and the bundle, else beside it."""
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"
