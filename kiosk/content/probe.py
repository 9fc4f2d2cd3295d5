# SPDX-License-Identifier: Apache-2.0
"""What a picture is: the question that `content` asks and `render` answers, in a bounded child process."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple


class PictureFacts(NamedTuple):
    """A picture that can be decoded: its format ("png", "jpeg", "webp", "svg") and its pixels."""

    format: str
    width: int
    height: int


class PictureFault(NamedTuple):
    """A picture that cannot be shown: the rule it breaks, what was found and what to do."""

    rule: str
    found: str
    cure: str


Probe = Callable[[Path], PictureFacts | PictureFault]
