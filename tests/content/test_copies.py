# SPDX-License-Identifier: Apache-2.0
"""What a visitor takes along is whole, fits one code, and leads where the site is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from kiosk import paths
from kiosk.content.blocks import plain
from kiosk.content.copies import CODE_BYTES, Taken, copy_address, copy_text, host_of
from kiosk.content.pack import Section, WallPoint
from kiosk.content.phrases import read_phrases
from tests.layout.fakes import MANIFEST, section, words

INFORMATION = "Information only. Ask your care team before any change."
TAKEN = Taken(read_phrases(paths.resources() / "i18n", "en"), MANIFEST, "Crisis help: 988")
SENTENCE = st.text(
    st.characters(categories=["L", "N", "P", "S"], include_characters=" "), min_size=1, max_size=120
)


def pointed(*points: WallPoint, title: str = "Paper cuts", key: str = "Cuts heal.") -> Section:
    return replace(section(wall=points, title=title), key_message=words(key))


@pytest.mark.parametrize(
    "section_id, address",
    [
        ("start-here", "https://clinic.example/ptsd/en/start-here/"),
        ("", "https://clinic.example/ptsd/en/"),
    ],
)
def test_an_address_is_that_of_the_exported_site(section_id: str, address: str) -> None:
    assert copy_address("https://clinic.example/ptsd", "en", section_id) == address
    assert host_of(address) == "clinic.example"


def test_a_text_is_title_message_points_sources_and_help() -> None:
    made = pointed(WallPoint(words("Wash it.", "s2"), words("Then dry it.", "s1")), WallPoint(words("Rest.")))
    assert copy_text(made, TAKEN).splitlines() == [
        "Paper cuts",
        "Cuts heal.",
        "Wash it. Then dry it.",
        "Rest.",
        "Sources: Example A, 2020; Example A, 2020.",
        INFORMATION,
        "Crisis help: 988",
    ]


def test_no_point_stands_behind_one_that_did_not_fit() -> None:
    made = pointed(WallPoint(words("One.")), WallPoint(words("x" * 400)), WallPoint(words("Three.")))
    assert copy_text(made, TAKEN).splitlines() == [
        "Paper cuts",
        "Cuts heal.",
        "One.",
        INFORMATION,
        "Crisis help: 988",
    ]


def test_sources_go_before_the_words_they_stand_for() -> None:
    made = pointed(WallPoint(words("x" * 246, *(f"s{number}" for number in range(1, 31)))))
    lines = copy_text(made, TAKEN).splitlines()
    assert lines[2] == "x" * 246
    assert lines[3] == "Sources: Example A, 2020; Example A, 2020."


def test_help_stays_where_little_fits() -> None:
    made = pointed(title="t" * 500, key="k" * 500)
    assert copy_text(made, TAKEN).splitlines() == [INFORMATION, "Crisis help: 988"]


@given(
    st.lists(st.tuples(SENTENCE, st.one_of(st.just(""), SENTENCE)), max_size=6),
    SENTENCE,
    SENTENCE,
    st.lists(st.sampled_from(["s1", "s2", "s30", "unknown"]), max_size=3),
)
def test_every_line_is_whole_and_all_of_it_fits(
    points: list[tuple[str, str]], title: str, key: str, sources: list[str]
) -> None:
    made = pointed(
        *(WallPoint(words(text, *sources), words(more) if more else ()) for text, more in points),
        title=title,
        key=key,
    )
    told = copy_text(made, TAKEN)
    assert len(told.encode()) <= CODE_BYTES
    spoken = [" ".join(part for part in (plain(one.text), plain(one.more)) if part) for one in made.wall]
    whole = [title, key, *spoken, INFORMATION, "Crisis help: 988"]
    assert [line for line in told.split("\n") if not line.startswith("Sources: ")] == [
        line for line in told.split("\n") if line in whole
    ]
    assert told.endswith("Crisis help: 988")
