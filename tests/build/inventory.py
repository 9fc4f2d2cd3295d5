# SPDX-License-Identifier: Apache-2.0
"""What is in a bundle: its size, its largest files, and those that large.toml does not allow."""

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
WHERE = "tests/build/large.toml"


@dataclass(frozen=True, slots=True)
class Large:
    """How large a file may be, in MB, and why it may be large at all."""

    most_mb: float
    why: str


@dataclass(frozen=True, slots=True)
class Rules:
    """What a bundle may take, in MB, and by pattern of path which files may be large."""

    unpacked_mb: float
    packed_mb: float
    large: Mapping[str, Large]

    def of(self, name: str) -> Large | None:
        """Return the first rule that names a file; None where none does."""
        return next((rule for pattern, rule in self.large.items() if fnmatchcase(name, pattern)), None)


def rules(file: Path = NAMED) -> Rules:
    """Return the rules of a file."""
    told = tomllib.loads(file.read_text(encoding="utf-8"))
    large = {pattern: Large(rule["most_mb"], rule["why"]) for pattern, rule in told["large"].items()}
    return Rules(told["limits"]["unpacked_mb"], told["limits"]["packed_mb"], large)


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
    """Return what is wrong with files of these sizes: large strangers, growth, or too much of all."""
    large = (name for name, size in sizes.items() if size > LARGE_BYTES)
    found = [fault for name in large if (fault := _fault(name, sizes[name] / 1e6, held.of(name)))]
    total = megabytes(sizes)
    if total > held.unpacked_mb:
        found.append(f"the bundle takes {total:.1f} MB, unpacked_mb in {WHERE} allows {held.unpacked_mb}")
    return found


def _fault(name: str, size_mb: float, rule: Large | None) -> str:
    """Return what is wrong with a large file, and what to do; nothing where it is named and small enough."""
    if rule is None:
        return (
            f"{name} takes {size_mb:.2f} MB and {WHERE} does not name it: have build_spec.spec leave it out, "
            "or name it there with most_mb and the reason"
        )
    if size_mb > rule.most_mb:
        return (
            f"{name} takes {size_mb:.2f} MB, its most_mb in {WHERE} is {rule.most_mb}: leave out what made "
            "it grow, or raise most_mb there"
        )
    return ""


def gone(sizes: Mapping[str, int], held: Rules) -> list[str]:
    """Return the names of which nothing large is there (any more, or with this system's libraries)."""
    large = [name for name, size in sizes.items() if size > LARGE_BYTES]
    return [pattern for pattern in held.large if not any(fnmatchcase(name, pattern) for name in large)]
