# SPDX-License-Identifier: Apache-2.0
"""Reading one table of TOML field by field, each fault told with its line."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from msgspec import Struct

from kiosk.content.report import Report
from kiosk.content.textcheck import clean
from kiosk.content.toml import Document, Path

ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")


class Languages(Struct, frozen=True):
    """The languages of a pack, the default first among them where a text lacks one."""

    codes: tuple[str, ...]
    default: str


class Table(Struct):
    """One table of a document: readers of its fields, which write what is wrong into the report.

    Each reader returns a value that does no harm where the field is missing or wrong; `sound` then is False.
    """

    document: Document
    path: Path
    values: Mapping[str, Any]
    report: Report
    sound: bool = True

    def line_of(self, key: str) -> int:
        """Return the line of a field."""
        return self.document.line((*self.path, key))

    def fault(self, rule: str, key: str, found: str, cure: str) -> None:
        """Write down an error in a field."""
        self.sound = False
        self.report.add(rule, self.line_of(key), found, cure)

    def warn(self, rule: str, key: str, found: str, cure: str) -> None:
        """Write down a fault of a field with which the table still counts."""
        self.report.add(rule, self.line_of(key), found, cure)

    def only(self, known: frozenset[str]) -> None:
        """Tell of each field that the table does not have."""
        for key in self.values:
            if key not in known:
                self.warn(
                    "field-unknown",
                    key,
                    f"“{key[:80]}” is no field here.",
                    f"Use one of {', '.join(sorted(known))}.",
                )

    def _value(self, key: str, kind: type | tuple[type, ...], what: str, *, needed: bool) -> Any:  # noqa: ANN401 - TOML
        value = self.values.get(key)
        if value is None:
            if needed:
                self.fault("field-missing", key, f"The field “{key}” is missing.", f"Add {what}.")
            return None
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            self.fault("type-wrong", key, f"“{key}” is not {what}.", f"Write {what}.")
            return None
        return value

    def text(self, key: str, *, needed: bool = True, address: bool = False) -> str:
        """Return a text, empty where there is none; an address may be one long word."""
        value = self._value(key, str, "a text in quotes", needed=needed)
        if value is None:
            return ""
        text = clean(value, self.report, self.line_of(key), address=address).strip()
        if needed and not text:
            self.fault("value-wrong", key, f"“{key}” is empty.", "Fill it in.")
        return text

    def id(self, key: str = "id") -> str:
        """Return an id: lower-case letters, figures and hyphens."""
        value = self.text(key)
        if value and not ID.fullmatch(value):
            self.fault(
                "id-bad",
                key,
                f"“{value[:80]}” is no id.",
                "Use up to 64 lower-case letters, figures and hyphens.",
            )
            return ""
        return value

    def choice(self, key: str, allowed: Sequence[str], default: str = "") -> str:
        """Return one of a few words; without a default the field is needed."""
        value = self.text(key, needed=not default)
        if value and value not in allowed:
            self.fault("value-wrong", key, f"“{value[:80]}” is not known.", f"Use {', '.join(allowed)}.")
            value = ""
        return value or default

    def flag(self, key: str, *, default: bool = False, needed: bool = False) -> bool:
        """Return true or false."""
        value = self._value(key, bool, "true or false", needed=needed)
        return default if value is None else bool(value)

    def whole(self, key: str, least: int, most: int) -> int:
        """Return a whole number between two bounds, the lower bound where it is none."""
        value = self._value(key, int, "a whole number", needed=True)
        if value is not None and not least <= value <= most:
            self.fault("value-wrong", key, f"“{key}” is out of bounds.", f"Use {least} to {most}.")
            value = None
        return least if value is None else int(value)

    def seconds(self, key: str, least: float, most: float) -> float | None:
        """Return a number of seconds, None where there is none."""
        value = self._value(key, (int, float), "a number of seconds", needed=False)
        if value is None:
            return None
        if not (math.isfinite(value) and least <= value <= most):
            self.fault("value-wrong", key, f"“{key}” is {value}.", f"Use {least:g} to {most:g}.")
            return None
        return float(value)

    def day(self, key: str, *, needed: bool = False) -> date | None:
        """Return a date, None where there is none."""
        value = self.values.get(key)
        if value is None and not needed:
            return None
        if value is None:
            self.fault("field-missing", key, f"The date “{key}” is missing.", "Add it, as in 2027-01-31.")
        elif isinstance(value, datetime) or not isinstance(value, date):
            self.fault(
                "date-bad",
                key,
                f"“{key}” is no date of the calendar.",
                "Write it as in 2027-01-31, without quotes and without a time.",
            )
        else:
            return value
        return None

    def texts(self, key: str, *, needed: bool = False) -> tuple[str, ...]:
        """Return a list of texts."""
        values = self._value(key, list, "a list of texts", needed=needed)
        if values is None:
            return ()
        if not all(isinstance(value, str) for value in values):
            self.fault("type-wrong", key, f"“{key}” holds what is no text.", "Write texts in quotes.")
        texts = (clean(v, self.report, self.line_of(key)).strip() for v in values if isinstance(v, str))
        return tuple(dict.fromkeys(texts))

    def table(self, key: str, *, needed: bool = False) -> Table | None:
        """Return a table within this one."""
        values = self._value(key, dict, "a table", needed=needed)
        return None if values is None else Table(self.document, (*self.path, key), values, self.report)

    def each(self, key: str, *, needed: bool = False) -> Iterator[tuple[str, Table]]:
        """Yield the name and table of each entry of a table of tables."""
        entries = self.table(key, needed=needed)
        for name in entries.values if entries else ():
            entry = entries.table(name) if entries else None
            if entry:
                yield name, entry

    def tables(self, key: str, limit: int, *, needed: bool = False) -> Iterator[Table]:
        """Yield the tables of a list, at most so many."""
        values = self._value(key, list, f"tables under [[{key}]]", needed=needed) or []
        if len(values) > limit:
            self.fault("too-many", key, f"There are {len(values)} of “{key}”.", f"Keep at most {limit}.")
        for place, value in enumerate(values[:limit]):
            path = (*self.path, key, place)
            if isinstance(value, dict):
                yield Table(self.document, path, value, self.report)
            else:
                self.report.add(
                    "type-wrong",
                    self.document.line(path),
                    f"An entry of “{key}” is no table.",
                    "Write a table.",
                )

    def words(self, key: str, languages: Languages) -> dict[str, str]:
        """Return a text in every language of the pack; a missing one takes the default language's."""
        table = self.table(key, needed=True)
        if table is None:
            return dict.fromkeys(languages.codes, "")
        texts = {code: table.text(code, needed=False) for code in table.values if code in languages.codes}
        for code in table.values:
            if code not in languages.codes:
                table.warn(
                    "language-unknown",
                    code,
                    f"“{code[:20]}” is no language of this pack.",
                    "Add it to languages.",
                )
        found = {code: text for code, text in texts.items() if text}
        if not found:
            self.fault("field-missing", key, f"“{key}” has no text.", "Write it in each language.")
        self.sound = self.sound and table.sound
        spare = found.get(languages.default) or next(iter(found.values()), "")
        for code in languages.codes:
            if found and code not in found:
                self.warn("language-missing", key, f"“{key}” is not there in “{code}”.", f'Add {code} = "…".')
        return {code: found.get(code, spare) for code in languages.codes}
