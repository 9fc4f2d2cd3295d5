# SPDX-License-Identifier: Apache-2.0
"""A screen reader on a real session bus reads a whole section and comes home, by accessible actions alone."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from kiosk.content.blocks import Block, Callout, Figure, IconArray, List, Table, plain
from kiosk.content.manifest import read_pack
from kiosk.content.section import read_section
from tests.e2e.house import PACKS
from tests.e2e.listener import Listener, Node, heard

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

CUTS, PLASTERS = "What a paper cut is", "What plasters can and cannot do"
INVITATION = "Touch to pause and read"
ALLOWED = 'applicationInterface does not implement "GetApplicationBusAddress"'
SLOWLY = 8.0


def said(block: Block) -> list[str]:
    """Return what is to be met of a block."""
    match block:
        case Figure():
            return [block.alt, plain(block.caption)]
        case IconArray():
            return [f"{block.count} of {block.of}", plain(block.caption)]
        case Callout():
            return [plain(text) for text in block.paragraphs]
        case List():
            return [plain(item.text) for item in block.items]
        case Table():
            return [plain(text) for row in (block.head, *block.rows) for text in row]
        case _:
            return [plain(block.text)]


def sentences(section_id: str) -> list[str]:
    """Return every sentence of a section of the tiny pack, in order, as our own reader reads it."""
    pack, _ = read_pack(PACKS / "tiny")
    assert pack is not None
    section, _ = read_section(pack, section_id, "en")
    assert section is not None
    texts = [text for block in section.blocks for text in said(block)]
    return [sentence for text in texts for sentence in re.split(r"(?<=[.?!])\s+", text) if sentence]


def page_words(tree: list[Node]) -> list[str]:
    """Return the words of the page, in the order in which they are met."""
    starts = [place for place, node in enumerate(tree) if node.role == "document frame"]
    if not starts:
        return []
    (start,) = starts
    own = []
    for node in tree[start + 1 :]:
        if node.depth <= tree[start].depth:
            break
        own.append(node.name)
    return own


def turned(listener: Listener, title: str, number: int, count: int) -> list[Node]:
    """Wait for the announcement of a page and for the page, and return what is there."""
    label = f"Page {number} of {count}"
    listener.hear(f"{title}. {label}")
    return listener.until(lambda tree: {title, label} <= set(page_words(tree)), f"{title}, {label}")


def nothing_hidden(listener: Listener) -> None:
    """Hold the tree, once nothing moves, to what is seen; everything that is no mere group has a name."""
    tree = listener.until(lambda tree: bool(tree) and all(node.showing for node in tree), "nothing hidden")
    assert not [node for node in tree if not node.name and node.role not in {"list", "comment", "panel"}]


def in_order(wanted: list[str], met: list[str]) -> None:
    text, place = " ".join(met), 0
    for sentence in wanted:
        found = text.find(sentence, place)
        assert found >= 0, f"“{sentence}” was not met behind “{text[:place][-80:]}” in “{text}”"
        place = found + len(sentence)


def read_section_through(listener: Listener, section: str, title: str, count: int) -> None:
    """Read a section from its first page to its last, and hold it to what the pack says."""
    met: list[str] = []
    for number in range(1, count + 1):
        tree = turned(listener, title, number, count)
        nothing_hidden(listener)
        met += page_words(tree)
        if number < count:
            listener.press("Next")
    in_order(sentences(section), met)


def test_a_screen_reader_reads_a_section_to_its_end_and_comes_home(tmp_path: Path) -> None:
    with heard(tmp_path, time_scale=SLOWLY) as visit:
        program, listener = visit.program, visit.listener
        listener.until(lambda tree: any(node.name == CUTS for node in tree), "the wall")
        nothing_hidden(listener)
        listener.press(INVITATION)
        listener.hear(f"Paused. {CUTS}")
        listener.press("Read this")
        read_section_through(listener, "paper-cuts", CUTS, 2)
        listener.press("Topics")
        listener.hear("What would you like to read?")
        listener.press(PLASTERS)
        read_section_through(listener, "plasters", PLASTERS, 2)
        listener.press("Finished")
        listener.hear(f"North Clinic. {INVITATION}")
        listener.meet(INVITATION)
        nothing_hidden(listener)
    assert [line for line in program.log.splitlines() if "Press and hold" not in line and line] == [
        line for line in program.log.splitlines() if ALLOWED in line
    ]


def test_dialogs_take_the_focus_say_what_they_hold_and_give_it_back(tmp_path: Path) -> None:
    with heard(tmp_path, time_scale=2) as visit:
        listener = visit.listener
        listener.press(INVITATION)
        listener.press("Read this")
        turned(listener, CUTS, 1, 2)
        for opener, role, title, content in (
            ("plaster", "link", "Words on this page", "A small strip that sticks to the skin"),
            ("Words", "push button", "Words on this page", "A small strip that sticks to the skin"),
            ("Sources 1, 2", "link", "Sources", "An invented study of paper cuts"),
            ("Larger · Español", "push button", "Text, contrast, language", "High contrast"),
        ):
            listener.press(opener, role)
            listener.hear(title)
            tree = listener.until(
                lambda tree, title=title: any(  # type: ignore[misc] # mypy takes no default of a lambda
                    (node.role, node.name) == ("dialog", title) and "focused" in node.states for node in tree
                ),
                f"the dialog {title}",
            )
            nothing_hidden(listener)
            assert any(content in node.name for node in tree)
            assert not {"Finished", "Next", "A small cut that stings"} & {node.name for node in tree}
            listener.press("Close")
            listener.hear(f"{CUTS}. Page 1 of 2")
            tree = listener.until(lambda tree: "dialog" not in {node.role for node in tree}, "no dialog")
            assert "A small cut that stings" in page_words(tree)


def test_a_screen_reader_chooses_size_contrast_and_language(tmp_path: Path) -> None:
    with heard(tmp_path, time_scale=2) as visit:
        listener = visit.listener
        listener.press(INVITATION)
        listener.press("Read this")
        turned(listener, CUTS, 1, 2)
        listener.press("Larger · Español")
        assert listener.meet("Text size", "spin button").value == 100
        assert "enabled" not in listener.meet("Smaller").states
        listener.press("Text size", "spin button", "Increase")
        listener.hear("Text size: 125\u00a0%")
        assert listener.meet("Text size", "spin button").value == 125
        listener.press("Dark", "radio button", "Toggle")
        listener.hear("Contrast: Dark")
        assert "checked" in listener.meet("Dark", "radio button").states
        listener.press("Español", "radio button")
        listener.hear("Idioma: Español")
        listener.press("Cerrar")
        listener.press("Terminar")
        listener.hear(f"North Clinic. {INVITATION}")


def test_crisis_help_and_the_band_interrupt_and_can_be_answered(tmp_path: Path) -> None:
    with heard(tmp_path, time_scale=20) as visit:
        listener = visit.listener
        listener.press("Crisis help: 988")
        listener.hear("Crisis help. Tell someone at the desk now.", "assertive")
        tree = listener.until(lambda tree: "dialog" in {node.role for node in tree}, "crisis help")
        nothing_hidden(listener)
        names = [node.name for node in tree]
        in_order(["Tell someone at the desk now.", "911", "988", "This screen does not call anyone."], names)
        assert CUTS not in names
        listener.press("Close")
        listener.press("Read this")
        turned(listener, CUTS, 1, 2)
        band = "This screen will start over soon. Touch anywhere to stay."
        listener.hear(band, "assertive")
        listener.meet(band, "alert")
        nothing_hidden(listener)
        listener.press(band, "alert")
        listener.hear(f"{CUTS}. Page 1 of 2")
        assert band not in listener.names()


def test_the_wall_never_names_a_private_section(tmp_path: Path) -> None:
    pack = tmp_path / "private"
    shutil.copytree(PACKS / "tiny", pack)
    manifest = (pack / "pack.toml").read_text(encoding="utf-8")
    manifest = manifest.replace('only_with = ["plasters"]\n', "")
    manifest = manifest.replace('id = "plasters"\nrole = "risk"\n', 'id = "plasters"\nprivate = true\n')
    (pack / "pack.toml").write_text(manifest, encoding="utf-8")
    with heard(tmp_path, pack, time_scale=20) as visit:
        listener = visit.listener
        listener.meet(CUTS, "heading")
        met: set[str] = set()

        def rotated(tree: list[Node]) -> bool:
            met.update(node.name for node in tree)
            return {f"Page {number} of 5" for number in range(1, 6)} <= met

        listener.until(rotated, "every page of the wall")
        assert not [name for name in met if PLASTERS in name]
        listener.press(INVITATION)
        listener.press("Read this")
        listener.press("Topics")
        listener.press(PLASTERS)
        turned(listener, PLASTERS, 1, 2)
        listener.press("Finished")
        listener.hear(f"North Clinic. {INVITATION}")
        listener.meet(INVITATION)
        assert not [name for name in listener.names() if PLASTERS in name]
