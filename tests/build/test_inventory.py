# SPDX-License-Identifier: Apache-2.0
"""A bundle's inventory sees newcomers, what is gone, and too much of all."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.build.inventory import LARGE_BYTES, Rules, faults, gone, inventory, megabytes, packed_mb, rules

HELD = Rules(3.0, 1.0, {"lib/libbig.so.*": "it is needed"})


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    folder = tmp_path / "kiosk"
    (folder / "lib").mkdir(parents=True)
    (folder / "lib" / "libbig.so.6").write_bytes(b"x" * (LARGE_BYTES + 1))
    (folder / "small").write_bytes(b"x" * 1000)
    (folder / "link").symlink_to("lib/libbig.so.6")
    return folder


def test_files_are_listed_by_size_and_links_count_nothing(bundle: Path) -> None:
    assert list(inventory(bundle).items()) == [("lib/libbig.so.6", LARGE_BYTES + 1), ("small", 1000)]
    assert megabytes(inventory(bundle)) == pytest.approx(1.001001)


def test_what_is_named_or_small_is_no_fault(bundle: Path) -> None:
    assert faults(inventory(bundle), HELD) == []


def test_a_newcomer_that_nobody_named_is_a_fault(bundle: Path) -> None:
    (bundle / "lib" / "libnew.so.1").write_bytes(b"x" * (LARGE_BYTES + 1))
    assert faults(inventory(bundle), HELD) == ["lib/libnew.so.1 takes 1.0 MB and is not named in large.toml"]


def test_a_name_of_what_is_gone_is_told_and_no_fault(bundle: Path) -> None:
    assert gone(inventory(bundle), HELD) == []
    (bundle / "lib" / "libbig.so.6").unlink()
    assert gone(inventory(bundle), HELD) == ["lib/libbig.so.*"]
    assert faults(inventory(bundle), HELD) == []


def test_too_much_of_all_is_a_fault(bundle: Path) -> None:
    for number in range(3):
        (bundle / f"part{number}").write_bytes(b"x" * 800_000)
    assert faults(inventory(bundle), HELD) == ["the bundle takes 3.4 MB, 3.0 are allowed"]


def test_every_large_file_has_a_reason_and_the_limits_are_those_promised() -> None:
    held = rules()
    assert (held.unpacked_mb, held.packed_mb) == (110, 45)
    assert all(reason.strip() for reason in held.large.values())


def test_a_packed_bundle_is_smaller(bundle: Path) -> None:
    packed = packed_mb(bundle)
    assert packed is not None
    assert 0 < packed < 0.01


def test_without_zstd_nothing_is_packed(bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(bundle))
    assert packed_mb(bundle) is None
