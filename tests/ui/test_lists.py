# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from kiosk.ui.lists import FIRST_ROLE, EntryList
from kiosk.ui.snapshot import Tongue

ENGLISH, SPANISH = Tongue("en", "English"), Tongue("es", "Español")


def tongues() -> EntryList:
    return EntryList({"code": "code", "called": "name"})


def test_a_role_reads_one_attribute(qapp: object) -> None:
    model = tongues()
    model.replace([ENGLISH, SPANISH])

    assert model.roleNames() == {FIRST_ROLE: b"code", FIRST_ROLE + 1: b"called"}
    assert model.data(model.index(1), FIRST_ROLE + 1) == "Español"
    assert (model.rowCount(), model.property("count")) == (2, 2)


def test_outside_the_list_there_is_nothing(qapp: object) -> None:
    model = tongues()
    model.replace([ENGLISH])

    assert model.data(QModelIndex(), FIRST_ROLE) is None
    assert model.data(model.index(0), int(Qt.ItemDataRole.DisplayRole)) is None
    assert model.rowCount(model.index(0)) == 0


def test_only_other_entries_reset_the_list(qtbot: QtBot) -> None:
    model = tongues()
    with qtbot.waitSignals([model.modelReset, model.countChanged]):
        model.replace([ENGLISH])

    with qtbot.assertNotEmitted(model.modelReset):
        model.replace([Tongue("en", "English")])
