# SPDX-License-Identifier: Apache-2.0
"""The program's own words in one language, read from `resources/i18n/<language>.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct


class Phrases(Struct, frozen=True):
    """What the program says in one language: key → text, with `{name}` where a value goes."""

    language: str
    texts: Mapping[str, str]

    def say(self, key: str, **values: object) -> str:
        """Return a phrase with its values filled in; an unknown key is a bug and raises KeyError."""
        return self.texts[key].format(**values)

    def date(self, day: date) -> str:
        """Return a day as the language writes it, in the digits of the pack's numbers and of telephones."""
        number = self.say("first_day") if day.day == 1 else day.day
        return self.say("date", day=number, month=self.say(f"month_{day.month}"), year=day.year)

    @property
    def signed(self) -> bool:
        """Tell whether a speaker of the language has signed these words."""
        return self.texts["signed_by_a_speaker"] == "yes"


def read_phrases(folder: Path, language: str, fallback: str = "en") -> Phrases:
    """Read the phrases of a language, or of the fallback where the program does not speak it."""
    path = folder / f"{language}.toml"
    if not path.is_file():
        language, path = fallback, folder / f"{fallback}.toml"
    return Phrases(language, tomllib.loads(path.read_text(encoding="utf-8")))
