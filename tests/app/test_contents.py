# SPDX-License-Identifier: Apache-2.0
"""What there is to show follows from settings and pack, and is never nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from kiosk import paths
from kiosk.app.contents import Contents, notices_on, offered_languages, read_contents
from kiosk.content.manifest import read_pack
from kiosk.content.pack import Notice
from kiosk.layout.builtin import House
from kiosk.station.settings import Settings
from tests.app.theatre import SETTINGS, TINY

TODAY = date(2026, 3, 2)


def contents(settings: Settings, today: date = TODAY) -> Contents:
    return read_contents(settings, paths.resources(), today)


def rules(settings: Settings, today: date = TODAY) -> list[str]:
    return [finding.rule for finding in contents(settings, today).findings]


def test_the_tiny_pack_as_it_is() -> None:
    read = contents(SETTINGS)
    assert read.findings == ()
    assert not read.missing
    assert read.languages == ("en", "es")
    assert (read.house.name, read.house.offers) == ("North Clinic", False)
    assert not read.help.assumed


def test_without_settings_the_default_pack_is_shown() -> None:
    read = contents(Settings())
    assert read.pack.manifest.id == "ptsd"
    assert read.help.assumed
    assert "country" not in " ".join(finding.rule for finding in read.findings)


@pytest.mark.parametrize("name", ["nowhere", ""])
def test_no_pack_is_told_and_leaves_something_to_show(tmp_path: Path, name: str) -> None:
    read = contents(replace(SETTINGS, pack=tmp_path / name, language="es"))
    assert read.missing
    assert read.languages == ("es", "ar", "en", "fr", "zh")
    assert read.findings[-1].rule == "pack-missing"
    assert str(tmp_path) in str(read.findings[-1])
    assert [number.number for number in read.help.lines("en")] == ["911", "988"]


def test_strangers_in_the_settings_are_found() -> None:
    found = contents(replace(SETTINGS, leave_out=("plasters", "gone"), language="fr", languages=("es", "xx")))
    assert [finding.rule for finding in found.findings] == [
        "section-unknown",
        "language-unknown",
        "language-unknown",
    ]
    assert "“gone”" in found.findings[0].found


def test_a_review_that_is_due_is_found() -> None:
    assert rules(SETTINGS, date(2036, 1, 11)) == ["review-due"]
    assert rules(SETTINGS, date(2036, 1, 10)) == []


def test_a_country_without_lines_is_found() -> None:
    assert rules(replace(SETTINGS, country="CA")) == ["crisis-country"]


def test_notices_that_cannot_be_read_are_found(tmp_path: Path) -> None:
    assert rules(replace(SETTINGS, notices=tmp_path / "none")) == ["notices-missing"]


@pytest.mark.parametrize(
    "language, languages, expected",
    [
        ("", (), ("en", "es")),
        ("es", (), ("es", "en")),
        ("", ("es", "en"), ("en", "es")),
        ("", ("es",), ("es",)),
        ("en", ("es",), ("en", "es")),
        ("fr", ("xx",), ("en", "es")),
    ],
)
def test_languages_on_offer(language: str, languages: tuple[str, ...], expected: tuple[str, ...]) -> None:
    pack, _ = read_pack(TINY)
    assert pack is not None
    settings = Settings(language=language, languages=languages)
    assert offered_languages(pack.manifest, settings) == expected


def test_notices_go_after_their_last_day() -> None:
    house = House("Clinic", None, (Notice("a", (), TODAY), Notice("b", (), None)))
    assert [notice.title for notice in notices_on(house, TODAY).notices] == ["a", "b"]
    assert [notice.title for notice in notices_on(house, date(2026, 3, 3)).notices] == ["b"]
