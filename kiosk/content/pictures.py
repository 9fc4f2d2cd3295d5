# SPDX-License-Identifier: Apache-2.0
"""Whether a picture that a section names can be shown."""

from __future__ import annotations

import re
from pathlib import Path

from msgspec import Struct, field

from kiosk.content.files import find, plain_name
from kiosk.content.limits import LIMITS
from kiosk.content.probe import PictureFacts, PictureFault, Probe
from kiosk.content.report import Report
from kiosk.content.rules import RULES

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:|//")
FORMATS = {"svg": "svg", "png": "png", "jpg": "jpeg", "jpeg": "jpeg", "webp": "webp"}


def is_address(target: str) -> bool:
    """Tell whether a link or picture points to the world outside instead of a file."""
    return _ADDRESS.match(target) is not None


class Gallery(Struct):
    """The pictures of a pack that one section asks for; each is looked at once."""

    root: Path
    report: Report
    probe: Probe | None = None
    seen: dict[str, bool] = field(default_factory=dict)

    def has(self, path: str, line: int) -> bool:
        """Tell whether a picture can be shown; why not is written into the report."""
        if path not in self.seen:
            self.seen[path] = self._look(path, line)
        return self.seen[path]

    def _look(self, path: str, line: int) -> bool:
        if is_address(path):
            self.report.add(
                "picture-remote",
                line,
                f"The picture “{path[:80]}” lies outside the pack.",
                "Put the picture into the pack; nothing is loaded from the network.",
            )
            return False
        place = find(self.root, path, self.report, line, absent="picture-missing")
        if place is None:
            return False
        if not plain_name(path):
            self.report.add(
                "path-name",
                line,
                f"The path “{path[:80]}” will not survive being packed.",
                "Use letters, figures, dots, hyphens and underscores, at most four parts.",
            )
        kind = FORMATS.get(path.rpartition(".")[2].lower())
        if kind is None:
            self.report.add(
                "picture-kind",
                line,
                f"“{path[:80]}” is no kind of picture that is shown.",
                "Use .svg, .png, .jpg or .webp.",
            )
            return False
        if place.stat().st_size > LIMITS.picture_bytes:
            self.report.add(
                "picture-too-large",
                line,
                f"“{path[:80]}” has more than {LIMITS.picture_bytes // 1024 // 1024} MB.",
                "Save it smaller.",
            )
            return False
        return self.probe is None or self._fits(path, kind, self.probe(place), line)

    def _fits(self, path: str, kind: str, facts: PictureFacts | PictureFault, line: int) -> bool:
        if isinstance(facts, PictureFault):
            rule = facts.rule if facts.rule in RULES else "picture-bad"
            self.report.add(rule, line, f"“{path}”: {facts.found}", facts.cure)
            return False
        if facts.format != kind:
            self.report.add(
                "picture-kind",
                line,
                f"“{path}” is a {facts.format} picture under another ending.",
                "Give it the ending of its format.",
            )
            return False
        side, pixels = max(facts.width, facts.height), facts.width * facts.height
        if kind != "svg" and (side > LIMITS.picture_side_px or pixels > LIMITS.picture_pixels):
            self.report.add(
                "picture-too-large",
                line,
                f"“{path}” has {facts.width} by {facts.height} pixels.",
                f"Save it with at most {LIMITS.picture_side_px} pixels a side and 16 million in all.",
            )
            return False
        return True
