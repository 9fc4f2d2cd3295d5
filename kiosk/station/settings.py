# SPDX-License-Identifier: Apache-2.0
"""This station's settings, read from `station.toml`; a bad one is a finding, the rest still counts."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct, field
from msgspec.structs import replace

from kiosk.content.files import decoded
from kiosk.content.finding import Finding, Place, Severity
from kiosk.content.report import Report
from kiosk.content.toml import Document, parse
from kiosk.station.table import SETTINGS, WEEKDAYS
from kiosk.station.values import OpenHours, Wrong

FILE_BYTES = 256 * 1024
Key = tuple[str, ...]


class Settings(Struct, frozen=True):
    """What a station does as its clinic wants it; without a file all of it is as it stands here.

    An empty `language` is the pack's own, empty `languages` are all of the pack's. `hours` are by weekday,
    0 is Monday; without any weekday the clinic is always open. `safe_area` is a share of each side.
    """

    clinic_name: str = ""
    country: str = ""
    clinic_offers_this_treatment: bool | None = None
    pack: Path | None = None
    notices: Path | None = None
    leave_out: tuple[str, ...] = ()
    language: str = ""
    languages: tuple[str, ...] = ()
    alternate: tuple[str, ...] = ()
    copies_url: str = ""
    theme: str = "light"
    text_scale: float = 1.0
    touch: str = "auto"
    lock: bool = False
    screen: str = ""
    rotation: int = 0
    safe_area: float = 0.0
    diagonal_in: float | None = None
    width_mm: float | None = None
    height_mm: float | None = None
    wall_distance_mm: float | None = None
    reading_distance_mm: float = 600.0
    privacy_column: bool = False
    idle_s: float = 90.0
    band_s: float = 20.0
    dwell_factor: float = 1.0
    reduced_motion: bool = False
    reach_mode: bool = False
    screen_bottom_mm: float | None = None
    switch_key: str = "F8"
    scan_s: float = 2.0
    double_press_s: float = 0.0
    listen: str = "headphones"
    volume: float = 50.0
    speech_key: str = "F7"
    hours: Mapping[int, tuple[OpenHours, ...]] = field(default_factory=lambda: MappingProxyType({}))
    closed_days: frozenset[date] = frozenset()
    dark_after_min: float = 30.0
    log_level: str = "info"


def read_settings(file: Path | None) -> tuple[Settings, tuple[Finding, ...]]:
    """Return the settings of a file and what was found in it; without a file all is as by default."""
    if file is None:
        return Settings(), _unset(Settings(), "station.toml")
    report = Report(str(file))
    document = _document(file, report)
    if document is None:
        return Settings(), report.findings
    given = dict(_given(document, report))
    settings = _placed(_settings(given), file.parent)
    settings = _whole_size(settings, document, report)
    return settings, (*report.findings, *_unset(settings, str(file)))


def _document(file: Path, report: Report) -> Document | None:
    try:
        with file.open("rb") as stream:
            data = stream.read(FILE_BYTES + 1)
    except (OSError, ValueError) as error:
        report.add("file-missing", 0, f"The settings cannot be read: {error}.", "Mend the file's name.")
        return None
    if len(data) > FILE_BYTES:
        report.add("file-too-large", 0, f"The file has more than {FILE_BYTES // 1024} KB.", "Shorten it.")
        return None
    text = decoded(data, report)
    return None if text is None else parse(text, report)


def _given(document: Document, report: Report) -> Iterator[tuple[Key, object]]:
    """Yield the settings that are sound, and write down those that are not."""
    for key, value in _leaves(document.values):
        line = document.line(key)
        setting = SETTINGS.get(key)
        if setting is None:
            report.add("field-unknown", line, f"“{_name(key)}” is no setting.", _guess(key))
            continue
        read = setting(value)
        if isinstance(read, Wrong):
            report.add(read.rule, line, f"“{_name(key)}”: {read.found}", read.cure)
        else:
            yield key, read


def _leaves(values: Mapping[str, object], above: Key = ()) -> Iterator[tuple[Key, object]]:
    tables = {key[:-1] for key in SETTINGS}
    for name, value in values.items():
        key = (*above, name)
        if isinstance(value, dict) and key in tables:
            yield from _leaves(value, key)
        else:
            yield key, value


def _name(key: Key) -> str:
    return ".".join(key)[:80]


def _guess(key: Key) -> str:
    known = [_name(other) for other in SETTINGS]
    close = difflib.get_close_matches(_name(key), known, 1)
    return f"Did you mean “{close[0]}”?" if close else "Take it out; station.toml lists all settings."


def _settings(given: Mapping[Key, object]) -> Settings:
    """Return settings with the given ones in their fields."""
    hours = {
        number: spans
        for number, weekday in enumerate(WEEKDAYS)
        if isinstance(spans := given.get(("hours", weekday)), tuple)
    }
    values = {_field(key): value for key, value in given.items() if key[-1] not in WEEKDAYS}
    if isinstance(days := values.get("closed_days"), tuple):
        values["closed_days"] = frozenset(days)
    known = {name: values[name] for name in Settings.__struct_fields__ if name in values}
    return replace(Settings(hours=MappingProxyType(hours)), **known)


def _field(key: Key) -> str:
    return "clinic_name" if key == ("clinic", "name") else key[-1]


def _placed(settings: Settings, folder: Path) -> Settings:
    """Return settings whose folders start at the folder of their file."""
    return replace(
        settings,
        pack=None if settings.pack is None else folder / settings.pack,
        notices=None if settings.notices is None else folder / settings.notices,
    )


def _whole_size(settings: Settings, document: Document, report: Report) -> Settings:
    """Return settings without half a size of the glass."""
    if (settings.width_mm is None) == (settings.height_mm is None):
        return settings
    alone = "width_mm" if settings.height_mm is None else "height_mm"
    other = "height_mm" if alone == "width_mm" else "width_mm"
    report.add(
        "value-wrong",
        document.line((alone,)),
        f"“{alone}” stands without “{other}”.",
        "Set both, or the diagonal.",
    )
    return replace(settings, width_mm=None, height_mm=None)


def _unset(settings: Settings, file: str) -> tuple[Finding, ...]:
    """Tell what only the clinic can know and has not said."""
    missing = []
    if settings.clinic_offers_this_treatment is None:
        missing.append(
            Finding(
                "offers-unset",
                Severity.WARNING,
                Place(file),
                "“clinic_offers_this_treatment” is not set, so no page says whose interest this is.",
                "Set it to true or false.",
            )
        )
    if not settings.country:
        missing.append(
            Finding(
                "country-unset",
                Severity.WARNING,
                Place(file),
                "“clinic.country” is not set, so crisis help cannot know the numbers of the country.",
                'Set it to two capital letters, as in "US".',
            )
        )
    return tuple(missing)
