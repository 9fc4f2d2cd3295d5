# SPDX-License-Identifier: Apache-2.0
"""What is in a bundle: its size, its largest files, and those that nobody named in large.toml."""

from __future__ import annotations

import shutil
import subprocess
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

LARGE_BYTES = 1_000_000
NAMED = Path(__file__).with_name("large.toml")


@dataclass(frozen=True, slots=True)
class Rules:
    """What a bundle may take, in MB, and by pattern of path which files may be large, with the reason."""

    unpacked_mb: float
    packed_mb: float
    large: Mapping[str, str]


def rules(file: Path = NAMED) -> Rules:
    """Return the rules of a file."""
    told = tomllib.loads(file.read_text(encoding="utf-8"))
    return Rules(told["limits"]["unpacked_mb"], told["limits"]["packed_mb"], told["large"])


def inventory(bundle: Path) -> dict[str, int]:
    """Return every file of a bundle with its bytes, the largest first; links count nothing."""
    files = (path for path in bundle.rglob("*") if path.is_file() and not path.is_symlink())
    sizes = {path.relative_to(bundle).as_posix(): path.stat().st_size for path in files}
    return dict(sorted(sizes.items(), key=lambda item: (-item[1], item[0])))


def megabytes(sizes: Mapping[str, int]) -> float:
    """Return how large all files together are, in MB of a million bytes."""
    return sum(sizes.values()) / 1e6


def packed_mb(bundle: Path) -> float | None:
    """Return how large a bundle is as `.tar.zst`, in MB; None where there is no zstd."""
    tar, zstd = shutil.which("tar"), shutil.which("zstd")
    if tar is None or zstd is None:
        return None
    with subprocess.Popen((tar, "-C", bundle.parent, "-c", bundle.name), stdout=subprocess.PIPE) as files:
        done = subprocess.run((zstd, "-q", "-19", "-T0"), stdin=files.stdout, capture_output=True, check=True)
    return len(done.stdout) / 1e6


def faults(sizes: Mapping[str, int], held: Rules) -> list[str]:
    """Return what is wrong with files of these sizes: strangers that are large, or too much of all."""
    large = [name for name, size in sizes.items() if size > LARGE_BYTES]
    found = [
        f"{name} takes {sizes[name] / 1e6:.1f} MB and is not named in {NAMED.name}"
        for name in large
        if not any(fnmatchcase(name, pattern) for pattern in held.large)
    ]
    total = megabytes(sizes)
    if total > held.unpacked_mb:
        found.append(f"the bundle takes {total:.1f} MB, {held.unpacked_mb} are allowed")
    return found


def gone(sizes: Mapping[str, int], held: Rules) -> list[str]:
    """Return the names of which nothing large is there (any more, or with this system's libraries)."""
    large = [name for name, size in sizes.items() if size > LARGE_BYTES]
    return [pattern for pattern in held.large if not any(fnmatchcase(name, pattern) for name in large)]
