# SPDX-License-Identifier: Apache-2.0
"""The trial in a bare Debian says what it lacks, knows a root that is not bare, and sees what differs."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.render.pixels import Pixels, pack
from tests.build import bare_root
from tests.build.bare_root import (
    PACK,
    BareRoot,
    Machine,
    Wrong,
    checked,
    compare,
    differing,
    main,
    make,
    on_a_screen,
    read,
    strangers,
    what_is_missing,
)
from tests.e2e.picture import Frame

FRAME = Frame(2, 2, 8, b"\1\2\3\0" * 4)


def machine(folder: Path, name: str, script: str) -> Machine:
    """Return a machine whose bundle is a script."""
    bundle = folder / name
    bundle.mkdir()
    (bundle / "kiosk").write_text(f"#!{sys.executable}\nimport sys\n{script}\n", encoding="utf-8")
    (bundle / "kiosk").chmod(0o755)
    return Machine(bundle, folder / f"{name}-run")


def test_who_is_not_root_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(SystemExit, match="need root: sudo"):
        main([str(tmp_path)])


def test_a_tool_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(bare_root, "PATHS", str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path))
    assert what_is_missing().startswith("debootstrap, unshare, Xvfb missing here")
    for name in ("debootstrap", "unshare", "Xvfb"):
        (tmp_path / name).touch(mode=0o755)
    assert not what_is_missing()


def test_what_is_no_bundle_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(bare_root, "what_is_missing", lambda: "")
    with pytest.raises(SystemExit, match="is no bundle; make build makes"):
        main([str(tmp_path)])


def test_a_mirror_that_has_nothing_is_told_and_nothing_is_left(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    tool = tmp_path / "unshare"
    tool.write_text("#!/bin/sh\necho I: Retrieving\necho E: nothing there >&2\nexit 1\n", encoding="utf-8")
    tool.chmod(0o755)
    monkeypatch.setattr(bare_root, "PATHS", f"{tmp_path}:{bare_root.PATHS}")
    with pytest.raises(Wrong, match=r"(?s)of http://nowhere\.invalid; .*--mirror:.*E: nothing there"):
        make(tmp_path / "root", "http://nowhere.invalid")
    monkeypatch.setattr(bare_root, "what_is_missing", lambda: "")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    bundle = machine(tmp_path, "kiosk", "").bundle
    with pytest.raises(SystemExit, match=r"debootstrap made no bookworm"):
        main([str(bundle), "--mirror", "http://nowhere.invalid"])
    assert not list((tmp_path / "temporary").iterdir())


def test_a_root_that_is_not_bare_is_known(tmp_path: Path) -> None:
    for name in ("usr/bin/perl", "usr/lib/libstdc++.so.6", "usr/share/doc/libqt6core6/libQt6Core.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert list(strangers(tmp_path)) == []
    for name in ("usr/bin/python3", "usr/lib/libQt6Core.so.6", "usr/share/fonts/a.ttf"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert list(strangers(tmp_path)) == [
        "usr/bin/python3",
        "usr/lib/libQt6Core.so.6",
        "usr/share/fonts/a.ttf",
    ]


def test_a_program_in_the_root_gets_nothing_of_this_machine(tmp_path: Path) -> None:
    bare = BareRoot(tmp_path / "root", tmp_path / "bare")
    program = bare.program("check", "check", bare.pack(), DISPLAY=":7")
    root, *words = program.command[program.command.index(str(tmp_path / "root")) :]
    assert root == str(tmp_path / "root")
    assert {"HOME=/srv/check", "DISPLAY=:7", "LC_ALL=C.UTF-8", "LD_LIBRARY_PATH="} <= set(words)
    assert words[-3:] == ["/opt/kiosk/kiosk", "check", f"/opt/kiosk/{PACK}"]
    assert bare.home("check") == tmp_path / "root" / "srv" / "check"


def test_one_pixel_is_a_difference() -> None:
    assert differing(FRAME, replace(FRAME, data=b"\1\2\3\xff" * 4)) == 0
    assert differing(FRAME, replace(FRAME, data=b"\1\2\3\0" * 3 + b"\1\2\4\0")) == 1
    assert differing(FRAME, Frame(1, 2, 4, b"\1\2\3\0" * 2)) == 4


def test_a_kept_picture_is_read_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "picture").write_bytes(pack(Pixels(FRAME.width, FRAME.height, FRAME.data)))
    assert differing(read(tmp_path / "picture"), FRAME) == 0
    (tmp_path / "picture").write_bytes(b"")
    with pytest.raises(Wrong, match="not whole"):
        read(tmp_path / "picture")


def test_an_answer_that_failed_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert checked(machine(tmp_path, "good", "print(sys.argv[1])")) == "check\n"
    with pytest.raises(Wrong, match="outside: kiosk check ended with 3"):
        checked(machine(tmp_path, "bad", "print('no library'); sys.exit(3)"))
    assert "no library" in capsys.readouterr().err


def test_another_answer_is_told(tmp_path: Path) -> None:
    one, other = machine(tmp_path, "one", "print('all is well')"), machine(tmp_path, "other", "print('no')")
    with pytest.raises(Wrong, match=r"(?s)all is well.*no"):
        compare(one, other, tmp_path)


def test_another_picture_is_told_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = machine(tmp_path, "one", "print(1)"), machine(tmp_path, "other", "print(1)")
    frames = {one: FRAME, other: FRAME}
    monkeypatch.setattr(bare_root, "on_a_screen", frames.__getitem__)
    compare(one, other, tmp_path / "bare")
    assert not (tmp_path / "bare").exists()
    frames[other] = replace(FRAME, data=b"\1\2\4\0" * 4)
    with pytest.raises(Wrong, match="4 pixels differ"):
        compare(one, other, tmp_path / "bare")
    assert sorted(path.name for path in (tmp_path / "bare").iterdir()) == ["bare.png", "here.png"]


@pytest.mark.e2e
def test_a_bundle_that_ends_under_x_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(Wrong, match="outside: under X it ended by itself"):
        on_a_screen(machine(tmp_path, "kiosk", "print('no plugin')"))
    assert "no plugin" in capsys.readouterr().err
