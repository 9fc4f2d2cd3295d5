# SPDX-License-Identifier: Apache-2.0
"""The entries of a manifest: people, sources, glossary, crisis lines, translations, sections."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kiosk.content import keys
from kiosk.content.fields import ID, Languages, Table
from kiosk.content.limits import LIMITS
from kiosk.content.pack import Crisis, CrisisLine, Flags, Person, Role, Source, Term, Translation

_COUNTRY = re.compile(r"[A-Z]{2}")
_PEOPLE = 50
_CRISIS_LINES = 12


def read_people(top: Table, key: str, *, needed: bool = False) -> tuple[Person, ...]:
    """Return the authors or reviewers that have a name."""
    people = []
    for table in top.tables(key, _PEOPLE, needed=needed):
        reviewer = key == "reviewers"
        table.only(keys.REVIEWER if reviewer else keys.AUTHOR)
        person = Person(
            table.text("name"),
            table.text("credentials", needed=False),
            table.day("date") if reviewer else None,
        )
        if person.name:
            people.append(person)
    return tuple(people)


def read_translations(top: Table, languages: Languages) -> dict[str, Translation]:
    """Return which translations were signed; an unsigned one counts as not reviewed."""
    found = {}
    for code, table in top.each("translations"):
        table.only(keys.TRANSLATION)
        if code not in languages.codes:
            table.warn(
                "language-unknown",
                code,
                f"“{code[:20]}” is no language of this pack.",
                "Add it to languages.",
            )
            continue
        reviewed = table.flag("reviewed", needed=True)
        reviewer = table.text("reviewer", needed=reviewed)
        found[code] = Translation(code, reviewed and bool(reviewer), reviewer)
    return found


def read_crisis(top: Table, languages: Languages) -> dict[str, Crisis]:
    """Return the crisis help per country; a country without a line that can be used is left out."""
    found = {}
    for country, table in top.each("crisis"):
        table.only(keys.CRISIS)
        if not _COUNTRY.fullmatch(country):
            table.fault("value-wrong", "", f"“{country[:20]}” is no country.", "Use its ISO code, as in US.")
            continue
        label = table.words("label", languages)
        lines = tuple(_crisis_lines(table, languages))
        if not lines and "lines" in table.values:
            table.fault("value-wrong", "lines", "No line of this country can be used.", "Add one at least.")
        if label[languages.default] and lines:
            found[country] = Crisis(country, label, lines)
    return found


def _crisis_lines(crisis: Table, languages: Languages) -> Iterator[CrisisLine]:
    for table in crisis.tables("lines", _CRISIS_LINES, needed=True):
        table.only(keys.CRISIS_LINE)
        line = CrisisLine(
            table.text("number"),
            table.words("name", languages),
            table.words("how", languages),
            table.flag("emergency"),
        )
        if table.sound:
            yield line


def read_sources(top: Table) -> tuple[Source, ...]:
    """Return the sources that can be cited."""
    found: dict[str, Source] = {}
    for table in top.tables("sources", LIMITS.sources):
        table.only(keys.SOURCE)
        source = Source(
            id=table.id(),
            authors=table.text("authors"),
            title=table.text("title"),
            year=table.whole("year", 1000, 9999),
            kind=table.choice("kind", keys.SOURCE_KINDS),
            doi=table.text("doi", needed=False, address=True),
            url=table.text("url", needed=False, address=True),
            accessed=table.day("accessed"),
        )
        _addresses(table, source)
        if _first(table, source.id, found) and table.sound:
            found[source.id] = source
    return tuple(found.values())


def _addresses(table: Table, source: Source) -> None:
    if not source.doi and not source.url:
        table.warn("source-address", "id", f"“{source.id}” has no address.", "Add its doi or its url.")
    if source.doi and not source.doi.startswith("10."):
        table.warn("source-address", "doi", f"“{source.doi[:80]}” is no DOI.", "Write it as in 10.1000/182.")
    if source.url and not source.url.startswith(("https://", "http://")):
        table.warn("source-address", "url", f"“{source.url[:80]}” is no address.", "Begin it with https://.")


def _first(table: Table, entry: str, found: dict[str, Source] | dict[str, Flags]) -> bool:
    if entry in found:
        table.fault("id-duplicate", "id", f"The id “{entry}” is used twice.", "Give each its own id.")
    return entry not in found


def read_glossary(top: Table, languages: Languages) -> dict[str, Term]:
    """Return the taught words."""
    found: dict[str, Term] = {}
    for name, table in top.each("glossary"):
        table.only(keys.TERM)
        if not ID.fullmatch(name):
            table.fault(
                "id-bad", "", f"“{name[:80]}” is no id.", "Use lower-case letters, figures and hyphens."
            )
        term = Term(name, table.words("term", languages), table.words("meaning", languages))
        if len(found) == LIMITS.terms:
            table.fault("too-many", "", "The glossary is too long.", f"Keep at most {LIMITS.terms} words.")
        if table.sound:
            found[name] = term
    return found


def read_flags(top: Table) -> tuple[Flags, ...]:
    """Return what the manifest says of each section; an entry with an error is left out."""
    found: dict[str, Flags] = {}
    partners: list[tuple[Table, Flags]] = []
    named = set()
    for table in top.tables("sections", LIMITS.sections, needed=True):
        table.only(keys.SECTION)
        flags = _flags(table)
        named.add(flags.id)
        partners.append((table, flags))
        if _first(table, flags.id, found) and table.sound:
            found[flags.id] = flags
    for table, flags in partners:
        for partner in flags.only_with:
            if partner not in named or partner == flags.id:
                table.warn(
                    "only-with-unknown",
                    "only_with",
                    f"“{partner[:80]}” is no other section; “{flags.id}” will not rotate because of it.",
                    "Name another section of this pack.",
                )
    return tuple(found.values())


def _flags(table: Table) -> Flags:
    flags = Flags(
        id=table.id(),
        role=Role(table.choice("role", tuple(Role), Role.TOPIC)),
        rotate=table.flag("rotate", default=True),
        private=table.flag("private"),
        only_with=table.texts("only_with"),
        valid_from=table.day("valid_from"),
        valid_until=table.day("valid_until"),
        dwell=table.seconds("dwell", 5, 600),
        accent=table.choice("accent", keys.ACCENTS, keys.ACCENTS[0]),
    )
    if flags.valid_from and flags.valid_until and flags.valid_until < flags.valid_from:
        table.fault("value-wrong", "valid_until", "The last day is before the first.", "Mend the dates.")
    return flags
