# SPDX-License-Identifier: Apache-2.0
"""Which crisis help is shown: the pack's for the clinic's country, else the station's own, never none."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from kiosk.content.finding import Finding, Place, Severity
from kiosk.content.pack import Crisis, CrisisLine, Words
from kiosk.content.phrases import Phrases
from kiosk.ui.snapshot import Number

UNSET_COUNTRY = "US"


class Help(Struct, frozen=True):
    """The chosen crisis help; `assumed` tells that the American lines stand in and are named as such."""

    crisis: Crisis
    assumed: bool = False

    def label(self, phrases: Phrases, language: str) -> str:
        """Return the words on the button."""
        return phrases.say("crisis_label") if self.assumed else in_language(self.crisis.label, language)

    def lines(self, language: str) -> tuple[Number, ...]:
        """Return the numbers of the panel in a language, the one for danger right now first."""
        ordered = sorted(self.crisis.lines, key=lambda line: not line.emergency)
        return tuple(
            Number(
                number=line.number,
                name=in_language(line.name, language),
                how=in_language(line.how, language),
                emergency=line.emergency,
            )
            for line in ordered
        )

    def sentence(self, phrases: Phrases, language: str) -> str:
        """Return the help as one line of plain text, for pages without buttons."""
        return phrases.say("crisis_no_country") if self.assumed else self.label(phrases, language)


def in_language(words: Words, language: str) -> str:
    """Return a text in a language, else in English, else in whichever there is."""
    return words.get(language) or words.get("en") or next(iter(words.values()), "")


def choose(
    country: str, pack: Mapping[str, Crisis], station: Mapping[str, Crisis]
) -> tuple[Help, tuple[Finding, ...]]:
    """Return the help for a country, and a finding where it has no lines; settings tell of none set."""
    for lines in (pack, station):
        if country in lines:
            return Help(lines[country]), ()
    fallback = Help(pack.get(UNSET_COUNTRY) or station[UNSET_COUNTRY], assumed=True)
    if not country:
        return fallback, ()
    finding = Finding(
        "crisis-country",
        Severity.WARNING,
        Place("station.toml"),
        f"There are no crisis lines for the country “{country}”.",
        f"Add [crisis.{country}] to the pack. Until then the American numbers are shown and named as such.",
    )
    return fallback, (finding,)


def station_lines(file: Path) -> Mapping[str, Crisis]:
    """Return the crisis help that comes with the program, per country."""
    table = tomllib.loads(file.read_text(encoding="utf-8"))["crisis"]
    return {
        country: Crisis(country, entry["label"], tuple(CrisisLine(**line) for line in entry["lines"]))
        for country, entry in table.items()
    }
