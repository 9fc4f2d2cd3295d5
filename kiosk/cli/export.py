# SPDX-License-Identifier: Apache-2.0
"""`kiosk export`: writes a pack as a site that any web server can show."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

from kiosk import paths
from kiosk.app.crisis import choose, station_lines
from kiosk.author.folder import NotOursError, may_write, write_folder
from kiosk.author.site import Edition, site
from kiosk.content.manifest import read_pack
from kiosk.content.phrases import read_phrases

WRITTEN, REFUSED = 0, 2


def export(root: Path, folder: Path, country: str = "") -> int:
    """Write a pack's site into a folder; return 0, or 2 where there is no pack or no room for it."""
    pack, findings = read_pack(root)
    for each in findings:
        print(each, file=sys.stderr)
    if pack is None:
        return REFUSED
    if not may_write(folder):
        print(f"kiosk: {folder} is not empty and no export. Name a new folder.", file=sys.stderr)
        return REFUSED
    resources = paths.resources()
    phrases = {code: read_phrases(resources / "i18n", code) for code in pack.manifest.languages}
    only = next(iter(pack.manifest.crisis)) if len(pack.manifest.crisis) == 1 else ""
    helped, faults = choose(country or only, pack.manifest.crisis, station_lines(resources / "crisis.toml"))
    for each in faults:
        print(each, file=sys.stderr)
    today = datetime.now().astimezone().date()
    edition = Edition(pack, phrases, helped.crisis, helped.assumed, today)
    try:
        files = site(edition, (resources / "web" / "style.css").read_bytes())
        write_folder(folder, files)
    except (OSError, NotOursError) as error:
        print(f"kiosk: {folder} cannot be written: {error}", file=sys.stderr)
        return REFUSED
    pages = sum(name.endswith(".html") for name in files)
    print(f"{pages} pages in {folder}")
    return WRITTEN
