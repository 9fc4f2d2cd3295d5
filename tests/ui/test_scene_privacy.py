# SPDX-License-Identifier: Apache-2.0
"""Once a reader has gone, nothing that a screen reader or a list of windows finds tells what was read."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QAccessible, QAccessibleInterface
from pytestqt.qtbot import QtBot

from kiosk.ui.snapshot import Entry
from tests.ui.studio import STATES, Open, Stage, Studio, drawn

READ_BEFORE = "What nobody else should know"
READ = ("page", "words", "sources", "copy", "band")


def told(stage: Stage) -> Iterator[str]:
    """Yield every name and description that assistive technology finds in the window."""
    root = QAccessible.queryAccessibleInterface(stage.window)
    waiting: list[QAccessibleInterface] = [root]
    while waiting:
        one = waiting.pop()
        yield one.text(QAccessible.Text.Name)
        yield one.text(QAccessible.Text.Description)
        yield one.text(QAccessible.Text.Value)
        waiting.extend(one.child(number) for number in range(one.childCount()))


@pytest.mark.parametrize("state", STATES)
def test_the_window_is_named_after_the_clinic_alone(
    state: str, studio: Studio, open_stage: Open, qtbot: QtBot
) -> None:
    stage = open_stage(studio.state(state, title=READ_BEFORE, text=READ_BEFORE))
    drawn(stage, qtbot)
    assert stage.window.title() == "Riverside Clinic"


@pytest.mark.parametrize("state", READ)
def test_the_wall_tells_nothing_of_what_was_read_before(
    state: str, studio: Studio, open_stage: Open, qtbot: QtBot
) -> None:
    words = (Entry("secret", READ_BEFORE, READ_BEFORE),)
    read = studio.state(
        state, title=READ_BEFORE, text=READ_BEFORE, page_label=READ_BEFORE, words=words, sources=words
    )
    if read.copy is not None:
        read = replace(read, copy=replace(read.copy, label=READ_BEFORE, host=READ_BEFORE))
    stage = open_stage(read)
    drawn(stage, qtbot)
    assert any(READ_BEFORE in words for words in told(stage))

    stage.bridge.show_snapshot(studio.state("wall", words=(), sources=()))
    drawn(stage, qtbot)
    assert not [words for words in told(stage) if READ_BEFORE in words]
    assert any("Crisis help" in words for words in told(stage))
