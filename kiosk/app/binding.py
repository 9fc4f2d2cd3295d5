# SPDX-License-Identifier: Apache-2.0
"""PySide as this program uses it: without the features that rename its methods module by module."""

from __future__ import annotations

import sys

FEATURES = "shibokensupport.feature"


def leave_sources_unread() -> bool:
    """Have PySide ask no module for a feature; tell whether it can be told so.

    Else it reads the source of every module that is imported after it, and keeps all the lines: 6 MB,
    and 20 ms of the start.
    """
    import shiboken6  # noqa: F401, PLC0415 # Qt comes once it can start

    feature = sys.modules.get(FEATURES)
    if not hasattr(feature, "_mod_uses_pyside"):
        return False
    vars(feature)["_mod_uses_pyside"] = without_features
    return True


def without_features(_module: object) -> bool:
    """Return that a module uses PySide as it is."""
    return True
