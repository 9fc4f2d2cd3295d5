# SPDX-License-Identifier: Apache-2.0
"""TOML within bounds: what would take seconds to parse is refused before, and each value knows its line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from msgspec import Struct, field

from kiosk.content.limits import LIMITS
from kiosk.content.report import Report

Path = tuple[str | int, ...]
"""Keys and indices from the top of a document down to a value."""

_TOKEN = re.compile(
    r'(?P<text>"""(?:\\.|[^\\])*?(?:"""+|\Z)|\'\'\'.*?(?:\'\'\'+|\Z)|"(?:\\.|[^"\\\n])*"?|\'[^\'\n]*\'?)'
    r"|(?P<note>\#[^\n]*)|(?P<line>\n)|(?P<mark>[\[\]{}=,.])|(?P<blank>[ \t]+)"
    r"|(?P<bare>[^\s\[\]{}=,.\"'\#]+)|(?P<other>\s)",
    re.DOTALL,
)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_AT = re.compile(r" ?\(at (?:line (\d+), column (\d+)|end of document)\)")


class Document(Struct, frozen=True):
    """A parsed document: its values, and the line on which each key stands."""

    values: Mapping[str, Any]
    lines: Mapping[Path, int] = field(default_factory=lambda: MappingProxyType({}))
    first_line: int = 1

    def line(self, path: Path) -> int:
        """Return the line of a value: its own, or that of the nearest table around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, self.first_line)


class _Token(Struct, frozen=True):
    kind: str
    text: str
    line: int


def parse(text: str, report: Report, first_line: int = 1) -> Document | None:
    """Parse TOML that starts on a line of its file; None with a finding where it is no TOML."""
    tokens = tuple(_tokens(text, first_line))
    if line := _too_deep(tokens):
        report.add(
            "toml-too-deep",
            line,
            f"A key has more than {LIMITS.key_parts} parts.",
            "Use fewer dots, or a table.",
        )
        return None
    try:
        values = tomllib.loads("".join(_mended(tokens)))
    except RecursionError:
        report.add("toml-too-deep", first_line, "Values are nested too deep to be read.", "Nest less.")
        return None
    except ValueError as error:
        _tell(str(error), text, report, first_line)
        return None
    return Document(values, MappingProxyType(_lines(tokens)), first_line)


def _tell(message: str, text: str, report: Report, first_line: int) -> None:
    at = _AT.search(message)
    line = first_line + text.count("\n")
    column = 0
    if at and at[1]:
        line, column = first_line + int(at[1]) - 1, int(at[2])
    report.add("toml-syntax", line, f"{_AT.sub('', message)}.", "Mend the TOML on this line.", column)


def _tokens(text: str, line: int) -> Iterator[_Token]:
    for match in _TOKEN.finditer(text):
        yield _Token(str(match.lastgroup), match[0], line)
        line += match[0].count("\n")


def _mended(tokens: tuple[_Token, ...]) -> Iterator[str]:
    """Yield the text with dates that no calendar has as strings, so that only their fields are lost."""
    for token in tokens:
        yield f'"{token.text}"' if _no_day(token) else token.text


def _no_day(token: _Token) -> bool:
    if token.kind != "bare" or not _DAY.fullmatch(token.text):
        return False
    try:
        date.fromisoformat(token.text)
    except ValueError:
        return True
    return False


def _too_deep(tokens: tuple[_Token, ...]) -> int:
    """Return the line of the first key with too many parts, or 0."""
    dots = 0
    for token in tokens:
        if token.kind == "mark" and token.text == ".":
            dots += 1
        elif token.kind in {"mark", "line"}:
            dots = 0
        if dots >= LIMITS.key_parts:
            return token.line
    return 0


def _lines(tokens: tuple[_Token, ...]) -> dict[Path, int]:
    """Return the line of each key and table header of a document that is known to be TOML."""
    lines: dict[Path, int] = {}
    counts: dict[Path, int] = {}
    table: Path = ()
    statement: list[_Token] = []
    depth, value = 0, False
    for token in (*tokens, _Token("line", "\n", 0)):
        if token.kind == "line" and depth == 0:
            header = bool(statement) and statement[0].text == "["
            keys = _keys(statement)
            if header and keys:
                table = _header(keys, counts, double=statement[1].text == "[")
                lines.setdefault(table, statement[0].line)
                lines.setdefault(table[:1], statement[0].line)
            elif keys:
                _record(lines, table, keys, statement[0].line)
            statement, value = [], False
        elif token.kind == "mark" and token.text == "=" and not value:
            value = True
        elif value:
            depth += _step(token)
        elif token.kind in {"bare", "text", "mark"}:
            statement.append(token)
    return lines


def _record(lines: dict[Path, int], table: Path, keys: tuple[str, ...], line: int) -> None:
    for count in range(1, len(keys) + 1):
        lines.setdefault(table + keys[:count], line)


def _step(token: _Token) -> int:
    if token.kind != "mark":
        return 0
    return (token.text in {"[", "{"}) - (token.text in {"]", "}"})


def _keys(statement: list[_Token]) -> tuple[str, ...]:
    return tuple(
        token.text.strip("\"'") if token.kind == "text" else token.text
        for token in statement
        if token.kind != "mark"
    )


def _header(keys: tuple[str, ...], counts: dict[Path, int], *, double: bool) -> Path:
    """Return the path of a table header; tables of an array are told apart by their index."""
    path: Path = ()
    for place, key in enumerate(keys, 1):
        path = (*path, key)
        last = place == len(keys)
        if last and double:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, counts[path])
    return path
