# SPDX-License-Identifier: Apache-2.0
"""One resolver finds resources wherever the program stands; settings of the environment win for the rest."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from kiosk import paths


def test_a_checkout_has_its_resources_beside_the_package() -> None:
    assert paths.resources() == Path(__file__).parents[1] / "resources"
    assert (paths.resources() / "station.toml").is_file()


def test_a_wheel_and_the_bundle_have_them_inside(tmp_path: Path) -> None:
    package = tmp_path / "kiosk"
    (package / "resources").mkdir(parents=True)
    (tmp_path / "resources").mkdir()
    assert paths.resources(package) == package / "resources"


@pytest.mark.parametrize(
    "environment, state, cache",
    [
        ({"KIOSK_STATE": "/a", "KIOSK_CACHE": "/b", "XDG_STATE_HOME": "/x"}, "/a", "/b"),
        ({"XDG_STATE_HOME": "/x", "XDG_CACHE_HOME": "/y"}, "/x/clinic-kiosk", "/y/clinic-kiosk"),
        ({"XDG_STATE_HOME": "not/absolute"}, "~/.local/state/clinic-kiosk", "~/.cache/clinic-kiosk"),
    ],
)
def test_state_and_cache(environment: dict[str, str], state: str, cache: str) -> None:
    assert paths.state(environment) == Path(state).expanduser()
    assert paths.cache(environment) == Path(cache).expanduser()


def test_the_session_has_its_own_folder(tmp_path: Path) -> None:
    assert paths.runtime({"XDG_RUNTIME_DIR": str(tmp_path)}) == tmp_path / "clinic-kiosk"
    assert paths.runtime({"KIOSK_RUNTIME": "/r", "XDG_RUNTIME_DIR": str(tmp_path)}) == Path("/r")


def test_without_a_session_each_user_has_another(tmp_path: Path) -> None:
    folder = paths.runtime({"XDG_RUNTIME_DIR": str(tmp_path / "gone")})
    assert folder.name == f"clinic-kiosk-{os.getuid()}"
    assert folder.parent.is_dir()


def test_a_private_folder_is_for_this_user_alone(tmp_path: Path) -> None:
    folder = paths.private(tmp_path / "a" / "b")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert paths.private(folder) == folder


def test_a_file_is_whole_or_as_it_was(tmp_path: Path) -> None:
    place = tmp_path / "facts"

    def fail(draft: Path) -> None:
        draft.write_text("ne")
        raise OSError("The disk is full")

    with paths.whole(place) as draft:
        draft.write_text("old")
    with pytest.raises(OSError, match="full"), paths.whole(place) as draft:
        fail(draft)
    assert [file.read_text() for file in tmp_path.iterdir()] == ["old"]


def test_a_link_in_place_of_a_private_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with pytest.raises(PermissionError, match="somebody else"):
        paths.private(tmp_path / "link")
