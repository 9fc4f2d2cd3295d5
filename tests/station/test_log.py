# SPDX-License-Identifier: Apache-2.0
"""Log lines: to standard error, readable by a person, sortable by journald."""

from __future__ import annotations

import io
import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.station.log import set_level, set_up, take_down

pytestmark = pytest.mark.usefixtures("caplog")


@pytest.fixture(autouse=True)
def _root_as_it_was() -> Iterator[None]:
    root, own = logging.getLogger(), logging.getLogger("kiosk")
    level, own_level, handlers = root.level, own.level, len(root.handlers)
    yield
    root.setLevel(level)
    own.setLevel(own_level)
    assert len(root.handlers) == handlers


def said(file: Path, level: str, *, journal: str = "") -> str:
    with file.open("w", encoding="utf-8") as stream:
        facts = os.fstat(stream.fileno())
        variable = f"{facts.st_dev}:{facts.st_ino}" if journal == "this" else journal
        handler = set_up({"JOURNAL_STREAM": variable}, stream)
        set_level(level)
        try:
            logging.getLogger("kiosk.example").info("a page %d", 3)
            logging.getLogger("kiosk.example").error("two\nlines")
        finally:
            take_down(handler)
    return file.read_text(encoding="utf-8")


def test_journald_gets_the_weight_before_each_line(tmp_path: Path) -> None:
    assert said(tmp_path / "log", "info", journal="this") == (
        "<6>kiosk.example: a page 3\n<3>kiosk.example: two\n<3>lines\n"
    )


def test_a_terminal_that_inherited_the_variable_is_no_journal(tmp_path: Path) -> None:
    assert "<" not in said(tmp_path / "log", "info", journal="8:1")


def test_what_is_no_file_is_no_journal() -> None:
    stream = io.StringIO()
    handler = set_up({"JOURNAL_STREAM": "8:1"}, stream)
    logging.getLogger("kiosk.example").info("here")
    take_down(handler)
    assert stream.getvalue().endswith("INFO kiosk.example: here\n")


def test_a_terminal_gets_the_time_and_the_weight(tmp_path: Path) -> None:
    first, second, _ = said(tmp_path / "log", "info").splitlines()
    assert first.endswith("INFO kiosk.example: a page 3")
    assert second.endswith("ERROR kiosk.example: two")


def test_the_level_decides(tmp_path: Path) -> None:
    assert "a page" not in said(tmp_path / "log", "warning")


def test_standard_error_is_where_it_goes(capsys: pytest.CaptureFixture[str]) -> None:
    handler = set_up({})
    logging.getLogger("kiosk.example").warning("here")
    take_down(handler)
    assert capsys.readouterr().err.endswith("here\n")


@pytest.mark.parametrize("level", ["debug", "info", "warning", "error"])
def test_libraries_tell_only_of_trouble(level: str, capsys: pytest.CaptureFixture[str]) -> None:
    handler = set_up({})
    set_level(level)
    library = logging.getLogger("markdown_it.rules_block.list")
    library.debug("line 16 of a section")
    library.info("another")
    library.warning("trouble")
    logging.getLogger("kiosk.example").debug("mine")
    take_down(handler)
    told = capsys.readouterr().err
    assert "section" not in told
    assert "another" not in told
    assert ("trouble" in told) == (level != "error")
    assert ("mine" in told) == (level == "debug")
