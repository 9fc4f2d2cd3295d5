# SPDX-License-Identifier: Apache-2.0
"""What this station has to show: pack, clinic, languages and crisis help; never nothing at all."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from kiosk.app import crisis
from kiosk.app.crisis import Help
from kiosk.content.finding import Finding, Place, Severity
from kiosk.content.manifest import MANIFEST_FILE, read_pack
from kiosk.content.notices import read_notices
from kiosk.content.pack import Manifest, Notice, Pack
from kiosk.content.report import finding
from kiosk.layout.builtin import House
from kiosk.station.settings import Settings

DEFAULT_PACK = "ptsd"
NO_PACK = "none"
SETTINGS_FILE = "station.toml"


class Contents(Struct, frozen=True):
    """What is shown, and what was found while reading it; `missing` tells that there is no pack."""

    pack: Pack
    missing: bool
    languages: tuple[str, ...]
    house: House
    help: Help
    findings: tuple[Finding, ...] = ()


def read_contents(settings: Settings, resources: Path, today: date) -> Contents:
    """Read the manifest, the notices and the crisis lines that the settings name."""
    root = settings.pack or resources / "packs" / DEFAULT_PACK
    read, findings = read_pack(root)
    spoken = tuple(sorted(file.stem for file in (resources / "i18n").glob("*.toml")))
    pack = read or Pack(root, _empty_manifest(spoken))
    notices: tuple[Notice, ...] = ()
    if settings.notices is not None:
        notices, faults = read_notices(settings.notices)
        findings += faults
    lines = crisis.station_lines(resources / "crisis.toml")
    chosen, faults = crisis.choose(settings.country, pack.manifest.crisis, lines)
    findings += faults + (_unfitting(settings, pack.manifest, today) if read else (_no_pack(root),))
    return Contents(
        pack=pack,
        missing=read is None,
        languages=offered_languages(pack.manifest, settings),
        house=House(settings.clinic_name, settings.clinic_offers_this_treatment, notices),
        help=chosen,
        findings=findings,
    )


def offered_languages(manifest: Manifest, settings: Settings) -> tuple[str, ...]:
    """Return the languages that a visitor may choose, the one that the screen starts in first."""
    named = tuple(code for code in settings.languages if code in manifest.languages)
    offered = named or manifest.languages
    own = manifest.default_language if manifest.default_language in offered else offered[0]
    first = settings.language if settings.language in manifest.languages else own
    return tuple(dict.fromkeys((first, *offered)))


def notices_on(house: House, today: date) -> House:
    """Return the clinic with the notices that are still valid on a day."""
    valid = (notice for notice in house.notices if (notice.valid_until or date.max) >= today)
    return replace(house, notices=tuple(valid))


def _empty_manifest(languages: tuple[str, ...]) -> Manifest:
    """Return a manifest with nothing to show, in the program's own languages."""
    return Manifest(
        id=NO_PACK,
        title={},
        version="",
        licence="",
        audience="",
        languages=languages,
        default_language="en",
        created=date.min,
        next_review=date.max,
        funding="",
        conflicts="",
        contains_advertising=False,
        authors=(),
    )


def _no_pack(root: Path) -> Finding:
    return Finding(
        "pack-missing",
        Severity.ERROR,
        Place(str(root / MANIFEST_FILE)),
        "There is no pack to show here; the screen says that there is nothing to show.",
        "Name a folder that holds pack.toml.",
    )


def _unfitting(settings: Settings, manifest: Manifest, today: date) -> tuple[Finding, ...]:
    """Return what the settings ask for that the pack has not, and whether its review is due."""
    sections = {flags.id for flags in manifest.sections}
    strangers = [
        ("section-unknown", "leave_out", name, "section")
        for name in settings.leave_out
        if name not in sections
    ]
    asked = dict.fromkeys(filter(None, (settings.language, *settings.languages, *settings.alternate)))
    strangers += [
        ("language-unknown", "language", code, "language") for code in asked if code not in manifest.languages
    ]
    found = [
        Finding(
            rule,
            Severity.WARNING,
            Place(SETTINGS_FILE),
            f"“{field}” names “{name}”, which is no {kind} of the pack “{manifest.id}”.",
            f"Take it out, or name a {kind} that the pack has.",
        )
        for rule, field, name, kind in strangers
    ]
    if date.min < manifest.next_review < today:
        due = f"The review was due on {manifest.next_review}; what is shown may be out of date."
        found.append(finding("review-due", Place(MANIFEST_FILE), due, "Ask its authors for a newer version."))
    return tuple(found)
