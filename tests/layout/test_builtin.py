# SPDX-License-Identifier: Apache-2.0
"""Sections that the program writes itself."""

import pytest
from msgspec.structs import replace

from kiosk.content.blocks import List, plain
from kiosk.content.pack import Notice, Section
from kiosk.layout import builtin
from kiosk.layout.book import section_pages
from kiosk.layout.builtin import House
from kiosk.layout.model import Layout
from tests.layout.fakes import MANIFEST, SCREENS, phrases, screen, set_up, words

CHECKED = "Written from published studies."


def points(section: Section) -> list[tuple[str, str]]:
    return [(plain(point.text), plain(point.more)) for point in section.wall]


def disclaimer(offers: bool | None) -> list[tuple[str, str]]:
    return points(builtin.disclaimer(phrases(), House(offers=offers), CHECKED, "Crisis help: 988"))


def test_the_still_page_welcomes_and_shows_each_notice() -> None:
    house = House("Example Clinic", None, (Notice("Flu shots", words("On Fridays.")),))
    made = builtin.clinic_page(phrases(), house)
    assert made.title == "Welcome"
    assert points(made) == [("Example Clinic", ""), ("Flu shots", "On Fridays.")]


def test_without_a_name_it_welcomes_all_the_same() -> None:
    made = builtin.clinic_page(phrases(), House())
    assert (made.title, points(made)) == ("", [("Welcome", "")])


@pytest.mark.parametrize(
    "offers, says",
    [
        (True, "This clinic offers the treatment shown here."),
        (False, "This clinic does not offer the treatment shown here."),
        (None, ""),
    ],
)
def test_the_disclaimer_says_all_in_full(offers: bool | None, says: str) -> None:
    information = "Information only. Ask your care team before any change."
    assert disclaimer(offers) == [(information, CHECKED), ("Crisis help: 988", says)]


def test_sources_are_a_numbered_list_to_read_and_groups_for_the_wall() -> None:
    made = builtin.sources(phrases(), MANIFEST)
    (listed,) = made.blocks
    assert isinstance(listed, List)
    assert [item.marker for item in listed.items[:3]] == ["1.", "2.", "3."]
    assert plain(listed.items[0].text) == "Example A. A study. 2020. doi.org/10.1000/example"
    assert len(made.wall) == 8
    assert plain(made.wall[0].more).startswith("1. Example A, 2020 · 2.")


def test_a_source_without_a_doi_shows_its_address() -> None:
    source = replace(MANIFEST.sources[0], doi="", url="https://example.org/study")
    assert builtin.full_source(source).endswith(" example.org/study")


def test_a_pack_without_sources_has_an_empty_list() -> None:
    made = builtin.sources(phrases(), replace(MANIFEST, sources=()))
    assert (made.blocks, made.wall) == ((), ())


def test_with_nothing_to_show_one_may_ask_at_the_desk() -> None:
    ((text, more),) = points(builtin.nothing(phrases()))
    assert text == "Please ask at the desk"
    assert more


@pytest.mark.parametrize("name", SCREENS)
def test_every_built_in_page_fits_every_screen(name: str) -> None:
    made = set_up(screen(name), Layout.WALL)
    house = House("Example Clinic", offers=False)
    sections = (
        builtin.clinic_page(phrases(), house),
        builtin.disclaimer(phrases(), house, phrases().say("not_checked"), "Crisis help: 988"),
        builtin.nothing(phrases()),
    )
    for section in sections:
        pages, findings = section_pages(made, section)
        assert len(pages) == len(section.wall)
        assert findings == ()


def test_built_in_ids_cannot_be_a_pack_s() -> None:
    assert all(
        name.startswith(".")
        for name in (builtin.CLINIC, builtin.DISCLAIMER, builtin.SOURCES, builtin.NOTHING)
    )
