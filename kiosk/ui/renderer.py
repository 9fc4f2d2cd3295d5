# SPDX-License-Identifier: Apache-2.0
"""What draws the scene."""

from __future__ import annotations

import os


def in_place() -> bool:
    """Tell whether what draws the scene does so from where a picture lies.

    The software renderer does. A graphics card gets a copy, and a thread of its own lets go of the picture:
    no memory of Python's may depend on that.
    """
    return os.environ.get("QT_QUICK_BACKEND") == "software"
