# SPDX-License-Identifier: Apache-2.0
"""A bundle's inventory sees newcomers, growth, what is gone, and too much of all, in the real bundle too."""

from __future__ import annotations

from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from tests.build.inventory import (
    LARGE_BYTES,
    NAMED,
    WHERE,
    Large,
    Rules,
    faults,
    gone,
    inventory,
    megabytes,
    packed_mb,
    rules,
)

HELD = Rules(3.0, 1.0, {"lib/libbig.so.*": Large(1.2, "it is needed")})


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
    (fault,) = faults(inventory(bundle), HELD)
    assert fault.startswith("lib/libnew.so.1 takes 1.00 MB and tests/build/large.toml does not name it: ")
    assert "build_spec.spec" in fault


def test_a_named_file_may_grow_to_its_most_and_no_further(bundle: Path) -> None:
    (bundle / "lib" / "libbig.so.6").write_bytes(b"x" * 1_200_000)
    assert faults(inventory(bundle), HELD) == []
    (bundle / "lib" / "libbig.so.6").write_bytes(b"x" * 1_210_000)
    (fault,) = faults(inventory(bundle), HELD)
    assert fault.startswith("lib/libbig.so.6 takes 1.21 MB, its most_mb in tests/build/large.toml is 1.2: ")
    assert "raise most_mb" in fault


def test_a_name_of_what_is_gone_is_told_and_no_fault(bundle: Path) -> None:
    assert gone(inventory(bundle), HELD) == []
    (bundle / "lib" / "libbig.so.6").unlink()
    assert gone(inventory(bundle), HELD) == ["lib/libbig.so.*"]
    assert faults(inventory(bundle), HELD) == []


def test_too_much_of_all_is_a_fault(bundle: Path) -> None:
    for number in range(3):
        (bundle / f"part{number}").write_bytes(b"x" * 800_000)
    assert faults(inventory(bundle), HELD) == [
        "the bundle takes 3.4 MB, unpacked_mb in tests/build/large.toml allows 3.0"
    ]


def test_every_large_file_has_a_reason_and_the_limits_are_those_promised() -> None:
    held = rules()
    assert (held.unpacked_mb, held.packed_mb) == (110, 45)
    assert all(rule.why.strip() for rule in held.large.values())
    assert all(rule.most_mb * 1e6 > LARGE_BYTES for rule in held.large.values())
    assert sum(rule.most_mb for rule in held.large.values()) < held.unpacked_mb


def test_a_line_without_a_size_is_no_rule(tmp_path: Path) -> None:
    text = NAMED.read_text(encoding="utf-8").replace("most_mb", "mb", 1)
    (tmp_path / "large.toml").write_text(text, encoding="utf-8")
    with pytest.raises(KeyError, match="most_mb"):
        rules(tmp_path / "large.toml")


def test_the_file_is_where_the_messages_say(root: Path) -> None:
    assert (root / WHERE).samefile(NAMED)


@pytest.fixture(scope="session")
def built(root: Path) -> dict[str, int]:
    """Return the files of the bundle that `make build` made here."""
    bundle = root / "dist" / "kiosk"
    if not (bundle / "kiosk").is_file():
        pytest.skip("there is no dist/kiosk: make build makes it and judges it too")
    return inventory(bundle)


@pytest.mark.parametrize("pattern", rules().large)
def test_no_named_file_of_the_built_bundle_takes_more_than_its_most(
    pattern: str, built: dict[str, int]
) -> None:
    rule = rules().large[pattern]
    sizes = {name: size / 1e6 for name, size in built.items() if fnmatchcase(name, pattern)}
    assert {name: size for name, size in sizes.items() if size > rule.most_mb} == {}


def test_the_built_bundle_has_no_fault(built: dict[str, int]) -> None:
    assert faults(built, rules()) == []


def test_a_packed_bundle_is_smaller(bundle: Path) -> None:
    packed = packed_mb(bundle)
    assert packed is not None
    assert 0 < packed < 0.01


def test_without_zstd_nothing_is_packed(bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(bundle))
    assert packed_mb(bundle) is None
